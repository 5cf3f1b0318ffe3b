"""Where are the chokepoints? Measured removal with names, structure beside it, and where the two disagree."""

from collections.abc import Callable
from datetime import date

from answers.snapshot import Snapshot
from graph.evidence import Model, Share
from risk.chokepoints import Chokepoint, chokepoints

SHOWN_RANKS = 10


class ChokepointRow(Model):
    """One candidate: the damage of its removal beside its place in the structure."""

    rank: int
    entity: str
    name: str
    type: str
    lo: Share
    central: Share
    hi: Share
    actual: int
    potential: int
    substitutes: int
    degree: int
    degree_rank: int
    betweenness: float
    dominates: int
    disagreement: str
    """In words, where damage and centrality rank it apart; empty where they agree."""
    sample: bool


class ChokepointsAnswer(Model):
    """The ranked table with its finding."""

    buyer: str | None
    buyer_name: str | None
    as_of: date
    finding: str
    note: str
    rows: tuple[ChokepointRow, ...]


NOTE = (
    "Damage is the Leontief reading: lo and hi are exact bounds over what no source states, central uses priors. "
    "Actual hits lose something at the least shares, potential ones at the greatest; "
    "degree counts documented customers, which measures how much was written as much as how much it matters."
)


def answer(snapshot: Snapshot, buyer: str | None = None, *, progress: Callable[[float], None] | None = None) -> ChokepointsAnswer:
    """Every candidate upstream of `buyer` (of everybody when None) removed in turn.

    Raises
    ------
    UnknownEntity
        If `buyer` is not in the graph."""
    firm = snapshot.find(buyer) if buyer else None
    found = [row for row in chokepoints(snapshot.network, firm.id if firm else None, progress=progress) if row.hi > 0]
    by_degree = {row.entity: rank for rank, row in enumerate(sorted(found, key=lambda r: (-r.degree, r.entity)), 1)}
    rows = tuple(_row(snapshot, rank, row, by_degree[row.entity]) for rank, row in enumerate(found, 1))
    return ChokepointsAnswer(
        buyer=firm.id if firm else None,
        buyer_name=firm.name if firm else None,
        as_of=snapshot.as_of,
        finding=_finding(rows, firm.name if firm else None),
        note=NOTE,
        rows=rows,
    )


def _row(snapshot: Snapshot, rank: int, row: Chokepoint, degree_rank: int) -> ChokepointRow:
    entity = snapshot.entities[row.entity]
    network = snapshot.network
    supplied = network.supplier == network.position(row.entity)
    edges = [edge for triple in supplied.nonzero()[0] for edge in network.edges[triple]]
    return ChokepointRow(
        rank=rank,
        name=entity.name,
        type=entity.type,
        degree_rank=degree_rank,
        disagreement=_disagreement(rank, degree_rank),
        sample=any("sample" in edge.source_kinds for edge in edges),
        **row.model_dump(),
    )


def _disagreement(rank: int, degree_rank: int) -> str:
    if rank <= SHOWN_RANKS < degree_rank:
        return "hurts more than its few customers suggest"
    if degree_rank <= SHOWN_RANKS < rank:
        return "many customers, little damage: they have other sources"
    return ""


def _finding(rows: tuple[ChokepointRow, ...], buyer: str | None) -> str:
    if not rows:
        return f"No documented supplier of {buyer} can be removed." if buyer else "No supply is documented."
    first = rows[0]
    whom = buyer or "the documented buyers"
    lead = (
        f"The loss of {first.name} would hurt {whom} most: {first.potential} documented buyers could lose something "
        f"({first.actual} surely, by what is stated)"
    )
    if first.type == "Country":
        return f"{lead}."
    others = "no other documented source" if not first.substitutes else f"{first.substitutes} other documented sources at least"
    return f"{lead}, and there is {others} for what it delivers."
