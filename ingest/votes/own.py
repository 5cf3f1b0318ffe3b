"""What the words of a name give away: the same wherever it stands."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from ingest.dictionary import is_word
from ingest.gazetteer import city_countries, city_name
from ingest.reading import reading_of
from ingest.runs import LAWS
from ingest.votes.ballot import Vote
from ingest.words import (
    CHIP_NOUNS,
    CORPORATE,
    GOV_FIRST,
    GOV_LAST,
    MODEL_NOUNS,
    POLICY_LAST,
    RESEARCH_NOUNS,
    SITE_NOUNS,
    STRICT_LEGAL,
    STRONG_CORPORATE,
    TERRITORY,
    given_names,
)

LEGAL_FIRST = frozenset("PT CV OOO OAO PJSC TOO UAB SIA".split())
"""Legal forms that stand before the name: "PT Timah"."""
AUTHORITY = frozenset(
    (
        "development economic export control customs enforcement intelligence antitrust competition trade sanctions security tax fraud "
        "safety patent cartel revenue statistics"
    ).split()
)


FOUNDING = frozenset("package packages packaging packaged tape taped foundry die dies wafers tsmc transistors".split())
"""What is said of chips and of little else."""
UNNUMBERED = frozenset("fab phase line unit site building hall block article section chapter stage group terminal".split())
"""What is numbered and is no goods."""


def own_votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What the words of the name itself give away: the same wherever it stands."""
    words = [token.lower_ for token in doc[start:end]]
    first, last, several = words[0], words[-1], len(words) > 1
    if several and (last in STRICT_LEGAL or doc[start].text in LEGAL_FIRST):
        yield "Company", 12.0
    elif several and last in STRONG_CORPORATE:
        yield "Company", 7.0
    elif several and last in CORPORATE:
        yield "Company", 4.0
    elif several and is_word(doc[end - 1]) and doc[start].text not in given_names() and last not in TERRITORY | SITE_NOUNS | POLICY_LAST:
        yield "Company", 1.5  # "Granite Spindle": persons are seldom called after things
    if several and "&" in words[1:-1]:
        yield "Company", 4.0  # "Tidewell & Crane"
    if several and (
        first in ("university", "institute", "academy", "universiteit", "université") or last in RESEARCH_NOUNS - {"center", "centre"}
    ):
        yield "ResearchOrg", 8.0
    if several and any(word in RESEARCH_NOUNS and following in ("of", "for") for word, following in pairwise(words)):
        yield "ResearchOrg", 12.0
    if several and (
        first in GOV_FIRST
        and words[1] in ("of", "for")
        or first in GOV_FIRST
        and "of" in words
        or last in GOV_LAST
        and last not in ("unit", "board", "office", "service")
    ):
        yield "GovBody", 9.0
    if several and "court" in words[:-1] and {"of", "for"} & set(words):
        yield "GovBody", 9.0  # "Regional Administrative Court of Lazio"
    if len(words) > 2 and first in LAWS and words[1] in ("on", "of", "for"):
        yield "Policy", 9.0
    if several and last in ("unit", "office", "board", "service", "directorate", "division") and set(words) & AUTHORITY:
        yield "GovBody", 7.0
    if several and words[-2:] == ["tax", "credit"]:
        yield "Policy", 7.0
    if several and last in POLICY_LAST and not (last in ("list", "plan", "code") and len(words) < 3):
        yield "Policy", 7.0
    if several and (last in TERRITORY):
        yield "Region", 7.0
    if several and (last in SITE_NOUNS or (doc[end - 1].text.isdigit() and words[-2] in SITE_NOUNS) or first == "fab"):
        yield "Facility", 6.0
    if several and last == "works" and start and doc[start - 1].lower_ in ("its", "their", "the", "'s", "’s"):
        yield "Facility", 6.0  # "at its Selasih Works"
        yield "Company", -3.0
    if several and "office" in words[1:-2] and words[words.index("office") + 1] == "of":
        yield "GovBody", 9.0  # "the Strategic Industries Office of Canada"
    if (
        len(words) > 2
        and last in ("center", "centre")
        and words[-2] in ("manufacturing", "data", "production", "fabrication", "technology", "assembly")
    ):
        yield "Facility", 9.0
    if (
        2 <= len(words) <= 4
        and doc[start].text in given_names()
        and last not in CORPORATE
        and all(t.text[0].isalpha() for t in doc[start:end])
    ):
        yield "Person", 2.5
    follows = doc[end].lower_ if end < len(doc) else ""
    if len(words) == 2 and follows not in SITE_NOUNS and _is_called_after_its_town(doc, start, last):
        yield "Company", 2.0  # "Grozny Electromash"
    if city_name(doc[start:end].text) in city_countries():
        yield "City", 0.3 if all(is_word(token) for token in doc[start:end]) else 0.9
    if _is_numbered_thing(doc, start, end):
        near = {token.lower_ for token in doc[start].sent}
        yield "Chip" if near & (CHIP_NOUNS | FOUNDING) else "AIModel" if near & (MODEL_NOUNS | {"trained"}) else "Product", 2.5
        yield "Company", -2.5
    if any(_designation(token.text) for token in doc[start:end]) and last not in CORPORATE:
        yield "Product", 2.0
        yield "Chip", 1.8


def _is_numbered_thing(doc: Doc, start: int, end: int) -> bool:
    """Whether a name that ends in a number stands behind "the" or whose it is: "its Zuma 5", "the Orrery 2"."""
    before = doc[start - 1].lower_ if start else ""
    number = doc[end - 1].text
    numbered = end - start > 1 and number.isdigit() and len(number) < 4 and doc[end - 2].lower_ not in UNNUMBERED | SITE_NOUNS
    return numbered and before in ("the", "its", "their", "our", "'s", "’s")


def _is_called_after_its_town(doc: Doc, start: int, last: str) -> bool:
    """Whether a word that is no English one stands after a town, and nothing makes a person, a place or a body of the two."""
    town, name = doc[start].text, doc[start + 1]
    plain = name.text.isalpha() and name.text[0].isupper() and not is_word(name) and town not in given_names()
    return plain and town in city_countries() and last not in TERRITORY | SITE_NOUNS | POLICY_LAST | GOV_LAST


def is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether a name in capitals stands where a report says where it comes from."""
    labelled = any(part.role == "label" and part.start <= start < part.end for part in reading_of(doc).parts)
    return labelled and (not is_word(doc[start]) or city_name(doc[start:end].text) in city_countries())


def _designation(text: str) -> bool:
    """ "PX7", "NX-400", "Tala-1": capitals and digits mixed."""
    return any(letter.isdigit() for letter in text) and text[0].isalpha() and text[0].isupper() and not text.isalpha()
