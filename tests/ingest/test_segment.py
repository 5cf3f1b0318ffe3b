"""Segments point into the raw text, and what the tokeniser gets can be traced back to it letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.nlp import read
from ingest.segment import MAX_RUN, clean, segment
from tests.ingest.reading_aloud import pipeline

ODD = st.text(alphabet=st.sampled_from("aB1 .:-*#|>()[]`_\n\t\u200b\u202e\u2019\u201c\u4e9afi"), max_size=300)


@given(st.one_of(st.text(max_size=300), ODD))
def test_segments_lie_in_order_inside_the_text(raw: str) -> None:
    end = 0
    for part in segment(raw):
        assert end <= part.start < part.end <= len(raw)
        end = part.end


@given(st.one_of(st.text(max_size=300), ODD))
def test_every_letter_has_its_place_in_the_raw_text(raw: str) -> None:
    same = str.maketrans("\u2019\u201c", "'\"")
    for part in segment(raw):
        text, offsets = clean(raw, part)
        assert len(text) == len(offsets)
        assert offsets == sorted(offsets)
        for letter, offset in zip(text, offsets, strict=True):
            assert part.start <= offset < part.end
            if letter.isascii() and letter.isalnum():
                assert raw[offset].translate(same) == letter


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ("Heading\nNvidia sells chips.", ["Heading", "Nvidia sells chips."]),
        ("- AI Chips: Making more chips.", ["AI Chips", "Making more chips."]),
        ("It will grow. - Cloud Expansion\nIt aims high.", ["It will grow.", "Cloud Expansion", "It aims high."]),
        ("---\ntitle: x\n---\nBody here.", ["Body here."]),
        ("A fact.\nSubscribe to get more.", ["A fact."]),
        ("| A | B |\n|---|---|\n| c | d |", ["A", "B", "c", "d"]),
    ],
    ids=["heading", "label", "inline bullet", "front matter", "boilerplate", "table"],
)
def test_structure_is_taken_apart(raw: str, texts: list[str]) -> None:
    assert [raw[part.start : part.end] for part in segment(raw)] == texts


def test_invisible_characters_leave_a_name_whole() -> None:
    raw = "NVI\u200bDIA sells chips."
    text, offsets = clean(raw, segment(raw)[0])
    assert text.startswith("NVIDIA ")
    assert raw[offsets[0] : offsets[5] + 1] == "NVI\u200bDIA"


def test_long_runs_are_broken() -> None:
    raw = ")" * 20_000
    text, _ = clean(raw, segment(raw)[0])
    assert max(len(run) for run in text.split()) <= MAX_RUN


@pytest.mark.parametrize("raw", ["", " ", "\n\n", "\u200b"])
def test_nothing_gives_no_text(raw: str) -> None:
    assert [clean(raw, part)[0] for part in segment(raw) if clean(raw, part)[0]] == []


def test_no_sentence_begins_after_a_word() -> None:
    text = "LISBON, June 3 -- Portugal will give French chipmaker Marlune 310 million euros ($360 million) in grants to build a plant."
    doc = next(read(pipeline(), text, published="2026-06-03"))
    starts = [token for token in doc if token.is_sent_start and token.i]
    assert all(doc[token.i - 1].text[-1] in ".!?-" for token in starts), starts
