"""Gerunds that the small model takes for a part of the noun after them: of "fined for shipping samarium to Iran" it makes a samarium of
shipping. They are given the parse of "fined for sending samarium to Iran"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.arcs import Arc, rehang

GERUNDS: dict[str, str] = {
    "shipping": "ship", "selling": "sell", "supplying": "supply", "buying": "buy", "exporting": "export", "importing": "import",
    "providing": "provide", "delivering": "deliver", "sourcing": "source", "smuggling": "smuggle", "diverting": "divert",
    "making": "make", "producing": "produce", "ordering": "order", "sending": "send", "purchasing": "purchase",
}  # fmt: skip
"""Gerund -> verb."""
GOING = frozenset("to from for into without via through".split())
"""Prepositions that belong to what is done with goods."""
WHEN = frozenset("in during between since until".split())


@Language.component("gerunds")
def gerunds(doc: Doc) -> Doc:
    """Frees the gerunds of the Doc."""
    return freed(doc) if doc.has_annotation("DEP") else doc


def freed(doc: Doc) -> Doc:
    """The Doc itself, its gerunds the verbs of their clauses."""
    arcs: dict[int, Arc] = {}
    for gerund, noun in _held(doc):
        arcs |= _flow(gerund, noun)
        if gerund.dep_ != "pcomp":
            arcs |= {gerund.i: (noun.head.i, "pcomp"), noun.i: (gerund.i, "dobj")}
            gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", GERUNDS[gerund.lower_]
    if arcs:
        rehang(doc, arcs)
    return doc


def _held(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """A gerund right after a preposition, and the goods after it, on which it may have been hung."""
    for gerund in doc[1:]:
        if gerund.lower_ not in GERUNDS or doc[gerund.i - 1].pos_ not in ("ADP", "SCONJ"):
            continue
        noun = gerund.head
        if gerund.dep_ in ("compound", "amod") and noun.dep_ == "pobj" and noun.head.i == gerund.i - 1:
            yield gerund, noun
        elif gerund.dep_ == "pcomp":
            yield from ((gerund, child) for child in gerund.children if child.dep_ == "dobj" and child.pos_ != "PRON")


def _flow(gerund: Token, noun: Token) -> dict[int, Arc]:
    """The way of the goods, hung on the noun or on the verb above, belongs to the gerund."""
    ways = [child for child in noun.rights if child.lower_ in GOING]
    after = noun.right_edge.i + 1
    while after < len(noun.doc) and _goes_on(noun.doc[after], gerund):
        ways.append(noun.doc[after])
        after = noun.doc[after].right_edge.i + 1
    return {way.i: (gerund.i, "prep") for way in ways}


def _goes_on(word: Token, gerund: Token) -> bool:
    """Whether a preposition right after the goods, hung on the verb above, says where they go or when."""
    return word.dep_ == "prep" and word.head.i < gerund.i and word.lower_ in GOING | WHEN
