"""How long a licence holds, and whether it is over: "expires on 8 March 2029", "is valid for two years", "was revoked on 4 May".

What somebody was granted is historical once it is taken back or has run out, with that day as its end."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from ingest.grammar import governors
from ingest.reading import Figure, Found, Relation, reading_of

TAKING_BACK = frozenset("revoke cancel withdraw rescind annul void terminate surrender nullify lose forfeit quash return".split())
"""What is done to a licence that is then over."""
RUNNING_OUT = frozenset("expire lapse end run".split())
VALID = frozenset("valid good effective in".split())
"""What a licence is as long as it holds: "is valid until", "remains in force until"."""
HOLDING = frozenset("be remain stay".split())
OPEN = frozenset("will shall may might could would can should wo to 'll".split())
"""Helping verbs of what is not done yet."""
TERMED = ("GRANTED_TO", "COVERS")


def ended(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """The relations, those of a licence that is said to be over historical, and those of one that is not over actual."""
    return [_as_it_stands(doc, one) if one.type in TERMED and one.head.label == "Licence" else one for one in relations]


def _as_it_stands(doc: Doc, relation: Relation) -> Relation:
    verb = _ending(doc, relation.head)
    if verb is None:
        return relation
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    done = helpers.isdisjoint(OPEN) and verb.tag_ in ("VBD", "VBN", "VBZ") and not any(one.dep_ == "neg" for one in verb.children)
    return replace(relation, polarity="affirmed", modality="historical" if done else "actual")


def _ending(doc: Doc, licence: Found) -> Token | None:
    """The verb that says that it is over: "revoked" of "Licence 7 was revoked", "the ministry revoked the licence"."""
    root = doc[licence.start : licence.end].root
    verb = root.head
    if verb.lemma_ in TAKING_BACK and root.dep_ in ("dobj", "nsubjpass"):
        return verb
    return verb if verb.lemma_ in RUNNING_OUT and root.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBN") else None


def of_the_term(doc: Doc, figure: Figure, relation: Relation) -> str | None:
    """`end`, `start` or `duration` where the figure says how long the licence of the relation holds, or when it was taken back."""
    verb = _verb_of_the_term(doc, figure, relation)
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if verb is None or span is None or not _is_the_grant(doc, relation):
        return None
    if figure.duration:
        return "duration" if not _takes_back(verb) else None
    if _takes_back(verb) or verb.lemma_ in RUNNING_OUT:
        return "end"
    before = doc[span.start - 1].lower_ if span.start else ""
    return {"until": "end", "till": "end", "to": "end", "through": "end", "from": "start"}.get(before)


def is_told_of_the_grant(doc: Doc, figure: Figure, relation: Relation) -> bool:
    """Whether the term of the licence is that of who has it, and not of what it covers."""
    return not _is_the_grant(doc, relation) and _verb_of_the_term(doc, figure, relation) is not None


def _verb_of_the_term(doc: Doc, figure: Figure, relation: Relation) -> Token | None:
    """The verb above the figure, where it says how long the licence of the relation holds."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if relation.type not in TERMED or relation.head.label != "Licence" or figure.type != "DATE" or span is None:
        return None
    verb = next((one for one in governors(span.root) if one.pos_ in ("VERB", "AUX")), None)
    return verb if verb is not None and _speaks_of(verb, relation.head) else None


def _takes_back(verb: Token) -> bool:
    return verb.lemma_ in TAKING_BACK


def _speaks_of(verb: Token, licence: Found) -> bool:
    """Whether it takes the licence back or says how long it holds."""
    places = ("dobj", "nsubjpass") if _takes_back(verb) else ("nsubj",)
    if not any(child.dep_ in places and licence.covers(child.i) for child in verb.children):
        return False
    holds = verb.lemma_ in HOLDING and any(child.lower_ in VALID for child in verb.children)
    return _takes_back(verb) or verb.lemma_ in RUNNING_OUT or holds


def _is_the_grant(doc: Doc, relation: Relation) -> bool:
    """Whether it is the relation that the term is told of: who has the licence, else what it covers."""
    sentence = doc[relation.trigger].sent
    beside = [one for one in reading_of(doc).relations if one.head.entity == relation.head.entity and one.type == "GRANTED_TO"]
    return relation.type == "GRANTED_TO" or not any(sentence.start <= one.trigger < sentence.end for one in beside)
