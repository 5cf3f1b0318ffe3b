"""How reliant is X on Y? The finding in words first, then three readings, chains, sentences and what is not known."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pydantic import ConfigDict, Field

from answers.snapshot import Snapshot
from answers.statements import StatementRow, rows_of
from graph.assemble import Edge
from graph.evidence import Model, Share
from graph.network import UNSPECIFIED
from risk.paths import Hop, paths
from risk.reliance import Coverage, Interval, coverage, reliance
from risk.target import target

SUPPLY_TYPES = ("SUPPLIES", "DEPENDS_ON", "USES", "MANUFACTURES", "DEVELOPS", "OPERATES", "PROVIDES", "INPUT_TO")


class HopAnswer(Model):
    """One step of a chain, buyer -> supplier, with every sentence that says so."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    type: str
    """Types of the relations it rests on, joined by `+`; the direction is always from the buyer to the supplier."""
    from_: str = Field(serialization_alias="from")
    to: str
    from_name: str
    to_name: str
    product: str | None
    product_name: str | None
    share_lo: Share | None
    share_hi: Share | None
    """None: the size is not stated."""
    cue: str | None
    p: Share
    statements: tuple[StatementRow, ...]


class PathAnswer(Model):
    """A chain of supply from the buyer to the target."""

    hops: tuple[HopAnswer, ...]


class Readings(Model):
    """Face value (tier 1), linear look-through (all tiers, by share), Leontief (the scarcest essential input)."""

    face: Interval
    linear: Interval
    leontief: Interval


class Pivot(Model):
    """The one documented relation whose loss would move the greatest reliance most."""

    hop: HopAnswer
    hi_without: Share
    """Greatest linear look-through value without it."""


class RelianceAnswer(Model):
    """The answer; pages, commands and exports show this object and compute nothing."""

    buyer: str
    buyer_name: str
    target: str
    target_name: str
    as_of: date
    known_at: date | None
    finding: str
    readings: Readings
    documented: bool
    """Whether any chain of supply from buyer to target is documented. Where it is not, that is no proof of none."""
    coverage: Coverage
    coverage_note: str
    paths: tuple[PathAnswer, ...]
    beside: tuple[StatementRow, ...]
    """What is said of the two and not counted: plans, hedges, allegations, denials, past relations."""
    pivot: Pivot | None
    members: tuple[str, ...]
    """Names of what counts as the target: what it controls, or what stands in the country."""
    iterations: int
    residual: float
    sample: bool
    """Whether any sentence behind it is from the sample corpus."""


def answer(snapshot: Snapshot, buyer: str, on: str) -> RelianceAnswer:
    """The reliance of `buyer` on `on`; both are names, aliases or ids.

    Raises
    ------
    UnknownEntity
        With near names, if either is not in the graph."""
    firm, lost = snapshot.find(buyer), snapshot.find(on)
    network = snapshot.network
    found = reliance(network, firm.id, lost.id)
    members = target(network, lost.id).members
    chains = paths(network, firm.id, frozenset(members))
    hops = [[_hop(snapshot, hop) for hop in chain] for chain in chains]
    covered = coverage(network, firm.id)
    beside = tuple(_beside(snapshot, firm.id, members))
    return RelianceAnswer(
        buyer=firm.id,
        buyer_name=firm.name,
        target=lost.id,
        target_name=lost.name,
        as_of=snapshot.as_of,
        known_at=snapshot.known_at,
        finding=_finding(snapshot, firm.id, lost.id, hops, chains),
        readings=Readings(face=found.face, linear=found.linear, leontief=found.leontief),
        documented=bool(chains),
        coverage=covered,
        coverage_note=_coverage_note(snapshot, firm.id, covered),
        paths=tuple(PathAnswer(hops=tuple(chain)) for chain in hops),
        beside=beside,
        pivot=_pivot(snapshot, found.linear.hi, firm.id, lost.id, chains),
        members=tuple(snapshot.name(member) for member in members if member != lost.id),
        iterations=found.iterations,
        residual=found.residual,
        sample=any(row.sample for chain in hops for hop in chain for row in hop.statements),
    )


def _hop(snapshot: Snapshot, hop: Hop) -> HopAnswer:
    network = snapshot.network
    edges = network.edges[hop.triple]
    stated = any(edge.share_lo is not None or edge.share_hi is not None for edge in edges)
    product = hop.product if hop.product != UNSPECIFIED else None
    return HopAnswer(
        type="+".join(sorted({edge.type for edge in edges})),
        from_=hop.buyer,
        to=hop.supplier,
        from_name=snapshot.name(hop.buyer),
        to_name=snapshot.name(hop.supplier),
        product=product,
        product_name=snapshot.name(product) if product else None,
        share_lo=float(network.share_lo[hop.triple]) if stated else None,
        share_hi=float(network.share_hi[hop.triple]) if stated else None,
        cue=_cue(edges),
        p=min(1.0, float(network.p[hop.triple])),
        statements=tuple(rows_of(snapshot, dict.fromkeys(id for edge in edges for id in edge.statements))),
    )


