"""Lemmas that no release of spaCy may get wrong."""

import pytest

from ingest.lemmas import correct_lemmas
from ingest.nlp import build_nlp, read
from tests.ingest.reading_aloud import pipeline


@pytest.mark.parametrize(
    ("sentence", "form", "lemma"),
    [
        ("Hoya sells lenses to ASML.", "lenses", "lens"),
        ("TSMC sells dies to AMD.", "dies", "die"),
        ("The ministry fined Intel on Monday.", "fined", "fine"),
        ("The company hopes to open a plant.", "hopes", "hope"),
        ("The company taped out the chip.", "taped", "tape"),
    ],
)
def test_a_form_has_its_lemma(sentence: str, form: str, lemma: str) -> None:
    (doc,) = read(pipeline(), sentence)
    assert {token.text: token.lemma_ for token in doc}[form] == lemma


def test_a_pipeline_without_a_lemmatiser_stays_as_it_is() -> None:
    nlp = build_nlp(reduced=True)
    before = list(nlp.pipe_names)
    correct_lemmas(nlp)
    assert nlp.pipe_names == before
