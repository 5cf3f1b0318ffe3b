"""Dates that open what a name is called: "Altera, until 2024 a unit of Intel, makes", "Altera, since May part of Bosch, makes"."""

from spacy.tokens import Doc, Token

from ingest.reading import Figure, reading_of

OPENING = frozenset(["until", "till", "since"])
FIRST = frozenset("a an the its their one part owner majority-owned owned".split())
"""First words of what a name is called."""


def called(doc: Doc, figure: Figure) -> range | None:
    """Where it is said what a name is called from or until the date; None where the date opens nothing such."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand") if figure.type == "DATE" else None
    if span is None or span.start < 2 or span.end >= len(doc):
        return None
    opens = doc[span.start - 1].lower_ in OPENING and doc[span.start - 2].text in (",", "–", "—", "(")
    if not opens or doc[span.end].lower_ not in FIRST:
        return None
    return range(span.end, next((one.i for one in doc[span.end : span.sent.end] if one.text in (",", "–", "—", ")")), span.sent.end))


def until_before(noun: Token) -> Token | None:
    """The "until" of the date that opens what a name is called by the noun."""
    doc = noun.doc
    for figure in reading_of(doc).figures:
        place = called(doc, figure)
        if place is not None and noun.i in place:
            word = next(one for one in reversed(doc[noun.sent.start : place.start]) if one.lower_ in OPENING)
            return word if word.lower_ != "since" else None
    return None
