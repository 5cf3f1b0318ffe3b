"""Who supplies what another leaves: "Asahi delivers 94% of the cloth that Ibiden buys; the rest comes from Nittobo"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.denotation import mentions_of
from ingest.gapping import REST
from ingest.grammar import fillers
from ingest.reading import Relation
from ingest.structure import may_relate

COMING = frozenset("come be".split())
BUYERS = {"SUPPLIES": "tail", "DEPENDS_ON": "head"}
"""Type -> the end that buys."""


def remainders(doc: Doc, known: Sequence[Relation]) -> Iterator[Relation]:
    """SUPPLIES relations to the buyer that was told of last, in the sentence or the one before."""
    for token in doc:
        if token.lemma_ not in COMING or not any(one.lower_ in REST for one in token.lefts):
            continue
        told = _told_before(doc, token, known)
        how = assertion(token)
        for supplier in (one for word in fillers(token, "from") for one in mentions_of(word, ("Company",))):
            buyer = getattr(told, BUYERS[told.type]) if told is not None else None
            if told is not None and buyer is not None and may_relate("SUPPLIES", supplier, buyer):
                said = Relation("SUPPLIES", supplier, buyer, "supplies.remainder", token.i, how.polarity, how.modality, how.attribution)
                yield replace(said, product=told.product, alleged=how.alleged, figures=())


def _told_before(doc: Doc, verb: Token, known: Sequence[Relation]) -> Relation | None:
    start = doc[verb.sent.start - 1].sent.start if verb.sent.start else 0
    before = [one for one in known if one.type in BUYERS and start <= one.trigger < verb.i and one.polarity == "affirmed"]
    return max(before, key=_trigger, default=None)


def _trigger(relation: Relation) -> int:
    return relation.trigger
