"""Names that no lexicon knows: one type per name in a document, by votes; found again wherever they stand.

What the lexicons know (ingest/names.py) wins, unless it is a part of a longer name ("Ganzhou Hengtai")."""

from collections import Counter, defaultdict
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Span

from ingest.dictionary import english, is_word
from ingest.gazetteer import city_countries
from ingest.longer_names import absorbed
from ingest.numbered_names import numbered_names
from ingest.reading import Figure, Found, Reading, reading_of
from ingest.runs import is_opening, known_at, runs
from ingest.surnames import is_surname, surnames
from ingest.votes import has_firm_apposed, own_votes, place_after, votes
from ingest.words import CHIP_NOUNS, CORPORATE, GENERIC_FIRST, PLACE_PREPS, PRODUCT_NOUNS, STOP, STRICT_LEGAL, TERMS

MONTHS = frozenset("January February March April May June July August September October November December".split())
LEAST = 1.5
"""Votes that a type needs: a stretch of capitals with fewer is left alone."""
SURE = 3.0
"""Votes for a town that the name of a firm called after it does not outweigh."""
_ORDER = ("Company", "Person", "City", "Region", "GovBody", "ResearchOrg", "Policy", "Chip", "Product", "AIModel", "Facility", "")
Key = tuple[str, ...]


class Entities:
    """Component: adds names that no lexicon knows to the Doc's mentions."""

    def __init__(self, nlp: Language) -> None:
        self.words = english(nlp)

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        reading.words = self.words
        return doc if reading.given else _read(doc, reading)


@Language.factory("entities")
def _entities(nlp: Language, name: str) -> Entities:
    return Entities(nlp)


def _read(doc: Doc, reading: Reading) -> Doc:
    spans = _candidates(doc, reading)
    ballots: dict[Key, Counter[str]] = defaultdict(Counter)
    for start, end in spans:
        key = _key(doc, start, end)
        heard = votes(doc, start, end) if key in ballots else chain(own_votes(doc, start, end), votes(doc, start, end))
        for label, weight in heard:
            ballots[key][label] += weight  # type: ignore[assignment]
    types = _with_short_forms(_elect(ballots))
    known = known_at(doc)
    types.update(_abbreviations(doc, spans, types, known))
    taken = set(known)
    found = _everywhere(doc, types, taken)
    reading.mentions.extend(found)
    reading.mentions.extend(_short_terms(doc, reading))
    reading.mentions.sort(key=lambda one: (one.start, -one.end))
    return doc


def _candidates(doc: Doc, reading: Reading) -> list[tuple[int, int]]:
    """Stretches that may be names; known names inside a longer one give way to it."""
    known = known_at(doc)
    spans: list[tuple[int, int]] = []
    _free_places(doc, reading)
    known = known_at(doc)
    reading.mentions.extend(numbered_names(doc, known))
    known = known_at(doc)
    for start, end in runs(doc, _blocked(doc, reading)):
        if absorbed(doc, start, end, known):
            reading.mentions = [one for one in reading.mentions if not start <= one.start < end]
            known = known_at(doc)
            spans.append((start, end))
            continue
        spans.extend(piece for piece in _free(doc, start, end, known) if _is_name(doc, *piece))
    return spans


def _free_places(doc: Doc, reading: Reading) -> None:
    """Takes back places of the lexicon that a firm or a person of this document is called after: "Odessa" once "Odessa Chips" was named."""
    named: dict[str, int] = {}
    for token in doc[:-1]:
        if token.text[0].isupper() and doc[token.i + 1].lower_ in CORPORATE and doc[token.i + 1].text[0].isupper():
            named.setdefault(token.text, token.i)
    people = surnames(doc, [one for one in reading.mentions if one.source == "lexicon"])
    reading.mentions = [one for one in reading.mentions if not _is_called_after(doc, one, named) and not is_surname(doc, one, people)]


def _is_called_after(doc: Doc, one: Found, named: dict[str, int]) -> bool:
    """Whether a place's name stands for the firm: after the firm's full name, and not where a place would stand."""
    if one.label not in ("City", "Region") or one.end - one.start != 1 or named.get(doc[one.start].text, one.start) >= one.start:
        return False
    before = doc[one.start - 1].lower_ if one.start else ""
    after = doc[one.end].lower_ if one.end < len(doc) else ""
    return before not in (*PLACE_PREPS, "at") and after not in ("-", "city", "province")


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
    reading.figures = [figure for figure in reading.figures if not _names_a_chip(doc, figure)]
    for figure in reading.figures:
        span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if span is not None:
            blocked.update(range(span.start, _name_in(span) if figure.type == "QUANTITY" else span.end))
    return blocked


