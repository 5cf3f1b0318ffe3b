"""Who owns whom by more than half, and where everything stands: what a firm's or a country's loss takes along."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.assemble import Edge
from graph.evidence import Entity, label_of

MAJORITY = 0.5


def parents(edges: Iterable[Edge]) -> dict[str, tuple[str, ...]]:
    """Entity -> those who own more than half of it, as stated."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.type == "SUBSIDIARY_OF":
            found[edge.source].add(edge.target)
        elif edge.type == "OWNS" and (edge.share_lo or 0) > MAJORITY:
            found[edge.target].add(edge.source)
    return {child: tuple(sorted(owners)) for child, owners in found.items()}


def headquarters(edges: Sequence[Edge], entities: Mapping[str, Entity]) -> dict[str, str]:
    """Entity -> country id: the country an edge says, through its city or region if need be, else the lexicon's."""
    coded = {entity.id: entity for entity in entities.values() if "country" in entity.properties}
    by_code = {entity.properties["country"]: entity.id for entity in coded.values() if entity.type == "Country"}
    found = {
        entity.id: by_code[entity.properties["country"]]
        for entity in coded.values()
        if entity.type != "Country" and entity.properties["country"] in by_code
    }
    placed = sorted((edge for edge in edges if edge.type == "LOCATED_IN"), key=lambda edge: (edge.p, edge.id))
    for edge in [*placed, *placed]:  # twice: a firm in a city in a country
        country = edge.target if label_of(edge.target) == "Country" else found.get(edge.target)
        if country and (edge.source not in found or label_of(edge.source) == "Facility"):
            found[edge.source] = country
    return found


def countries(edges: Sequence[Edge], entities: Mapping[str, Entity]) -> dict[str, dict[str, float]]:
    """Entity -> country id -> part of its known sites there; headquarters count where no site is known."""
    seats = headquarters(edges, entities)
    sites: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.type == "OPERATES" and edge.target in seats:
            sites[edge.source].append(seats[edge.target])
    return {entity: _parts(sites.get(entity) or [country]) for entity, country in seats.items()} | {
        entity: _parts(places) for entity, places in sites.items()
    }


def _parts(places: Sequence[str]) -> dict[str, float]:
    return {place: places.count(place) / len(places) for place in sorted(set(places))}
