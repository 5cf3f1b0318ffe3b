"""Where a node stands in the structure: degree, betweenness, dominators, articulation points, min-cut.

Shown beside measured removal, never alone: structure knows neither shares nor substitutes. rustworkx does the work."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import rustworkx
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_flow

from graph.network import UNSPECIFIED, Floats, Network
from risk.closure import who_buys
from risk.shares import central_shares

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


def cut(network: Network, group: int, gone: int) -> float:
    """1 - maximum flow without node `gone` / maximum flow with it, into `group`: 0 is no bottleneck, 1 the only way.

    The flow is of one commodity: it follows those triples alone whose product is that of the group, each with its central
    share as capacity, from those who buy none of it. Across inputs no flow is comparable."""
    buyer, seller, share = _commodity(network, group)
    whole = _flow(len(network.ids), buyer, seller, share, int(network.buyer[group]))
    left = (buyer != gone) & (seller != gone)
    spared = _flow(len(network.ids), buyer[left], seller[left], share[left], int(network.buyer[group]))
    return 1.0 - spared / whole if whole else 0.0


def _commodity(network: Network, group: int) -> tuple[np.ndarray, np.ndarray, Floats]:
    """Buyer, supplier and central share of the triples of the group's commodity."""
    product = network.product[group]
    named = ":" in product and product != UNSPECIFIED
    groups = np.array([other for other, name in enumerate(network.product) if name == product]) if named else np.array([group])
    triples = network.triples_in(groups)
    return network.buyer[network.group_of[triples]], network.supplier[triples], central_shares(network)[triples]


def _flow(n: int, buyer: np.ndarray, seller: np.ndarray, share: Floats, sink: int) -> int:
    """The greatest flow into `sink`, in UNITS, from a source that feeds all who buy nothing."""
    raw = np.setdiff1d(seller, buyer)
    if not len(raw):
        return 0
    rows = np.concatenate([seller, np.full(len(raw), n)])
    columns = np.concatenate([buyer, raw])
    capacity = np.concatenate([np.round(share * UNITS), np.full(len(raw), UNITS)]).astype(np.int32)
    graph = coo_array((capacity, (rows, columns)), shape=(n + 1, n + 1)).tocsr()
    return int(maximum_flow(graph, n, sink).flow_value)
