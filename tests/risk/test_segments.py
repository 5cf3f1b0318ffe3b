"""Greatest and least of consecutive rows, as numpy's reduceat has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from risk.segments import reduce_rows


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(1, 9), st.sampled_from([np.maximum, np.minimum]))
def test_segments_are_reduced_as_reduceat_does(sizes: list[int], columns: int, ufunc: np.ufunc) -> None:
    block = np.random.default_rng(sum(sizes)).random((sum(sizes), columns))
    start = np.cumsum(sizes) - sizes
    assert np.array_equal(reduce_rows(ufunc, block, start), ufunc.reduceat(block, start))
