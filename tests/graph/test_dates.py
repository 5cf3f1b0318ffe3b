"""Partial dates cover days."""

from datetime import date

import pytest

from graph.dates import first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_what_a_partial_date_covers(partial: str, first: date, last: date) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize("wrong", ["", "24", "2024-13", "2024-02-30", "soon"])
def test_what_is_no_date_is_an_error(wrong: str) -> None:
    with pytest.raises(ValueError):
        last_day(wrong)