def _name_in(span: Span) -> int:
    """Where a name begins inside a quantity, "2,000 Jade 5 accelerators"; else its end."""
    capitals = (token for token in span[1:] if token.text[0].isupper())
    numbered = {token.i - 1 for token in span if token.text.isdigit()}
    return next((token.i for token in capitals if token.pos_ == "PROPN" or token.i in numbered), span.end)


def _names_a_chip(doc: Doc, figure: Figure) -> bool:
    """ "Kunpeng 910 chips": the number belongs to the name."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand") if figure.type == "QUANTITY" else None
    if span is None or not span.start or doc[span.start].is_sent_start:
        return False
    before = doc[span.start - 1]
    return before.pos_ == "PROPN" and before.text[0].isupper() and span[0].text.isdigit() and span[-1].lower_ in CHIP_NOUNS | PRODUCT_NOUNS


def _is_name(doc: Doc, start: int, end: int) -> bool:
    text = doc[start:end].text
    if end - start == 1 and text.casefold() in TERMS and start and doc[start - 1].lower_ in ("the", '"', "'"):
        return False  # "the Commission", "the Order": short for a name (_short_terms)
    if any(token.text in MONTHS for token in doc[start:end]) and all(
        token.text in MONTHS or token.text.isdigit() for token in doc[start:end]
    ):
        return False  # "15 January"
    if end - start == 2 and doc[start].lower_ in ("article", "section", "annex", "clause", "item", "schedule", "chapter"):
        return False
    if end - start == 2 and doc[start].lower_ == "series" and len(doc[end - 1]) == 1:
        return False  # a round: "Series C"
    if end - start == 1 and end < len(doc) and doc[end].lower_ in ("rating", "recommendation"):
        return False  # "our Neutral rating"
    if text.casefold() in STOP or len(text) < 2 or len(text) > 80 or not any(letter.isupper() for letter in text):
        return False
    if end - start > 1 or not is_opening(doc[start]):
        return True
    token = doc[start]
    if token.ent_type_ in ("ORG", "PERSON", "GPE", "PRODUCT", "FAC") or any(one.pos_ == "PROPN" for one in token.conjuncts):
        return True
    if has_firm_apposed(doc, end) or _is_set_off(doc, end):
        return True
    return token.pos_ == "PROPN" or (bool(reading_of(doc).words) and not is_word(token))


def _is_set_off(doc: Doc, end: int) -> bool:
    """Whether a town or country is set off behind a word that opens a sentence: "Corbel, of Montreal, has released"."""
    place = place_after(doc, end + 1) if end < len(doc) and doc[end].text == "," else None
    return place is not None and place.end < len(doc) and doc[place.end].text == ","


def _key(doc: Doc, start: int, end: int) -> Key:
    return tuple(token.text for token in doc[start:end])


def _elect(ballots: dict[Key, Counter[str]]) -> dict[Key, str]:
    """The type of each name: a short form votes with its long forms, a surname is a person's."""
    longer = {key: _long_forms(key, ballots) for key in ballots}
    pooled = {key: sum((ballots[other] for other in longer[key]), count.copy()) for key, count in ballots.items()}
    for key, others in longer.items():
        if len(others) == 1:
            pooled[others[0]] = pooled[others[0]] + ballots[key]
    for family in _families(ballots):
        total: Counter[str] = sum((pooled[key] for key in family), Counter())
        pooled.update(dict.fromkeys(family, total))
    towns = {key for key in ballots if _is_a_town(key, ballots[key])}
    plain = {key for key in towns if ballots[key]["City"] >= max(2 * SURE, 3 * ballots[key]["Company"])}
    types = {key: "City" if key in plain else _winner(count) for key, count in pooled.items()}
    types.update({key: agreed for key, others in longer.items() if key not in towns and (agreed := _agreed(types, others))})
    for key, label in list(types.items()):
        if label == "Person" and len(key) > 1 and (key[-1],) in types and not longer[(key[-1],)] and not _is_a_firm(ballots[(key[-1],)]):
            types[(key[-1],)] = "Person"
    return {key: label for key, label in types.items() if label}


def _is_a_firm(count: Counter[str]) -> bool:
    """Whether a name is plainly a firm's, though its head is called so too: "Stannard, a family firm"."""
    return count["Company"] >= 5 and count["Company"] > 2 * count["Person"]


