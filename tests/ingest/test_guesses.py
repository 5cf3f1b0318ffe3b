"""Guesses where no frame speaks: what the model may say, and where it is silent."""

from functools import cache

import numpy as np
import pytest
from spacy.language import Language

from graph.ontology import EDGE_BY_TYPE
from ingest.guess_features import Sentence, features
from ingest.guesses import WEIGHTS, Guesses, candidates, edges, sentences
from ingest.linear import BACK, NONE, LinearModel, load_model
from ingest.nlp import build_nlp, read
from ingest.reading import Found, Relation, reading_of
from tests.ingest.reading_aloud import pipeline, relations

TEXT = "Quilvane Semi of Boise, whose owner is Carlyle, gets lasers from Coherent."


def sure_of(label: str) -> LinearModel:
    """A model that gives every pair the same label."""
    return LinearModel((NONE, label), {"bias": 0}, np.array([[-9, 9]], np.int8), step=1.0)


@cache
def changed() -> Language:
    """A pipeline of these tests alone: they put another model into it."""
    return build_nlp()


def guessed(text: str, label: str) -> list[Relation]:
    nlp = changed()
    guesses = nlp.get_pipe("guesses")
    assert isinstance(guesses, Guesses)
    guesses.model = sure_of(label)
    return [one for doc in read(nlp, text, published="2025-01-15") for one in reading_of(doc).relations if one.pattern.startswith("guess.")]


def sentence(text: str) -> Sentence:
    return next(sentences(next(read(pipeline(), text, published="2025-01-15"))))


def test_a_pair_that_a_frame_has_related_is_left_alone() -> None:
    found = guessed("Coherent sells lasers to Intel. Coherent and Intel met.", "SUPPLIES")
    assert [(one.head.name, one.tail.name) for one in found] == []


def test_a_guess_has_the_direction_of_its_label() -> None:
    ahead, back = (guessed("AMD met Intel.", label) for label in ("SUPPLIES", "SUPPLIES" + BACK))
    assert [(one.head.name, one.tail.name) for one in (*ahead, *back)] == [("AMD", "Intel"), ("Intel", "AMD")]


@pytest.mark.parametrize("text", ["AMD has never met Intel.", "AMD denied having met Intel.", "AMD met Intel without Dell."])
def test_where_anything_is_denied_nothing_is_guessed(text: str) -> None:
    assert guessed(text, "SUPPLIES") == []


def test_only_what_the_ontology_allows_is_guessed() -> None:
    firm, town = Found(0, 1, "Company", "model", "company:a"), Found(2, 3, "City", "model", "city:b")
    assert "LOCATED_IN" in edges(firm, town)
    assert not {"SUPPLIES", "SUPPLIES" + BACK, "LOCATED_IN" + BACK} & edges(firm, town)
    assert {label + BACK for label in edges(firm, town)} == edges(town, firm)
    assert guessed("Boise met Intel.", "SUPPLIES") == []


def test_a_pronoun_is_seated_nowhere() -> None:
    word = Found(0, 1, "Company", "coreference", "company:a", "pronoun")
    assert "LOCATED_IN" not in edges(word, Found(2, 3, "City", "model", "city:b"))


def test_features_hide_names() -> None:
    one = sentence(TEXT)
    seen = {name for pair in candidates(one) for name in features(one, *pair)}
    assert not [name for name in seen for word in ("Quilvane", "Boise", "Carlyle", "Coherent") if word.lower() in name.lower()]


def test_the_same_pair_has_the_same_features() -> None:
    one, other = sentence(TEXT), sentence(TEXT)
    assert [features(one, *pair) for pair in candidates(one)] == [features(other, *pair) for pair in candidates(other)]


def test_the_shipped_weights_know_types_of_the_ontology() -> None:
    model = load_model(WEIGHTS)
    assert NONE in model.labels
    assert {label.removesuffix(BACK) for label in model.labels} - {NONE} <= set(EDGE_BY_TYPE)
    assert model.weights.shape == (len(model.index), len(model.labels))


def test_given_spans_are_not_guessed_about_here() -> None:
    doc = next(read(pipeline(), TEXT, published="2025-01-15"))
    reading = reading_of(doc)
    reading.given, reading.relations = True, []
    assert not reading_of(Guesses()(doc)).relations


def test_no_second_supplier_is_guessed_for_a_buyer_whose_supplier_is_said() -> None:
    text = "Infineon has won a contract to provide radar processors to Bosch, a group that sells driver-assistance units to Volvo."
    supplied = {one for one in relations(text) if one[0] == "SUPPLIES"}
    assert ("SUPPLIES", "Bosch", "Volvo") in supplied
    assert ("SUPPLIES", "Infineon", "Volvo") not in supplied


def test_no_second_firm_is_guessed_to_depend_on_what_a_frame_has_another_depend_on() -> None:
    text = "NVIDIA depends on TSMC for its accelerators, and TSMC relies on ASML for the machines that print them."
    assert not any(one.tail.name == "ASML" for one in guessed(text, "DEPENDS_ON"))


def test_who_reports_is_no_party() -> None:
    assert guessed("AMD met partners, Intel reported.", "SUPPLIES") == []


def test_who_buys_a_part_of_a_firm_is_supplied_with_nothing() -> None:
    assert not any(one.tail.name == "Silver Lake" for one in guessed("Intel sold 51 percent of Altera to Silver Lake.", "SUPPLIES"))
