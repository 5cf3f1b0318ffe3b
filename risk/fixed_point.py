"""The kernel: what one step of a loss does to every buyer, and its least fixed point. Vectors are (n,), 0 to 1.

Every step is monotone in v, so iterating from the loss itself climbs to the least fixed point: shares that run in a
circle are no trouble for it, where a matrix inverse would be singular (docs/methods.md, "Readings")."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.network import Essentiality, Floats, Network, Operator
from graph.priors import LONE_SUPPLIER

Figure = Literal["lo", "central", "hi", "possible"]
Reading = Literal["linear", "leontief"]
TOLERANCE = 1e-12
MAX_ITERATIONS = 10_000


@dataclass(frozen=True, eq=False)
class Solution:
    """A fixed point with how it was reached."""

    v: Floats
    iterations: int
    residual: float


def solve(network: Network, lost: Floats, *, reading: Reading, figure: Figure) -> Solution:
    """The least v with v = max(lost, step(v)): what each node loses when `lost` goes, through all tiers."""
    v, residual, iterations = lost.copy(), np.inf, 0
    shares = central_shares(network) if figure == "central" else np.empty(0)
    while residual > TOLERANCE and iterations < MAX_ITERATIONS:
        iterations += 1
        after = np.maximum(lost, step(network, v, reading=reading, figure=figure, shares=shares))
        residual = float(np.max(after - v, initial=0.0))
        v = after
    return Solution(v, iterations, residual)


def step(network: Network, v: Floats, *, reading: Reading, figure: Figure, shares: Floats | None = None) -> Floats:
    """(n,) what each buyer loses when its suppliers lose v: one tier."""
    if not len(network.start):
        return np.zeros(len(network.ids))
    groups = group_values(network, v, figure=figure, shares=shares)
    combine = linear if reading == "linear" else leontief
    return combine(network, groups, figure)


def group_values(network: Network, v: Floats, *, figure: Figure, shares: Floats | None = None) -> Floats:
    """(G,) the part of each group that is lost when suppliers lose v."""
    lost = v[network.supplier]
    pooled = _POOL[figure](network, lost, shares if shares is not None and len(shares) else central_shares(network))
    if np.all(network.operator == Operator.POOL):
        return pooled
    worst, least = np.maximum.reduceat(lost, network.start), np.minimum.reduceat(lost, network.start)
    return np.where(network.operator == Operator.POOL, pooled, np.where(network.operator == Operator.ALL, worst, least))


def _least(network: Network, lost: Floats, shares: Floats) -> Floats:
    """Every share at its least."""
    return np.add.reduceat(network.share_lo * lost, network.start)


def _central(network: Network, lost: Floats, shares: Floats) -> Floats:
    return np.add.reduceat(shares * lost, network.start)


def _greatest(network: Network, lost: Floats, shares: Floats) -> Floats:
    """Every share at its least, the rest of the group given to the suppliers that lose most, each up to its greatest.

    The greedy step of interval Markov chains: exact, since the loss is linear in the shares."""
    order = np.lexsort((-lost, network.group_of))
    room = (network.share_hi - network.share_lo)[order]
    rest = np.maximum(0.0, 1.0 - np.add.reduceat(network.share_lo, network.start))[network.group_of]
    before = np.cumsum(room) - room
    before -= before[network.start][network.group_of]
    given = np.clip(rest - before, 0.0, room)
    shares = network.share_lo[order] + given
    return np.minimum(1.0, np.add.reduceat(shares * lost[order], network.start))


def _possible(network: Network, lost: Floats, shares: Floats) -> Floats:
    """What is not documented to be safe is lost: 1 - sum of lo (1 - v)."""
    return np.clip(1.0 - np.add.reduceat(network.share_lo * (1.0 - lost), network.start), 0.0, 1.0)


_POOL: dict[Figure, Callable[[Network, Floats, Floats], Floats]] = {
    "lo": _least,
    "central": _central,
    "hi": _greatest,
    "possible": _possible,
}


def central_shares(network: Network) -> Floats:
    """(T,) one share per triple, from priors: the wording's mean, else an equal part of the group (of a lone
    supplier the mean of its prior); kept within bounds.

    Where a group would exceed 1 what lies above the least shares is scaled down."""
    if not len(network.start):
        return np.zeros(0)
    sizes = np.diff(np.append(network.start, len(network.supplier)))
    lo, mode, hi = LONE_SUPPLIER
    equal = np.where(sizes == 1, (lo + 4 * mode + hi) / 6, 1.0 / sizes).repeat(sizes)
    wanted = np.clip(np.where(np.isnan(network.prior), equal, network.prior), network.share_lo, network.share_hi)
    least = np.add.reduceat(network.share_lo, network.start)
    above = wanted - network.share_lo
    total = np.add.reduceat(above, network.start)
    scale = np.minimum(1.0, (1.0 - least) / np.maximum(total, 1e-12))
    shares: Floats = network.share_lo + above * np.repeat(np.clip(scale, 0.0, 1.0), sizes)
    return shares


def linear(network: Network, groups: Floats, figure: Figure) -> Floats:
    """(n,) sum over a buyer's groups of weight x loss; unknown weights at the figure's end of what they allow."""
    known = ~np.isnan(network.weight)
    weight = np.where(known, network.weight, 0.0)
    n = len(network.ids)
    value, used = np.zeros(n), np.zeros(n)
    np.add.at(value, network.buyer, weight * groups)
    np.add.at(used, network.buyer, weight)
    return np.minimum(1.0, value + np.maximum(0.0, 1.0 - used) * _unknown(network, groups, ~known, figure))


def _unknown(network: Network, groups: Floats, among: np.ndarray, figure: Figure) -> Floats:
    """(n,) the least, mean or greatest loss among a buyer's groups of unknown weight; 0 where there is none."""
    n = len(network.ids)
    buyer, groups = network.buyer[among], groups[among]
    if figure == "central":
        total, count = np.zeros(n), np.zeros(n)
        np.add.at(total, buyer, groups)
        np.add.at(count, buyer, 1.0)
        return total / np.maximum(count, 1.0)
    extreme = np.full(n, np.inf if figure == "lo" else -np.inf)
    (np.minimum if figure == "lo" else np.maximum).at(extreme, buyer, groups)
    return np.where(np.isfinite(extreme), extreme, 0.0)


def leontief(network: Network, groups: Floats, figure: Figure) -> Floats:
    """(n,) the loss of the scarcest essential group; non-essential ones add up linearly, negligible ones count nothing.

    A group of unknown essentiality counts as essential."""
    essential = (network.essentiality == Essentiality.ESSENTIAL) | (network.essentiality == Essentiality.UNKNOWN)
    scarcest = np.zeros(len(network.ids))
    np.maximum.at(scarcest, network.buyer[essential], groups[essential])
    if np.all(essential):
        return scarcest
    soft = np.where(network.essentiality == Essentiality.NON_ESSENTIAL, groups, 0.0)
    return np.maximum(scarcest, linear(network, soft, figure))
