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
        elif token.lower_ in ("all", "both") and token.i > token.sent.start + 2 and doc[token.i - 1].text == ",":
            yield from _all_of(doc, token)


def _all_of(doc: Doc, token: Token) -> Iterator[tuple[Found, Found, str]]:
    """ "JSR, TOK and Shin-Etsu, all Japanese", "Intel and AMD, both of California"."""
    after = token.i + 1
    while after < token.sent.end - 1 and doc[after].lower_ in ("based", "in", "of", "from", "the"):
        after += 1
    place = mention_at(doc, after)
    if place is None or place.kind != "name" or not place.can_be(*PLACES) or (place.end < len(doc) and not doc[place.end].is_punct):
        return
    position, firms = token.i - 2, list[Found]()
    while position >= token.sent.start:
        found = mention_at(doc, position)
        if found is not None and found.kind == "name" and found.can_be("Company"):
            firms.append(found)
            position = found.start - 1
        elif doc[position].lower_ in (",", "and"):
            position -= 1
        else:
            break
    if len(firms) > 1:
        yield from ((firm, place, "seat.group") for firm in firms if firm.entity)


def _is_group(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in COMPANY_NOUNS or lemma.endswith(("maker", "builder"))


def _place_of(noun: Token) -> Found | None:
    before = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")]
    after = [p for prep in noun.rights if prep.lower_ in ("in", "from", "of") for p in prep.children if p.dep_ == "pobj"]
    found = (mention_at(noun.doc, one.i) for one in (*before, *after))
    return next((one for one in found if one is not None and one.can_be(*PLACES) and one.kind == "name"), None)
