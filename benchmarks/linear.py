"""Learns the linear models of ingest/linear.py. Needs no package that the product does not need; two runs give the same file."""

from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.logistic import Array, fit, lay_out
from ingest.linear import LinearModel

LEAST = 2
"""Pairs in which a feature must be met."""
LEVELS = 127
Pair = tuple[tuple[str, ...], str]
"""The features of two spans in the order of their text, and their label."""


def learn(labelled: list[Pair], *, penalty: float) -> LinearModel:
    """The model of those pairs, its weights in 8 bits each, as it is shipped."""
    counts = Counter(name for names, _ in labelled for name in names)
    index = {name: number for number, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST))}
    labels = tuple(sorted({label for _, label in labelled}))
    rows = lay_out([sorted(index[name] for name in names if name in index) for names, _ in labelled], len(index))
    wanted: NDArray[np.int64] = np.array([labels.index(label) for _, label in labelled])
    return _small(labels, list(index), fit(rows, wanted, len(labels), penalty=penalty))


def _small(labels: tuple[str, ...], names: list[str], weights: Array) -> LinearModel:
    """Without the features that say next to nothing."""
    step = np.float32(np.abs(weights).max() / LEVELS)
    levels = np.round(weights / step).astype(np.int8)
    kept = np.flatnonzero(np.abs(levels).max(axis=1) >= 1)
    return LinearModel(labels, {names[number]: row for row, number in enumerate(kept)}, levels[kept], float(step))


def write(model: LinearModel, path: Path) -> None:
    """The weights in a file that `load_model` reads."""
    text = [np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8) for names in (model.index, model.labels)]
    np.savez_compressed(path, features=text[0], labels=text[1], weights=model.weights, step=np.float32(model.step))
