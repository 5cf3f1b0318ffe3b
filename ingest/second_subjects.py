"""What a name is called from or until a day, which the small model takes for a second subject of the verb: "Altera, until 2024 a unit of
Intel, supplies Bosch". It is made an apposition of the name."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.arcs import rehang
from ingest.opening_dates import OPENING


@Language.component("second_subjects")
def second_subjects(doc: Doc) -> Doc:
    """Mends the parse of such sentences."""
    return apposed(doc) if doc.has_annotation("DEP") else doc


def apposed(doc: Doc) -> Doc:
    """The Doc itself, second subjects behind a day hung on the first."""
    if arcs := {second.i: (first.i, "appos") for first, second in _pairs(doc)}:
        rehang(doc, arcs)
    return doc


def _pairs(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """The name and what it is called: a comma, "until" or "since" and an article stand between."""
    for word in doc[2:-3]:
        if word.lower_ not in OPENING or word.nbor(-1).text != "," or word.nbor(-2).pos_ != "PROPN":
            continue
        first = word.nbor(-2)
        second = next((one for one in doc[word.i + 1 : min(word.i + 8, word.sent.end)] if one.dep_ == "nsubj" and one.pos_ == "NOUN"), None)
        if second is not None and first.dep_ == "nsubj" and second.head.i == first.head.i and second.head.i > second.i:
            yield first, second
