"""Amounts that the parser hangs aside stand where they belong."""

import pytest
from spacy.tokens import Doc

from ingest.nlp import read
from tests.ingest.reading_aloud import pipeline


def parsed(text: str) -> Doc:
    return next(read(pipeline(), text))


@pytest.mark.parametrize("text", ["Micron supplied about a fifth of Dell's memory.", "Micron supplies around 40 chips."])
def test_a_number_behind_about_is_the_object(text: str) -> None:
    (verb,) = (token for token in parsed(text) if token.lemma_ == "supply")
    assert [child.dep_ for child in verb.children if child.i > verb.i and child.dep_ != "punct"] == ["dobj"]


def test_a_place_behind_around_is_none() -> None:
    (verb,) = (token for token in parsed("Micron supplies around the world.") if token.lemma_ == "supply")
    assert not [child for child in verb.children if child.dep_ == "dobj"]


def test_to_whom_goods_go_is_not_what_they_are_worth() -> None:
    doc = parsed("Micron has signed a contract to supply film worth 218 billion won to LG Display, the panel maker, over three years.")
    assert {token.head.lemma_ for token in doc if token.lower_ in ("to", "over") and token.dep_ == "prep"} == {"supply"}
