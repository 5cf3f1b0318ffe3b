"""Stretches of capitalised words that may be names: where one begins and ends.

"Ganzhou Hengtai New Materials" is a firm, not a city and a firm; "Kestrel Chief Executive Dorothea Brandl" is a firm and a person."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.dictionary import is_word
from ingest.gazetteer import city_countries
from ingest.reading import Found, mention_at, reading_of
from ingest.words import (
    CONNECTORS,
    GOV_FIRST,
    NAMES_WITH_OF,
    NOT_NAMES,
    OFFICES,
    PERSON_TITLES,
    POLICY_LAST,
    ROLE_NOUNS,
    SMALL_LEGAL,
    STRICT_LEGAL,
    STRONG_CORPORATE,
    TITLE_PARTS,
    given_names,
)

NAMED_OF = NAMES_WITH_OF | GOV_FIRST
_OPENERS = frozenset(['"', "'", "(", "[", ":", "-", "—", "–", "“", "‘", "*"])
LAWS = frozenset(["schedule", "order", "regulation", "directive", "act", "law", "decree", "rules", "regulations"])
SMALL = frozenset(["the", "and", "of", "for", "to", "on", "in"])
JOINTS = frozenset("i im am an on upon under by sur en les bei ob vor".split())
"""What joins the words of a town's name: "Mo i Rana", "Frankfurt am Main"."""
_SYLLABLE = re.compile(
    r"[bcdfghjklmnpqrstwxyz]{0,2}(?:ae|eo|eu|ya|ye|yeo|yo|yu|wa|wo|ui|wi|ia|iao|ua|ei|ai|ao|oo|[aeiou])(?:ng|[nmklpth])?"
)
"""One syllable of a Korean or Chinese name in Latin letters."""
_PLACES = ("City", "Region", "Country")


def runs(doc: Doc, blocked: set[int]) -> Iterator[tuple[int, int]]:
    """[start, end) of maximal capitalised stretches, without titles, roles and words that only open a sentence."""
    position = 0
    while position < len(doc):
        if position in blocked or not _is_capital(doc[position]):
            position += 1
            continue
        end = position + 1
        while end < len(doc) and (step := _step(doc, position, end, blocked)):
            end += step
        for piece in _pieces(doc, position, end):
            yield from _trimmed(doc, *piece)
        position = end


SAID_OF = frozenset("based owned made led built run held bred born style like era grown fed side wide only".split())
"""What a hyphen joins to a name without being part of it: "Austin-based"."""


def _goes_on(doc: Doc, position: int) -> bool:
    """ "-Châtel" after "Bruyères-le"."""
    return position + 1 < len(doc) and doc[position].text == "-" and _is_capital(doc[position + 1])


def is_opening(token: Token) -> bool:
    """Whether the word's capital may come from its place alone."""
    return bool(token.is_sent_start) or token.i == 0 or token.doc[token.i - 1].text in _OPENERS


def is_title(token: Token) -> bool:
    """A word of a person's title, or a part of one before such a word: "Deputy", "Trade" in "Trade Minister"."""
    word = token.lower_
    if word in PERSON_TITLES or word.rstrip("s") in PERSON_TITLES:
        return True
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return word in TITLE_PARTS and following is not None and (following.text == "-" or is_title(following)) and not following.is_sent_start


def _is_capital(token: Token) -> bool:
    text = token.text
    if not any(letter.isalpha() for letter in text):
        return False
    if text[0].isupper():
        return not (token.lower_ in NOT_NAMES and (is_opening(token) or token.pos_ not in ("PROPN", "")) and not text.isupper())
    inner = len(text) > 2 and any(letter.isupper() for letter in text[1:]) and text[:2].isalnum()
    return inner and not text[0].isdigit() or (text[0].isdigit() and len(text) > 1 and text[1:].isalnum() and token.pos_ == "PROPN")


