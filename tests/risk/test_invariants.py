"""What must hold on every network; each property states where it holds (docs/methods.md, "Readings")."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import Essentiality, Network, Operator
from risk.fixed_point import solve
from risk.groups import Figure
from risk.reliance import reliance
from risk.substitution import substituted
from tests.risk.nets import Row, buys, net

NAMES = "abcdef"
FIGURES: tuple[Figure, ...] = ("lo", "central", "hi", "possible")
bounds = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted).map(tuple)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Up to six firms in any circles, up to two groups a buyer, least shares that sum to 1 at most in each."""
    found = []
    for buyer in sorted(draw(st.sets(st.sampled_from(NAMES), min_size=1))):
        for group in range(draw(st.integers(1, 2))):
            suppliers = sorted(draw(st.sets(st.sampled_from(NAMES.replace(buyer, "")), min_size=1, max_size=3)))
            found += [buys(buyer, s, (lo / len(suppliers), hi), f"product:{group}") for s in suppliers for lo, hi in [draw(bounds)]]
    return [*found, *(buys("z", name, 0.0) for name in NAMES)]


def losses(network: Network, lost: list[str], reading: str, figure: Figure) -> dict[str, float]:
    seed = np.zeros(len(network.ids))
    seed[network.positions(lost)] = 1.0
    return dict(zip(network.ids, solve(network, seed, reading=reading, figure=figure).v, strict=True))  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(rows(), st.sampled_from(FIGURES), st.sampled_from(["linear", "leontief"]))
def test_deny_nothing_is_nothing_and_deny_all_is_all(drawn: list[Row], figure: Figure, reading: str) -> None:
    """Nothing is lost in every figure but the possible one, which counts what is not documented."""
    network = net(*drawn)
    if figure != "possible":
        assert not any(losses(network, [], reading, figure).values())
    assert set(losses(network, list(network.ids), reading, figure).values()) == {1.0}


@settings(max_examples=100, deadline=None)
@given(rows(), st.sampled_from(FIGURES), st.sampled_from(["linear", "leontief"]), st.data())
def test_more_denied_never_loses_less(drawn: list[Row], figure: Figure, reading: str, data: st.DataObject) -> None:
    network = net(*drawn)
    less = data.draw(st.lists(st.sampled_from(network.ids)))
    more = [*less, *data.draw(st.lists(st.sampled_from(network.ids)))]
    small, large = (losses(network, lost, reading, figure) for lost in (less, more))
    assert all(small[id] <= large[id] + 1e-9 for id in network.ids)


@settings(max_examples=60, deadline=None)
@given(rows(), st.permutations(NAMES), st.data())
def test_other_names_change_nothing_but_the_names(drawn: list[Row], names: list[str], data: st.DataObject) -> None:
    other = dict(zip(NAMES, names, strict=True)) | {"z": "z"}
    called = {f"company:{old}": f"company:{new}" for old, new in other.items()}
    renamed = net(*((called[buyer], group, called[supplier], lo, hi) for buyer, group, supplier, lo, hi in drawn))
    buyer, on = (data.draw(st.sampled_from([f"company:{name}" for name in NAMES])) for _ in range(2))
    before, after = reliance(net(*drawn), buyer, on), reliance(renamed, called[buyer], called[on])
    for reading in ("face", "linear", "leontief"):
        for figure in FIGURES:
            assert getattr(getattr(before, reading), figure) == pytest.approx(getattr(getattr(after, reading), figure), abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(rows(), st.data())
def test_linear_never_exceeds_leontief_where_every_group_is_essential(drawn: list[Row], data: st.DataObject) -> None:
    """Without substitution; with non-essential groups or substitution it is false."""
    network = net(*drawn)
    buyer, on = (data.draw(st.sampled_from(network.ids)) for _ in range(2))
    found = reliance(network, buyer, on)
    for figure in FIGURES:
        assert getattr(found.linear, figure) <= getattr(found.leontief, figure) + 1e-9
    assert found.substituted <= found.leontief.central


@settings(max_examples=60, deadline=None)
@given(st.floats(0.1, 1), st.floats(0, 0.9), st.floats(0, 1))
def test_an_alternative_never_hurts_where_the_need_stays_the_same(share: float, given_up: float, on: float) -> None:
    """Part of what comes from the lost supplier comes from another that does not depend on it."""
    alone = net(buys("a", "y", share), buys("b", "a", on))
    eased = net(buys("a", "y", share * (1 - given_up)), buys("a", "n", share * given_up), buys("b", "a", on))
    for buyer in ("company:a", "company:b"):
        for reading in ("linear", "leontief"):
            before, after = (getattr(reliance(one, buyer, "company:y"), reading) for one in (alone, eased))
            assert after.hi <= before.hi + 1e-9


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1), st.floats(0, 1))
def test_a_supplier_in_two_halves_under_one_parent_is_one(share: float, part: float) -> None:
    """Every group essential, no substitution."""
    whole = net(buys("a", "y", share), buys("b", "a", 0.5))
    halves = net(buys("a", "y1", share * part), buys("a", "y2", share * (1 - part)), buys("b", "a", 0.5), buys("y", "c", 0.0))
    halves = replace(halves, parents={"company:y1": ("company:y",), "company:y2": ("company:y",)})
    for buyer in ("company:a", "company:b"):
        for reading in ("face", "linear", "leontief"):
            one, two = (getattr(reliance(network, buyer, "company:y"), reading) for network in (whole, halves))
            assert (two.lo, two.hi) == (pytest.approx(one.lo, abs=1e-9), pytest.approx(one.hi, abs=1e-9))


