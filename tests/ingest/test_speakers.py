"""Whom "we" stands for."""

from ingest.reader import Given
from tests.ingest.reading_aloud import relations


def test_in_a_filing_it_is_the_filer() -> None:
    given = Given(published_at="2025-02-24", publisher="Veldora Inc.", source_kind="filing")
    found = relations("We depend on TSMC for wafers. We purchase lasers from Coherent.", given=given)
    assert any(subject.startswith("Veldora") and object_ == "TSMC" for _, subject, object_ in found), found


def test_in_a_quotation_it_is_the_speakers_firm() -> None:
    text = '"We rely on TSMC for wafers," said Lisa Su, chief executive of AMD.'
    found = relations(text)
    assert any((subject, object_) == ("AMD", "TSMC") for _, subject, object_ in found), found


def test_under_a_question_it_is_the_firm_of_whom_the_interview_names() -> None:
    text = "Lisa Su has been chief executive of AMD since 2014.\n\n# Where do your wafers come from?\n\nWe rely on TSMC for wafers."
    found = relations(text)
    assert any((subject, object_) == ("AMD", "TSMC") for _, subject, object_ in found), found


def test_a_yes_before_the_answer_names_nobody() -> None:
    text = "Lisa Su has been chief executive of AMD since 2014.\n\n# Will you buy wafers?\n\nYes: we rely on TSMC for wafers."
    assert any((subject, object_) == ("AMD", "TSMC") for _, subject, object_ in relations(text))


def test_where_nothing_tells_nobody_speaks() -> None:
    found = relations("Nvidia rose. We live in times in which TSMC matters. We rely on TSMC for wafers.")
    assert not any(object_ == "TSMC" for _, _, object_ in found), found