def _step(doc: Doc, start: int, position: int, blocked: set[int]) -> int:
    """How many words the stretch grows by at `position`; 0 at its end."""
    token = doc[position]
    if token.is_sent_start or position in blocked:
        return 0
    if token.text == "I":
        return 0
    legal = token.lower_ in STRICT_LEGAL and (token.text[0].isupper() or "." in token.text)
    if legal or (token.text in SMALL_LEGAL and doc[position - 1].text[0].isupper()) or _is_capital(token):
        return 1
    after = doc[position + 1] if position + 1 < len(doc) and position + 1 not in blocked else None
    if after is None or after.is_sent_start:
        return 0
    if token.text == "&" and _is_capital(after) or (token.text == "z" and after.text == "o.o."):
        return 2
    if token.lower_ == "mine" and token.dep_ not in ("attr", "ROOT") and start and doc[start - 1].lower_ in ("the", "its", "'s", "’s"):
        return 1  # "the Serra Clara mine"
    if (
        token.text == "-"
        and not doc[position - 1].whitespace_
        and not token.whitespace_
        and (after.text[0].isupper() or after.text.isdigit())
    ):
        return 2
    if token.text == "-" and not token.whitespace_ and not doc[position - 1].whitespace_ and after.text.islower() and len(after) <= 5:
        if after.lower_ in SAID_OF:
            return 0
        named = doc[position - 1].text in given_names() or doc[start].ent_type_ == "PERSON" or _is_two_syllables(doc, start, position)
        return 2 if named or _goes_on(doc, position + 2) else 0
    if token.text == "." and doc[position - 1].lower_ in ("s.r.l", "s.p.a", "b.v", "n.v", "s.a"):
        return 1
    if token.text == "." and [one.lower_ for one in doc[position - 2 : position]] == ["sdn.", "bhd"]:
        return 1
    if token.text == "," and after.lower_ in STRICT_LEGAL and after.text[0].isupper():
        return 2
    if token.lower_ == "and" and _is_of_a_ministry(doc, start, position):
        return 2
    if token.lower_ in CONNECTORS and _is_capital(after):
        return 2
    if token.lower_ in JOINTS and doc[start : position + 2].text in city_countries():
        return 2
    head = doc[start].lower_
    if token.lower_ == "of" and _is_complete(doc, start, position):
        return 0
    if token.lower_ in SMALL and _is_law(doc, position):
        return 1
    if head in LAWS and token.lower_ in ("on", "for", "of") and _is_capital(after):
        return 2
    if token.lower_ in ("of", "for") and doc[position - 1].lower_ in NAMED_OF and _is_capital(after):
        region = mention_at(doc, position + 1)
        return 0 if doc[position - 1].lower_ == "state" and region is not None and region.label == "Region" else 2  # "State of Idaho"
    if token.lower_ in ("of", "for") and after.lower_ == "the" and position + 2 < len(doc) and _is_capital(doc[position + 2]):
        return 3 if doc[position - 1].lower_ in NAMES_WITH_OF else 0
    if head in GOV_FIRST and token.lower_ in (",", "and") and _is_capital(after):
        return 2
    if doc[position - 1].lower_ in STRONG_CORPORATE and token.text.isdigit():
        return 0  # "the founders 31 percent and Arden Ventures 22"
    if token.text.isdigit() and len(token.text) <= 3 and after.text not in ("%", "percent", "billion", "million"):
        return 1
    return 0


def _is_of_a_ministry(doc: Doc, start: int, joint: int) -> bool:
    """Whether "and" joins what one ministry is for: "the Industry and Trade Ministry"."""
    words = doc[start : joint + 3]
    return (
        len(words) == joint - start + 3
        and all(one.lower_ in OFFICES for one in (*doc[start:joint], doc[joint + 1]))
        and words[-1].lower_ in ("ministry", "department", "secretariat")
        and words[-1].text[0].isupper()
    )


def _is_two_syllables(doc: Doc, start: int, hyphen: int) -> bool:
    """Whether a Korean or Chinese name stands on both sides of the hyphen: "Baek Do-hwan", "Dae-il Steel"."""
    after = doc[hyphen + 1]
    syllables = all(_SYLLABLE.fullmatch(doc[at].lower_) for at in (hyphen - 1, hyphen + 1))
    return hyphen - start in (1, 2) and syllables and (not is_word(after) or after.pos_ == "PROPN")


