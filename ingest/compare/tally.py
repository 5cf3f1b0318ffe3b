"""How many were right, returned and wanted, and the three ratios that follow. Tallies of several articles add up."""

from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind of thing; a ratio whose denominator is 0 is None."""

    correct: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.correct + other.correct, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """Share of what was returned that is right."""
        return self.correct / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what was wanted that was returned."""
        return self.correct / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there was nothing to return and nothing was."""
        return 2 * self.correct / (self.found + self.wanted) if self.found + self.wanted else None


def total(tallies: Iterable[Tally]) -> Tally:
    """Their sum: ratios of it are micro averages."""
    return sum(tallies, Tally())


def tally(found: Set[Hashable], wanted: Set[Hashable]) -> Tally:
    """Of two sets: what both hold is right."""
    return Tally(len(found & wanted), len(found), len(wanted))
