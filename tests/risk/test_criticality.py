"""Closed cases of criticality and relevance (docs/methods.md)."""

import networkx as nx
import numpy as np
import pytest

from risk.criticality import geopolitical_risk, supply_risk, weighted_hhi
from risk.relevance import relevance
from tests.risk.nets import buys, net


def test_supply_risk_of_two_countries() -> None:
    """Global shares .6 and .4 with governance 6 and 2, EU sourcing .5 and .5: 2.48, 2.00, SR 1.57824."""
    governance = {"a": 6.0, "b": 2.0}
    world, union = weighted_hhi({"a": 0.6, "b": 0.4}, governance), weighted_hhi({"a": 0.5, "b": 0.5}, governance)
    assert (world, union) == (pytest.approx(2.48), pytest.approx(2.0))
    assert supply_risk(world, union, import_reliance=0.8, recycling=0.2, substitution=0.9) == pytest.approx(1.57824)


def test_a_trade_restriction_weighs_its_country_more() -> None:
    assert weighted_hhi({"a": 0.5}, {"a": 4.0}, {"a": 1.1}) == pytest.approx(1.1)


def test_a_country_without_governance_is_no_zero() -> None:
    with pytest.raises(KeyError):
        weighted_hhi({"a": 1.0}, {})


def test_geopolitical_risk_of_two_countries() -> None:
    found = geopolitical_risk({"a": 0.6, "b": 0.4}, {"a": 50, "b": 30}, 20, {"a": 0.7, "b": 0.3})
    assert found == pytest.approx(0.52 * 0.44)
    assert found == pytest.approx(0.2288)


def test_relevance_of_a_pair() -> None:
    """a -> b, restart a, damping .85: a = 1 / 1.85."""
    network = net(buys("a", "b", 1.0))
    restart = np.array([1.0, 0.0])
    assert relevance(network, restart) == pytest.approx([1 / 1.85, 0.85 / 1.85], abs=1e-9)


def test_relevance_is_that_of_networkx() -> None:
    rng = np.random.default_rng(2)
    pairs = sorted({(int(a), int(b)) for a, b in rng.integers(0, 12, (40, 2)) if a != b})
    network = net(*(buys(f"{a:02d}", f"{b:02d}", 0.01) for a, b in pairs))
    graph = nx.DiGraph((f"company:{a:02d}", f"company:{b:02d}") for a, b in pairs)
    restart = np.zeros(len(network.ids))
    restart[3] = 1.0
    theirs = nx.pagerank(graph, personalization={network.ids[3]: 1.0}, dangling={network.ids[3]: 1.0}, tol=1e-14, max_iter=1000)
    assert relevance(network, restart, tolerance=1e-13) == pytest.approx([theirs[id] for id in network.ids], abs=1e-9)


def test_a_restart_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="name at least one node"):
        relevance(net(buys("a", "b", 1.0)), np.zeros(2))
