"""Every frame finds what its positive examples say and nothing in its negative ones."""

import pytest
from spacy.language import Language

from graph.ontology import EDGE_BY_TYPE
from ingest.frames import Example, Frame, load_frames
from ingest.nlp import read
from ingest.reading import Relation, reading_of, text_of
from tests.ingest.reading_aloud import pipeline

FRAMES = load_frames()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real pipeline."""
    return pipeline()


def found_in(nlp: Language, text: str, type: str) -> list[tuple[str, str, Relation]]:
    return [
        (text_of(doc, relation.head), text_of(doc, relation.tail), relation)
        for doc in read(nlp, text, published="2025-01-15", known_at="2025-01-15")
        for relation in reading_of(doc).relations
        if relation.type == type and not relation.pattern.startswith("guess.")
    ]


def cases(kind: str) -> list[object]:
    return [
        pytest.param(frame, example, id=f"{frame.id}-{number}") for frame in FRAMES for number, example in enumerate(getattr(frame, kind))
    ]


def test_there_are_120_frames_each_with_two_examples_either_way() -> None:
    assert len(FRAMES) >= 120
    assert [frame.id for frame in FRAMES if len(frame.positive) < 2 or len(frame.negative) < 2] == []


@pytest.mark.parametrize(("frame", "example"), cases("positive"))
def test_positive(nlp: Language, frame: Frame, example: Example) -> None:
    if frame.only_given:
        assert not [one for *_, one in found_in(nlp, example.text, frame.type) if one.pattern == frame.id]
        return  # tests/ingest/test_given.py
    found = found_in(nlp, example.text, frame.type)
    ends = {(example.head, example.tail)} | ({(example.tail, example.head)} if not EDGE_BY_TYPE[frame.type].directed else set())
    same = [relation for head, tail, relation in found if (head, tail) in ends]
    assert same, [(head, tail) for head, tail, _ in found]
    assert (example.polarity, example.modality) in {(relation.polarity, relation.modality) for relation in same}


@pytest.mark.parametrize(("frame", "example"), cases("negative"))
def test_negative(nlp: Language, frame: Frame, example: Example) -> None:
    affirmed = [(head, tail) for head, tail, relation in found_in(nlp, example.text, frame.type) if relation.polarity == "affirmed"]
    assert (example.head, example.tail) not in affirmed if example.head else not affirmed
