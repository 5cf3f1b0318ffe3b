"""The least fixed point of a loss through all tiers: what every buyer loses. One column a scenario.

Every step is monotone in v, so iterating from the loss itself climbs to the least fixed point: shares that run in a
circle are no trouble for it, where a matrix inverse would be singular (docs/methods.md, "Readings"). Strongly connected
components are condensed: what lies on no circle is computed once, suppliers before buyers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.network import Floats, Ints, Network
from risk.groups import Figure
from risk.kernel import Kernel, Reading, apply, kernel
from risk.levels import levels
from risk.shares import central_shares

TOLERANCE = 1e-14
"""Change in a step at which a circle counts as settled, of networks up to LARGE triples."""
LARGE, LARGE_TOLERANCE = 200_000, 1e-10
MAX_ITERATIONS, MOST_WORK = 200_000, 20_000_000_000
"""A circle is given up after so many steps, or so many triples x columns x steps; the residual says how far it was."""


@dataclass(frozen=True, eq=False)
class Solution:
    """A fixed point with how it was reached."""

    v: Floats
    """Like the loss asked about: (n,) or (n, K)."""
    iterations: int
    """Steps of the slowest circle; 1 where there is none."""
    residual: float
    """Greatest change in the last step of any circle; 0 where there is none."""


@lru_cache(maxsize=8)
def plan(network: Network) -> tuple[tuple[Kernel, bool], ...]:
    """`network` cut into kernels in the order in which they are solved, each with whether its buyers lie on circles.

    Kept for the networks used last."""
    if not len(network.start):
        return ()
    level, cyclic = levels(network)
    central = central_shares(network)
    key = 2 * level[network.buyer] + cyclic[network.buyer]
    return tuple((kernel(network, groups, central), bool(key[groups[0]] % 2)) for groups in _alike(key))


@lru_cache(maxsize=8)
def whole(network: Network) -> Kernel:
    """All buyers of `network` at once; it must have one."""
    return kernel(network, np.arange(len(network.start)), central_shares(network))


def _alike(key: Ints) -> Iterator[Ints]:
    """Positions with equal keys together, in the order of the keys, each ascending."""
    order = np.argsort(key, kind="stable")
    yield from np.split(order, np.flatnonzero(np.diff(key[order])) + 1)


def solve(
    network: Network,
    lost: Floats,
    *,
    reading: Reading,
    figure: Figure,
    max_hops: int | None = None,
    tolerance: float | None = None,
    known: Floats | None = None,
) -> Solution:
    """The least v with v = max(lost, step(v)): what each node loses when `lost` (n,) or (n, K) goes, through all tiers.

    With `max_hops` only losses that travel at most so many tiers count. `known` may hold the solution of a figure that is
    never greater: climbing starts from it."""
    v = _block(lost).astype(float)
    if max_hops is not None:
        solution = _hops(network, v, reading, figure, max_hops)
    else:
        start = v.copy() if known is None else np.maximum(v, known.reshape(v.shape))
        settled = tolerance or (TOLERANCE if len(network.supplier) <= LARGE else LARGE_TOLERANCE)
        solution = _settle(network, v, start, reading, figure, settled)
    return Solution(solution.v.reshape(lost.shape), solution.iterations, solution.residual)


def step(network: Network, v: Floats, *, reading: Reading, figure: Figure) -> Floats:
    """What each buyer loses when its suppliers lose `v` (n,) or (n, K): one tier."""
    block = _block(v)
    out = np.zeros_like(block)
    if len(network.start):
        out[whole(network).buyers] = apply(whole(network), block, reading=reading, figure=figure)
    return out.reshape(v.shape)


def first_tier(network: Network, lost: Floats, *, figure: Figure) -> Floats:
    """What each node loses of what it buys from the lost themselves; the nodes of `lost` (n,) or (n, K) count in full.

    A country's part of a market is no tier: what its firms lose counts at once."""
    near = lost.astype(float)
    if len(network.parts):
        near[network.parts] = np.maximum(lost, step(network, lost, reading="linear", figure=figure))[network.parts]
    return np.maximum(lost, step(network, near, reading="linear", figure=figure))


def _block(v: Floats) -> Floats:
    """(n, K), of one column where `v` is (n,)."""
    return v[:, None] if v.ndim == 1 else v


def _hops(network: Network, v: Floats, reading: Reading, figure: Figure, max_hops: int) -> Solution:
    lost, residual, number = v, np.inf, 0
    while residual > 0 and number < max_hops:
        number += 1
        after = np.maximum(lost, step(network, v, reading=reading, figure=figure))
        residual = float(np.max(after - v, initial=0.0))
        v = after
    return Solution(v, number, residual if number else 0.0)


def _settle(network: Network, seeds: Floats, v: Floats, reading: Reading, figure: Figure, tolerance: float) -> Solution:
    """Climbs from `v`, which it changes."""
    slowest, worst = 1, 0.0
    for part, cyclic in plan(network):
        lost, current = seeds[part.buyers], v[part.buyers]
        residual, number = np.inf, 0
        while residual > tolerance and number < (_budget(part, v.shape[1]) if cyclic else 1):
            number += 1
            after = np.maximum(lost, apply(part, v, reading=reading, figure=figure))
            residual = float(np.max(after - current, initial=0.0))
            v[part.buyers] = current = after
        if cyclic:
            slowest, worst = max(slowest, number), max(worst, residual)
    return Solution(v, slowest, worst)


def _budget(part: Kernel, columns: int) -> int:
    """Steps that a circle may take: shares that sum almost to 1 around it settle slowly."""
    return min(MAX_ITERATIONS, max(1_000, MOST_WORK // max(1, len(part.groups.supplier) * columns)))
