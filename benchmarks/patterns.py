"""Counts of every pattern, the file they are kept in, and how well confidences made of them hold on articles left out."""

import csv
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.calibration import Told, brier, expected_error
from benchmarks.scoring import Prediction
from ingest.confidence import GIVEN_WEIGHT, PRECISION, PRIOR_WEIGHT, Counts, Pattern, estimate, measured

WEIGHTS = (0.0, 0.05, 0.1, 0.25, 0.5, 1.0)
"""What a sentence with given spans may count beside an article."""
PRIORS = (2.0, 4.0, 8.0, 16.0)
"""How many imagined cases a prior may count."""


def counted(predictions: Iterable[Prediction], *, given: bool = False) -> dict[Pattern, Counts]:
    """How often each pattern was right and how often it fired."""
    counts: dict[Pattern, Counts] = {}
    for one in predictions:
        new = Counts(0, 0, one.right, 1) if given else Counts(one.right, 1)
        counts[one.pattern, one.type] = counts.get((one.pattern, one.type), Counts()).plus(new)
    return counts


def together(*several: Mapping[Pattern, Counts]) -> dict[Pattern, Counts]:
    """The sums."""
    keys = sorted({key for counts in several for key in counts})
    return {key: _sum([counts[key] for counts in several if key in counts]) for key in keys}


def given_counts() -> dict[Pattern, Counts]:
    """Those of the published sets, as the file holds them: the sets themselves need not be there."""
    return {key: Counts(0, 0, one.given_correct, one.given_found) for key, one in measured().items()}


def told(predictions: Sequence[Prediction]) -> list[Told]:
    """The confidence that each statement carries, and whether it was right."""
    return [(one.confidence, one.right) for one in predictions if one.confidence is not None]


def left_out(
    predictions: Sequence[Prediction],
    given: Mapping[Pattern, Counts],
    *,
    given_weight: float = GIVEN_WEIGHT,
    prior_weight: float = PRIOR_WEIGHT,
) -> list[Told]:
    """The same with the confidence that each would carry had its own article never been counted."""
    judged: list[Told] = []
    for article in sorted({one.article for one in predictions}):
        counts = together(given, counted(one for one in predictions if one.article != article))
        patterns = {(one.pattern, one.type) for one in predictions if one.article == article}
        sure = {one: estimate(one, counts, given_weight=given_weight, prior_weight=prior_weight) for one in patterns}
        judged += [(sure[one.pattern, one.type], one.right) for one in predictions if one.article == article]
    return judged


def weightings(predictions: Sequence[Prediction], given: Mapping[Pattern, Counts]) -> list[dict[str, float | None]]:
    """Error and Brier score of each choice of weights, on articles left out."""
    return [_weighting(predictions, given, one, prior) for prior in PRIORS for one in WEIGHTS]


def _weighting(predictions: Sequence[Prediction], given: Mapping[Pattern, Counts], one: float, prior: float) -> dict[str, float | None]:
    judged = left_out(predictions, given, given_weight=one, prior_weight=prior)
    return {"given": one, "prior": prior, "ece": expected_error(judged), "brier": brier(judged)}


def write(counts: Mapping[Pattern, Counts]) -> None:
    """Writes ingest/precision.csv."""
    with PRECISION.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["pattern", "type", *Counts._fields])
        writer.writerows([*key, *counts[key]] for key in sorted(counts))


def _sum(several: list[Counts]) -> Counts:
    summed = Counts()
    for one in several:
        summed = summed.plus(one)
    return summed
