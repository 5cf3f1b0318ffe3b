"""Pictures as data: nodes with positions, edges, and flows without cycles. Pages only draw them."""

from collections import defaultdict
from collections.abc import Iterable

import networkx as nx

from answers.hops import HopAnswer
from answers.profile import ProfileAnswer
from answers.reliance import RelianceAnswer
from graph.evidence import Model, label_of

MOST_NODES = 300
COLUMN, ROW = 230.0, 84.0


class Node(Model):
    """A node with its place on the plane."""

    id: str
    name: str
    type: str
    x: float
    y: float


class Link(Model):
    """An edge of the picture."""

    id: str
    source: str
    target: str
    label: str
    stated: bool
    """Whether its size is stated."""


class Picture(Model):
    """A drawing with what was left out of it."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int = 0

    @property
    def margins(self) -> tuple[float, ...]:
        """Where the drawing should end left and right, so that no control covers a node."""
        return (min(node.x for node in self.nodes) - COLUMN / 2, max(node.x for node in self.nodes) + COLUMN / 2) if self.nodes else ()


class Flow(Model):
    """One band of a Sankey diagram, supplier -> buyer."""

    source: str
    target: str
    width: float
    stated: bool


class Flows(Model):
    """A Sankey diagram: names, bands, and the bands dropped because they would close a circle."""

    names: tuple[str, ...]
    flows: tuple[Flow, ...]
    dropped: tuple[str, ...]


def chains(answer: RelianceAnswer) -> Picture:
    """The chains of a reliance from the buyer on the left to the target on the right, by tier."""
    hops = _distinct(answer)
    tier = _tiers(answer)
    columns: dict[int, list[str]] = defaultdict(list)
    for entity in sorted(tier, key=lambda one: (tier[one], one)):
        columns[tier[entity]].append(entity)
    names = {answer.buyer: answer.buyer_name} | {end: name for hop in hops for end, name in _ends(hop)}
    nodes = [
        Node(id=entity, name=names[entity], type=label_of(entity), x=column * COLUMN, y=(row - (len(inside) - 1) / 2) * ROW)
        for column, inside in sorted(columns.items())
        for row, entity in enumerate(inside)
    ]
    return Picture(nodes=tuple(nodes), links=tuple(_link(hop) for hop in hops))


def neighbours(answer: ProfileAnswer, *, most: int = 40) -> Picture:
    """An entity in the middle of what it is related to, those most surely first."""
    rows = sorted({row.entity: row for section in answer.sections for row in section.rows}.values(), key=lambda row: (-row.p, row.entity))
    shown = rows[: min(most, MOST_NODES)]
    graph: nx.Graph[str] = nx.star_graph(0)
    graph.clear()
    graph.add_node(answer.entity)
    graph.add_edges_from((answer.entity, row.entity) for row in shown)
    places = nx.spring_layout(graph, seed=7, scale=60.0 * max(2.0, len(shown) ** 0.5))
    named = {answer.entity: (answer.name, answer.type)} | {row.entity: (row.name, row.type) for row in shown}
    nodes = [Node(id=id, name=named[id][0], type=named[id][1], x=float(x), y=float(y)) for id, (x, y) in places.items()]
    links = [
        Link(
            id=f"{answer.entity}-{row.entity}", source=answer.entity, target=row.entity, label=row.relation, stated=row.share_lo is not None
        )
        for row in shown
    ]
    return Picture(nodes=tuple(nodes), links=tuple(links), left_out=len(rows) - len(shown))


def flows(answer: RelianceAnswer) -> Flows:
    """The chains as bands from supplier to buyer; an unstated share is drawn at half width and marked.

    A band that would close a circle is dropped, the weakest first."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    stated: dict[tuple[str, str], bool] = {}
    for hop in _distinct(answer):
        width = (hop.share_lo + hop.share_hi) / 2 if hop.share_lo is not None and hop.share_hi is not None else 0.5
        graph.add_edge(hop.to_name, hop.from_name, width=max(width, 0.02))
        stated[hop.to_name, hop.from_name] = hop.share_lo is not None
    dropped = []
    while not nx.is_directed_acyclic_graph(graph):
        circle = nx.find_cycle(graph)
        weakest = min(circle, key=lambda edge: (graph.edges[edge[0], edge[1]]["width"], edge))
        graph.remove_edge(*weakest[:2])
        dropped.append(f"{weakest[0]} → {weakest[1]}")
    bands = [Flow(source=a, target=b, width=graph.edges[a, b]["width"], stated=stated[a, b]) for a, b in sorted(graph.edges)]
    return Flows(
        names=tuple(sorted({end for band in bands for end in (band.source, band.target)})), flows=tuple(bands), dropped=tuple(dropped)
    )


def _distinct(answer: RelianceAnswer) -> list[HopAnswer]:
    return list({(hop.from_, hop.to): hop for path in answer.paths for hop in path.hops}.values())


def _tiers(answer: RelianceAnswer) -> dict[str, int]:
    """Entity -> greatest distance from the buyer on any chain."""
    tier = {answer.buyer: 0}
    for path in answer.paths:
        for step, hop in enumerate(path.hops, 1):
            tier[hop.to] = max(step, tier.get(hop.to, 0))
    return tier


def _ends(hop: HopAnswer) -> Iterable[tuple[str, str]]:
    return (hop.from_, hop.from_name), (hop.to, hop.to_name)


def _link(hop: HopAnswer) -> Link:
    return Link(
        id=f"{hop.from_}>{hop.to}", source=hop.to, target=hop.from_, label=hop.product_name or hop.type, stated=hop.share_lo is not None
    )
