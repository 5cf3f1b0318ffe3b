"""Firms that stand in a text as somebody's: "Yusuf Rasmund denied that his company belonged to", "her start-up"."""

from spacy.tokens import Doc, Token

from ingest.reading import Found, mention_at, reading_of
from ingest.words import COMPANY_NOUNS

FIRMS = frozenset("company firm employer startup start-up group corporation business outfit".split())
"""Nouns that with "his" or "her" stand for the firm of the person, not for another that the person deals with."""


LEADING = frozenset("run head lead found chair start build own".split())
"""What one does with one's own firm: "Mehrotra, who runs Micron"."""


def employer(doc: Doc, noun: Token) -> Found | None:
    """The firm beside whose name the person of "his" is introduced; None where `noun` is no such word or its own name follows."""
    word = noun.lemma_.lower()
    if word not in FIRMS and not (word in COMPANY_NOUNS and word.endswith("maker")):
        return None
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.lower_ in ("his", "her")), None)
    if owner is None or noun.dep_ in ("attr", "appos", "compound") or (noun.i + 1 < len(doc) and _is_named_next(doc, noun)):
        return None
    if any(child.lower_ in ("former", "old", "previous", "new", "own", "other") for child in noun.lefts):
        return None  # hardly the one that the text has named
    person = mention_at(doc, owner.i)
    met = [one for one in reading_of(doc).mentions if one.entity == person.entity and one.kind == "name"] if person else []
    return next((firm for one in met if (firm := _beside(doc, one)) is not None), None)


def _is_named_next(doc: Doc, noun: Token) -> bool:
    after = noun.nbor()
    return after.text == "," or mention_at(doc, after.i) is not None


def _beside(doc: Doc, person: Found) -> Found | None:
    """The firm nearest to the person's name without a verb between them."""
    sentence = doc[person.start].sent
    firms = [
        one
        for one in reading_of(doc).mentions
        if one.label == "Company" and one.kind == "name" and sentence.start <= one.start < sentence.end and _adjoins(doc, one, person)
    ]
    return min(firms, key=lambda one: abs(one.start - person.start), default=None)


def _adjoins(doc: Doc, firm: Found, person: Found) -> bool:
    first, second = sorted((firm, person), key=_start)
    between = doc[first.end : second.start]
    return not any(token.pos_ in ("VERB", "AUX") and token.lemma_ not in LEADING for token in between)


def _start(found: Found) -> int:
    return found.start
