"""Names that no lexicon knows: one type per name in a document, by votes; found again wherever they stand.

What the lexicons know (ingest/names.py) wins, unless it is a part of a longer name ("Ganzhou Hengtai")."""

from collections import Counter, defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from graph.evidence import slug
from ingest.reading import Found, Reading, reading_of
from ingest.runs import absorbed, is_opening, known_at, runs
from ingest.votes import votes
from ingest.words import GENERIC_FIRST, STOP, STRICT_LEGAL

LEAST = 1.5
"""Votes that a type needs: a stretch of capitals with fewer is left alone."""
_ORDER = ("Company", "Person", "City", "Region", "GovBody", "ResearchOrg", "Policy", "Chip", "Product", "AIModel", "Facility", "")
Key = tuple[str, ...]


@Language.component("entities")
def entities(doc: Doc) -> Doc:
    """Adds names that no lexicon knows to the Doc's mentions."""
    reading = reading_of(doc)
    if reading.given:
        return doc
    spans = _candidates(doc, reading)
    ballots: dict[Key, Counter[str]] = defaultdict(Counter)
    for start, end in spans:
        for label, weight in votes(doc, start, end):
            ballots[_key(doc, start, end)][label] += weight  # type: ignore[assignment, operator]
    types = _with_short_forms(_elect(ballots))
    known = known_at(doc)
    taken = set(known)
    found = _everywhere(doc, types, taken)
    reading.mentions.extend(found)
    reading.mentions.sort(key=lambda one: (one.start, -one.end))
    return doc


def _candidates(doc: Doc, reading: Reading) -> list[tuple[int, int]]:
    """Stretches that may be names; known names inside a longer one give way to it."""
    known = known_at(doc)
    spans: list[tuple[int, int]] = []
    for start, end in runs(doc, _blocked(doc, reading)):
        if absorbed(doc, start, end, known):
            reading.mentions = [one for one in reading.mentions if not start <= one.start < end]
            known = known_at(doc)
            spans.append((start, end))
            continue
        spans.extend(piece for piece in _free(doc, start, end, known) if _is_name(doc, *piece))
    return spans


def _free(doc: Doc, start: int, end: int, known: dict[int, Found]) -> list[tuple[int, int]]:
    """What known names leave of a stretch."""
    pieces: list[tuple[int, int]] = []
    position = start
    while position < end:
        stop = position
        while stop < end and stop not in known:
            stop += 1
        left, right = position, stop
        while left < right and not doc[left].text[0].isalnum():
            left += 1
        while right > left and not doc[right - 1].text[-1].isalnum() and doc[right - 1].lower_ not in STRICT_LEGAL:
            right -= 1
        if left < right:
            pieces.append((left, right))
        position = max(stop, position) + 1
    return pieces


def _blocked(doc: Doc, reading: Reading) -> set[int]:
    """Headings, whose capitals say nothing, and figures."""
    blocked = {i for part in reading.parts if part.role == "heading" for i in range(part.start, part.end)}
    for figure in reading.figures:
        span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if span is not None:
            blocked.update(range(span.start, span.end))
    return blocked


def _is_name(doc: Doc, start: int, end: int) -> bool:
    text = doc[start:end].text
    if text.casefold() in STOP or len(text) < 2 or len(text) > 80 or not any(letter.isupper() for letter in text):
        return False
    if end - start > 1 or not is_opening(doc[start]):
        return True
    token = doc[start]
    if token.pos_ in ("PROPN", "") or token.ent_type_ in ("ORG", "PERSON", "GPE", "PRODUCT", "FAC"):
        return True
    return any(one.pos_ == "PROPN" for one in token.conjuncts)


def _key(doc: Doc, start: int, end: int) -> Key:
    return tuple(token.text for token in doc[start:end])


def _elect(ballots: dict[Key, Counter[str]]) -> dict[Key, str]:
    """The type of each name: a short form votes with its long form, a surname is a person's."""
    whole: dict[Key, Key] = {key: _long_form(key, ballots) for key in ballots}
    pooled: dict[Key, Counter[str]] = defaultdict(Counter)
    for key, count in ballots.items():
        pooled[whole[key]].update(count)
    winners = {key: _winner(count) for key, count in pooled.items()}
    types = {key: winners[whole[key]] for key in ballots}
    for key, label in winners.items():
        if label == "Person" and len(key) > 1 and (key[-1],) in types and whole[(key[-1],)] == (key[-1],):
            types[(key[-1],)] = "Person"
    return {key: label for key, label in types.items() if label}


def _with_short_forms(types: dict[Key, str]) -> dict[Key, str]:
    """The types of the names and of what a document calls them for short: a firm's first words, a person's last one."""
    more: dict[Key, set[str]] = defaultdict(set)
    for key, label in types.items():
        if label in ("Company", "ResearchOrg") and len(key) > 1 and _is_distinct(key[0]):
            for length in range(1, len(key)):
                more[key[:length]].add(label)
        elif label == "Person" and len(key) > 1:
            more[key[-1:]].add(label)
    return {**{key: min(labels) for key, labels in more.items() if len(labels) == 1 and key[-1] not in ("&", "-", ",", "of")}, **types}


def _is_distinct(word: str) -> bool:
    """Whether a firm may be called by this first word alone."""
    return len(word) > 2 and word.casefold() not in GENERIC_FIRST and word[0].isalnum() and any(letter.isupper() for letter in word)


def _long_form(key: Key, ballots: dict[Key, Counter[str]]) -> Key:
    """The longer name that begins with this one, or, of a person, ends with it; the name itself where there is none or two."""
    folded = tuple(word.casefold() for word in key)
    longer = [
        other
        for other in ballots
        if len(other) > len(key) and tuple(word.casefold() for word in other[: len(key)]) == folded and len(slug(key[0])) > 1
    ]
    distinct = {tuple(word.casefold() for word in other) for other in longer}
    return max(longer, key=len) if len(distinct) == 1 else key


def _winner(count: Counter[str]) -> str:
    best = min(count, key=lambda label: (-count[label], _ORDER.index(label) if label in _ORDER else 99))
    return best if count[best] >= LEAST else ""


def _everywhere(doc: Doc, types: dict[Key, str], taken: set[int]) -> list[Found]:
    """Every occurrence in the Doc of the names found anywhere in it, longest first."""
    words = [token.text for token in doc]
    free = [position not in taken for position in range(len(doc))]
    found: list[Found] = []
    for length in sorted({len(key) for key in types}, reverse=True):
        for start in range(len(doc) - length + 1):
            label = types.get(tuple(words[start : start + length]))
            if label and all(free[start : start + length]):
                found.append(Found(start, start + length, label, "model"))
                free[start : start + length] = [False] * length
    return found
