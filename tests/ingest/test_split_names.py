"""A name that the model cuts before its legal form is one."""

from ingest.nlp import read
from ingest.reading import reading_of, text_of
from tests.ingest.reading_aloud import pipeline

TEXT = (
    "ANTWERP, May 14 -- Solvarre NV of Mechelen, Belgium, which builds plasma etchers, "
    "is suspected of having shipped nine machines to Intel."
)


def test_the_name_keeps_its_form_and_its_sentence() -> None:
    doc = next(read(pipeline(), TEXT, published="2025-05-14"))
    named = [one for one in reading_of(doc).mentions if text_of(doc, one) == "Solvarre NV"]
    assert named and doc[named[0].start].sent.end == len(doc)


def test_a_sentence_that_begins_with_such_letters_stays_one() -> None:
    doc = next(read(pipeline(), "Intel fell. SA analysts were surprised.", published="2025-05-14"))
    assert len(list(doc.sents)) == 2
