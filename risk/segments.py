"""Greatest and least of consecutive rows of a block; numpy's own reduceat is slow where there are many columns."""

import numpy as np

from graph.network import Floats, Ints

SHORT = 16
"""Segments up to this length are reduced together, a place at a time; longer ones alone."""


def reduce_rows(ufunc: np.ufunc, block: Floats, start: Ints) -> Floats:
    """(s, K) `ufunc` over the rows of each segment of `block` (r, K); segment i ends where i + 1 starts. None is empty."""
    if block.shape[1] < 4:
        return np.asarray(ufunc.reduceat(block, start))
    sizes = np.diff(np.append(start, len(block)))
    out: Floats = block[start]
    for place in range(1, min(SHORT, int(sizes.max(initial=0)))):
        rows = np.flatnonzero((sizes > place) & (sizes <= SHORT))
        out[rows] = ufunc(out[rows], block[start[rows] + place])
    for row in np.flatnonzero(sizes > SHORT):
        out[row] = ufunc.reduce(block[start[row] : start[row] + sizes[row]], axis=0)
    return out
