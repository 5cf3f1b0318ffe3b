"""Chokepoints and paths on graphs drawn by hand."""

from dataclasses import replace

import pytest

from risk.chokepoints import chokepoints
from risk.paths import paths
from tests.risk.nets import buys, net

DIAMOND = net(buys("a", "b", 0.5), buys("a", "c", 0.5), buys("b", "d", 1.0), buys("c", "d", 1.0), buys("d", "e", 0.2))


def test_the_node_that_all_chains_share_comes_first() -> None:
    rows = {row.entity.removeprefix("company:"): row for row in chokepoints(DIAMOND, "company:a")}
    assert next(iter(rows)) == "d"
    assert rows["d"].central == pytest.approx(1.0)
    assert rows["b"].central == pytest.approx(0.5)
    assert rows["e"].central == pytest.approx(0.2)
    assert rows["d"].dominates == 2  # itself and e
    assert rows["b"].substitutes == ("company:c",)
    assert rows["d"].substitutes == ()


def test_a_busy_node_that_hurts_nobody_is_not_first() -> None:
    """Three firms buy a hundredth from hub; one buys all from sole: degree and damage disagree."""
    network = net(*(buys(name, "hub", 0.01) for name in "xyz"), buys("x", "sole", 0.99))
    rows = chokepoints(network)
    by_degree = max(rows, key=lambda row: row.degree)
    assert by_degree.entity == "company:hub"
    assert rows[0].entity == "company:sole"


def test_actual_and_potential_hits_are_both_counted() -> None:
    rows = {row.entity: row for row in chokepoints(net(buys("a", "c"), buys("b", "c", 0.5)))}
    assert (rows["company:c"].actual, rows["company:c"].potential) == (1, 2)


def test_paths_are_the_best_evidenced_first_and_cycle_safe() -> None:
    network = net(buys("a", "b", 1.0), buys("b", "a", 0.5), buys("b", "d", 0.5), buys("a", "c"), buys("c", "b"))
    found = paths(network, "company:a", frozenset({"company:d"}))
    assert [[hop.supplier for hop in chain] for chain in found] == [
        ["company:b", "company:d"],
        ["company:c", "company:b", "company:d"],
    ]
    assert paths(network, "company:d", frozenset({"company:a"})) == []


def test_who_is_lost_with_it_stands_in_for_nobody() -> None:
    """b and c stand in x, d buys all from b: without x only e is left; without b also c."""
    network = net(*(buys("a", name) for name in "bcde"), buys("d", "b", 1.0), buys("x", "y", 0.0))
    places = {"company:b": {"country:x": 1.0}, "company:c": {"country:x": 1.0}}
    ids = (*network.ids, "country:x")
    held = replace(network, ids=ids, countries=places)
    rows = {row.entity: row for row in chokepoints(held, "company:a")}
    assert rows["country:x"].substitutes == ("company:e",)
    assert rows["company:b"].substitutes == ("company:c", "company:e")
    assert rows["country:x"].central > rows["company:b"].central
