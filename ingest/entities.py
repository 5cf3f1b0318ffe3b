"""Names that no lexicon knows: legal suffixes, cues and the statistical model, with one type per string in a document."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ingest.gazetteer import load
from ingest.reading import Found, reading_of, text_of

SUFFIXES = frozenset(["inc", "corp", "corporation", "ltd", "limited", "llc", "plc", "gmbh", "ag", "sa", "nv", "bv", "spa", "oyj", "ab", "asa", "kk", "co", "holdings", "group"])
"""Legal forms and the like that end a firm's name."""
SURE_SUFFIXES = SUFFIXES - {"group", "holdings", "co", "limited"}
BODY_WORDS = frozenset(
    ["ministry", "department", "bureau", "agency", "commission", "office", "administration", "authority", "court", "committee", "council", "congress"]
)
RESEARCH_WORDS = frozenset(["university", "institute", "academy", "laboratory", "lab", "college"])
FIRM_NOUNS = frozenset(
    ["company", "firm", "maker", "chipmaker", "toolmaker", "manufacturer", "supplier", "producer", "foundry", "distributor", "reseller", "startup", "start-up", "vendor", "developer", "designer", "operator", "carmaker", "miner", "refiner", "subsidiary", "unit", "affiliate", "brand", "retailer", "broker", "lender"]
)
CHIP_NOUNS = frozenset(["chip", "chips", "gpu", "gpus", "processor", "processors", "accelerator", "accelerators", "cpu", "cpus"])
NO_NAMES = frozenset(
    ["ai", "euv", "duv", "hbm", "dram", "nand", "gpu", "cpu", "eda", "ceo", "cfo", "cto", "gdp", "ip", "it", "pc", "5g", "esg", "llm", "api", "r&d", "ipo", "iot", "q1", "q2", "q3", "q4", "chips", "internet", "cloud", "congress", "state", "street", "house", "white", "data", "center", "the", "a", "executive", "order", "fab", "fabs", "semiconductor", "semiconductors"]
)
_MODEL = re.compile(r"^(?=.*\d)[A-Z][A-Za-z]*[- ]?\d{1,4}[A-Za-z]{0,3}$")


class Entities:
    """Component: adds what cues and the model find beside the lexicon's mentions, then votes on the types."""

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        if reading.given:
            return doc
        taken = {i for found in reading.mentions for i in range(found.start, found.end)}
        for found in [*_legal_names(doc), *_appositions(doc), *_of_model(doc), *_chips(doc)]:
            found = _trimmed(doc, found)
            if found and not taken.intersection(range(found.start, found.end)) and _is_name(doc, found):
                reading.mentions.append(found)
                taken.update(range(found.start, found.end))
        _vote(doc)
        reading.mentions.sort(key=lambda found: (found.start, -found.end))
        return doc


@Language.factory("entities", default_config={"lexicon": ""})
def _entities(nlp: Language, name: str, lexicon: str) -> Entities:
    load(Path(lexicon))
    return Entities()


def _legal_names(doc: Doc) -> list[Found]:
    """Capitalised words that end in a legal form: `Acme Photonics Inc.`"""
    found = []
    for token in doc:
        if token.lower_.strip(".,") in SURE_SUFFIXES and token.text[0].isupper() and token.i:
            start = token.i
            while start and _capital(doc[start - 1]) and not doc[start].is_sent_start:
                start -= 1
            if start < token.i:
                end = token.i + 2 if token.i + 1 < len(doc) and doc[token.i + 1].text == "." else token.i + 1
                found.append(Found(start, end, "Company", "cue"))
    return found


def _appositions(doc: Doc) -> list[Found]:
    """`Acme, a chip maker based in …`, `start-up Acme`, `the foundry Acme`."""
    found = []
    for token in doc:
        if token.lemma_.lower() not in FIRM_NOUNS:
            continue
        if token.dep_ == "appos" and _capital(token.head):
            found.append(_name_around(token.head))
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if after is not None and _capital(after) and not after.is_sent_start and after.ent_type_ not in ("DATE", "CARDINAL"):
            found.append(_name_around(after))
    return [one for one in found if one]


def _name_around(token: Token) -> Found | None:
    """The run of capitalised words around a token."""
    start = end = token.i
    while start and _capital(token.doc[start - 1]) and not token.doc[start].is_sent_start:
        start -= 1
    while end + 1 < len(token.doc) and _capital(token.doc[end + 1]) and not token.doc[end + 1].is_sent_start:
        end += 1
    return Found(start, end + 1, "Company", "cue")


def _of_model(doc: Doc) -> list[Found]:
    """What the statistical model calls an organisation, a person or a place."""
    found = []
    for span in doc.ents:
        label = {"ORG": _kind_of_organisation(span), "PERSON": "Person", "GPE": "City"}.get(span.label_)
        if label == "Person" and (len(span) < 2 or any(token.is_lower or token.is_digit for token in span)):
            label = None
        if label == "City" and not (span.start and doc[span.start - 1].lower_ in ("in", "near", "at", "of")):
            label = None
        if label:
            found.append(Found(span.start, span.end, label, "model"))
    return found


def _kind_of_organisation(span: Span) -> str:
    words = {token.lower_ for token in span}
    if words & BODY_WORDS:
        return "GovBody"
    return "ResearchOrg" if words & RESEARCH_WORDS else "Company"


def _chips(doc: Doc) -> list[Found]:
    """`MX-770 chips`, `the Zeta 9 processor`."""
    found = []
    for token in doc[:-1]:
        if not _MODEL.match(token.text) or len(token.text) > 12:
            continue
        if doc[token.i + 1].lower_ in CHIP_NOUNS:
            found.append(Found(token.i, token.i + 1, "Chip", "cue"))
    return found


def _trimmed(doc: Doc, found: Found) -> Found | None:
    """Without an article before it, a possessive or a punctuation mark after it."""
    start, end = found.start, found.end
    while start < end and (doc[start].lower_ in ("the", "a", "an", "its") or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].text in ("'s", "'") or (not doc[end - 1].text[-1].isalnum() and doc[end - 1].text != ".")):
        end -= 1
    return Found(start, end, found.label, found.source) if start < end else None


def _is_name(doc: Doc, found: Found) -> bool:
    text = text_of(doc, found)
    words = text.split()
    if text.lower() in NO_NAMES or all(word.lower() in NO_NAMES for word in words) or len(words) > 6 or len(text) < 2:
        return False
    first = doc[found.start]
    return any(word[0].isupper() for word in words) and first.lemma_.lower() not in FIRM_NOUNS and not text.isdigit() and "\n" not in text


def _capital(token: Token) -> bool:
    return (token.text[0].isupper() or token.text in ("&",)) and token.pos_ not in ("PUNCT", "DET", "PRON", "ADP")


def _vote(doc: Doc) -> None:
    """One type per string: what the lexicon says, else what most of its mentions say."""
    reading = reading_of(doc)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, Found] = {}
    for found in reading.mentions:
        text = text_of(doc, found).casefold()
        if found.source == "lexicon":
            known.setdefault(text, found)
        elif found.label:
            votes[text][found.label] += 3 if found.source == "cue" else 1
    for found in reading.mentions:
        text = text_of(doc, found).casefold()
        if found.source in ("model", "cue") and text in known:
            found.label, found.entity, found.name = known[text].label, known[text].entity, known[text].name
        elif found.source in ("model", "cue"):
            found.label = max(sorted(votes[text]), key=lambda label: votes[text][label])
