"""Where people were before they were what the text says."""

import pytest

from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    ("text", "persons", "firm"),
    [
        ("Jim Keller, formerly of Tesla, spoke in Austin.", {"Jim Keller"}, "Tesla"),
        ("The founders are Guillaume Lample and Jim Keller, both late of Meta.", {"Guillaume Lample", "Jim Keller"}, "Meta"),
        ("Lisa Su met Jim Keller, previously at AMD.", {"Jim Keller"}, "AMD"),
    ],
)
def test_it_is_said_of_the_person_before_and_with_both_of_both(text: str, persons: set[str], firm: str) -> None:
    assert {who for type, who, where in relations(text) if type == "WORKS_FOR" and where == firm} == persons


@pytest.mark.parametrize("text", ["Altera, formerly of Intel, makes chips.", "Jim Keller spoke of Tesla late on Monday."])
def test_it_is_said_of_no_firm_and_by_no_other_words(text: str) -> None:
    assert not {one for one in relations(text) if one[0] == "WORKS_FOR"}
