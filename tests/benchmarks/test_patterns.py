"""Counting patterns, leaving articles out, judging published sets, floors, tables: on numbers made up by hand."""

import json
from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.patterns import counted, left_out, together, told
from benchmarks.published import SETS, Published, judged
from benchmarks.scoring import Prediction
from benchmarks.tables import table
from ingest.confidence import Counts, estimate

CORE, FIRE, _ = SETS
MINE = [Prediction("a", "p", "OWNS", True, 0.9), Prediction("a", "p", "OWNS", False, 0.9), Prediction("b", "p", "OWNS", True)]


def test_patterns_are_counted_by_kind_of_measurement() -> None:
    assert counted(MINE) == {("p", "OWNS"): Counts(2, 3)}
    assert together(counted(MINE), counted(MINE, given=True)) == {("p", "OWNS"): Counts(2, 3, 2, 3)}


def test_an_article_left_out_does_not_tell_its_own_confidence() -> None:
    without_a, without_b = (estimate(("p", "OWNS"), {("p", "OWNS"): counts}) for counts in (Counts(1, 1), Counts(1, 2)))
    assert left_out(MINE, {}) == [(without_a, True), (without_a, False), (without_b, True)]
    assert told(MINE) == [(0.9, True), (0.9, False)]


def relation(type: str, head: str, tail: str, polarity: str = "affirmed") -> dict[str, str]:
    return {"type": type, "head_id": head, "tail_id": tail, "polarity": polarity, "pattern": "p"}


@pytest.mark.parametrize(
    ("published", "one", "expected"),
    [
        (CORE, relation("OWNS", "e1", "e2"), [("OWNS", "e1", "e2")]),
        (CORE, relation("OWNS", "e2", "e1"), [("OWNS", "e2", "e1")]),
        (CORE, relation("OWNS", "e1", "e3"), []),
        (CORE, relation("WORKS_FOR", "e1", "e2"), []),
        (CORE, relation("OWNS", "e1", "e2", "negated"), []),
        (CORE, relation("PARTNERS_WITH", "e2", "e1"), [("PARTNERS_WITH", "e1", "e2")]),
        (FIRE, relation("ACQUIRES", "e1", "e3"), [("ACQUIRES", "e1", "e3")]),
    ],
)
def test_what_a_set_judges(published: Published, one: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    found = judged({"relations": [one]}, {("OWNS", "e1", "e2")}, published)
    assert [triple for triple, _ in found] == expected


def test_floors_and_ceilings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"at least": {"dev.f1": 0.5, "test.f1": 0.5, "CORE.f1": 0.5}, "at most": {"dev.denied": 0}}))
    monkeypatch.setattr(floors, "FLOORS", path)
    assert list(floors.below({"dev.f1": 0.5, "test.f1": 0.6, "dev.denied": 0.0}, absent=["CORE"])) == []
    failures = list(floors.below({"dev.f1": 0.4, "dev.denied": 1.0, "CORE.f1": 0.6}, absent=[]))
    assert failures == [
        "dev.f1 is 0.400, below its floor of 0.5",
        "test.f1 was not measured; its bound is 0.5",
        "dev.denied is 1.000, above its ceiling of 0",
    ]


def test_a_table_is_markdown() -> None:
    assert table(["type", "F1"], [["OWNS", ".50"]]) == "| type | F1 |\n| --- | ---: |\n| OWNS | .50 |"
