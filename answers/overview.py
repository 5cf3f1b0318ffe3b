"""The first page: what is in the graph, what stands out, what is thin."""

from collections import Counter
from datetime import date

from answers.snapshot import Snapshot
from answers.statements import StatementRow, search
from graph.evidence import Model

NEWEST = 12
COMMON = 8
SUPPLY = ("SUPPLIES", "DEPENDS_ON", "USES")


class Dependence(Model):
    """An entity that many rely on."""

    entity: str
    name: str
    type: str
    dependants: int
    sample: bool
    """Whether any relation behind the count rests on the sample corpus."""


class CountryRow(Model):
    """A country with what stands there."""

    entity: str
    name: str
    code: str | None
    firms: int
    sites: int


class Blind(Model):
    """Where the graph is thin."""

    question: str
    count: int
    of: int


class OverviewAnswer(Model):
    """Counts, the most relied on, countries, newest statements and blind spots."""

    as_of: date
    articles: int
    sample_articles: int
    statements: int
    entities: dict[str, int]
    relations: int
    relied_on: tuple[Dependence, ...]
    controls: tuple[Dependence, ...]
    """Policies and states by how many they restrict."""
    countries: tuple[CountryRow, ...]
    newest: tuple[StatementRow, ...]
    blind: tuple[Blind, ...]


def answer(snapshot: Snapshot) -> OverviewAnswer:
    """The overview of what holds on the snapshot's day."""
    articles = list(snapshot.articles.values())
    return OverviewAnswer(
        as_of=snapshot.as_of,
        articles=len(articles),
        sample_articles=sum(article.source_kind == "sample" for article in articles),
        statements=len(snapshot.evidence),
        entities=dict(sorted(Counter(entity.type for entity in snapshot.entities.values()).items())),
        relations=len(snapshot.edges),
        relied_on=_relied_on(snapshot),
        controls=_controls(snapshot),
        countries=_countries(snapshot),
        newest=tuple(search(snapshot)[:NEWEST]),
        blind=_blind(snapshot),
    )


def _relied_on(snapshot: Snapshot) -> tuple[Dependence, ...]:
    """Suppliers by the number of different buyers one tier down."""
    network = snapshot.network
    buyers: dict[str, set[int]] = {}
    for triple, supplier in enumerate(network.supplier):
        if any(edge.type in SUPPLY for edge in network.edges[triple]):
            buyers.setdefault(network.ids[int(supplier)], set()).add(int(network.buyer[network.group_of[triple]]))
    return _ranked(snapshot, {entity: len(found) for entity, found in buyers.items()})


def _controls(snapshot: Snapshot) -> tuple[Dependence, ...]:
    """Policies by what they restrict; what a body restricts without a named measure is on its own page."""
    restricting = [edge.source for edge in snapshot.edges if edge.type == "RESTRICTS" and snapshot.scope.admits(edge)]
    return _ranked(snapshot, Counter(one for one in restricting if snapshot.entities[one].type == "Policy"))


def _ranked(snapshot: Snapshot, counts: dict[str, int]) -> tuple[Dependence, ...]:
    first = sorted(counts, key=lambda entity: (-counts[entity], entity))[:COMMON]
    sampled = {end for edge in snapshot.edges if "sample" in edge.source_kinds for end in (edge.source, edge.target)}
    return tuple(
        Dependence(entity=id, name=snapshot.name(id), type=snapshot.entities[id].type, dependants=counts[id], sample=id in sampled)
        for id in first
    )


def _countries(snapshot: Snapshot) -> tuple[CountryRow, ...]:
    firms: Counter[str] = Counter()
    sites: Counter[str] = Counter()
    for entity, place in snapshot.network.headquarters.items():
        if entity.startswith("company:"):
            firms[place] += 1
        elif entity.startswith("facility:"):
            sites[place] += 1
    places = sorted({*firms, *sites}, key=lambda place: (-firms[place] - sites[place], place))
    return tuple(
        CountryRow(
            entity=place,
            name=snapshot.name(place),
            code=str(snapshot.entities[place].properties["country"]) if "country" in snapshot.entities[place].properties else None,
            firms=firms[place],
            sites=sites[place],
        )
        for place in places
    )


def _blind(snapshot: Snapshot) -> tuple[Blind, ...]:
    network = snapshot.network
    firms = [entity.id for entity in snapshot.entities.values() if entity.type == "Company"]
    supply = [edge for edge in snapshot.edges if edge.type in SUPPLY and snapshot.scope.admits(edge)]
    undocumented = sum(not network.documented[network.position(firm)] for firm in firms)
    return (
        Blind(question="firms none of whose inputs is documented", count=undocumented, of=len(firms)),
        Blind(question="supply relations whose size no source states", count=sum(edge.share_lo is None for edge in supply), of=len(supply)),
        Blind(question="supply relations that rest on one source", count=sum(edge.origins == 1 for edge in supply), of=len(supply)),
        Blind(question="supply relations that somebody denies", count=sum(edge.standing == "disputed" for edge in supply), of=len(supply)),
    )
