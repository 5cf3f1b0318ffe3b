"""A remark between a verb and its helper changes nothing of what the clause says."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Intel does not, the ministry said, hold any part of Altera.", ("OWNS", "Intel", "Altera")),
        ("TSMC has never, a spokesman insisted, supplied Huawei.", ("SUPPLIES", "TSMC", "Huawei")),
        ("Huawei was not, its lawyers said, supplied by SMIC.", ("SUPPLIES", "SMIC", "Huawei")),
    ],
)
def test_what_a_remark_parts_is_denied(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in denied(text)
    assert fact not in relations(text)


def test_what_a_remark_parts_is_stated() -> None:
    assert ("ACQUIRES", "Intel", "Altera") in relations("Intel has, the ministry said, bought Altera.")


def test_clauses_of_their_own_stay_apart() -> None:
    assert ("OWNS", "Intel", "Altera") not in denied("That is not, the ministry said, because Intel owns Altera.")
