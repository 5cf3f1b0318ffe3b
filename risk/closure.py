"""The part of a network that some buyers can reach upstream: all that any figure of theirs can rest on."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_array

from graph.network import Network


def upstream_of(network: Network, buyers: Sequence[int]) -> Network:
    """`network` with the groups of `buyers` and of everybody upstream of them alone; the nodes stay.

    It is `network` itself where that is all of it."""
    return _upstream_of(network, tuple(sorted(int(buyer) for buyer in buyers)))


@lru_cache(maxsize=16)
def _upstream_of(network: Network, buyers: tuple[int, ...]) -> Network:
    graph = who_buys(network)
    reached = np.zeros(len(network.ids), dtype=bool)
    front = np.array(buyers, dtype=np.int64)
    while len(front):
        reached[front] = True
        front = np.unique(graph[front].indices)
        front = front[~reached[front]]
    groups = np.flatnonzero(reached[network.buyer])
    return network if len(groups) == len(network.start) else network.of_groups(groups)


@lru_cache(maxsize=8)
def who_buys(network: Network) -> csr_array:
    """(n, n) who buys from whom: a row a buyer, a column a supplier; the entries count triples."""
    n, buyers = len(network.ids), network.buyer[network.group_of]
    graph = csr_array((np.ones(len(buyers), dtype=np.int32), (buyers, network.supplier)), shape=(n, n))
    graph.sum_duplicates()
    return graph
