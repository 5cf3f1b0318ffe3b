"""A linear model over sparse features, as it is shipped: multinomial, 8-bit weights, numpy alone; the same weights give the same answer.

benchmarks/linear.py learns it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

NONE = "NONE"
BACK = "<"
"""Ends a label whose source is the second of the two in the text."""


@dataclass(frozen=True)
class LinearModel:
    """Weights of each feature for each label: a type of relation, in the order of the text or, with BACK, against it."""

    labels: tuple[str, ...]
    index: dict[str, int]
    weights: NDArray[np.int8]
    """(features, labels), in units of `step`."""
    step: float

    def probabilities(self, features: Collection[str]) -> NDArray[np.float64]:
        """Of each label, given the features of a pair."""
        known = [number for one in features if (number := self.index.get(one)) is not None]
        scores = self.weights.take(known, axis=0).sum(axis=0, dtype=np.int64) * (self.step * scale(len(known)))
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum())


def scale(features: int) -> float:
    """What each of a pair's features counts, so that long sentences are no surer than short ones."""
    return float(4 / np.sqrt(max(features, 1)))


@cache
def load_model(path: Path) -> LinearModel:
    """The weights in a file."""
    with np.load(path) as data:
        names = bytes(data["features"]).decode("utf-8").split("\n")
        labels = tuple(bytes(data["labels"]).decode("utf-8").split("\n"))
        return LinearModel(labels, {name: number for number, name in enumerate(names)}, data["weights"], float(data["step"]))
