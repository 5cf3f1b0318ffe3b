"""Passives that a phrase splits relate as others do."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Altera was in 2015 bought by Intel.", ("ACQUIRES", "Intel", "Altera")),
        ("Nexperia was, in 2018, sold to Wingtech.", ("ACQUIRES", "Wingtech", "Nexperia")),
        ("Sorfoss Kraft is 30% owned by Toyota.", ("OWNS", "Toyota", "Sorfoss Kraft")),
        ("Intel is for now supplied by ASML.", ("SUPPLIES", "ASML", "Intel")),
        ("NVIDIA's wafers are for the most part made by TSMC.", ("SUPPLIES", "TSMC", "NVIDIA")),
    ],
)
def test_the_passive_is_joined(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in relations(text)


def test_what_is_so_at_no_time_is_denied() -> None:
    assert ("SUPPLIES", "SMIC", "Intel") in denied("Intel was at no point supplied by SMIC.")
    assert ("SUPPLIES", "Intel", "Huawei") in denied("Intel has at no time supplied Huawei.")


@pytest.mark.parametrize("text", ["Intel is in talks backed by Samsung.", "Intel is in a group owned by Samsung."])
def test_a_clause_about_a_noun_stays_one(text: str) -> None:
    assert not {one for one in relations(text) if one[0] in ("OWNS", "INVESTS_IN") and one[2] == "Intel"}
