"""Two readings of a sentence, on two parses of it: the one that relates more is kept, so that figures are bound on the same parse."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc

from ingest.reading import Relation, reading_of
from ingest.reparse import Stretch, parse_of, reparsed, set_parse, stretches

Read = Callable[[Doc], list[Relation]]


def twice(nlp: Language, doc: Doc, read: Read) -> list[Relation]:
    """The relations of the Doc, which is left with the parse that they were read on."""
    first = read(doc)
    parts = list(stretches(doc))
    chosen = [part for part in parts if _is_open(doc, part, first)]
    if not chosen:
        return first
    held = parse_of(doc)
    parse = reparsed(nlp, doc, chosen)
    set_parse(doc, parse)
    second = read(doc)
    before, after = _by_part(parts, first), _by_part(parts, second)
    better = {part for part in chosen if _pairs(after[part]) > _pairs(before[part])}
    for start, end in better:
        held[start:end] = parse[start:end]
    set_parse(doc, held)
    return [one for part in parts for one in (after if part in better else before)[part]]


def _is_open(doc: Doc, part: Stretch, relations: list[Relation]) -> bool:
    """Whether a name stands in it, beside others, that no relation has found."""
    inside = [one for one in reading_of(doc).mentions if part[0] <= one.start < part[1] and one.entity]
    related = {end.start for one in relations for end in (one.head, one.tail)}
    names = [one for one in inside if one.kind == "name"]
    return len({one.entity for one in inside}) > 1 and any(one.start not in related for one in inside) and bool(names)


def _by_part(parts: Iterable[Stretch], relations: list[Relation]) -> dict[Stretch, list[Relation]]:
    found: dict[Stretch, list[Relation]] = defaultdict(list)
    for one in relations:
        found[next(part for part in parts if part[0] <= one.trigger < part[1])].append(one)
    return found


def _pairs(relations: list[Relation]) -> int:
    return len({(one.type, one.head.entity, one.tail.entity) for one in relations})
