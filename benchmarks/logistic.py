"""Multinomial logistic regression on sparse binary features: L-BFGS over a sparse matrix, the same result in every run."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ingest.linear import scale

Array = NDArray[np.float32]
MEMORY = 8
TOLERANCE = 1e-6


def lay_out(rows: list[list[int]], width: int) -> csr_array:
    """`rows` of feature numbers below `width`, weighted by their count, as a sparse matrix."""
    starts = np.cumsum([0, *(len(row) for row in rows)])
    values = np.concatenate([np.full(len(row), scale(len(row)), np.float32) for row in rows])
    return csr_array((values, np.concatenate(rows).astype(np.int64), starts), shape=(len(rows), width))


def fit(rows: csr_array, wanted: NDArray[np.int64], classes: int, *, penalty: float, rounds: int = 150) -> Array:
    """Weights (features x classes) of the least penalised loss."""
    weights = np.zeros((rows.shape[1], classes), np.float32)
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


def _loss(rows: csr_array, wanted: NDArray[np.int64], weights: Array, penalty: float) -> tuple[float, Array]:
    scores = rows @ weights
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    chances /= chances.sum(axis=1, keepdims=True)
    here = np.arange(len(wanted))
    loss = -float(np.log(chances[here, wanted] + 1e-12).mean()) + penalty / 2 * float((weights**2).sum())
    chances[here, wanted] -= 1
    return loss, rows.T @ (chances / np.float32(len(wanted))) + np.float32(penalty) * weights


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
    rows: csr_array, wanted: NDArray[np.int64], weights: Array, penalty: float, loss: float, slope: Array, direction: Array
) -> tuple[Array, float, Array]:
    """The first of ever shorter steps that lowers the loss enough."""
    length, fall = 1.0, float((slope * direction).sum())
    while True:
        moved = weights - np.float32(length) * direction
        new_loss, new_slope = _loss(rows, wanted, moved, penalty)
        if new_loss <= loss - 1e-4 * length * fall or length < 1e-4:
            return moved, new_loss, new_slope
        length /= 2
