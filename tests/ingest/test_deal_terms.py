"""How long a supply runs, told of the deal alone."""

import pytest

from tests.ingest.reading_aloud import qualifiers, relations


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Infineon supplies lasers to Bosch. Infineon's agreement with Bosch expires in December 2026.", "December 2026"),
        ("Infineon supplies lasers to Bosch. Its contract with Bosch runs until 2029.", "2029"),
    ],
)
def test_the_term_of_a_deal_is_that_of_the_supply(text: str, end: str) -> None:
    assert ("end", end) in qualifiers(text)["SUPPLIES", "Bosch"]


def test_a_deal_of_which_nothing_else_is_told_is_no_supply() -> None:
    assert not {one for one in relations("Infineon's agreement with Bosch expires in December 2026.") if one[0] == "SUPPLIES"}


def test_a_deal_with_another_is_not_meant() -> None:
    text = "Infineon supplies lasers to Bosch. Infineon's agreement with Intel expires in December 2026."
    assert ("SUPPLIES", "Infineon", "Intel") not in relations(text)
