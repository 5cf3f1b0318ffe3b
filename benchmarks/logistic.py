"""Multinomial logistic regression on sparse binary features: L-BFGS over numpy arrays, the same result in every run."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.linear import scale

Array = NDArray[np.float32]
MEMORY = 8
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Rows:
    """Rows of feature numbers, laid out for products from either side."""

    columns: NDArray[np.int64]
    values: Array
    starts: NDArray[np.int64]
    order: NDArray[np.int64]
    row: NDArray[np.int64]
    used: NDArray[np.int64]
    used_starts: NDArray[np.int64]
    width: int

    def times(self, weights: Array) -> Array:
        """Scores of each row."""
        return np.asarray(np.add.reduceat(weights[self.columns] * self.values[:, None], self.starts, axis=0))

    def back(self, gradient: Array) -> Array:
        """The rows' gradients, summed per feature."""
        found = np.zeros((self.width, gradient.shape[1]), np.float32)
        found[self.used] = np.add.reduceat(gradient[self.row[self.order]] * self.values[self.order][:, None], self.used_starts, axis=0)
        return found


def lay_out(rows: list[list[int]], width: int) -> Rows:
    """`rows` of feature numbers below `width`; every row has at least one."""
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    columns = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    values = np.repeat(np.array([scale(len(row)) for row in rows], dtype=np.float32), lengths)
    order = np.argsort(columns, kind="stable")
    used, used_starts = np.unique(columns[order], return_index=True)
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)[:-1]])
    return Rows(columns, values, starts, order, np.repeat(np.arange(len(rows)), lengths), used, used_starts, width)


def fit(rows: Rows, wanted: NDArray[np.int64], classes: int, *, penalty: float, rounds: int = 150) -> Array:
    """Weights (features x classes) of the least penalised loss."""
    weights = np.zeros((rows.width, classes), np.float32)
    loss, slope = _loss(rows, wanted, weights, penalty)
    steps: list[tuple[Array, Array]] = []
    for _ in range(rounds):
        direction = _direction(slope, steps)
        moved, new_loss, new_slope = _line(rows, wanted, weights, penalty, loss, slope, direction)
        step, change = moved - weights, new_slope - slope
        if float((step * change).sum()) > 1e-12:
            steps = [*steps, (step, change)][-MEMORY:]
        gained = loss - new_loss
        weights, loss, slope = moved, new_loss, new_slope
        if gained < TOLERANCE * abs(loss):
            break
    return weights


def _loss(rows: Rows, wanted: NDArray[np.int64], weights: Array, penalty: float) -> tuple[float, Array]:
    scores = rows.times(weights)
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    chances /= chances.sum(axis=1, keepdims=True)
    here = np.arange(len(wanted))
    loss = -float(np.log(chances[here, wanted] + 1e-12).mean()) + penalty / 2 * float((weights**2).sum())
    chances[here, wanted] -= 1
    return loss, rows.back(chances / np.float32(len(wanted))) + np.float32(penalty) * weights


def _direction(slope: Array, steps: list[tuple[Array, Array]]) -> Array:
    """The L-BFGS direction (Nocedal & Wright, Numerical Optimization, algorithm 7.4)."""
    found = slope.copy()
    factors = []
    for step, change in reversed(steps):
        factor = float((step * found).sum()) / float((step * change).sum())
        factors.append(factor)
        found -= np.float32(factor) * change
    last = steps[-1] if steps else None
    found *= np.float32(float((last[0] * last[1]).sum()) / float((last[1] ** 2).sum()) if last else 10)
    for (step, change), factor in zip(steps, reversed(factors), strict=True):
        found += np.float32(factor - float((change * found).sum()) / float((step * change).sum())) * step
    return found


def _line(
    rows: Rows, wanted: NDArray[np.int64], weights: Array, penalty: float, loss: float, slope: Array, direction: Array
) -> tuple[Array, float, Array]:
    """The first of ever shorter steps that lowers the loss enough."""
    length, fall = 1.0, float((slope * direction).sum())
    while True:
        moved = weights - np.float32(length) * direction
        new_loss, new_slope = _loss(rows, wanted, moved, penalty)
        if new_loss <= loss - 1e-4 * length * fall or length < 1e-4:
            return moved, new_loss, new_slope
        length /= 2
