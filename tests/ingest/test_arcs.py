"""A parse that is changed stays a tree."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from ingest.arcs import rehang

VOCAB = spacy.blank("en").vocab
WORDS = ["Intel", "does", "not", "own", "Altera"]
HEADS = [3, 3, 3, 3, 3]


def parsed() -> Doc:
    return Doc(VOCAB, words=WORDS, heads=list(HEADS), deps=["nsubj", "aux", "neg", "ROOT", "dobj"])


def test_a_token_hangs_where_it_is_hung() -> None:
    doc = parsed()
    rehang(doc, {2: (1, "advmod")})
    assert (doc[2].head.i, doc[2].dep_) == (1, "advmod")


def test_a_circle_changes_nothing() -> None:
    doc = parsed()
    rehang(doc, {3: (4, "xcomp")})
    assert [token.head.i for token in doc] == HEADS


@given(st.dictionaries(st.integers(0, 4), st.tuples(st.integers(0, 4), st.just("dep"))))
def test_every_token_has_a_root(arcs: dict[int, tuple[int, str]]) -> None:
    doc = parsed()
    rehang(doc, arcs)
    for token in doc:
        steps = 0
        while token.head.i != token.i:
            token, steps = token.head, steps + 1
            assert steps <= len(doc)
