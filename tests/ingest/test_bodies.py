"""Bodies of a state that have no name."""

import pytest

from tests.ingest.reading_aloud import names, relations


@pytest.mark.parametrize(
    ("text", "body", "state"),
    [
        ("France's competition authority fined Bosch 3 million euros in 2021.", "France competition authority", "France"),
        ("A Singapore court fined Bosch $250,000 in 2022.", "Singapore court", "Singapore"),
        ("Switzerland's attorney general fined Bosch in May.", "Switzerland attorney general", "Switzerland"),
    ],
)
def test_it_acts_and_is_part_of_its_state(text: str, body: str, state: str) -> None:
    found = relations(text)
    assert {("PENALISES", body, "Bosch"), ("PART_OF", body, state)} <= found
    assert ("PENALISES", state, "Bosch") not in found


def test_what_is_said_of_a_named_body_is_no_other_body() -> None:
    assert [name for name, type in names("The Garante, Italy's privacy watchdog, fined DeepSeek.").items() if type == "GovBody"] == [
        "Garante"
    ]


def test_the_bureau_of_whose_is_part_of_it() -> None:
    text = "The U.S. Commerce Department, whose Bureau of Industry and Security put SMIC on the Entity List, welcomed it."
    assert any(type == "PART_OF" and head == "Bureau of Industry and Security" for type, head, _ in relations(text))
