"""The order in which a network can be solved: strongly connected components condensed, suppliers before buyers."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from graph.network import Ints, Network


def levels(network: Network) -> tuple[Ints, Ints]:
    """(n,) the level of each node, 0 for those that buy nothing, and (n,) whether it lies on a cycle.

    Every supplier of a node lies on a lower level, or on the same one in the same strongly connected component."""
    n = len(network.ids)
    buyers = network.buyer[network.group_of]
    graph = csr_array((np.ones(len(buyers), dtype=np.int8), (buyers, network.supplier)), shape=(n, n))
    count, component = connected_components(graph, directed=True, connection="strong")
    cyclic = np.bincount(component, minlength=count) > 1
    cyclic[component[buyers[buyers == network.supplier]]] = True
    level = _longest(component[buyers], component[network.supplier], count)
    return level[component], cyclic[component].astype(np.int64)


def _longest(buyer: Ints, supplier: Ints, count: int) -> Ints:
    """(count,) the longest way down from each component of an acyclic graph: Kahn's order, a level at a time."""
    outside = buyer != supplier
    buyer, supplier = buyer[outside], supplier[outside]
    order = np.argsort(supplier, kind="stable")
    customers, first = buyer[order], np.searchsorted(supplier[order], np.arange(count + 1))
    waiting = np.bincount(buyer, minlength=count)
    level = np.zeros(count, dtype=np.int64)
    ready, depth = np.flatnonzero(waiting == 0), 0
    while len(ready):
        level[ready] = depth
        depth += 1
        lengths = first[ready + 1] - first[ready]
        served = customers[np.repeat(first[ready] - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())]
        touched, times = np.unique(served, return_counts=True)
        waiting[touched] -= times
        ready = touched[waiting[touched] == 0]
    return level
