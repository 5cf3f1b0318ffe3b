"""The day on which a measure was issued, where a phrase about the measure says it: "the rules of April 2025", "controls introduced in
May". What is done to a measure later has a day of its own."""

from itertools import islice

from spacy.tokens import Doc, Token

from ingest.grammar import governors
from ingest.measures import ISSUING
from ingest.reading import Figure, Found, Relation

MAKING = ISSUING | frozenset("make create launch establish start".split())


def is_issued_then(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """Whether the figure is the day on which the measure of an ISSUED_BY was made."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if relation.type != "ISSUED_BY" or figure.type != "DATE" or figure.duration or span is None or not span.start:
        return False
    if doc[span.start - 1].lower_ == "of":
        return relation.head.covers(doc[span.start - 1].head.i)
    verb = next((one for one in islice(governors(span.root), 3) if one.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma_ in MAKING and _is_done_to(verb, relation.head)


def _is_done_to(verb: Token, measure: Found) -> bool:
    if verb.dep_ in ("acl", "relcl"):
        return measure.covers(verb.head.i)
    return any(child.dep_ == "nsubjpass" and measure.covers(child.i) for child in verb.children)
