"""Which nodes are near to some others in the network: personalised PageRank. A ranking of relevance, no reliance figure:
its mass is split by the number of suppliers and discounted by distance."""

import numpy as np

from graph.network import Floats, Network
from risk.closure import who_buys

DAMPING = 0.85


def relevance(network: Network, restart: Floats, *, damping: float = DAMPING, tolerance: float = 1e-10) -> Floats:
    """(n,) the personalised PageRank from `restart` (n,), which is scaled to sum to 1, along buyer -> supplier.

    x = a P' x + (1 - a) s + a s (sum of x over those who buy nothing). Iterated until the absolute change, summed over
    all nodes, is at most `tolerance`: a tolerance a node would be vacuous on a large network.

    Raises
    ------
    ValueError
        If `restart` is nowhere positive.

    References
    ----------
    .. [1] Page, Brin, Motwani & Winograd (1999), The PageRank citation ranking."""
    if not restart.sum() > 0:
        raise ValueError("the restart is 0 everywhere; name at least one node")
    start = restart / restart.sum()
    links = (who_buys(network) > 0).astype(float)
    degree = np.asarray(links.sum(axis=1)).ravel()
    back = links.T.tocsr()
    x, change = start.copy(), np.inf
    while change > tolerance:
        share = np.divide(x, degree, out=np.zeros_like(x), where=degree > 0)
        after = damping * (back @ share) + (1 - damping + damping * x[degree == 0].sum()) * start
        change, x = float(np.abs(after - x).sum()), after
    return np.asarray(x)
