"""The chains of supply between a buyer and what it may rely on, the best evidenced first."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from graph.evidence import Model
from graph.network import Floats, Ints, Network

MOST_TRIED = 20_000
"""Unfinished chains after which the search ends: hop limits can make very many of them useless."""


class Hop(Model):
    """One step up the chain: `buyer` gets `product` (or something unspecified) from `supplier`."""

    buyer: str
    supplier: str
    product: str
    triple: int
    """Position in the network's triples."""


@dataclass(frozen=True, eq=False)
class Links:
    """Who buys from whom, one link a pair: its best evidenced triple, and its doubt, -log p."""

    first: Ints
    """(n + 1,) first link of each buyer."""
    supplier: Ints
    triple: Ints
    doubt: Floats

    def matrix(self) -> csr_array:
        """(n, n) the doubts, a row a buyer."""
        n = len(self.first) - 1
        return csr_array((self.doubt, self.supplier, self.first), shape=(n, n))


@lru_cache(maxsize=8)
def links(network: Network) -> Links:
    """The links of `network`, sorted by buyer and supplier."""
    doubt = 1e-6 - np.log(np.maximum(network.p, 1e-9))  # a hop costs a little even where it is certain
    buyer = network.buyer[network.group_of]
    order = np.lexsort((doubt, network.supplier, buyer))
    pair = buyer[order] * len(network.ids) + network.supplier[order]
    best = order[np.append(True, np.diff(pair) > 0)] if len(order) else order
    first = np.searchsorted(buyer[best], np.arange(len(network.ids) + 1))
    return Links(first, network.supplier[best], best, doubt[best])


def paths(network: Network, buyer: str, members: frozenset[str], *, most: int = 5, max_hops: int | None = None) -> list[list[Hop]]:
    """Up to `most` chains from `buyer` to any of `members`, no node twice, at most `max_hops` long if that is given.

    Ordered by the product of the probabilities of their steps, greatest first; of equals the first by name. A chain ends
    at the first member it meets."""
    source = network.position(buyer)
    ends = [int(member) for member in network.positions(members) if int(member) != source]
    if not ends:
        return []
    return [_hops(network, chain) for chain in islice(_chains(links(network), source, ends, max_hops or len(network.ids)), most)]


def _chains(net: Links, source: int, ends: list[int], max_hops: int) -> Iterator[tuple[int, ...]]:
    """Chains as triples in order of doubt: A* whose estimate of the rest is the exact least doubt to any end."""
    back = net.matrix().T.tocsr()
    rest = dijkstra(back, indices=ends, min_only=True)
    hops = dijkstra(back, indices=ends, min_only=True, unweighted=True)
    final = set(ends)
    heap: list[tuple[float, float, tuple[int, ...], tuple[int, ...]]] = [(rest[source], 0.0, (source,), ())]
    for _ in range(MOST_TRIED):
        if not heap or not np.isfinite(heap[0][0]):
            return
        _, doubt, nodes, triples = heapq.heappop(heap)
        if nodes[-1] in final:
            yield triples
            continue
        for link in range(net.first[nodes[-1]], net.first[nodes[-1] + 1]):
            supplier = int(net.supplier[link])
            if supplier not in nodes and len(triples) + 1 + hops[supplier] <= max_hops:
                cost = doubt + net.doubt[link]
                heapq.heappush(heap, (cost + rest[supplier], cost, (*nodes, supplier), (*triples, int(net.triple[link]))))


def _hops(network: Network, chain: tuple[int, ...]) -> list[Hop]:
    return [hop_of(network, triple) for triple in chain]


def hop_of(network: Network, triple: int) -> Hop:
    """The step that a triple is."""
    group = int(network.group_of[triple])
    return Hop(
        buyer=network.ids[int(network.buyer[group])],
        supplier=network.ids[int(network.supplier[triple])],
        product=network.product[group],
        triple=triple,
    )
