"""With numba or without it: the same bits."""

import numpy as np
import pytest
from scipy.sparse import random_array

from risk import product


def test_two_threads_change_no_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = random_array((300, 200), density=0.05, format="csr", rng=np.random.default_rng(1))
    block = np.random.default_rng(2).random((200, 7))
    plain = product.multiply(matrix, block)
    monkeypatch.setattr("risk.product.LARGE", 1)
    assert product._numba()
    assert np.array_equal(product.multiply(matrix, block), plain)


def test_without_numba_the_product_is_scipys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("risk.product._numba", lambda: False)
    monkeypatch.setattr("risk.product.LARGE", 1)
    matrix = random_array((30, 20), density=0.2, format="csr", rng=np.random.default_rng(1))
    block = np.random.default_rng(2).random((20, 3))
    assert np.array_equal(product.multiply(matrix, block), matrix @ block)
