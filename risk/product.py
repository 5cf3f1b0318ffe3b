"""Sparse matrix times dense block. With numba installed two threads do it; the sums and their order are the same."""

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from graph.network import Floats

LARGE = 5_000_000
"""Multiplications from which numba's compilation pays off."""


def multiply(matrix: csr_array, block: Floats) -> Floats:
    """`matrix` (m, n) times `block` (n, K) or (n,)."""
    if block.ndim == 1 or matrix.nnz * block.shape[1] < LARGE or not _numba():
        product: Floats = matrix @ block
        return product
    out = np.zeros((matrix.shape[0], block.shape[1]))
    _threaded()(matrix.indptr, matrix.indices, matrix.data, np.ascontiguousarray(block), out)
    return out


@lru_cache(maxsize=1)
def _numba() -> bool:
    return find_spec("numba") is not None


@lru_cache(maxsize=1)
def _threaded() -> Any:
    import numba

    @numba.njit(parallel=True, cache=False)  # type: ignore[untyped-decorator, unused-ignore]
    def spmm(indptr: Any, indices: Any, data: Any, block: Any, out: Any) -> None:
        for row in numba.prange(len(indptr) - 1):
            for entry in range(indptr[row], indptr[row + 1]):
                share, column = data[entry], indices[entry]
                for k in range(block.shape[1]):
                    out[row, k] += share * block[column, k]

    return spmm
