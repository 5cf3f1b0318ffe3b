"""Who owns the rest of what another owns a part of: "Intel owns 85% of Altera; the rest belongs to Silver Lake"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.denotation import mentions_of
from ingest.gapping import REST
from ingest.grammar import fillers
from ingest.reading import Figure, Found, Relation, reading_of
from ingest.stakes import HELD, HOLDERS

PLACES = {"belong": ("to",), "hold": ("by",), "own": ("by",), "control": ("by",), "be": ("with", "by"), "lie": ("with",), "rest": ("with",)}
"""Verb -> the prepositions behind which the owner stands."""
KEEPING = frozenset("hold own have keep control retain".split())
HANDS = frozenset(["hand", "possession", "ownership"])


def rest_owners(doc: Doc, known: Sequence[Relation]) -> Iterator[Relation]:
    """OWNS relations to what the stake told of last, in the sentence or the one before, is in."""
    for token in doc:
        if not _is_rest(token) or any(one.lower_ == "of" for one in token.children):
            continue
        told = _told_before(doc, token, known)
        says = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj") else token
        how = assertion(says)
        for owner in _owners(token, says) if told is not None else ():
            if told is not None and owner.entity and owner.entity not in (told.head.entity, told.tail.entity):
                yield Relation(
                    "OWNS",
                    owner,
                    told.tail,
                    "owns.rest",
                    says.i,
                    how.polarity,
                    how.modality,
                    how.attribution,
                    how.alleged,
                    figures=_share(token),
                )


def _is_rest(token: Token) -> bool:
    """ "The rest", "the remaining 28%"."""
    left = any(child.lower_ in ("remaining", "other") for child in token.children)
    return token.lower_ in REST or (token.lower_ in ("%", "percent", "cent") and left)


def _share(rest: Token) -> tuple[Figure, ...]:
    """The percentage, where the rest is one."""
    return tuple(one for one in reading_of(rest.doc).figures if one.type == "PERCENT" and one.start <= rest.idx < one.end)


def _owners(rest: Token, says: Token) -> list[Found]:
    """ "Belongs to Bosch", "is held by Bosch", "the rest in the hands of Bosch", "Bosch holds the remainder"."""
    if rest.dep_ == "dobj":
        return [one for word in (fillers(says, "subj") if says.lemma_ in KEEPING else ()) for one in mentions_of(word, HOLDERS)]
    words = [word for place in PLACES.get(says.lemma_, ()) for word in fillers(says, place)]
    words += [deep for one in fillers(says, "in") if one.lemma_ in HANDS for deep in fillers(one, "of")]
    return [one for word in words for one in mentions_of(word, HOLDERS)]


def _told_before(doc: Doc, token: Token, known: Sequence[Relation]) -> Relation | None:
    start = doc[token.sent.start - 1].sent.start if token.sent.start else 0
    before = [one for one in known if one.type == "OWNS" and one.polarity == "affirmed" and start <= one.trigger < token.i]
    return max((one for one in before if one.tail.label in HELD), key=_trigger, default=None)


def _trigger(relation: Relation) -> int:
    return relation.trigger
