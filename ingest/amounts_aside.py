"""Amounts that the small model takes for a way or a place: "supplied about a fifth of it", "film worth $2 million to Intel". What they
are of is given the parse of "supplied a fifth of it", "film to Intel"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.arcs import Arc, rehang
from ingest.number_words import FRACTIONS

ABOUT = frozenset(["about", "around", "over", "under", "above", "near"])
"""Prepositions that stand before a number as "some" does."""
SHARES = frozenset("half % percent cent".split()) | FRACTIONS | {f"{part}s" for part in FRACTIONS}
GOING = frozenset("to from for over until through by with in at".split())


@Language.component("amounts_aside")
def amounts_aside(doc: Doc) -> Doc:
    """Joins what the Doc's amounts part."""
    return settled(doc) if doc.has_annotation("DEP") else doc


def settled(doc: Doc) -> Doc:
    """The Doc itself, its amounts the objects and the adjuncts that they are."""
    arcs: dict[int, Arc] = {}
    for token in doc:
        if token.lower_ in ABOUT and token.dep_ == "prep":
            arcs |= _about(token)
        elif token.lower_ == "worth" and token.i:
            arcs |= {way.i: (verb.i, "prep") for way, verb in _past_worth(token)}
    if arcs:
        rehang(doc, arcs)
    return doc


def _about(word: Token) -> dict[int, Arc]:
    """A number right after its verb is the verb's object."""
    verb, number = word.head, next((child for child in word.children if child.dep_ == "pobj"), None)
    if number is None or verb.pos_ != "VERB" or verb.i != word.i - 1 or number.left_edge.i != word.i + 1:
        return {}
    counted = number.like_num or number.lower_ in SHARES or any(child.dep_ == "nummod" for child in number.children)
    if not counted or any(child.dep_ in ("dobj", "attr") for child in verb.children):
        return {}
    return {number.i: (verb.i, "dobj"), word.i: (number.i, "advmod")}


def _past_worth(worth: Token) -> Iterator[tuple[Token, Token]]:
    """The adjuncts hung on "worth", and the verb before it to which they belong."""
    verb = None
    for token in reversed(worth.doc[worth.sent.start : worth.i]):
        if token.pos_ == "VERB" or token.text in (",", ";", ":"):
            verb = token if token.pos_ == "VERB" else None
            break
    if verb is not None:
        yield from ((child, verb) for child in worth.children if child.i > worth.i and child.lower_ in GOING and child.dep_ == "prep")
