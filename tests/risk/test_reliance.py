"""The three readings on networks whose answer is known by hand (docs/methods.md, "Readings")."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import OntologyError
from graph.network import Essentiality, Network
from risk.fixed_point import Figure, solve
from risk.reliance import Interval, coverage, reliance
from tests.risk.nets import buys, net


def interval(lo: float, hi: float) -> tuple[float, float]:
    return pytest.approx(lo, abs=1e-9), pytest.approx(hi, abs=1e-9)


def bounds(found: Interval) -> tuple[float, float]:
    return found.lo, found.hi


def on(network: Network, buyer: str, target: str):
    return reliance(network, f"company:{buyer}", f"company:{target}")


def test_a_chain_of_stated_shares() -> None:
    network = net(buys("a", "b", 1.0), buys("b", "c", 0.6))
    found = on(network, "a", "c")
    assert bounds(found.face) == interval(0, 0)
    assert bounds(found.linear) == interval(0.6, 0.6)
    assert bounds(found.leontief) == interval(0.6, 0.6)
    assert found.linear.possible == pytest.approx(1.0)


def test_a_cycle_is_solved_not_refused() -> None:
    network = net(buys("a", "b", 0.5), buys("b", "a", 0.5), buys("b", "c", 0.3))
    assert bounds(on(network, "a", "c").linear) == interval(0.2, 0.2)
    assert bounds(on(network, "b", "c").linear) == interval(0.4, 0.4)


def test_a_cycle_of_shares_that_sum_to_one_stays_at_zero() -> None:
    network = net(buys("a", "b", 1.0), buys("b", "a", 1.0), buys("c", "d", 1.0))
    assert bounds(on(network, "a", "d").linear) == interval(0, 0)


@pytest.mark.parametrize("around", [0.9, 0.99, 0.999])
def test_a_circle_that_leaks_little_is_solved_all_the_same(around: float) -> None:
    """a buys `around` from b, b as much from a and the rest from c: (1 - r) / (1 - r^2) r for a."""
    network = net(buys("a", "b", around), buys("b", "a", around), buys("b", "c", 1 - around))
    expected = around * (1 - around) / (1 - around**2)
    for reading in (on(network, "a", "c").linear, on(network, "a", "c").leontief):
        assert (reading.lo, reading.hi) == interval(expected, expected)


def test_a_stated_share_never_widens_the_interval() -> None:
    """The more is stated the narrower: 0 to 1, then the share of one supplier, then of both."""
    unstated = on(net(buys("a", "b"), buys("a", "c"), buys("b", "y", 1.0)), "a", "y").linear
    one = on(net(buys("a", "b"), buys("a", "c", 0.4), buys("b", "y", 1.0)), "a", "y").linear
    both = on(net(buys("a", "b", 0.5), buys("a", "c", 0.4), buys("b", "y", 1.0)), "a", "y").linear
    assert [found.hi - found.lo for found in (unstated, one, both)] == [pytest.approx(width) for width in (1.0, 0.6, 0.0)]


def test_two_suppliers_of_unknown_share() -> None:
    network = net(buys("a", "b"), buys("a", "c"), buys("b", "y", 1.0))
    assert bounds(on(network, "a", "y").linear) == interval(0, 1)


def test_a_third_supplier_of_known_share_narrows_it() -> None:
    network = net(buys("a", "b"), buys("a", "c"), buys("a", "d", 0.7), buys("b", "y", 1.0))
    assert bounds(on(network, "a", "y").linear) == interval(0, 0.3)


def test_two_essential_inputs_of_known_weight() -> None:
    weights = {("company:a", "chips"): 0.5, ("company:a", "gas"): 0.5}
    essential = dict.fromkeys(weights, Essentiality.ESSENTIAL)
    network = net(buys("a", "y", 1.0, "chips"), buys("a", "c", 1.0, "gas"), weights=weights, essential=essential)
    found = on(network, "a", "y")
    assert bounds(found.linear) == interval(0.5, 0.5)
    assert bounds(found.leontief) == interval(1, 1)


def test_two_inputs_of_unknown_weight() -> None:
    network = net(buys("a", "y", 1.0, "chips"), buys("a", "c", 1.0, "gas"))
    found = on(network, "a", "y")
    assert bounds(found.linear) == interval(0, 1)
    assert found.linear.central == pytest.approx(0.5)


def test_a_firm_of_whose_inputs_nothing_is_documented_counts_zero() -> None:
    network = net(buys("a", "b", 1.0), buys("c", "y", 1.0))
    assert on(network, "a", "y").linear.possible == 0.0


def test_an_unknown_buyer_is_an_error() -> None:
    with pytest.raises(OntologyError, match="not in the network"):
        on(net(buys("a", "b")), "nobody", "b")


def test_coverage_says_what_is_documented_and_where_it_ends() -> None:
    network = net(buys("a", "b", 0.6), buys("b", "c", 0.5))
    found = coverage(network, "company:a")
    assert (found.documented_lo, found.documented_hi) == interval(0.6, 0.6)
    assert (found.ends_lo, found.ends_hi) == interval(0.3, 0.3)


NAMES = "abcdef"
shares = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted).map(tuple)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to six firms, any cycles, one group a buyer, least shares that sum to 1 at most."""
    rows = []
    for buyer in draw(st.sets(st.sampled_from(NAMES), min_size=1)):
        suppliers = draw(st.sets(st.sampled_from(NAMES.replace(buyer, "")), min_size=1, max_size=3))
        rows += [buys(buyer, s, (lo / len(suppliers), hi)) for s in sorted(suppliers) for lo, hi in [draw(shares)]]
    return net(*rows)