@settings(max_examples=60, deadline=None)
@given(rows(), st.data())
def test_tiers_that_count_never_lower_a_loss(drawn: list[Row], data: st.DataObject) -> None:
    network = net(*drawn)
    buyer, on = (data.draw(st.sampled_from(network.ids)) for _ in range(2))
    values = [reliance(network, buyer, on, max_hops=hops).leontief.hi for hops in (1, 2, 6, None)]
    assert all(few <= more + 1e-9 for few, more in zip(values, values[1:], strict=False))


def test_a_group_needs_all_any_or_its_mean() -> None:
    """One supplier of two is lost: all are needed 1, one suffices 0, pooled the share."""
    network = net(buys("a", "y", 0.3), buys("a", "n", 0.7))
    for operator, expected in ((Operator.ALL, 1.0), (Operator.ANY, 0.0), (Operator.POOL, 0.3)):
        found = reliance(replace(network, operator=np.array([operator])), "company:a", "company:y")
        assert found.leontief.hi == pytest.approx(expected)


def test_non_essential_groups_add_up_and_negligible_ones_count_nothing() -> None:
    """.5 of an essential input, and .8 of a non-essential one that is .25 of the purchases."""
    weights = {("company:a", "chips"): 0.75, ("company:a", "gas"): 0.25}
    for kind, expected in ((Essentiality.NON_ESSENTIAL, 0.2), (Essentiality.NEGLIGIBLE, 0.0), (Essentiality.ESSENTIAL, 0.8)):
        network = net(buys("a", "n", 0.5, "chips"), buys("a", "y", 0.8, "gas"), weights=weights, essential={("company:a", "gas"): kind})
        assert reliance(network, "company:a", "company:y").leontief.hi == pytest.approx(expected)


def test_a_small_part_of_a_market_is_replaced_and_a_large_one_is_not() -> None:
    """One of ten equal sellers of a product is lost: sigma = .1 / .9 of what the market still delivers, and a tenth more is
    made; the only seller is not replaced."""
    sellers = [buys("a", f"s{number}", 0.1, "product:chips") for number in range(10)]
    network = net(*sellers, buys("b", "sole", 1.0, "product:tools"))
    lost = np.zeros(len(network.ids))
    lost[network.position("company:s1")] = 1.0
    assert substituted(network, lost, ramp=0.0).v[network.position("company:a")] == pytest.approx(0.1 * (0.1 / 0.9))
    assert substituted(network, lost, ramp=0.1).v[network.position("company:a")] == 0.0
    lost[network.position("company:sole")] = 1.0
    assert substituted(network, lost).v[network.position("company:b")] == 1.0
