"""Where people were before they were what the text says."""

import pytest

from ingest.extract import RulesExtractor
from ingest.reader import Given, article
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


@pytest.mark.parametrize(
    "text",
    [
        "Lisa Su, until last month head of foundry sales at Samsung, joins Intel.",
        "Lisa Su, having earlier been purchasing director of Samsung, runs Intel.",
    ],
)
def test_a_post_before_the_present_one_is_over(text: str) -> None:
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    assert {(one.object, one.modality) for one in read.statements if one.type == "WORKS_FOR"} == {
        ("company:samsung-electronics", "historical"),
        ("company:intel", "actual"),
    }


def test_a_department_is_past_on_the_way_to_the_employer() -> None:
    assert ("WORKS_FOR", "Lisa Su", "AMD") in relations("Lisa Su, head of chip sales at AMD, resigned.")
