"""Where people were before: "Guillaume Lample and Timothée Lacroix, both late of Meta", "Jim Keller, formerly of Tesla"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.reading import Found, Relation, mention_at, reading_of

FORMERLY = frozenset("formerly previously late lately once originally latterly".split())
EMPLOYERS = ("Company", "ResearchOrg", "GovBody")
JOINS = frozenset([",", "and", "&"])


def former_posts(doc: Doc) -> Iterator[Relation]:
    """WORKS_FOR relations that are over, of the person before the words, and with "both" or "all" of those named with them."""
    for firm in reading_of(doc).mentions:
        if firm.kind != "name" or not firm.can_be(*EMPLOYERS) or not firm.entity:
            continue
        at = firm.start - 1 - (firm.start > 0 and doc[firm.start - 1].lower_ == "the")
        if at < 3 or doc[at].lower_ not in ("of", "at", "with") or doc[at - 1].lower_ not in FORMERLY:
            continue
        together = doc[at - 2].lower_ in ("both", "all")
        for person in _persons_before(doc, at - 2 - together, alone=not together):
            yield Relation("WORKS_FOR", person, firm, "struct.former_post", at - 1, modality="historical")


def _persons_before(doc: Doc, position: int, *, alone: bool) -> list[Found]:
    """The persons of the list that ends before `position`, the last first."""
    found: list[Found] = []
    sentence = doc[position].sent.start
    while position >= sentence:
        one = mention_at(doc, position)
        if one is not None and one.can_be("Person") and one.kind == "name":
            found.append(one)
            position = one.start - 1
            if alone:
                break
        elif doc[position].lower_ in JOINS:
            position -= 1
        else:
            break
    return found
