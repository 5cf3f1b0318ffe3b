"""Confidence: shrinking counts of patterns towards their type's and the overall precision."""

import pytest

from ingest.confidence import PRECISION, Counts, confidence, estimate, measured

TYPE = "SUPPLIES"


def test_nothing_counted_is_even_odds() -> None:
    assert estimate(("any", TYPE), {}) == 0.5


def test_an_unseen_pattern_has_its_types_precision_and_an_unseen_type_the_overall_one() -> None:
    counts = {("good", TYPE): Counts(80, 80), ("bad", "OWNS"): Counts(0, 80)}
    unseen, other, foreign = (estimate(one, counts) for one in (("new", TYPE), ("new", "OWNS"), ("new", "USES")))
    assert unseen > 0.9
    assert other < 0.1
    assert foreign == 0.5


def test_many_cases_outweigh_the_prior() -> None:
    counts = {("good", TYPE): Counts(80, 80), ("bad", TYPE): Counts(0, 80), ("rare", TYPE): Counts(0, 1)}
    assert estimate(("bad", TYPE), counts) < 0.06
    assert 0.3 < estimate(("rare", TYPE), counts) < 0.5


def test_the_formula() -> None:
    counts = {("one", TYPE): Counts(3, 4, 10, 20)}
    precision = 0.5
    for _ in ("overall", "type", "pattern"):
        precision = (3 + 0.5 * 10 + 2 * precision) / (4 + 0.5 * 20 + 2)
    assert estimate(("one", TYPE), counts, given_weight=0.5, prior_weight=2) == pytest.approx(precision, abs=1e-4)


def test_the_file_holds_plausible_counts() -> None:
    assert PRECISION.is_file()
    assert all(one.correct <= one.found and one.given_correct <= one.given_found for one in measured().values())
    assert all(0 < confidence(*pattern) < 1 for pattern in measured())
