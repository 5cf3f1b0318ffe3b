"""What is remembered of the attribute ruler."""

from typing import cast

import pytest
import spacy
from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from ingest.attributes import REMEMBERED, RULER, RememberedRuler, remember
from ingest.nlp import unread
from ingest.reader import Failure, read
from ingest.sample import FOLDER
from tests.ingest.reading_aloud import pipeline

SAID = [TAG, POS, MORPH, DEP, LEMMA]
ODD = "There's nothin' there\u2019s to say; y' don't, n't: who 've got more \u00a0 than \u2014 aren't they?"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def test_what_is_remembered_is_what_the_ruler_says(nlp: Language) -> None:
    ruler, remembered = cast(AttributeRuler, nlp.get_pipe(RULER)), RememberedRuler(cast(AttributeRuler, nlp.get_pipe(RULER)))
    texts = [one.text for one in read(str(FOLDER)) if not isinstance(one, Failure)][:8]
    for text in (ODD, *texts):
        expected, found = (_parsed(nlp, text) for _ in range(2))
        assert (ruler(expected).to_array(SAID) == remembered(found).to_array(SAID)).all()


def test_the_pipeline_remembers(nlp: Language) -> None:
    assert REMEMBERED in nlp.pipe_names
    assert RULER not in nlp.pipe_names


def test_a_ruler_that_asks_for_more_is_left_as_it_is() -> None:
    blank = spacy.blank("en")
    ruler = cast(AttributeRuler, blank.add_pipe(RULER))
    ruler.add([[{"LENGTH": {">": 9}}]], {"POS": "X"})
    remember(blank)
    assert blank.pipe_names == [RULER]


def _parsed(nlp: Language, text: str) -> Doc:
    doc = next(iter(unread(nlp, text)))
    for stage in ("tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(stage)(doc)
    return doc
