"""Edges -> Network. The table MEANING says what an edge means to the measures; what it does not list is no supply."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.assemble import Edge
from graph.evidence import Entity, label_of
from graph.network import UNSPECIFIED, Essentiality, Floats, Network, Operator
from graph.priors import CUES

End = Literal["source", "target"]
THINGS = ("Chip", "AIModel", "Product", "Material", "Input")
PARTIES = ("Company", "Country", "Region", "Facility", "ResearchOrg", "GovBody")


@dataclass(frozen=True)
class Meaning:
    """One row: an edge of `type` whose target is one of `target` gives the triple (buyer, group, supplier)."""

    type: str
    target: tuple[str, ...]
    buyer: End
    group: str
    """`product` (what the edge names, else unspecified), `target`, `source`, or the name of a role."""
    supplier: End


MEANING: tuple[Meaning, ...] = (
    Meaning("SUPPLIES", PARTIES, "target", "product", "source"),
    Meaning("DEPENDS_ON", PARTIES, "source", "product", "target"),
    Meaning("DEPENDS_ON", THINGS, "source", "target", "target"),
    Meaning("USES", PARTIES, "source", "product", "target"),
    Meaning("USES", THINGS, "source", "target", "target"),
    Meaning("DEVELOPS", THINGS, "target", "design", "source"),
    Meaning("DEVELOPS", THINGS, "source", "target", "target"),
    Meaning("MANUFACTURES", THINGS, "target", "manufacture", "source"),
    Meaning("OPERATES", ("Facility",), "target", "operator", "source"),
    Meaning("PROVIDES", ("Input",), "target", "provider", "source"),
    Meaning("INPUT_TO", THINGS, "target", "source", "source"),
    Meaning("VARIANT_OF", ("Input",), "target", "variants", "source"),
)
"""OWNS and SUBSIDIARY_OF say who counts as one party, LOCATED_IN what a country's loss takes out; neither is a flow.
PARTNERS_WITH, COMPETES_WITH, INVESTS_IN, PAYS, EXPORTS_TO, HOLDS_STOCK and the rest are shown, never counted as supply."""

MAJORITY = 0.5


@dataclass(frozen=True)
class Scope:
    """Which edges count as facts: plans, hedges, allegations and past relations are off unless asked for."""

    planned: bool = False
    possible: bool = False
    historical: bool = False
    alleged: bool = False
    denied: bool = False

    def admits(self, edge: Edge) -> bool:
        """Whether `edge` gives triples under this scope."""
        modality = edge.modality == "actual" or bool(getattr(self, edge.modality))
        return modality and (self.alleged or not edge.alleged) and (self.denied or edge.standing != "denied")


FACTS = Scope()


@dataclass(frozen=True)
class _Triple:
    buyer: str
    group: str
    supplier: str
    share_lo: float
    share_hi: float
    edges: tuple[Edge, ...]


def project(edges: Iterable[Edge], entities: Iterable[Entity], *, scope: Scope = FACTS) -> Network:
    """The network of the `edges` that `scope` admits.

    Several edges between one buyer and supplier in one group make one triple: stated bounds win over unstated ones and
    bounds that disagree are joined. Where the least shares of a group sum above 1 (sources contradict each other) they
    are scaled down to 1: docs/methods.md, "Shares that contradict each other"."""
    admitted = [edge for edge in edges if scope.admits(edge)]
    by_id = {entity.id: entity for entity in entities}
    triples = _triples(admitted)
    ids = tuple(sorted({*by_id, *(end for edge in admitted for end in (edge.source, edge.target))}))
    position = {entity: number for number, entity in enumerate(ids)}
    triples.sort(key=lambda t: (position[t.buyer], t.group, position[t.supplier]))
    keys = [(position[t.buyer], t.group) for t in triples]
    start = [number for number, key in enumerate(keys) if number == 0 or key != keys[number - 1]]
    share_lo = np.array([t.share_lo for t in triples], dtype=float)
    return Network(
        ids=ids,
        buyer=np.array([keys[number][0] for number in start], dtype=np.int64),
        product=tuple(keys[number][1] for number in start),
        operator=np.full(len(start), Operator.POOL, dtype=np.int64),
        essentiality=np.full(len(start), Essentiality.UNKNOWN, dtype=np.int64),
        weight=np.full(len(start), np.nan),
        start=np.array(start, dtype=np.int64),
        supplier=np.array([position[t.supplier] for t in triples], dtype=np.int64),
        share_lo=_consistent(share_lo, start),
        share_hi=np.array([t.share_hi for t in triples], dtype=float),
        prior=np.array([_prior(t.edges) for t in triples], dtype=float),
        p=np.array([1 - np.prod([1 - edge.p for edge in t.edges]) for t in triples], dtype=float),
        edges=tuple(t.edges for t in triples),
        parents=_parents(admitted),
        countries=_countries(admitted, by_id),
        headquarters=_headquarters(admitted, by_id),
    )


def _triples(edges: Iterable[Edge]) -> list[_Triple]:
    grouped: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        for row in MEANING:
            if row.type == edge.type and label_of(edge.target) in row.target:
                ends = {"source": edge.source, "target": edge.target, "product": edge.product or UNSPECIFIED}
                grouped[ends[row.buyer], ends.get(row.group, row.group), ends[row.supplier]].append(edge)
    return [_Triple(*key, *_bounds(same), tuple(same)) for key, same in grouped.items()]


def _bounds(edges: Sequence[Edge]) -> tuple[float, float]:
    stated = [edge for edge in edges if edge.share_lo is not None or edge.share_hi is not None]
    if not stated:
        return 0.0, 1.0
    return min(edge.share_lo or 0.0 for edge in stated), max(1.0 if edge.share_hi is None else edge.share_hi for edge in stated)


def _consistent(share_lo: Floats, start: Sequence[int]) -> Floats:
    if not len(start):
        return share_lo
    total = np.add.reduceat(share_lo, start)
    sizes = np.diff([*start, len(share_lo)])
    scaled: Floats = share_lo / np.repeat(np.maximum(total, 1.0), sizes)
    return scaled


def _prior(edges: Sequence[Edge]) -> float:
    means = [CUES[edge.cue].mean for edge in edges if edge.cue and edge.cue in CUES]
    return max(means, default=float("nan"))


def _parents(edges: Iterable[Edge]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.type == "SUBSIDIARY_OF":
            found[edge.source].add(edge.target)
        elif edge.type == "OWNS" and (edge.share_lo or 0) > MAJORITY:
            found[edge.target].add(edge.source)
    return {child: tuple(sorted(owners)) for child, owners in found.items()}


def _headquarters(edges: Sequence[Edge], entities: Mapping[str, Entity]) -> dict[str, str]:
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


def _countries(edges: Sequence[Edge], entities: Mapping[str, Entity]) -> dict[str, dict[str, float]]:
    seats = _headquarters(edges, entities)
    sites: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.type == "OPERATES" and edge.target in seats:
            sites[edge.source].append(seats[edge.target])
    return {entity: _parts(sites.get(entity) or [country]) for entity, country in seats.items()} | {
        entity: _parts(places) for entity, places in sites.items()
    }


def _parts(places: Sequence[str]) -> dict[str, float]:
    return {place: places.count(place) / len(places) for place in sorted(set(places))}
