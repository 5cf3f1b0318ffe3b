"""Look-through of an input-output table: the printed four-sector case, and pymrio as a peer, also of the linear reading."""

import numpy as np
import pandas as pd
import pymrio
import pytest

from risk.exposure import exposures as network_exposures
from risk.input_output import exposures
from tests.risk.nets import buys, net

A = np.array([[0.10, 0.05, 0.02, 0.01], [0.05, 0.10, 0.03, 0.02], [0.10, 0.02, 0.20, 0.10], [0.01, 0.08, 0.05, 0.15]])
DEMAND = np.array([100.0, 80.0, 120.0, 60.0])


def test_the_printed_case_of_four_sectors() -> None:
    """US1 US2 CN1 CN2, the row of US1 (docs/methods.md)."""
    found = exposures(A, DEMAND)
    assert found.look_through[0] == pytest.approx([0.822938, 0.049734, 0.106690, 0.020638], abs=1e-6)
    assert found.face[0] == pytest.approx([0.809399, 0.036791, 0.073582, 0.007358], abs=1e-6)
    assert found.hidden[0, 2:].sum() == pytest.approx(0.046389, abs=1e-6)
    assert found.look_through.sum(axis=1) == pytest.approx(np.ones(4))


def test_pymrio_finds_the_same_requirements() -> None:
    inverse = pymrio.calc_L(pd.DataFrame(A)).to_numpy()
    whole = inverse @ np.diag(DEMAND)
    assert exposures(A, DEMAND).look_through == pytest.approx((whole / whole.sum(axis=0)).T, abs=1e-12)


def test_a_table_that_needs_more_than_it_makes_is_an_error() -> None:
    with pytest.raises(ValueError, match="do not converge"):
        exposures(np.array([[1.1]]), np.array([1.0]))


def test_the_linear_reading_is_pymrios_inverse_on_a_network_of_stated_shares() -> None:
    """With Y lost, the loss of the others is (I - Q)^-1 r: Q what they buy from one another, r from Y."""
    rng = np.random.default_rng(4)
    names = "abcdef"
    shares = rng.dirichlet(np.ones(7), 6)[:, :6]
    np.fill_diagonal(shares, 0.0)
    network = net(*(buys(names[j], names[i], float(shares[j, i])) for j in range(6) for i in range(6) if i != j))
    found = network_exposures(network, ["company:f"], tolerance=1e-14).through[:5, 0]
    inverse = pymrio.calc_L(pd.DataFrame(shares[:5, :5])).to_numpy()
    assert found == pytest.approx(inverse @ shares[:5, 5], abs=1e-10)
