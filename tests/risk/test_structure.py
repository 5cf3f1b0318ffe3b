"""Structure on graphs drawn by hand; networkx and igraph's definitions are those of rustworkx."""

import networkx as nx
import numpy as np
import pytest

from risk.structure import cut, structure
from tests.risk.nets import buys, net

DIAMOND = net(buys("a", "b", 0.5), buys("a", "c", 0.5), buys("b", "d", 1.0), buys("c", "d", 1.0), buys("d", "e", 0.2))


def at(name: str) -> int:
    return DIAMOND.position(f"company:{name}")


def test_who_must_be_passed_dominates_all_behind() -> None:
    assert structure(DIAMOND, at("a")).dominated == {at("b"): 1, at("c"): 1, at("d"): 2, at("e"): 1}


def test_who_holds_the_graph_together_is_an_articulation_point() -> None:
    assert structure(DIAMOND).articulation == {at("d")}


def test_betweenness_and_degree_are_those_of_networkx() -> None:
    found = structure(DIAMOND)
    graph = nx.DiGraph((int(DIAMOND.buyer[g]), int(s)) for g, s in zip(DIAMOND.group_of, DIAMOND.supplier, strict=True))
    theirs = nx.betweenness_centrality(graph)
    assert found.betweenness is not None
    assert found.betweenness == pytest.approx([theirs[node] for node in range(5)])
    assert found.degree.tolist() == [graph.in_degree(node) for node in range(5)]


def test_a_graph_too_large_has_no_betweenness(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("risk.structure.BETWEENNESS_LIMIT", 1)
    assert structure(DIAMOND).betweenness is None


def test_a_cut_is_the_part_of_one_commodity_that_must_pass() -> None:
    """Chips reach a by two traders, both of whom buy from one maker; gas comes from elsewhere."""
    chips = [buys("a", "t", 0.6, "product:chips"), buys("a", "u", 0.4, "product:chips")]
    behind = [buys("t", "m", 1.0, "product:chips"), buys("u", "m", 1.0, "product:chips"), buys("m", "g", 1.0, "product:gas")]
    network = net(*chips, *behind)
    group = int(network.groups_of(network.position("company:a"))[0])
    assert cut(network, group, [network.position("company:t")]) == pytest.approx(0.6)
    assert cut(network, group, [network.position("company:m")]) == pytest.approx(1.0)
    assert cut(network, group, [network.position("company:g")]) == 0.0


def test_a_cut_through_what_is_not_named_is_its_share_alone() -> None:
    group = int(DIAMOND.groups_of(at("a"))[0])
    assert [cut(DIAMOND, group, [at(name)]) for name in "bcd"] == [pytest.approx(0.5), pytest.approx(0.5), 0.0]


@pytest.mark.parametrize("seed", range(20))
def test_dominators_are_what_no_path_goes_around(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pairs = sorted({(int(a), int(b)) for a, b in rng.integers(0, 9, (16, 2)) if a != b})
    network = net(*(buys(f"{a}", f"{b}", 0.01) for a, b in pairs))
    graph = nx.DiGraph(pairs)
    buyer = pairs[0][0]
    reached = nx.descendants(graph, buyer)
    around = {node: len(reached - nx.descendants(graph.subgraph(set(graph) - {node}), buyer)) for node in reached}
    found = structure(network, network.position(f"company:{buyer}")).dominated
    assert {int(network.ids[node].partition(":")[2]): count for node, count in found.items()} == around
