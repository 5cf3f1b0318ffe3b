"""The order of solving: suppliers before buyers, circles together."""

import numpy as np
import pytest

from benchmarks.networks import generated, seeds
from risk.fixed_point import solve, step
from risk.levels import levels
from tests.risk.nets import buys, net


def test_a_chain_has_a_level_a_tier_and_a_circle_one_for_all() -> None:
    network = net(buys("a", "b", 1.0), buys("b", "c", 0.5), buys("c", "b", 0.5), buys("c", "d", 0.5))
    level, cyclic = levels(network)
    assert level.tolist() == [2, 1, 1, 0]
    assert cyclic.tolist() == [0, 1, 1, 0]


def test_who_buys_from_itself_is_a_circle() -> None:
    network = net(buys("a", "a", 0.5), buys("a", "b", 0.4))
    assert levels(network)[1].tolist() == [1, 0]


@pytest.mark.parametrize("seed", range(5))
def test_every_supplier_lies_lower_or_on_the_same_circle(seed: int) -> None:
    network, _ = generated(60, 90, seed=seed)
    level, cyclic = levels(network)
    buyer = network.buyer[network.group_of]
    same = level[buyer] == level[network.supplier]
    assert np.all((level[buyer] > level[network.supplier]) | (same & (cyclic[buyer] == 1)))


@pytest.mark.parametrize("figure", ["lo", "central", "hi", "possible"])
@pytest.mark.parametrize("reading", ["linear", "leontief"])
def test_what_is_solved_level_by_level_is_what_steps_over_all_rows_reach(reading: str, figure: str) -> None:
    network, country = generated(300, 900, seed=3, unstated=0.3)
    lost = seeds(country)[:, :4]
    v = lost.copy()
    for _ in range(3000):
        v = np.maximum(lost, step(network, v, reading=reading, figure=figure))  # type: ignore[arg-type]
    found = solve(network, lost, reading=reading, figure=figure)  # type: ignore[arg-type]
    assert found.v == pytest.approx(v, abs=1e-10)
    assert found.residual <= 1e-14
