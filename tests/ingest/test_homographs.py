"""Verbs that the model takes for nouns are verbs again in the second parse."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Applied Materials, Inc. designs and makes etchers for optical networks.", ("DEVELOPS", "Applied Materials", "etching tool")),
        ("Apple and Intel supply Tesla.", ("SUPPLIES", "Apple", "Tesla")),
        ("Ford and Tesla order cells from CATL.", ("SUPPLIES", "CATL", "Ford")),
    ],
)
def test_the_verb_relates(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in relations(text)


def test_a_verb_under_neither_is_denied() -> None:
    assert ("OWNS", "SoftBank", "Arm") in denied("Neither Intel nor SoftBank control Arm.")


@pytest.mark.parametrize("text", ["Apple orders rose at TSMC.", "Samsung supplies from Korea dried up in Berlin."])
def test_a_noun_after_a_name_stays_one(text: str) -> None:
    assert not {one for one in relations(text) if one[0] == "SUPPLIES"}
