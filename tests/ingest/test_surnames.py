"""People who are called after a place."""

import pytest

from tests.ingest.reading_aloud import names, relations


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Maria Lund, who runs Intel, denied it.", "Maria Lund"),
        ("Intel named Jack London chief executive.", "Jack London"),
        ("Intel was sued by Ann B. Taylor, a lawyer.", "Ann B. Taylor"),
        ("Deputy Secretary of State Wendy Sherman met officials of Taiwan.", "Wendy Sherman"),
    ],
)
def test_a_town_after_a_given_name_is_a_surname(text: str, person: str) -> None:
    found = names(text)
    assert found[person] == "Person"
    assert "City" not in found.values()


def test_it_stays_one_where_no_town_could_stand() -> None:
    text = "John Taylor heads Micron. Taylor said that Micron would buy Wolfspeed. Micron has opened a plant in Taylor."
    assert ("WORKS_FOR", "John Taylor", "Micron") in relations(text)
    found = names(text)
    assert (found["John Taylor"], found["Taylor"]) == ("Person", "City")


def test_towns_alone_are_towns() -> None:
    assert names("Will Germany restrict exports? Germany said that it would.")["Germany"] == "Country"
    found = names("Intel opened an office in San Jose and one in Taylor. London said that it would act.")
    assert "Person" not in found.values(), found
