"""Where a node stands in the structure: degree, betweenness, dominators, articulation points, min-cut.

Shown beside measured removal, never alone: structure knows neither shares nor substitutes. rustworkx does the work."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import rustworkx
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_flow

from graph.network import Floats, Ints, Network
from risk.closure import who_buys
from risk.fixed_point import whole

BETWEENNESS_LIMIT = 50_000_000
"""Nodes x links above which betweenness is not computed: its cost is their product."""
UNITS = 1_000_000
"""Integer capacity of a share of 1."""


@dataclass(frozen=True, eq=False)
class Structure:
    """Positions -> measures on the graph buyer -> supplier."""

    degree: np.ndarray
    """(n,) documented customers."""
    betweenness: Floats | None
    """(n,) part of the shortest supply chains that run through it (Freeman 1977), 0 to 1; None where too large."""
    articulation: frozenset[int]
    """Nodes whose removal cuts the undirected graph in two."""
    dominated: dict[int, int]
    """Node -> how many nodes reach the buyer only through it, itself included; empty when no buyer is asked about."""


def structure(network: Network, buyer: int | None = None) -> Structure:
    """The structure of `network`, seen from the node `buyer` where one is given."""
    matrix = who_buys(network)
    graph: rustworkx.PyDiGraph[None, None] = rustworkx.PyDiGraph()
    graph.add_nodes_from([None] * len(network.ids))
    buyers = np.repeat(np.arange(len(network.ids)), np.diff(matrix.indptr))
    graph.add_edges_from_no_data(list(zip(buyers.tolist(), matrix.indices.tolist(), strict=True)))
    return Structure(
        degree=np.bincount(matrix.indices, minlength=len(network.ids)),
        betweenness=_betweenness(graph),
        articulation=frozenset(rustworkx.articulation_points(graph.to_undirected(multigraph=False))),
        dominated=_dominated(graph, buyer) if buyer is not None else {},
    )


def _betweenness(graph: "rustworkx.PyDiGraph[None, None]") -> Floats | None:
    if graph.num_nodes() * graph.num_edges() > BETWEENNESS_LIMIT:
        return None
    found = rustworkx.digraph_betweenness_centrality(graph)
    return np.array([found[node] for node in range(graph.num_nodes())])


def _dominated(graph: "rustworkx.PyDiGraph[None, None]", buyer: int) -> dict[int, int]:
    """Node -> how many nodes it dominates in the graph from `buyer` upstream, itself included."""
    parent = rustworkx.immediate_dominators(graph, buyer)
    order = sorted(parent, key=lambda node: -_depth(parent, node, buyer))
    counts: Counter[int] = Counter()
    for node in order:
        if node != buyer:
            counts[node] += 1
            if parent[node] != buyer:
                counts[parent[node]] += counts[node]
    return dict(counts)


def _depth(parent: dict[int, int], node: int, buyer: int) -> int:
    depth = 0
    while node != buyer:
        node, depth = parent[node], depth + 1
    return depth


def cut(network: Network, group: int, gone: Collection[int]) -> float:
    """1 - maximum flow without the nodes `gone` / maximum flow with it, into `group`: 0 is no bottleneck, 1 the only way.

    The flow is of one commodity: it follows those triples alone whose product is that of the group, each with its central
    share as capacity, from those who buy none of it. Across inputs no flow is comparable."""
    flow = _commodity(network, group)
    passed = [flow.nodes[node] for node in gone if node in flow.nodes]
    if not passed or not flow.whole:
        return 0.0
    return 1.0 - flow.without(passed) / flow.whole


@dataclass(frozen=True, eq=False)
class Commodity:
    """The triples through which one commodity reaches a group."""

    nodes: dict[int, int]
    """Node -> its place; the first is the buyer of the group."""
    buyer: Ints
    seller: Ints
    share: Floats
    raw: Ints
    """Who buys none of it: fed without limit."""

    @cached_property
    def whole(self) -> int:
        """The greatest flow into the buyer, in UNITS."""
        return self._flow(np.ones(len(self.buyer), dtype=bool))

    def without(self, places: Sequence[int]) -> int:
        """The greatest flow when the nodes at these places are gone."""
        return self._flow(~np.isin(self.buyer, places) & ~np.isin(self.seller, places))

    def _flow(self, kept: np.ndarray) -> int:
        n = len(self.nodes)
        rows = np.concatenate([self.seller[kept], np.full(len(self.raw), n)])
        columns = np.concatenate([self.buyer[kept], self.raw])
        capacity = np.concatenate([np.round(self.share[kept] * UNITS), np.full(len(self.raw), UNITS)]).astype(np.int32)
        graph = coo_array((capacity, (rows, columns)), shape=(n + 1, n + 1)).tocsr()
        return int(maximum_flow(graph, n, 0).flow_value)


@lru_cache(maxsize=4096)
def _commodity(network: Network, group: int) -> Commodity:
    """Upstream of `group` through groups of its product alone; of a role, or of what is not named, that group alone."""
    product, supplied = network.product[group], _supplied(network)
    nodes, triples, front = {int(network.buyer[group]): 0}, [], [group]
    while front:
        members = network.members(front.pop())
        triples.append(members)
        for seller in network.supplier[members].tolist():
            if seller not in nodes:
                nodes[seller] = len(nodes)
                front += [supplied[seller, product]] if ":" in product and (seller, product) in supplied else []
    chosen = np.concatenate(triples)
    buyer, seller = (
        np.array([nodes[int(node)] for node in side]) for side in (network.buyer[network.group_of[chosen]], network.supplier[chosen])
    )
    return Commodity(nodes, buyer, seller, whole(network).groups.central[chosen], np.setdiff1d(seller, buyer))


@lru_cache(maxsize=8)
def _supplied(network: Network) -> dict[tuple[int, str], int]:
    """(buyer, product) -> group."""
    return {(int(buyer), product): group for group, (buyer, product) in enumerate(zip(network.buyer, network.product, strict=True))}
