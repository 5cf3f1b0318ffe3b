"""A sentence that the small model parses badly because of an unknown name is read on a second parse."""

from ingest.nlp import read
from ingest.reading import reading_of
from ingest.reparse import parse_of, reparsed, set_parse, stretches
from tests.ingest.reading_aloud import pipeline, relations


def test_a_name_taken_for_an_adjective_has_its_verb_back() -> None:
    found = relations("Mistral is a start-up. Mistral competes with OpenAI, maker of ChatGPT, but is far smaller.")
    assert {frozenset((head, tail)) for type, head, tail in found if type == "COMPETES_WITH"} == {frozenset(("Mistral AI", "OpenAI"))}


def test_a_parse_taken_and_given_back_is_the_same() -> None:
    doc = next(read(pipeline(), "Quilvane Semi sells wafers to Brandel. It is small.", published="2025-01-15"))
    before = [(token.head.i, token.dep_, token.tag_, token.lemma_, token.is_sent_start) for token in doc]
    set_parse(doc, parse_of(doc))
    assert [(token.head.i, token.dep_, token.tag_, token.lemma_, token.is_sent_start) for token in doc] == before


def test_only_what_is_chosen_is_parsed_anew_and_words_stay() -> None:
    nlp = pipeline()
    doc = next(read(nlp, "Quilvane Semi sells wafers to Brandel. Tarn Optics is small.", published="2025-01-15"))
    first, second = list(stretches(doc))
    (new,) = reparsed(nlp, [(doc, [first])])
    held = parse_of(doc)
    assert (new[second[0] : second[1]] == held[second[0] : second[1]]).all()
    set_parse(doc, new)
    assert doc.text.strip() == "Quilvane Semi sells wafers to Brandel. Tarn Optics is small."
    assert "intel" not in {token.lemma_.lower() for token in doc}


def test_sentences_that_a_name_straddles_are_parsed_as_one() -> None:
    doc = next(
        read(
            pipeline(),
            "Arbor Test Systems, Inc. makes testers. Arbor Test Systems develops and sells test equipment.",
            published="2025-01-15",
        )
    )
    inside = {position for one in reading_of(doc).mentions for position in range(one.start + 1, one.end)}
    assert not {start for start, _ in stretches(doc)} & inside


def test_reading_twice_changes_nothing() -> None:
    text = "Mistral is a start-up. Mistral competes with OpenAI."
    assert relations(text) == relations(text)
