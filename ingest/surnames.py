"""Places that people are called after: "Maria Lund, who runs Kestrel", and "Lund" from there on."""

from spacy.tokens import Doc

from ingest.dictionary import is_word
from ingest.reading import Found
from ingest.words import PLACE_PREPS, given_names

_PLACES = ("City", "Region", "Country")


def closes_a_person(doc: Doc, start: int, place: Found) -> bool:
    """Whether a place of one word is the surname at the end of a stretch that begins at `start` with a given name."""
    before = doc[start : place.start]
    if place.label not in _PLACES or place.end - place.start != 1 or not 0 < len(before) < 3 or before[0].text not in given_names():
        return False
    initials = all(token.text.rstrip(".").isalpha() and (token.text in given_names() or len(token.text) < 3) for token in before[1:])
    person = all(token.ent_type_ == "PERSON" for token in (before[0], doc[place.start]))
    apart = not start or doc[start - 1].lower_ not in PLACE_PREPS
    named = all(token.pos_ == "PROPN" for token in before)  # "Will Kazakhstan restrict exports?"
    return initials and named and (person or (apart and not is_word(before[0])))


def is_surname(doc: Doc, place: Found, people: dict[str, int]) -> bool:
    """Whether a place's name stands for somebody named in full before, and not where a place would stand.

    `people`: the surnames of the document, with the position where each was first said."""
    if place.label not in _PLACES or place.end - place.start != 1 or people.get(doc[place.start].text, place.start) >= place.start:
        return False
    before = doc[place.start - 1].lower_ if place.start else ""
    after = doc[place.end].text if place.end < len(doc) else ""
    return before not in (*PLACE_PREPS, "at") and after != "-"


def surnames(doc: Doc, places: list[Found]) -> dict[str, int]:
    """The places that are surnames by the given name before them -> where each was first said so."""
    found: dict[str, int] = {}
    for one in places:
        starts = [one.start - back for back in (1, 2) if one.start >= back]
        if any(closes_a_person(doc, start, one) and not doc[start + 1].is_sent_start for start in starts):
            found.setdefault(doc[one.start].text, one.start)
    return found
