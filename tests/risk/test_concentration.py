"""Concentration of inputs whose figures are known by hand."""

from dataclasses import replace

import pytest

from graph.network import Network
from risk.concentration import concentrations, to_reach
from tests.risk.nets import buys, net


def test_the_printed_pair_of_shares() -> None:
    """ArF immersion: .91 and .09 give .8362 (docs/methods.md)."""
    row = concentrations(net(buys("a", "b", 0.91), buys("a", "c", 0.09)))[0]
    assert (row.hhi.lo, row.hhi.central, row.hhi.hi) == (pytest.approx(0.8362),) * 3
    assert (row.cr1.central, row.cr3.central, row.to_75, row.single_source) == (pytest.approx(0.91), pytest.approx(1.0), 1, False)
    assert row.without_largest.central == pytest.approx(0.09)
    assert row.largest == "company:b"


def test_the_residual_is_atoms_at_least_and_one_firm_at_most() -> None:
    row = concentrations(net(buys("a", "b", 0.5)))[0]
    assert (row.hhi.lo, row.hhi.hi) == (pytest.approx(0.25), pytest.approx(0.5))
    assert row.single_source


def test_a_lone_supplier_of_unknown_size_may_be_all_or_nothing() -> None:
    row = concentrations(net(buys("a", "b")))[0]
    assert (row.hhi.lo, row.hhi.hi) == (0.0, pytest.approx(1.0))


def owned() -> Network:
    network = net(buys("a", "b", 0.3), buys("a", "c", 0.3), buys("a", "d", 0.4), buys("p", "q", 0.0))
    places = {"company:b": {"country:x": 1.0}, "company:c": {"country:x": 0.5, "country:y": 0.5}}
    return replace(network, parents={"company:b": ("company:p",), "company:c": ("company:p",)}, countries=places)


def test_suppliers_of_one_owner_count_as_one() -> None:
    row = concentrations(owned(), level="owner", buyer="company:a")[0]
    assert (row.parties, row.largest, row.hhi.central) == (2, "company:p", pytest.approx(0.6**2 + 0.4**2))


def test_a_firm_in_two_countries_is_surely_in_none() -> None:
    """x has b wholly and c in part; d's country is not known."""
    row = concentrations(owned(), level="country", buyer="company:a")[0]
    assert row.parties == 2
    assert row.cr1.central == pytest.approx(0.45)
    assert (row.cr1.lo, row.cr1.hi) == (pytest.approx(0.3), pytest.approx(0.7))


def test_owners_in_a_circle_end() -> None:
    network = replace(owned(), parents={"company:b": ("company:c",), "company:c": ("company:b",)})
    assert concentrations(network, level="owner", buyer="company:a")[0].largest == "company:b"


@pytest.mark.parametrize(("shares", "expected"), [([0.5, 0.3, 0.2], 2), ([0.75], 1), ([0.4, 0.3], None), ([], None)])
def test_how_many_make_three_quarters(shares: list[float], expected: int | None) -> None:
    assert to_reach(shares) == expected