def _is_complete(doc: Doc, start: int, position: int) -> bool:
    """Whether a name is whole before an "of" that says where it is: "the Temboro Fund of Singapore", "Article 9 of the Act"."""
    if position - start > 1 and doc[start].lower_ in ("article", "section") and doc[position - 1].text.isdigit():
        return True
    place = mention_at(doc, position + 1)
    return position - start > 1 and doc[position - 1].lower_ in ("fund", "board") and place is not None and place.label in _PLACES


def _is_law(doc: Doc, position: int) -> bool:
    """Whether capitals and small words go on to the last word of a law's name: "Closing the Gap Act"."""
    for token in doc[position : min(position + 7, len(doc))]:
        if token.is_sent_start or not (token.lower_ in SMALL or token.text[0].isupper()):
            return False
        if (
            token.text in ("Act", "Law", "Initiative", "Programme", "Program", "Directive", "Regulation", "Regulations")
            and token.i > position
        ):
            return True
    return False


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch cut at the titles inside it."""
    first = start
    for position in range(start, end):
        if is_title(doc[position]) and not _belongs(doc, position, start, end):
            if first < position:
                yield first, position
            first = position + 1 + 2 * _is_office(doc, position + 1, end)
    if first < end:
        yield first, end


def _is_office(doc: Doc, position: int, end: int) -> bool:
    """Whether a title goes on before a name: "of State" after "Secretary", in "Secretary of State Wendy Sherman"."""
    return position + 2 < end and doc[position].lower_ == "of" and doc[position + 1].lower_ in OFFICES


def _belongs(doc: Doc, position: int, start: int, end: int) -> bool:
    """Whether a title's word is a part of a firm's name: "Tiger Global Management Partners"; never before a given name."""
    return doc[position].lower_ in ("partner", "partners") or (
        position + 1 == end and position > start + 1 and doc[position].lower_ == "director"
    )


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and _is_lead(doc, start, end):
        start += 1
    while end > start and (doc[end - 1].text in ("&", "-", ",", ".", "'s", "'") or doc[end - 1].lower_ in CONNECTORS):
        end -= 1
    while end - start > 1 and doc[end - 1].text.isdigit() and doc[end - 1].text == doc[start].text:
        end -= 1
    if start < end and not (end - start == 1 and doc[start].lower_ in NOT_NAMES):
        yield start, end


def _is_lead(doc: Doc, position: int, end: int) -> bool:
    """A word before the name: a role ("Rival Tencent", "Start-up nVeris"), punctuation, or one that opens the sentence."""
    token = doc[position]
    word = token.lower_
    if word in ROLE_NOUNS and (position + 1 < end or token.text.islower()) or not token.text[0].isalnum():
        return True
    if word == "start" and position + 2 < end and doc[position + 1].text == "-" and doc[position + 2].lower_ == "up":
        return True
    if word == "up" and position > 1 and doc[position - 1].text == "-" and doc[position - 2].lower_ == "start":
        return True
    if word in NOT_NAMES and not (token.text.isupper() and len(word) > 1):
        return not (token.pos_ in ("NOUN", "PROPN") and doc[end - 1].lower_ in POLICY_LAST)  # "Chip Export Rule"
    if not is_opening(token) or position + 1 >= end or token.text.isupper():
        return False
    if token.ent_type_ in ("ORG", "PERSON", "GPE", "PRODUCT", "LOC", "FAC") or token.text in given_names():
        return False
    return (
        token.pos_ in ("ADJ", "ADV", "VERB", "ADP", "SCONJ", "DET", "PRON", "NOUN", "NUM")
        and is_word(token)
        and doc[position + 1].text not in "-&"
    )


def known_at(doc: Doc) -> dict[int, Found]:
    """Token -> the known name that covers it."""
    return {position: found for found in reading_of(doc).mentions for position in range(found.start, found.end)}
