"""How sure an extraction is: the measured precision of its pattern, shrunk to its edge type's, and that to the overall one.

`ingest/precision.csv` holds what was counted, on articles read end to end and on sentences of published sets whose spans were
given; `make eval` writes it. Pure, but for that file."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

PRECISION = Path(__file__).with_name("precision.csv")
PRIOR_WEIGHT = 8.0
"""A pattern's precision counts this many imagined cases at its type's, a type's as many at the overall one."""
GIVEN_WEIGHT = 0.1
"""What a sentence with given spans counts, beside an article read end to end. Both were chosen by how well the confidences hold
on articles left out (docs/extraction.md)."""

Pattern = tuple[str, str]
"""The name of a pattern and the edge type it finds."""


class Counts(NamedTuple):
    """How often a pattern was right and how often it fired, by kind of measurement."""

    correct: int = 0
    found: int = 0
    given_correct: int = 0
    given_found: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """The sum, count by count."""
        return Counts(*(mine + its for mine, its in zip(self, other, strict=True)))


@cache
def confidence(pattern: str, type: str) -> float:
    """The confidence of a statement that `pattern` found, 0 to 1, from the counts in the file."""
    return estimate((pattern, type), measured())


def estimate(
    pattern: Pattern, counts: Mapping[Pattern, Counts], *, given_weight: float = GIVEN_WEIGHT, prior_weight: float = PRIOR_WEIGHT
) -> float:
    """The same from any counts: of all, then of the type, then of the pattern."""
    precision = 0.5
    for group in (list(counts), [one for one in counts if one[1] == pattern[1]], [pattern]):
        precision = _shrunk([counts.get(one, Counts()) for one in group], precision, given_weight, prior_weight)
    return round(precision, 4)


@cache
def measured(path: Path = PRECISION) -> dict[Pattern, Counts]:
    """What was counted, by pattern."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["pattern"], row["type"]): Counts(*(int(row[name]) for name in Counts._fields)) for row in csv.DictReader(lines)}


def _shrunk(group: list[Counts], prior: float, given_weight: float, prior_weight: float) -> float:
    correct = sum(one.correct + given_weight * one.given_correct for one in group)
    found = sum(one.found + given_weight * one.given_found for one in group)
    return (correct + prior_weight * prior) / (found + prior_weight)
