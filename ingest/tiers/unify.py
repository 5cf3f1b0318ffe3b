"""Which entities of several readings of one article are the same: by the words that name them, where no lexicon tells them apart.

Two are one when a name of each stands in the same place, or in overlapping places as the short and the long form of one name.
Nothing is merged because one name contains another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from graph.evidence import Entity, Extraction, Mention
from ingest.linking import fold, short_forms

Pair = tuple[str, str]


def same_entities(readings: Sequence[Extraction]) -> dict[str, str]:
    """The id of an entity -> the id it is to have, for those that change: the lexicon's before a provisional one, then the shorter."""
    held = {one.id: one for reading in readings for one in sorted(reading.entities, key=lambda one: not one.provisional)}
    together = [{one.id for one in reading.entities} for reading in readings]
    pairs = {pair for one, other in combinations(readings, 2) for pair in _pairs(one, other, held)}
    apart = {pair for pair in pairs if any(pair[0] in ids and pair[1] in ids for ids in together)}
    renamed: dict[str, str] = {}
    for group in _groups(_unambiguous(pairs - apart)):
        first, *rest = sorted(group, key=lambda id: (held[id].provisional, len(id), id))
        if all(held[id].provisional for id in rest):
            renamed.update(dict.fromkeys(rest, first))
    return renamed


def _pairs(one: Extraction, other: Extraction, held: dict[str, Entity]) -> Iterator[Pair]:
    """Entities whose names overlap and may be one."""
    covering: dict[int, list[Mention]] = defaultdict(list)
    for mention in _names(other):
        for position in range(mention.start, mention.end):
            covering[position].append(mention)
    for mine in _names(one):
        for its in {found for position in range(mine.start, mine.end) for found in covering[position]}:
            known = mine.entity in held and its.entity in held
            if known and mine.entity != its.entity and _alike(mine, its, held[mine.entity], held[its.entity]):
                yield (mine.entity, its.entity) if mine.entity < its.entity else (its.entity, mine.entity)


def _names(reading: Extraction) -> list[Mention]:
    return [one for one in reading.mentions if one.kind == "name"]


def _alike(mine: Mention, its: Mention, one: Entity, other: Entity) -> bool:
    if one.type != other.type or not (one.provisional or other.provisional):
        return False
    if (mine.start, mine.end) == (its.start, its.end):
        return True
    short, long = sorted((fold(mine.text), fold(its.text)), key=len)
    return short == long or short in short_forms(long, one.type)


def _unambiguous(pairs: set[Pair]) -> set[Pair]:
    """Without entities that could be two others of which one reading or the lexicon knows as different."""
    partners: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        partners[first].add(second)
        partners[second].add(first)
    return {(first, second) for first, second in pairs if _agree(partners, first, second) and _agree(partners, second, first)}


def _agree(partners: dict[str, set[str]], first: str, second: str) -> bool:
    """Whether every other partner of `first` is `second`'s partner too."""
    return all(other in partners[second] for other in partners[first] - {second})


def _groups(pairs: set[Pair]) -> list[set[str]]:
    """The pairs joined into groups."""
    groups: list[set[str]] = []
    for pair in sorted(pairs):
        touching = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group.isdisjoint(pair)] + [set(pair).union(*touching)]
    return groups