def _families(ballots: dict[Key, Counter[str]]) -> list[list[Key]]:
    """Names that differ in their number alone are of one type: "Stylite 3" and "Stylite 4"."""
    grouped: dict[Key, list[Key]] = defaultdict(list)
    for key in ballots:
        if len(key) > 1 and key[-1].isdigit():
            grouped[key[:-1]].append(key)
    return [keys for keys in grouped.values() if len(keys) > 1]


def _agreed(types: dict[Key, str], others: list[Key]) -> str:
    """The type of the long forms where they have one."""
    labels = {types[other] for other in others}
    return labels.pop() if len(labels) == 1 else ""


def _is_a_town(key: Key, count: Counter[str]) -> bool:
    """Whether a town's name is used as one, though a firm is called after it: "in Miskolc" beside "Miskolc Glass Kft"."""
    return " ".join(key) in city_countries() and count["City"] >= SURE and count["City"] > count["Company"]


def _long_forms(key: Key, ballots: dict[Key, Counter[str]]) -> list[Key]:
    """The longer names that begin with this one."""
    folded = tuple(word.casefold() for word in key)
    return [other for other in ballots if len(other) > len(key) and tuple(word.casefold() for word in other[: len(key)]) == folded]


def _with_short_forms(types: dict[Key, str]) -> dict[Key, str]:
    """The types of the names and of what a document calls them for short: a firm's first words, a person's last one."""
    more: dict[Key, set[str]] = defaultdict(set)
    for key, label in types.items():
        if label in ("Company", "ResearchOrg", "Chip", "AIModel", "Product") and len(key) > 1 and _is_distinct(key[0]):
            for length in range(1, len(key)):
                more[key[:length]].add(label)
        elif label == "Person" and len(key) > 1:
            more[_surname(key)].add(label)
    return {**{key: min(labels) for key, labels in more.items() if len(labels) == 1 and key[-1] not in ("&", "-", ",", "of")}, **types}


def _abbreviations(doc: Doc, spans: list[tuple[int, int]], types: dict[Key, str], known: dict[int, Found]) -> dict[Key, str]:
    """The type of a name for what stands in brackets behind it in capitals: "the Export Control Joint Unit (ECJU)"."""
    labels = {end: types.get(_key(doc, start, end), "") for start, end in spans} | {one.end: one.label for one in known.values()}
    return {
        _key(doc, start, end): label
        for start, end in spans
        if end - start == 1 and doc[start].text.isupper() and (label := labels.get(start - 1)) and _in_brackets(doc, start)
    }


def _in_brackets(doc: Doc, position: int) -> bool:
    return doc[position - 1].text == "(" and position + 1 < len(doc) and doc[position + 1].text == ")"


def _surname(key: Key) -> Key:
    """The last word of a person's name, or both of a joined one: "Kwan-Baptista"."""
    return key[-3:] if len(key) > 3 and key[-2] == "-" else key[-1:]


def _is_distinct(word: str) -> bool:
    """Whether a firm may be called by this first word alone."""
    return len(word) > 2 and word.casefold() not in GENERIC_FIRST and word[0].isalnum() and any(letter.isupper() for letter in word)


def _winner(count: Counter[str]) -> str:
    best = min(count, key=lambda label: (-count[label], _ORDER.index(label) if label in _ORDER else 99))
    return best if count[best] >= LEAST else ""


def _short_terms(doc: Doc, reading: Reading) -> list[Found]:
    """ "the Commission" after "European Commission", "the Order" after "Order on Thin-Film Equipment": the last one that holds the word."""
    named = sorted((one for one in reading.mentions if one.label in ("GovBody", "Policy", "Facility")), key=lambda one: one.start)
    known = known_at(doc)
    added = []
    for token in doc:
        if (
            token.i in known
            or token.lower_ not in TERMS
            or not token.text[0].isupper()
            or not token.i
            or doc[token.i - 1].lower_ not in ("the", '"')
        ):
            continue
        holding = [one for one in named if one.end <= token.i and token.lower_ in {word.lower_ for word in doc[one.start : one.end]}]
        if not holding and token.lower_ == "company":
            holding = [one for one in reading.mentions if one.label == "Company" and one.end <= token.i][:1]
        if holding:
            last = holding[-1]
            name = last.name or doc[last.start : last.end].text
            added.append(Found(token.i, token.i + 1, last.label, "model", entity=last.entity, name=name))
    return added


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
