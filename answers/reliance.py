"""How reliant is X on Y? The finding in words first, then three readings, chains, sentences and what is not known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from answers.finding import coverage_note, finding, sizes
from answers.hops import HopAnswer, hop_answer
from answers.snapshot import Snapshot
from answers.statements import StatementRow, rows_of
from graph.evidence import Model, Share, label_of
from graph.network import UNSPECIFIED, Network
from graph.provision import market_of
from risk.binding import binding, binding_input
from risk.fixed_point import solve
from risk.paths import Hop, paths
from risk.reliance import Coverage, Hidden, Interval, Reliance, coverage, reliance
from risk.target import Target, target

PARTIES = ("Company", "Facility", "ResearchOrg")
SUPPLY_TYPES = ("SUPPLIES", "DEPENDS_ON", "USES", "MANUFACTURES", "DEVELOPS", "OPERATES", "PROVIDES", "INPUT_TO")


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
    """Id of what is asked about; of several, ids joined by ` + `."""
    target_name: str
    targets: tuple[str, ...]
    as_of: date
    known_at: date | None
    finding: str
    sizes: str
    """The documented bounds with the readings' names, in one clause."""
    readings: Readings
    hidden: Hidden
    """Look-through beyond face value."""
    substituted: Share
    """Central Leontief reading once others step in: rests on priors throughout."""
    documented: bool
    """Whether any chain of supply from buyer to target is documented. Where it is not, that is no proof of none."""
    coverage: Coverage
    coverage_note: str
    paths: tuple[PathAnswer, ...]
    binding: tuple[HopAnswer, ...]
    """How the central Leontief figure arises: the scarcest input at every tier, down to the target; the first step names
    the binding input. Empty where nothing is lost."""
    binding_input: str | None
    """Name of the input at which it becomes scarce."""
    beside: tuple[StatementRow, ...]
    """What is said of the two and not counted: plans, hedges, allegations, denials, past relations."""
    pivot: Pivot | None
    members: tuple[str, ...]
    """Names of the firms, sites and institutes that count as the target: what it controls, or what stands in the country."""
    iterations: int
    residual: float
    sample: bool
    """Whether any sentence behind it is from the sample corpus."""


def answer(snapshot: Snapshot, buyer: str, on: str | Sequence[str], *, max_hops: int | None = None) -> RelianceAnswer:
    """The reliance of `buyer` on `on`, one or several; all are names, aliases or ids. `max_hops` bounds the tiers that count.

    Raises
    ------
    UnknownEntity
        With near names, if one of them is not in the graph."""
    firm = snapshot.find(buyer)
    asked = [snapshot.find(name) for name in ([on] if isinstance(on, str) else on)]
    ids = tuple(dict.fromkeys(entity.id for entity in asked))
    found = reliance(snapshot.network, firm.id, ids, max_hops=max_hops)
    lost = target(snapshot.network, ids)
    chains = paths(snapshot.network, firm.id, frozenset(lost.members), max_hops=max_hops)
    hops = [[hop_answer(snapshot, hop) for hop in chain] for chain in chains]
    called = " and ".join(dict.fromkeys(entity.name for entity in asked))
    readings = Readings(face=found.face, linear=found.linear, leontief=found.leontief)
    bound = _binding(snapshot, firm.id, lost)
    return RelianceAnswer(
        buyer=firm.id,
        buyer_name=firm.name,
        target=" + ".join(ids),
        target_name=called,
        targets=ids,
        as_of=snapshot.as_of,
        known_at=snapshot.known_at,
        finding=finding(snapshot, firm.name, called, ids, hops, chains, max_hops),
        sizes=sizes({"face": found.face, "linear": found.linear, "leontief": found.leontief}),
        readings=readings,
        hidden=found.hidden,
        substituted=found.substituted,
        documented=bool(chains),
        coverage=coverage(snapshot.network, firm.id),
        coverage_note=coverage_note(snapshot, firm.id),
        paths=tuple(PathAnswer(hops=tuple(chain)) for chain in hops),
        binding=tuple(hop_answer(snapshot, hop) for hop in bound),
        binding_input=_product(snapshot, binding_input(bound)),
        beside=tuple(_beside(snapshot, firm.id, lost.members)),
        pivot=_pivot(snapshot, found, lost, chains),
        members=tuple(
            snapshot.name(member) for member in lost.members if member not in ids and not market_of(member) and label_of(member) in PARTIES
        ),
        iterations=found.iterations,
        residual=found.residual,
        sample=any(row.sample for chain in hops for hop in chain for row in hop.statements),
    )


def _binding(snapshot: Snapshot, buyer: str, lost: Target) -> list[Hop]:
    loss = solve(snapshot.network, lost.central, reading="leontief", figure="central").v
    return binding(snapshot.network, lost.central, loss, buyer)


def _product(snapshot: Snapshot, product: str | None) -> str | None:
    return None if product is None or product == UNSPECIFIED else snapshot.name(product)


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


def _pivot(snapshot: Snapshot, found: Reliance, lost: Target, chains: list[list[Hop]]) -> Pivot | None:
    """Each relation on the chains left out in turn; the one whose absence lowers the greatest value most."""
    network, best = snapshot.network, None
    for hop in {hop.triple: hop for chain in chains for hop in chain}.values():
        without = _hi_without(network, hop.triple, lost, found.buyer)
        if best is None or without < best[0]:
            best = (without, hop)
    if best is None or best[0] >= found.linear.hi:
        return None
    return Pivot(hop=hop_answer(snapshot, best[1]), hi_without=best[0])


def _hi_without(network: Network, triple: int, lost: Target, buyer: str) -> float:
    """The greatest linear look-through value of `buyer` without one triple."""
    least, most = network.share_lo.copy(), network.share_hi.copy()
    least[triple] = most[triple] = 0.0
    solved = solve(replace(network, share_lo=least, share_hi=most), lost.hi, reading="linear", figure="hi")
    return float(np.clip(round(float(solved.v[network.position(buyer)]), 12), 0.0, 1.0))
