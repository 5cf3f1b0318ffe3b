"""Shares inside a group: the central ones, which use priors, and the worst allocation that the bounds allow."""

import numpy as np

from graph.network import Floats, Ints, Network
from graph.priors import LONE_SUPPLIER


def central_shares(network: Network) -> Floats:
    """(T,) one share per triple, from priors: the wording's mean, else a third of the way up narrower stated bounds,
    else an equal part of what these leave (of a lone supplier the mean of its prior); kept within bounds.

    Where a group would exceed 1 what lies above the least shares is scaled down."""
    if not len(network.start):
        return np.zeros(0)
    sizes = network.sizes
    wanted = np.clip(_wanted(network), network.share_lo, network.share_hi)
    least = np.add.reduceat(network.share_lo, network.start)
    above = wanted - network.share_lo
    total = np.add.reduceat(above, network.start)
    scale = np.minimum(1.0, (1.0 - least) / np.maximum(total, 1e-12))
    shares: Floats = network.share_lo + above * np.repeat(np.clip(scale, 0.0, 1.0), sizes)
    return shares


def _wanted(network: Network) -> Floats:
    """(T,) what each share would be if it were alone with its bounds."""
    lo, hi, sizes = network.share_lo, network.share_hi, network.sizes
    said = np.where(np.isnan(network.prior), (2 * lo + hi) / 3, network.prior)
    known = ~np.isnan(network.prior) | (hi - lo < 1)
    left = 1.0 - np.add.reduceat(np.where(known, said, 0.0), network.start)
    others = np.add.reduceat((~known).astype(np.int64), network.start)
    least, mode, most = LONE_SUPPLIER
    equal = np.where(sizes == 1, (least + 4 * mode + most) / 6, np.maximum(0.0, left) / np.maximum(1, others))
    return np.where(known, said, np.repeat(equal, sizes))


def greedy(lost: Floats, room: Floats, rest: Floats, start: Ints) -> Floats:
    """(G, K) what each group loses beyond its least shares when its `rest` (G,) goes to those who lose most.

    `lost` (T, K) is what each supplier loses, `room` (T,) how much its share can grow. The greedy step of interval
    Markov chains: exact, since the loss is linear in the shares."""
    sizes = np.diff(np.append(start, len(room)))
    group = np.repeat(np.arange(len(start)), sizes)
    order = np.lexsort((-lost.T, np.broadcast_to(group, lost.T.shape)))  # (K, T)
    grown = room[order]
    before = np.cumsum(grown, axis=1) - grown
    before -= before[:, start][:, group]
    given = np.clip(rest[group] - before, 0.0, grown)
    worst = np.take_along_axis(lost.T, order, axis=1)
    return np.add.reduceat(given * worst, start, axis=1).T