def _cue(edges: Iterable[Edge]) -> str | None:
    return next((edge.cue for edge in edges if edge.cue), None)


def _finding(snapshot: Snapshot, buyer: str, on: str, hops: list[list[HopAnswer]], chains: list[list[Hop]]) -> str:
    """One sentence that leads with the words of the sources, not with a number."""
    firm, lost = snapshot.name(buyer), snapshot.name(on)
    if not hops:
        return f"No chain of supply from {lost} to {firm} is documented here; that is no proof that there is none."
    direct = [(chain[0], raw[0]) for chain, raw in zip(hops, chains, strict=True) if len(chain) == 1]
    if not direct:
        through = ", ".join(dict.fromkeys(chain[0].to_name for chain in hops))
        return f"{firm} relies on {lost} only through others, as far as is documented: by way of {through}."
    hop, raw = max(direct, key=lambda pair: (pair[0].share_lo or 0.0, pair[0].p))
    product = f" for {hop.product_name}" if hop.product_name and hop.product not in (hop.to, on) else ""
    others = _alternatives(snapshot, raw)
    indirect = sum(len(chain) > 1 for chain in hops)
    more = "1 more chain leads" if indirect == 1 else f"{indirect} more chains lead"
    tail = f"; {more} there through others" if indirect else ""
    return f"{firm} relies on {lost}{product}: {_size(hop, others)}{tail}."


def _alternatives(snapshot: Snapshot, hop: Hop) -> int:
    network = snapshot.network
    return int((network.group_of == network.group_of[hop.triple]).sum()) - 1


def _size(hop: HopAnswer, others: int) -> str:
    stated = hop.share_lo is not None and hop.share_hi is not None
    if hop.cue == "sole" or (stated and (hop.share_lo or 0) >= 0.995):
        return "it is said to be the sole source"
    if stated and hop.share_lo is not None and hop.share_hi is not None and (hop.share_lo, hop.share_hi) != (0.5, 1.0):
        return f"the stated share is {hop.share_lo:.0%} to {hop.share_hi:.0%}"
    if hop.cue in ("most", "dominant", "main"):
        return f"it is said to be the {'main' if hop.cue != 'main' else 'a main'} source".replace("the a", "a")
    if others:
        return f"one of {others + 1} documented sources, size not stated"
    trend = next((row.qualifiers["trend"] for row in hop.statements if "trend" in row.qualifiers), None)
    falling = ", and is said to be " + trend if trend else ""
    return f"dependence stated, size not stated{falling}"


def _coverage_note(snapshot: Snapshot, buyer: str, covered: Coverage) -> str:
    network = snapshot.network
    triples = network.triples_of(network.position(buyer))
    groups = len({int(network.group_of[triple]) for triple in triples})
    if not groups:
        return f"No input of {snapshot.name(buyer)} is documented."
    return (
        f"{groups} input{'s' if groups > 1 else ''} and {len(triples)} supplier{'s' if len(triples) > 1 else ''} of "
        f"{snapshot.name(buyer)} are documented; figures speak of these alone, and what no source states is bounded, not guessed."
    )


def _beside(snapshot: Snapshot, buyer: str, members: tuple[str, ...]) -> list[StatementRow]:
    counted = {edge.id for triple in snapshot.network.edges for edge in triple}
    by_edge = {id for edge in snapshot.edges if edge.id in counted for id in edge.statements}
    ends = set(members)
    found = [
        item.statement.id
        for item in snapshot.evidence.values()
        if item.statement.type in SUPPLY_TYPES
        and (item.statement.id not in by_edge or item.statement.polarity == "negated")
        and buyer in (item.statement.subject, item.statement.object)
        and ends.intersection((item.statement.subject, item.statement.object))
    ]
    return rows_of(snapshot, found)


def _pivot(snapshot: Snapshot, hi: float, buyer: str, on: str, chains: list[list[Hop]]) -> Pivot | None:
    """Each relation on the chains left out in turn; the one whose absence lowers the greatest value most."""
    best: tuple[float, Hop] | None = None
    for hop in {hop.triple: hop for chain in chains for hop in chain}.values():
        network = snapshot.network
        gone = network.share_hi.copy()
        gone[hop.triple] = 0.0
        least = network.share_lo.copy()
        least[hop.triple] = 0.0
        without = reliance(replace(network, share_lo=least, share_hi=gone), buyer, on).linear.hi
        if best is None or without < best[0]:
            best = (without, hop)
    if best is None or best[0] >= hi:
        return None
    return Pivot(hop=_hop(snapshot, best[1]), hi_without=best[0])
