"""Where are the chokepoints? Measured removal with names, structure beside it, and where the two disagree."""

from collections.abc import Callable, Sequence
from datetime import date

from answers.hops import HopAnswer, hop_answer, input_name
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
    input: str | None
    """Name of the input it hurts through: the binding one of the buyer asked about, else that with fewest substitutes."""
    substitutes: int
    """Other documented suppliers of that input that are left."""
    alternatives: tuple[str, ...]
    """Their names."""
    cut: Share
    """Part of that input's flow that must pass through it (min-cut)."""
    degree: int
    degree_rank: int
    betweenness: float | None
    betweenness_rank: int | None
    dominates: int
    articulation: bool
    disagreement: str
    """In words, where damage and structure rank it apart; empty where they agree."""
    binding: tuple[HopAnswer, ...]
    """How its loss reaches the buyer asked about, with every sentence; empty when none is asked about."""
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
    by_degree = _ranks(found, lambda row: row.degree)
    by_betweenness = _ranks(found, lambda row: row.betweenness or 0.0)
    top = max((row.central for row in found), default=0.0)
    rows = tuple(_row(snapshot, rank, row, by_degree, by_betweenness, top) for rank, row in enumerate(found, 1))
    return ChokepointsAnswer(
        buyer=firm.id if firm else None,
        buyer_name=firm.name if firm else None,
        as_of=snapshot.as_of,
        finding=_finding(rows, firm.name if firm else None),
        note=NOTE,
        rows=rows,
    )


def _ranks(found: Sequence[Chokepoint], measure: Callable[[Chokepoint], float]) -> dict[str, int]:
    """Entity -> its place by `measure`, the greatest first."""
    return {row.entity: rank for rank, row in enumerate(sorted(found, key=lambda row: (-measure(row), row.entity)), 1)}


def _row(
    snapshot: Snapshot, rank: int, row: Chokepoint, by_degree: dict[str, int], by_betweenness: dict[str, int], top: float
) -> ChokepointRow:
    entity, network = snapshot.entities[row.entity], snapshot.network
    supplied = (network.supplier == network.position(row.entity)).nonzero()[0]
    binding = tuple(hop_answer(snapshot, hop) for hop in row.chain)
    return ChokepointRow(
        rank=rank,
        name=entity.name,
        type=entity.type,
        input=input_name(snapshot, row.product) if row.product else None,
        substitutes=len(row.substitutes),
        alternatives=tuple(snapshot.name(other) for other in row.substitutes),
        degree_rank=by_degree[row.entity],
        betweenness_rank=by_betweenness[row.entity] if row.betweenness is not None else None,
        disagreement=_disagreement(rank, by_degree[row.entity], by_betweenness[row.entity], row, top),
        binding=binding,
        sample=any("sample" in edge.source_kinds for triple in supplied for edge in network.edges_of(int(triple))),
        **row.model_dump(exclude={"product", "chain", "substitutes"}),
    )


def _disagreement(rank: int, degree_rank: int, betweenness_rank: int, row: Chokepoint, top: float) -> str:
    """Damage against customers and chains; nothing where all three put it on the same side of the shown ranks. Little damage is
    less than half of the greatest."""
    little = rank > SHOWN_RANKS and row.central < top / 2
    if rank <= SHOWN_RANKS < degree_rank:
        return "hurts more than its few customers suggest"
    if degree_rank <= SHOWN_RANKS and little:
        left = "they have other sources" if row.substitutes else "what it delivers is a small part of what they need"
        return f"many customers, little damage: {left}"
    if rank <= SHOWN_RANKS < betweenness_rank:
        return "hurts more than the few chains through it suggest"
    if row.betweenness is not None and betweenness_rank <= SHOWN_RANKS and little:
        return "on many chains, little damage"
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
