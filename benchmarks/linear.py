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
    """The model of those pairs."""
    counts = Counter(name for names, _ in labelled for name in names)
    index = {name: number for number, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST))}
    labels = tuple(sorted({label for _, label in labelled}))
    rows = lay_out([[index[name] for name in names if name in index] for names, _ in labelled], len(index))
    wanted: NDArray[np.int64] = np.array([labels.index(label) for _, label in labelled])
    return LinearModel(labels, index, fit(rows, wanted, len(labels), penalty=penalty))


def write(model: LinearModel, path: Path) -> None:
    """The weights in 8 bits each, without the features that say next to nothing."""
    step = float(np.abs(model.weights).max()) / LEVELS
    small: Array = np.round(model.weights / step)
    kept = [name for name, number in model.index.items() if np.abs(small[number]).max() >= 1]
    rows = small[[model.index[name] for name in kept]].astype(np.int8)
    text = [np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8) for names in (kept, model.labels)]
    np.savez_compressed(path, features=text[0], labels=text[1], weights=rows, step=np.float32(step))
