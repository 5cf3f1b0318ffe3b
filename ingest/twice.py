"""Two readings of a sentence, on two parses of it: the one that relates more is kept, so that figures are bound on the same parse."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ingest.homographs import verbs_taken_for_nouns
from ingest.reading import Found, Relation, reading_of
from ingest.reparse import Stretch, is_doubtful, parse_of, reparsed, set_parse, stretches

Read = Callable[[Doc, Sequence[Stretch]], list[Relation]]
"""The relations of a Doc whose triggers stand in these stretches."""

LEAST = 2
"""Names without a relation for which a sentence is parsed again."""
TRADING = ("Company", "ResearchOrg", "Chip", "AIModel", "Product", "Facility")
"""What a second reading finds relations of: of places, persons and authorities alone it found one in seventy."""


def twice(nlp: Language, doc: Doc, read: Read) -> list[Relation]:
    """The relations of the Doc, which is left with the parse that they were read on."""
    parts = list(stretches(doc))
    first = read(doc, parts)
    misread = [position for position, _, _ in verbs_taken_for_nouns(doc)]
    chosen = [part for part in parts if _is_open(doc, part, first, misread)]
    if not chosen:
        return first
    held = parse_of(doc)
    parse = reparsed(nlp, doc, chosen)
    set_parse(doc, parse)
    second = read(doc, chosen)
    before, after = _by_part(parts, first), _by_part(chosen, second)
    better = {part for part in chosen if _pairs(after[part]) > _pairs(before[part])}
    for start, end in better:
        held[start:end] = parse[start:end]
    set_parse(doc, held)
    return [one for part in parts for one in (after if part in better else before)[part]]


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
