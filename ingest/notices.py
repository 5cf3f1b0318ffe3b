"""Lists of a notice: "The following entities are added to the Entity List under the destination of China: Hongrui Ltd.; Weiran",
"Additions to the Entity List: Hongrui Ltd., Weiran"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.evidence import Modality
from ingest.reading import Found, Relation, mention_at, reading_of

PARTIES = ("Company", "ResearchOrg", "GovBody", "Person")
ADDING = frozenset("add place put list include enter".split())
REMOVING = frozenset("remove delete strike delist".split())
BARRING = frozenset("bar ban prohibit deny restrict block forbid sanction".split())
DEALING = frozenset("supply sell export ship transfer deliver provide".split())
"""What may not be done with those that a notice lists."""
ADDED = frozenset("addition inclusion entry new".split())
REMOVED = frozenset("removal deletion".split())
"""What stands before a colon without "following": "Additions to the Entity List: Hongrui", "Removed from the list: Weiran"."""


UNITS = frozenset("subsidiary affiliate unit arm subsidiaries affiliates units".split())


def notices(doc: Doc) -> Iterator[Relation]:
    """RESTRICTS of the list and every name behind the colon, and the country that they are listed under."""
    for token in doc:
        colon = _colon_behind(token)
        if colon is not None:
            yield from _listed(doc, token, colon)


def _colon_behind(word: Token) -> int | None:
    """Where the list begins that a word announces: "added" after "the following entities are", "additions" and "new" in a clause that
    does not go on before the colon."""
    doc = word.doc
    colon = next((one.i for one in doc[word.i : word.sent.end] if one.text == ":"), None)
    if colon is None:
        return None
    before = doc[word.sent.start : word.i]
    if word.pos_ == "VERB" and _is_denied_to(word, colon):
        return colon
    if word.lemma_ in ADDING | REMOVING and word.pos_ == "VERB":
        return colon if word.is_sent_start or any(one.lower_ == "following" for one in before) else None
    announced = word.lemma_.lower() in ADDED | REMOVED and word.pos_ in ("NOUN", "PROPN", "ADJ")
    return colon if announced and not any(one.pos_ in ("VERB", "AUX") for one in doc[word.i : colon]) else None


def _is_denied_to(verb: Token, colon: int) -> bool:
    """ "No goods may be supplied to the following persons:", "the following buyers are barred:"."""
    clause = verb.doc[verb.sent.start : colon]
    if not any(one.lower_ == "following" for one in clause):
        return False
    denied = any(one.dep_ == "neg" or one.lower_ in ("no", "nothing") for one in clause)
    return verb.lemma_ in BARRING or (verb.lemma_ in DEALING and denied)


def _listed(doc: Doc, verb: Token, colon: int) -> Iterator[Relation]:
    """What the words before the colon put every name behind it on, and under."""
    start = verb.i if verb.lemma_.lower() in ADDING | REMOVING | ADDED | REMOVED else verb.sent.start
    head = [found for token in doc[start:colon] if (found := mention_at(doc, token.i)) is not None]
    policy = next((one for one in head if one.label == "Policy" and one.entity), None)
    place = next((one for one in head if one.label == "Country" and one.entity), None)
    for found in _names(doc, colon):
        if policy is not None:
            modality: Modality = "historical" if verb.lemma_.lower() in REMOVING | REMOVED else "actual"
            yield Relation("RESTRICTS", policy, found, "notices.listed", verb.i, modality=modality)
        if place is not None and found.label in ("Company", "ResearchOrg"):
            yield Relation("LOCATED_IN", found, place, "notices.destination", verb.i)


def _names(doc: Doc, colon: int) -> list[Found]:
    """The parties that the list names, each at the head of its item."""
    end = doc[colon].sent.end
    return [
        one
        for one in reading_of(doc).mentions
        if colon < one.start < end and one.kind == "name" and one.label in PARTIES and one.entity and _opens(doc, one)
    ]


def _opens(doc: Doc, found: Found) -> bool:
    before = [token.lower_ for token in doc[max(found.start - 2, 0) : found.start]]
    if before[-1] in UNITS and before[0] in ("its", "their", "the"):  # "together with its subsidiary Odessa"
        return True
    return before[-1] in (":", ";") or before in ([";", "and"], [",", "and"]) or (before[-1] in (",", "and") and ";" not in before)
