"""Two readings of a sentence, on two parses of it: the one that relates more is kept, so that figures are bound on the same parse."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ingest.homographs import verbs_taken_for_nouns
from ingest.reading import Found, Relation, reading_of
from ingest.reparse import Parse, Stretch, is_doubtful, parse_of, reparsed, set_parse, stretches

Read = Callable[[Doc, Sequence[Stretch]], list[Relation]]
"""The relations of a Doc whose triggers stand in these stretches."""

LEAST = 2
"""Names without a relation for which a sentence is parsed again."""
TRADING = ("Company", "ResearchOrg", "Chip", "AIModel", "Product", "Facility")
"""What a second reading finds relations of: of places, persons and authorities alone it found one in seventy."""


@dataclass(frozen=True)
class _Reading:
    """What was read of a Doc on the parse that it came with."""

    doc: Doc
    parts: list[Stretch]
    relations: list[Relation]
    chosen: list[Stretch]
    """To be parsed and read again."""


def twice(nlp: Language, docs: Sequence[Doc], read: Read) -> list[list[Relation]]:
    """The relations of each Doc, which is left with the parse that they were read on."""
    firsts = [_once(doc, read) for doc in docs]
    open = [one for one in firsts if one.chosen]
    parses = dict(zip(map(id, open), reparsed(nlp, [(one.doc, one.chosen) for one in open]), strict=True))
    return [_again(one, parses[id(one)], read) if one.chosen else one.relations for one in firsts]


def _once(doc: Doc, read: Read) -> _Reading:
    parts = list(stretches(doc))
    relations = read(doc, parts)
    misread = [position for position, _, _ in verbs_taken_for_nouns(doc)]
    return _Reading(doc, parts, relations, [part for part in parts if _is_open(doc, part, relations, misread)])


def _again(first: _Reading, parse: Parse, read: Read) -> list[Relation]:
    """Of each part what was read on the better parse, which the Doc is given."""
    doc, held = first.doc, parse_of(first.doc)
    set_parse(doc, parse)
    before, after = _by_part(first.parts, first.relations), _by_part(first.chosen, read(doc, first.chosen))
    better = {part for part in first.chosen if _pairs(after[part]) > _pairs(before[part])}
    for start, end in better:
        held[start:end] = parse[start:end]
    set_parse(doc, held)
    return [one for part in first.parts for one in (after if part in better else before)[part]]


def _is_open(doc: Doc, part: Stretch, relations: list[Relation], misread: list[int]) -> bool:
    """Whether names in it are in no relation, and one was taken for another kind of word or no frame has found anything.

    For one name alone a second reading finds a relation once in thirty times, unless the word after it looks like its verb."""
    names = [one for one in reading_of(doc).mentions if part[0] <= one.start < part[1] and one.entity and one.kind == "name"]
    here = [one for one in relations if part[0] <= one.trigger < part[1]]
    related = {end.start for one in here for end in (one.head, one.tail)}
    alone = [one for one in names if one.start not in related]
    if len({one.entity for one in names}) < LEAST or not alone:
        return False
    if any(part[0] <= position < part[1] for position in misread):
        return True
    if not any(one.label in TRADING for one in alone) or (len(alone) < LEAST and not _has_lost_its_verb(doc, alone[0])):
        return False
    return any(is_doubtful(doc, one) for one in names) or not any(map(_is_said, here))


def _has_lost_its_verb(doc: Doc, one: Found) -> bool:
    """ "Mistral competes with": both words may have been taken for an adjective and its noun."""
    word = doc[min(one.end, len(doc) - 1)]
    return is_doubtful(doc, one) and word.is_lower and word.text.endswith("s") and word.pos_ in ("NOUN", "ADJ", "PROPN")


def _is_said(relation: Relation) -> bool:
    """Whether a frame found it, not the shape of a phrase."""
    return not relation.pattern.startswith(("seat.", "struct."))


def _by_part(parts: Iterable[Stretch], relations: list[Relation]) -> dict[Stretch, list[Relation]]:
    found: dict[Stretch, list[Relation]] = defaultdict(list)
    for one in relations:
        part = next((part for part in parts if part[0] <= one.trigger < part[1]), None)
        if part is not None:
            found[part].append(one)
    return found


def _pairs(relations: list[Relation]) -> int:
    return len({(one.type, one.head.entity, one.tail.entity) for one in relations})
