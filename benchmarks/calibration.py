"""Whether a confidence of .8 is right eight times in ten: reliability in ten bins, expected calibration error, Brier score."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

BINS = 10
Told = tuple[float, bool]
"""A confidence and whether the statement was right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements whose confidence lies in (low, high]."""

    low: float
    high: float
    count: int
    confidence: float | None
    """Mean; None in an empty bin."""
    right: float | None
    """Share."""


def reliability(told: Sequence[Told]) -> list[Bin]:
    """Ten bins of equal width, from 0 to 1."""
    inside: list[list[Told]] = [[] for _ in range(BINS)]
    for one in told:
        inside[max(0, ceil(round(one[0] * BINS, 9)) - 1)].append(one)
    return [_bin(number, several) for number, several in enumerate(inside)]


def expected_error(told: Sequence[Told]) -> float | None:
    """ECE: the distance of mean confidence from the share that is right, weighted by the bins' sizes.

    References
    ----------
    .. [1] Naeini, Cooper & Hauskrecht (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI."""
    if not told:
        return None
    return sum(one.count * abs((one.confidence or 0) - (one.right or 0)) for one in reliability(told)) / len(told)


def brier(told: Sequence[Told]) -> float | None:
    """Mean squared distance of the confidence from what came true."""
    return sum((confidence - right) ** 2 for confidence, right in told) / len(told) if told else None


def _bin(number: int, inside: list[Told]) -> Bin:
    count = len(inside)
    mean = sum(confidence for confidence, _ in inside) / count if count else None
    right = sum(right for _, right in inside) / count if count else None
    return Bin(number / BINS, (number + 1) / BINS, count, mean, right)