@settings(max_examples=150, deadline=None)
@given(networks(), st.data())
def test_intervals_are_ordered_and_linear_never_exceeds_leontief(network: Network, data: st.DataObject) -> None:
    buyer, target = (data.draw(st.sampled_from(network.ids)) for _ in range(2))
    found = reliance(network, buyer, target)
    for part in (found.face, found.linear, found.leontief):
        assert part.lo <= part.central <= part.hi <= part.possible
    assert found.linear.lo <= found.leontief.lo + 1e-9
    assert found.linear.hi <= found.leontief.hi + 1e-9
    assert found.face.lo <= found.linear.lo + 1e-9
    assert found.face.hi <= found.linear.hi + 1e-9


@settings(max_examples=100, deadline=None)
@given(networks(), st.sampled_from(["lo", "central", "hi", "possible"]), st.data())
def test_nothing_lost_is_nothing_and_more_lost_is_never_less(network: Network, figure: Figure, data: st.DataObject) -> None:
    n = len(network.ids)
    if figure != "possible":
        assert not solve(network, np.zeros(n), reading="leontief", figure=figure).v.any()
    less = np.array([data.draw(st.booleans()) for _ in range(n)], dtype=float)
    more = np.maximum(less, [data.draw(st.booleans()) for _ in range(n)])
    a, b = (solve(network, lost, reading="linear", figure=figure).v for lost in (less, more))
    assert np.all(a <= b + 1e-9)
    assert np.all(solve(network, np.ones(n), reading="linear", figure=figure).v == 1.0)


@settings(max_examples=60, deadline=None)
@given(networks(), st.data())
def test_the_documented_interval_holds_every_share_inside_the_bounds(network: Network, data: st.DataObject) -> None:
    """Draw shares inside their bounds with sum <= 1: the exact linear reading lies inside [lo, hi]."""
    exact = network.share_lo.copy()
    for group, first in enumerate(network.start):
        members = np.flatnonzero(network.group_of == group)
        room = max(0.0, 1.0 - network.share_lo[members].sum())
        for triple in members:
            extra = data.draw(st.floats(0, 1)) * min(room, network.share_hi[triple] - network.share_lo[triple])
            exact[triple], room = exact[triple] + max(0.0, extra), room - max(0.0, extra)
        assert first == members[0]
    fixed = net(
        *(
            (network.ids[network.buyer[network.group_of[t]]], "unspecified", network.ids[network.supplier[t]], exact[t], exact[t])
            for t in range(len(exact))
        )
    )
    buyer, target = (data.draw(st.sampled_from(network.ids)) for _ in range(2))
    inside, around = reliance(fixed, buyer, target).linear.lo, reliance(network, buyer, target).linear
    assert around.lo - 1e-9 <= inside <= around.hi + 1e-9
