"""The chains of supply between a buyer and what it may rely on, the best evidenced first."""

import math
from collections.abc import Iterator
from itertools import islice

import networkx as nx

from graph.evidence import Model
from graph.network import Network

MAX_HOPS = 6


class Hop(Model):
    """One step up the chain: `buyer` gets `product` (or something unspecified) from `supplier`."""

    buyer: str
    supplier: str
    product: str
    triple: int
    """Position in the network's triples."""


def upstream(network: Network) -> "nx.DiGraph[int]":
    """Who buys from whom as a graph buyer -> supplier; between two nodes the best evidenced triple."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(network.ids)))
    for triple, (group, supplier) in enumerate(zip(network.group_of, network.supplier, strict=True)):
        buyer, p = int(network.buyer[group]), float(network.p[triple])
        known = graph.get_edge_data(buyer, int(supplier))
        if known is None or known["p"] < p:
            graph.add_edge(buyer, int(supplier), p=p, triple=triple, doubt=-math.log(max(p, 1e-9)) + 1e-6)
    return graph


def paths(network: Network, buyer: str, members: frozenset[str], *, most: int = 5, max_hops: int = MAX_HOPS) -> list[list[Hop]]:
    """Up to `most` chains from `buyer` to any of `members`, no node twice, at most `max_hops` long.

    Ordered by the product of the probabilities of their steps, greatest first."""
    graph = upstream(network)
    source, sink = network.position(buyer), -1
    for member in network.positions(members):
        if int(member) != source:
            graph.add_edge(int(member), sink, doubt=0.0)
    if sink not in graph or not nx.has_path(graph, source, sink):
        return []
    near = _within_reach(graph, source, sink, max_hops)
    return [_hops(network, graph, chain[:-1]) for chain in islice(_shortest(near, source, sink, members, network, max_hops), most)]


def _within_reach(graph: "nx.DiGraph[int]", source: int, sink: int, max_hops: int) -> "nx.DiGraph[int]":
    """Only the nodes on some walk from source to sink of allowed length."""
    out = nx.single_source_shortest_path_length(graph, source, cutoff=max_hops + 1)
    back = nx.single_source_shortest_path_length(graph.reverse(copy=False), sink, cutoff=max_hops + 1)
    return graph.subgraph([node for node in out if node in back and out[node] + back[node] <= max_hops + 1])


def _shortest(
    graph: "nx.DiGraph[int]", source: int, sink: int, members: frozenset[str], network: Network, max_hops: int
) -> Iterator[list[int]]:
    """Chains in order of doubt that end at the first member they meet; gives up after a thousand candidates."""
    if source not in graph or sink not in graph:
        return
    for chain in islice(nx.shortest_simple_paths(graph, source, sink, weight="doubt"), 1000):
        inner = chain[1:-2]
        if len(chain) - 2 <= max_hops and not any(network.ids[node] in members for node in inner):
            yield chain


def _hops(network: Network, graph: "nx.DiGraph[int]", chain: list[int]) -> list[Hop]:
    hops = []
    for buyer, supplier in zip(chain, chain[1:], strict=False):
        triple = graph.edges[buyer, supplier]["triple"]
        product = network.product[int(network.group_of[triple])]
        hops.append(Hop(buyer=network.ids[buyer], supplier=network.ids[supplier], product=product, triple=triple))
    return hops
