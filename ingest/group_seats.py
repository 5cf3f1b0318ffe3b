"""Where the members of a group are: "German rivals such as Harrow and Zandt", "chipmakers in Germany, including Harrow"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.denotation import listed_members
from ingest.reading import Found, mention_at
from ingest.words import COMPANY_NOUNS

PLACES = ("City", "Region", "Country")


def group_seats(doc: Doc) -> Iterator[tuple[Found, Found, str]]:
    """(firm, place, pattern) for each firm that is named as one of a group with a place."""
    for token in doc:
        if token.tag_ == "NNS" and _is_group(token):
            place = _place_of(token)
            if place is not None:
                yield from ((firm, place, "seat.group") for firm in listed_members(doc, token, ("Company",)))


def _is_group(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in COMPANY_NOUNS or lemma.endswith(("maker", "builder"))


def _place_of(noun: Token) -> Found | None:
    before = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")]
    after = [p for prep in noun.rights if prep.lower_ in ("in", "from", "of") for p in prep.children if p.dep_ == "pobj"]
    found = (mention_at(noun.doc, one.i) for one in (*before, *after))
    return next((one for one in found if one is not None and one.can_be(*PLACES) and one.kind == "name"), None)
