"""What is wrong with the rows of a table of supply: each error names the row, counted without the header, and the way out.

All take columns in the order of buyer, product and supplier; `order` (T,) says which row each was."""

from pathlib import Path

import numpy as np

from graph.errors import DataSetError
from graph.network import Floats, Ints

DUST = 1e-9


def bounds(lo: Floats, hi: Floats, order: Ints, path: Path) -> None:
    wrong = np.flatnonzero(lo > hi)
    if len(wrong):
        row = wrong[np.argmin(order[wrong])]
        raise DataSetError(f"{path.name}, row {order[row] + 1}: share_lo {lo[row]:g} is above share_hi {hi[row]:g}; exchange them")


def once(new: np.ndarray, supplier: Ints, order: Ints, path: Path) -> None:
    again = np.flatnonzero(~new[1:] & (np.diff(supplier) == 0)) + 1 if len(new) else np.zeros(0, dtype=np.int64)
    if len(again):
        first, second = sorted(order[[again[0] - 1, again[0]]] + 1)
        raise DataSetError(f"{path.name}, rows {first} and {second}: one supplier twice in one group; add their shares up in one row")


def sums(lo: Floats, start: Ints, order: Ints, path: Path) -> None:
    if not len(start):
        return
    total = np.add.reduceat(lo, start)
    over = np.flatnonzero(total > 1 + DUST)
    if len(over):
        end = np.append(start, len(lo))[over[0] + 1]
        rows = sorted(order[start[over[0]] : end] + 1)
        listed = ", ".join(map(str, rows[:5])) + (" …" if len(rows) > 5 else "")
        raise DataSetError(f"{path.name}, rows {listed}: the shares of one group sum to {total[over[0]]:g}; they can be 1 at most")


def weights(weight: Floats, buyer: Ints, start: Ints, order: Ints, path: Path) -> Floats:
    """(G,) the weight of each group, NaN where no row says it."""
    if not len(start):
        return np.zeros(0)
    least, most = np.fmin.reduceat(weight, start), np.fmax.reduceat(weight, start)
    differ = np.flatnonzero(most > least + DUST)
    if len(differ):
        raise DataSetError(f"{path.name}, row {order[start[differ[0]]] + 1}: the rows of one group give different weights; give one")
    total = np.bincount(buyer[start], np.nan_to_num(most))
    over = np.flatnonzero(total > 1 + DUST)
    if len(over):
        row = order[start[np.flatnonzero(buyer[start] == over[0])[0]]]
        raise DataSetError(
            f"{path.name}, row {row + 1}: the weights of this buyer's products sum to {total[over[0]]:g}; they can be 1 at most"
        )
    return most
