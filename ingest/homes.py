"""Where the firms of a document are, as its own phrases and the lexicon say: "the Belgian firm" is none of the British ones."""

from collections import defaultdict

from spacy.tokens import Doc

from ingest.reading import Found, mention_at, reading_of
from ingest.seats import seats


def is_at_home(doc: Doc, firm: Found, seat: Found) -> bool | None:
    """Whether the firm is in the place before a nominal ("Belgian firm"); None where nothing tells."""
    reading = reading_of(doc)
    if reading.homes is None:
        reading.homes = _homes(doc)
    known = set(reading.homes.get(firm.entity, ()))
    entity = reading.entities.get(firm.entity)
    if entity is not None and entity.properties.get("country"):
        known.add(str(entity.properties["country"]))
    if seat.entity in known:
        return True
    wider = mention_at(doc, seat.end + 1) if seat.end + 1 < len(doc) and doc[seat.end].text == "," else None
    code = _code(
        doc, seat if wider is None or wider.label not in ("Region", "Country") else wider
    )  # "the Santa Clara, California, company"
    codes = {place for place in known if ":" not in place}
    if seat.label == "Country":
        return code in codes if code and codes else None
    return False if code and codes and code not in codes else None


def _homes(doc: Doc) -> dict[str, set[str]]:
    """Entity -> the places it is said to be in, as entities and as codes of their countries."""
    found: dict[str, set[str]] = defaultdict(set)
    for what, place, _ in seats(doc):
        if what.entity and place.entity:
            found[what.entity] |= {place.entity, _code(doc, place)} - {""}
    return found


def _code(doc: Doc, place: Found) -> str:
    entity = reading_of(doc).entities.get(place.entity)
    return str(entity.properties.get("country", "")) if entity is not None else ""
