"""Times the exposure engine beside its peers in one run, on generated networks. `python -m benchmarks.engine [--small]`.

Every peer does the same work, and its result is compared with ours; ratios are peer / ours. No firm is in the networks."""

import argparse
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import rustworkx

from benchmarks.networks import COUNTRIES, generated, seeds
from graph.network import Floats, Ints, Network
from risk.chokepoints import candidates, chokepoints
from risk.closure import who_buys
from risk.fixed_point import plan, solve, whole
from risk.relevance import relevance
from risk.reliance import reliance
from risk.structure import structure

TOLERANCE = 1e-10


def main() -> int:
    """Prints one line a task: seconds, peers as ratios, the greatest difference of the results, peak memory so far."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="leave out the network of 1 million nodes and 10 million links")
    small = parser.parse_args().small
    _say(f"{'task':46}{'seconds':>9}  peers as multiples of ours, greatest difference")
    network, country = generated(100_000, 1_000_000)
    _look_through(network, country, "100 thousand nodes, 1 million links")
    _interactive(network)
    _relevance(network)
    _dominators(network)
    _scan(*generated(2_700, 15_000))
    if not small:
        _look_through(*generated(1_000_000, 10_000_000), "1 million nodes, 10 million links", peers=False)
    return 0


def _look_through(network: Network, country: Ints, size: str, *, peers: bool = True) -> None:
    """All nodes x countries, linear reading, central shares; beside scipy a column at a time over all rows."""
    block = seeds(country)
    if peers:  # compiles what is compiled once
        solve(network, block, reading="linear", figure="central", max_hops=1)
    plan(network)
    found, seconds = _timed(lambda: solve(network, block, reading="linear", figure="central", tolerance=TOLERANCE).v)
    beside = ""
    if peers:
        theirs, naive = _timed(lambda: _columns(network, block))
        python, slow = _timed(lambda: _python(network, block[:, 0], steps=2))
        steps = _steps(network, block[:, :1])
        beside = f"scipy a column at a time {naive / seconds:.1f}x ({np.abs(theirs - found).max():.0e}); "
        beside += f"networkx's adjacency in Python about {slow / 2 * steps * COUNTRIES / seconds:,.0f}x (2 steps timed)"
        del python
    _say(f"{'look-through of all x 20 countries':46}{seconds:9.2f}  {beside}")
    _say(f"    {size}, {len(network.supplier):,} triples; peak memory so far {_memory():.2f} GB")


def _columns(network: Network, block: Floats) -> Floats:
    """The naive form: one matrix, every column alone, all rows in every step."""
    kernel = whole(network)
    matrix, out = kernel.collapsed, block.copy()
    for column in range(block.shape[1]):
        lost, v, change = block[:, column], block[:, column].copy(), np.inf
        while change > TOLERANCE:
            after = lost.copy()
            after[kernel.buyers] = np.maximum(lost[kernel.buyers], matrix @ v)
            change, v = float(np.max(after - v)), after
        out[:, column] = v
    return out


def _steps(network: Network, block: Floats) -> int:
    return solve(network, block, reading="linear", figure="central", tolerance=TOLERANCE).iterations


def _python(network: Network, lost: Floats, *, steps: int) -> dict[int, float]:
    """`steps` steps over the adjacency of a networkx graph."""
    matrix = whole(network).collapsed.tocoo()
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_weighted_edges_from(zip(whole(network).buyers[matrix.row].tolist(), matrix.col.tolist(), matrix.data.tolist(), strict=True))
    v = dict.fromkeys(graph, 0.0)
    for _ in range(steps):
        v = {n: max(float(lost[n]), sum(data["weight"] * v[i] for i, data in graph.adj[n].items())) for n in graph}
    return v


def _interactive(network: Network) -> None:
    buyer, others = network.ids[int(network.buyer[5])], [network.ids[int(node)] for node in network.supplier[:3]]
    reliance(network, buyer, others[0])
    seconds = min(_timed(lambda other=other: reliance(network, buyer, other))[1] for other in others[1:])  # type: ignore[misc]
    _say(f"{'one reliance, all readings and figures, warm':46}{seconds:9.2f}  100 thousand nodes, 1 million links")


def _relevance(network: Network) -> None:
    """Personalised PageRank from one node; networkx and rustworkx at a tolerance that means the same."""
    start = np.zeros(len(network.ids))
    start[int(network.buyer[0])] = 1.0
    ours, seconds = _timed(lambda: relevance(network, start, tolerance=1e-8))
    source, tolerance = int(network.buyer[0]), 1e-8 / len(start)
    graph = _drawn(network)
    rust, slower = _timed(
        lambda: rustworkx.pagerank(graph, personalization={source: 1.0}, dangling={source: 1.0}, tol=tolerance, max_iter=500)
    )
    theirs = np.array([rust[node] for node in range(len(start))])
    drawn, _ = _timed(lambda: nx.DiGraph(list(graph.edge_list())))
    python, slowest = _timed(lambda: nx.pagerank(drawn, personalization={source: 1.0}, dangling={source: 1.0}, tol=tolerance, max_iter=500))
    other = np.array([python.get(node, 0.0) for node in range(len(start))])
    _say(
        f"{'personalised PageRank from one node':46}{seconds:9.2f}  rustworkx {slower / seconds:.1f}x ({np.abs(theirs - ours).max():.0e}), "
        f"networkx {slowest / seconds:.0f}x ({np.abs(other - ours).max():.0e})"
    )


def _drawn(network: Network) -> Any:
    matrix = who_buys(network)
    graph: Any = rustworkx.PyDiGraph()
    graph.add_nodes_from([None] * len(network.ids))
    buyers = np.repeat(np.arange(len(network.ids)), np.diff(matrix.indptr))
    graph.add_edges_from([(int(a), int(b), 1.0) for a, b in zip(buyers, matrix.indices, strict=True)])
    return graph


def _dominators(network: Network) -> None:
    buyer = int(network.buyer[0])
    ours, seconds = _timed(lambda: structure(network, buyer).dominated)
    graph = nx.DiGraph(list(_drawn(network).edge_list()))
    parent, slow = _timed(lambda: nx.immediate_dominators(graph, buyer))
    same = len(ours) == len([node for node in parent if node != buyer])
    _say(f"{'structure with dominators':46}{seconds:9.2f}  networkx's dominators alone {slow / seconds:.1f}x (same nodes: {same})")


def _scan(network: Network, _: Ints) -> None:
    """Every candidate removed, all figures; beside plain recursion on dictionaries for a sample of ten."""
    rows, seconds = _timed(lambda: chokepoints(network))
    few = candidates(network, None)[:10]
    naive, slow = _timed(lambda: {entity: _mean_loss(network, entity) for entity in few})
    central = {row.entity: row.central for row in rows}
    worst = max(abs(central[entity] - loss) for entity, loss in naive.items())
    each = slow / len(few) * len(rows)
    title, beside = f"full removal scan, {len(rows):,} candidates", f"dictionaries in Python {each / seconds:.0f}x (10 timed, {worst:.0e})"
    _say(f"{title:46}{seconds:9.2f}  {beside}")
    _say(f"    {len(network.ids):,} nodes, {len(network.supplier):,} triples")


def _mean_loss(network: Network, entity: str) -> float:
    """Mean Leontief loss of the other buyers, one node at a time."""
    central = whole(network).groups.central.tolist()
    suppliers, sizes, start = network.supplier.tolist(), network.sizes.tolist(), network.start.tolist()
    groups: dict[int, list[tuple[int, int]]] = {}
    for group, buyer in enumerate(network.buyer.tolist()):
        groups.setdefault(buyer, []).append((start[group], start[group] + sizes[group]))
    gone, v, change = network.position(entity), dict.fromkeys(range(len(network.ids)), 0.0), 1.0
    v[gone] = 1.0
    while change > 1e-11:
        change = 0.0
        for buyer, parts in groups.items():
            if buyer != gone:
                value = max(sum(central[t] * v[suppliers[t]] for t in range(first, end)) for first, end in parts)
                change, v[buyer] = max(change, value - v[buyer]), value
    others = [buyer for buyer in groups if buyer != gone]
    return sum(v[buyer] for buyer in others) / len(others)


def _timed(run: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.perf_counter()
    found = run()
    return found, time.perf_counter() - begun


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
