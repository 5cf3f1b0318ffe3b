"""The Leontief reading once others step in: what is lost is partly replaced from the same market.

Replaceability is that of Diem et al. 2022 (Sci. Rep. 12, 7719): sigma_i = min(1, volume_i / what the market of its
product still delivers). A market is a product across all buyers, or one buyer's group where none is named; the volume
of a supplier is the sum of its central shares there, every buyer counting once, since purchases are not known. What is
spared can be raised by a ramp. Rests on priors throughout; docs/methods.md, "Substitution"."""

from functools import lru_cache

import numpy as np

from graph.network import Floats, Ints, Network
from risk.fixed_point import Solution, whole
from risk.kernel import leontief

RAMP = 0.10
"""Prior: part by which other suppliers can raise output within twelve weeks."""
TOLERANCE = 1e-9
MAX_ITERATIONS = 1_000


def substituted(network: Network, lost: Floats, *, ramp: float = RAMP) -> Solution:
    """(n,) the central Leontief loss when `lost` (n,) goes and the rest of each market steps in."""
    v, residual, number = lost.astype(float), np.inf, 0
    while residual > TOLERANCE and number < MAX_ITERATIONS and len(network.start):
        number += 1
        after = np.maximum(lost, _step(network, v, ramp))
        residual = float(np.max(after - v, initial=0.0))
        v = after
    return Solution(v, number, residual if number else 0.0)


def _step(network: Network, v: Floats, ramp: float) -> Floats:
    kernel = whole(network)
    lost = kernel.groups.central * replaceability(network, v) * v[network.supplier]
    groups = np.add.reduceat(lost, network.start)
    groups = np.maximum(0.0, 1.0 - (1.0 - groups) * (1.0 + ramp))
    out = np.zeros(len(v))
    out[kernel.buyers] = leontief(kernel, groups[:, None], "central")[:, 0]
    return out


def replaceability(network: Network, v: Floats) -> Floats:
    """(T,) sigma of each triple's supplier in its market when suppliers lose `v`: 1 where nobody can step in."""
    market, seller, volume = _markets(network)
    left = np.bincount(market, volume * (1.0 - v[seller]))[market]
    sigma = np.where(left > 1e-10, np.minimum(1.0, volume / np.maximum(left, 1e-10)), 1.0)
    found: Floats = sigma[_pairs(network)[1]]
    return found


@lru_cache(maxsize=8)
def _markets(network: Network) -> tuple[Ints, Ints, Floats]:
    """One entry a pair of market and supplier: the market, the supplier's position, its volume there."""
    key, pair = _pairs(network)
    volume = np.bincount(pair, whole(network).groups.central)
    n = len(network.ids)
    return (key // n).astype(np.int64), (key % n).astype(np.int64), volume.astype(np.float64)


@lru_cache(maxsize=8)
def _pairs(network: Network) -> tuple[Ints, Ints]:
    """The distinct market x n + supplier, and (T,) which of them each triple is."""
    names: dict[object, int] = {}
    market = np.array([names.setdefault(product if ":" in product else group, len(names)) for group, product in enumerate(network.product)])
    keys, pair = np.unique(market[network.group_of] * len(network.ids) + network.supplier, return_inverse=True)
    return keys, pair.astype(np.int64)
