"""The greatest loss of a group: how what its least shares leave is given to those who lose most."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.network import Floats, Ints
from risk.product import multiply
from risk.segments import reduce_rows
from risk.shares import greedy

CHUNK = 32_000_000
"""Most numbers that a gathered block holds at once (256 MB)."""


@dataclass(frozen=True, eq=False)
class Part:
    """Some of the groups, with those of their triples whose share can grow."""

    where: Ints
    """Their rows."""
    start: Ints
    supplier: Ints
    room: Floats
    rest: Floats


@dataclass(frozen=True, eq=False)
class Worst:
    """How the rest of a group is given to those who lose most, by what the bounds leave open.

    Where all shares fit at their greatest it is a product; where any one supplier could take the whole rest it is a
    maximum; only in between must suppliers be sorted."""

    fits: csr_array
    """(g, n) room of the suppliers in groups whose greatest shares sum to 1 at most."""
    free: Part
    """Groups where any one supplier can take the whole rest."""
    mixed: Part
    """The others."""

    def add(self, least: Floats, v: Floats) -> Floats:
        """`least` (g, K) with what goes to those who lose most."""
        worst = least + multiply(self.fits, v) if self.fits.nnz else least.copy()
        for columns in _chunks(v.shape[1], len(self.free.supplier)):
            part = self.free
            worst[part.where, columns] += part.rest[:, None] * reduce_rows(np.maximum, v[part.supplier, columns], part.start)
        for columns in _chunks(v.shape[1], 4 * len(self.mixed.supplier)):
            part = self.mixed
            worst[part.where, columns] += greedy(v[part.supplier, columns], part.room, part.rest, part.start)
        return worst


def worst_of(matrix: Callable[[Floats], csr_array], start: Ints, supplier: Ints, room: Floats, rest: Floats) -> Worst:
    """Sorts groups into the three cases; `matrix` makes a (g, n) matrix of (t,) numbers at the suppliers' positions."""
    sizes = np.diff(np.append(start, len(supplier)))
    fits = np.add.reduceat(room, start) <= rest
    least_room = np.minimum.reduceat(np.where(room > 0, room, np.inf), start)
    spare = ~fits & (rest > 0)
    fitted = matrix(np.where(np.repeat(fits, sizes), room, 0.0)).copy()
    fitted.eliminate_zeros()  # in place: hence the copy, the suppliers being shared
    free, mixed = spare & (least_room >= rest), spare & (least_room < rest)
    return Worst(fitted, *(_part(chosen, sizes, start, supplier, room, rest) for chosen in (free, mixed)))


def _part(chosen: NDArray[np.bool_], sizes: Ints, start: Ints, supplier: Ints, room: Floats, rest: Floats) -> Part:
    kept = np.repeat(chosen, sizes) & (room > 0)
    counts = np.add.reduceat(kept.astype(np.int64), start)[chosen]
    return Part(np.flatnonzero(chosen), np.cumsum(counts) - counts, supplier[kept], room[kept], rest[chosen])


def _chunks(columns: int, triples: int) -> list[slice]:
    """Slices of the columns that gather at most CHUNK numbers each; none where there is nothing to gather."""
    step = max(1, CHUNK // max(1, triples))
    return [slice(first, first + step) for first in range(0, columns, step)] if triples else []
