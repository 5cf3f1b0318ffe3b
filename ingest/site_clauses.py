"""What follows a site says who runs it and where it stands, also where the parse hangs it on another word:
"the fab it is building outside Aveiro", "has opened a plant in Asan", "its first fab, in Dholera"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.reading import Found, mention_at

PLACES = ("Country", "Region", "City")
FIRMS = ("Company", "ResearchOrg")
GOODS = ("Product", "Material", "Chip")
"""What a site may be for: "a plant for glass cores in Macon"."""
IN = frozenset("in near at across outside throughout around".split())
_BETWEEN = frozenset(
    """, - that which it is are was were be being been has have had will now currently already there also both each together
    under construction located based situated planned next half its the a an nearby to""".split()
)
"""Words that may stand between a site and its place or its builder."""
REACH = 12


def place_after(doc: Doc, site: Token) -> list[Found]:
    """The place that stands after "in", with what belongs to the site alone between; several where they are coordinated."""
    preposition = next((token for token in _following(doc, site) if token.lower_ in IN and token.pos_ == "ADP"), None)
    return _named(doc, preposition.i + 1) if preposition is not None else []


def is_outside(doc: Doc, place: Found) -> bool:
    """ "Outside China" is anywhere else, where "outside Dresden" is near it."""
    words = [token.lower_ for token in doc[max(place.start - 2, 0) : place.start] if token.lower_ != "the"]
    return words[-1:] == ["outside"] and place.label != "City"


def builder_after(doc: Doc, site: Token, verbs: frozenset[str]) -> Found | None:
    """Who is named, before one of `verbs`, right after the site."""
    firm = None
    for token in _following(doc, site):
        found = mention_at(doc, token.i)
        if found is not None and found.label in FIRMS:
            firm = found
        if token.lemma_.lower() in verbs and token.pos_ == "VERB" and token.tag_ != "VBN":
            return firm
    return None


def _following(doc: Doc, site: Token) -> Iterator[Token]:
    """The words after the site as long as they can belong to it, and the first that cannot."""
    for token in doc[site.i + 1 : min(site.i + REACH, site.sent.end)]:
        yield token
        found = mention_at(doc, token.i)
        belongs = token.lower_ in _BETWEEN or token.pos_ in ("AUX", "ADV") or token.lemma_.lower() in _VERBS
        if not belongs and token.lower_ != "for" and (found is None or found.label not in (*FIRMS, *PLACES, *GOODS)):
            return


_VERBS = frozenset("operate run open build construct plan own set up develop complete".split())


def _named(doc: Doc, position: int) -> list[Found]:
    while position < len(doc) and doc[position].lower_ in ("the", "nearby", "southern", "northern", "eastern", "western", "central"):
        position += 1
    found = mention_at(doc, position) if position < len(doc) else None
    if found is None or found.label not in PLACES or found.kind != "name" or is_outside(doc, found):
        return []
    more = [one for token in doc[found.start].conjuncts if (one := mention_at(doc, token.i)) is not None and one.label in PLACES]
    joined = [one for one in more if doc[one.start - 1].lower_ in ("and", "or")]
    listed = [one for one in more if doc[one.start - 1].text == "," and one.label == found.label and joined]
    return sorted([found, *joined, *listed], key=_start)


def _start(found: Found) -> int:
    return found.start
