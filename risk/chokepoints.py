"""Chokepoints: what hurts most when it is taken away, by measured removal; structure stands beside it, never alone."""

from collections.abc import Callable

import networkx as nx
import numpy as np

from graph.evidence import Model, Share, label_of
from graph.network import Network
from risk.fixed_point import Figure, solve
from risk.paths import upstream
from risk.target import target

CANDIDATE_LABELS = ("Company", "Facility", "Material", "Product", "Chip", "Country")


class Chokepoint(Model):
    """What the removal of one node does."""

    entity: str
    lo: Share
    central: Share
    hi: Share
    """Loss of the buyer asked about, Leontief reading; of the mean buyer when none is asked about."""
    actual: int
    """Buyers that lose something even at the least documented shares."""
    potential: int
    """Buyers that lose something at the greatest documented shares."""
    substitutes: int
    """Fewest other documented suppliers among the groups it delivers to."""
    degree: int
    """Documented customers."""
    betweenness: float
    """Part of the shortest supply chains that run through it (Freeman 1977), 0 to 1."""
    dominates: int
    """Upstream nodes that reach the buyer only through it (immediate dominators); 0 when no buyer is asked about."""


def chokepoints(
    network: Network,
    buyer: str | None = None,
    *,
    labels: tuple[str, ...] = CANDIDATE_LABELS,
    progress: Callable[[float], None] | None = None,
) -> list[Chokepoint]:
    """Every candidate upstream removed in turn, the most damaging first.

    With `buyer` only what it can reach upstream is removed and the loss is its own; without, all and the mean loss of
    those firms that have a documented input."""
    graph = upstream(network)
    candidates = _candidates(network, graph, buyer, labels)
    betweenness = nx.betweenness_centrality(graph)
    dominated = _dominated(graph, network.position(buyer)) if buyer else {}
    rows = []
    for number, entity in enumerate(candidates):
        rows.append(_removed(network, entity, buyer, graph, betweenness, dominated))
        if progress:
            progress((number + 1) / len(candidates))
    return sorted(rows, key=lambda row: (-row.central, -row.hi, -row.potential, row.entity))


def _candidates(network: Network, graph: "nx.DiGraph[int]", buyer: str | None, labels: tuple[str, ...]) -> list[str]:
    reached = set(map(int, network.supplier)) if buyer is None else set(nx.descendants(graph, network.position(buyer)))
    places = {place for node in reached for place in network.countries.get(network.ids[node], {})}
    entities = {network.ids[node] for node in reached} | (places if "Country" in labels else set())
    own = _own(network, buyer) if buyer else set()
    return sorted(entity for entity in entities - own if label_of(entity) in labels and entity in network.index)


def _own(network: Network, buyer: str) -> set[str]:
    """The buyer itself, its own countries, and the things it designs: their loss is not a supplier's."""
    position = network.position(buyer)
    designed = {
        network.ids[int(network.buyer[group])]
        for group in network.group_of[network.supplier == position]
        if network.product[int(group)] == "design"
    }
    return {buyer, *network.countries.get(buyer, {}), network.headquarters.get(buyer, buyer), *designed}


def _removed(
    network: Network,
    entity: str,
    buyer: str | None,
    graph: "nx.DiGraph[int]",
    betweenness: dict[int, float],
    dominated: dict[int, int],
) -> Chokepoint:
    gone, position = target(network, entity), network.position(entity)
    seeds: dict[Figure, np.ndarray] = {"lo": gone.lo, "central": gone.central, "hi": gone.hi}
    losses = {figure: solve(network, seed, reading="leontief", figure=figure).v for figure, seed in seeds.items()}
    hit = network.documented & (gone.hi == 0)
    if buyer is not None:
        values = {figure: float(loss[network.position(buyer)]) for figure, loss in losses.items()}
    else:
        values = {figure: float(loss[hit].mean()) if hit.any() else 0.0 for figure, loss in losses.items()}
    central = min(max(values["central"], values["lo"]), values["hi"])
    return Chokepoint(
        entity=entity,
        lo=min(1.0, values["lo"]),
        central=min(1.0, central),
        hi=min(1.0, values["hi"]),
        actual=int(np.sum(losses["lo"][hit] > 1e-9)),
        potential=int(np.sum(losses["hi"][hit] > 1e-9)),
        substitutes=_substitutes(network, position),
        degree=graph.in_degree(position),
        betweenness=betweenness[position],
        dominates=dominated.get(position, 0),
    )


def _substitutes(network: Network, supplier: int) -> int:
    groups = network.group_of[network.supplier == supplier]
    sizes = np.diff(np.append(network.start, len(network.supplier)))
    return int(sizes[groups].min() - 1) if len(groups) else 0


def _dominated(graph: "nx.DiGraph[int]", buyer: int) -> dict[int, int]:
    """Node -> how many nodes it dominates in the graph from `buyer` upstream, itself included."""
    parent = nx.immediate_dominators(graph, buyer)
    counts: dict[int, int] = {}
    for node in parent:
        above = node
        while above != buyer:
            counts[above] = counts.get(above, 0) + 1
            above = parent[above]
    return counts
