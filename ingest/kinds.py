"""Which types a span given from outside may have: by its source's own label, its form, the lexicons, the statistical model."""

from spacy.tokens import Doc

from graph.ontology import NODE_BY_EXCHANGE, NODE_TYPES
from ingest.gazetteer import load
from ingest.reading import Found, text_of
from ingest.words import STRONG_CORPORATE

ORGANISATIONS = frozenset(["Company", "ResearchOrg", "GovBody"])
PLACES = frozenset(["City", "Region", "Country"])
THINGS = frozenset(["Product", "Chip", "AIModel", "Material"])
PERSON = frozenset(["Person"])
ANY = frozenset(node.label for node in NODE_TYPES)
NOTHING: frozenset[str] = frozenset()
FOREIGN: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION", "AGENCY"), ORGANISATIONS),
    **dict.fromkeys(("COMPANY", "FIRM", "BUSINESS"), frozenset(["Company", "ResearchOrg"])),
    **dict.fromkeys(("BUSINESS_UNIT", "DIVISION"), frozenset(["Company", "Facility"])),
    **dict.fromkeys(("PRODUCT", "SERVICE", "BRAND", "TECHNOLOGY"), THINGS),
    **dict.fromkeys(("LOCATION", "LOC", "GPE", "PLACE", "COUNTRY_OR_REGION", "STATE"), PLACES),
    **dict.fromkeys(("PERSON", "PER", "PEOPLE"), PERSON),
    "FAC": frozenset(["Facility"]),
    "LAW": frozenset(["Policy"]),
    **dict.fromkeys("DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL NUMBER FINANCIAL ACTION TITLE SECTOR ROLE EVENT".split(), NOTHING),
}
"""Labels of other annotations; what has none of our types is never related."""
PEOPLE_WORDS = frozenset("he she him his her hers who himself herself".split())
THING_WORDS = frozenset("it its they their them we our us this which that itself ours".split())


def possible(doc: Doc, found: Found) -> frozenset[str]:
    """The types of a given span, whose source's label stands in its `name`; all where nothing speaks against any."""
    label = found.name.upper().replace(" ", "_").replace("-", "_")
    if label in NODE_BY_EXCHANGE:
        return frozenset([NODE_BY_EXCHANGE[label].label])
    return FOREIGN[label] if label in FOREIGN else _by_form(doc, found)


def _by_form(doc: Doc, found: Found) -> frozenset[str]:
    words = [token.lower_ for token in doc[found.start : found.end]]
    if len(words) == 1 and words[0] in PEOPLE_WORDS:
        return PERSON
    if words[-1] in STRONG_CORPORATE:
        return frozenset(["Company", "ResearchOrg"])
    known = load().find(text_of(doc, found))
    if known is not None and known.type in (*PLACES, *PERSON):
        return PLACES if known.type in PLACES else PERSON
    if (len(words) == 1 and words[0] in THING_WORDS) or doc[found.start].is_lower or (known is not None and known.type == "Company"):
        return ANY - PERSON
    return ANY
