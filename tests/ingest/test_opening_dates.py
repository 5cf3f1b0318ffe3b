"""A date may open what a name is called."""

import pytest

from ingest.extract import RulesExtractor
from ingest.reader import Given, article


def said(text: str) -> dict[tuple[str, str, str], tuple[str, dict[str, str]]]:
    """(Type, subject, object) -> modality and qualifiers."""
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2026-02-24")))
    names = {entity.id: entity.name for entity in read.entities}
    return {
        (one.type, names[one.subject], names[one.object]): (one.modality, {q.name: q.text for q in one.qualifiers})
        for one in read.statements
    }


@pytest.mark.parametrize(
    ("text", "modality", "dates"),
    [
        ("Altera, until 2024 a unit of Intel, makes FPGAs.", "historical", {"end": "2024"}),
        ("Altera, since 2021 a subsidiary of Intel, makes FPGAs.", "actual", {"start": "2021"}),
        ("Altera (until May 2025 a unit of Intel) makes FPGAs.", "historical", {"end": "May 2025"}),
        ("Altera, until 2030 a unit of Intel, makes FPGAs.", "actual", {"end": "2030"}),
    ],
    ids=["until", "since", "in brackets", "until a day to come"],
)
def test_it_is_of_what_the_name_is_called(text: str, modality: str, dates: dict[str, str]) -> None:
    found = said(text)
    assert found["SUBSIDIARY_OF", "Altera", "Intel"] == (modality, dates)
    assert found["MANUFACTURES", "Altera", "FPGA"][1] == {}


def test_what_a_name_is_called_is_no_second_subject() -> None:
    found = said("Altera, until 2023 a unit of Intel, gets 34% of its revenue from China.")
    assert {subject for type, subject, _ in found if type == "DEPENDS_ON"} == {"Altera"}


def test_a_date_of_the_verb_stays_with_it() -> None:
    found = said("Altera, a unit of Intel, has made FPGAs since 2021.")
    assert found["MANUFACTURES", "Altera", "FPGA"][1] == {"start": "2021"}
    assert found["SUBSIDIARY_OF", "Altera", "Intel"][1] == {}
