"""When the known names inside a stretch of capitals are parts of one longer name: "Ganzhou Hengtai", "Rotex Austria", "Maria Lund"."""

from spacy.tokens import Doc

from ingest.dictionary import is_word
from ingest.gazetteer import city_countries
from ingest.reading import Found
from ingest.surnames import closes_a_person
from ingest.words import CHIP_NOUNS, CORPORATE, GOV_FIRST, GOV_LAST, MODEL_NOUNS, NAMES_WITH_OF, STRONG_CORPORATE

PREFIXES = frozenset("anti pro non sino anglo franco trans inter post mid".split())
_PLACES = ("City", "Region", "Country")
_THINGS = ("Material", "Product")


def absorbed(doc: Doc, start: int, end: int, known: dict[int, Found]) -> bool:
    """Whether the known names inside the stretch are parts of one longer name that fills it."""
    inside = list({known[i].start: known[i] for i in range(start, end) if i in known}.values())
    if not inside or any(found.start < start or found.end > end for found in inside):
        return False
    unknown = [i for i in range(start, end) if i not in known]
    if unknown and doc[start:end].text in city_countries():
        return True  # "Fort Saskatchewan"
    if (
        len(inside) == 1
        and inside[0].label in ("Chip", "AIModel")
        and inside[0].start == start
        and unknown
        and doc[unknown[0]].text[0].isdigit()
    ):
        return True
    if any(found.label in _PLACES and found.end == end and _of_a_body(doc, start, found.start) for found in inside):
        return True
    if unknown and unknown[0] < inside[-1].start and len(inside) == 1 and inside[0].end == end and len(doc[end - 1].text) == 1:
        return True  # "Griffin X": no firm called X
    if (
        not unknown
        and len(inside) > 1
        and doc[end - 1].lower_ in STRONG_CORPORATE
        and inside[-1].label in _THINGS
        and not doc[end - 1].text.isupper()
    ):
        return not any(found.label in ("Company", "Person") for found in inside)
    follows = doc[end].lower_ if end < len(doc) else ""
    if (
        unknown
        and inside[0].label in ("Chip", "AIModel")
        and inside[0].start == start
        and len(inside) == 1
        and follows in CHIP_NOUNS | MODEL_NOUNS
    ):
        return True
    if len(inside) == 1 and unknown and inside[0].label in _PLACES and inside[0].end == end and _is_hyphened(doc, start, inside[0]):
        return True  # "Photon-Sofia"
    if len(inside) == 1 and unknown and inside[0].label in _PLACES and inside[0].end == end and _is_branch(doc, start, inside[0]):
        return True  # "Rotex Austria"
    if len(inside) == 1 and inside[0].end == end and not _is_adjective(doc, inside[0]) and _is_unit_of_a_named_firm(doc, start, inside[0]):
        return True
    if len(inside) == 1 and inside[0].end == end and closes_a_person(doc, start, inside[0]):
        return True  # "Maria Lund"
    if not unknown and [found.label for found in inside] == ["Company", "Country"] and _is_local_unit(doc, *inside):
        return True
    if not unknown or any(found.label in ("Person", "Policy", "Licence", "GovBody", "AIModel", "Chip", "Facility") for found in inside):
        return False
    if all(doc[i].text == "-" for i in unknown):
        return False
    last = doc[end - 1].lower_
    first = inside[0]
    if _is_adjective(doc, first) and first.start == start:
        return last in STRONG_CORPORATE and end - 1 in unknown and _one_organisation(doc, start, end)
    if first.label in _PLACES and first.start == start:
        if doc[first.end].lower_ in GOV_FIRST or last in GOV_LAST:
            return False
        return first.label != "Country" or last in STRONG_CORPORATE or _one_organisation(doc, start, end)
    if last in STRONG_CORPORATE and end - 1 in unknown:
        return True
    if all(found.label in _THINGS for found in inside):
        return all(doc[found.start].text[0].isupper() and not doc[found.start].text.isupper() for found in inside)
    return first.label == "Company" and unknown[0] >= first.end and (last in CORPORATE or _one_organisation(doc, start, end))


def _is_local_unit(doc: Doc, firm: Found, state: Found) -> bool:
    """Whether a state closes the name of a firm's unit there: "Nexperia China and its subcontractors", not "told Intel China would"."""
    before = doc[firm.start - 1].pos_ if firm.start else ""
    after = doc[state.end] if state.end < len(doc) else None
    bound = doc[firm.end - 1].dep_ == "compound" and doc[firm.end - 1].head.i == state.end - 1 and firm.end == state.start
    alone = after is None or (after.pos_ not in ("NOUN", "PROPN", "ADJ") and after.text not in ("-", "'s", "/"))
    return bound and alone and before != "VERB" and not _is_adjective(doc, state)


def _is_hyphened(doc: Doc, start: int, place: Found) -> bool:
    before = doc[place.start - 1]
    joined = before.text == "-" and not before.whitespace_ and place.start - start >= 2 and not doc[place.start - 2].whitespace_
    return joined and not _is_adjective(doc, place) and doc[place.start - 2].lower_ not in PREFIXES


def _is_branch(doc: Doc, start: int, place: Found) -> bool:
    """Whether a place closes the name of a firm: one unknown word before it, which the parser hangs on it, after a preposition."""
    before = doc[start - 1].lower_ if start else ""
    one_word = place.start == start + 1 and doc[start].dep_ in ("compound", "nmod") and doc[start].head.i == place.end - 1
    return one_word and not is_word(doc[start]) and before in ("from", "by", "with", "to", "for") and doc[place.start].pos_ == "PROPN"


def _is_unit_of_a_named_firm(doc: Doc, start: int, place: Found) -> bool:
    """Whether the word before a state is the first of a firm's name elsewhere: "Kvarnholm Korea" beside "Kvarnholm Gas AB"."""
    word = doc[start]
    bound = place.start == start + 1 and place.label == "Country" and word.dep_ == "compound" and word.head.i == place.end - 1
    return bound and any(
        one.text == word.text
        and one.i != start
        and one.i + 1 < len(doc)
        and one.nbor().lower_ in CORPORATE
        and one.nbor().text[0].isupper()
        for one in doc
    )


def _of_a_body(doc: Doc, start: int, place: int) -> bool:
    """ "Competition Commission of India": the place ends a body's name."""
    last = doc[place - 2].lower_ if place - 2 >= start else ""
    return doc[place - 1].lower_ == "of" and last in NAMES_WITH_OF | GOV_FIRST | GOV_LAST and (last != "board" or place - 2 == start)


def _is_adjective(doc: Doc, found: Found) -> bool:
    """ "Dutch" for the Netherlands: another word than the place's name."""
    return found.label in _PLACES and doc[found.start : found.end].root.pos_ == "ADJ"


def _one_organisation(doc: Doc, start: int, end: int) -> bool:
    """Whether the statistical model takes the whole stretch for one organisation."""
    return all(token.ent_type_ == "ORG" for token in doc[start:end]) and all(token.ent_iob_ == "I" for token in doc[start + 1 : end])
