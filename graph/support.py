"""Which entities a graph knows well enough for their names to be recognised in the next article. Pure; knows no store."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.evidence import Entity, Model, slug

LEAST_ORIGINS = 2
"""Independent stories that must call what only text knows by one name and one type: a name is seldom misread alike twice."""


class Named(Model):
    """An entity with its names, and what speaks for its being one."""

    entity: Entity
    """Its `aliases` are those that a lexicon or a data set gives."""
    calls: Mapping[str, frozenset[str]] = {}
    """What articles call it -> the origins of those that do."""
    confirmed: bool = False
    """Whether an analyst confirmed a statement about it."""

    @property
    def origins(self) -> frozenset[str]:
        """The independent stories that call it by name."""
        return frozenset[str]().union(*self.calls.values())


def supported(named: Sequence[Named]) -> tuple[Entity, ...]:
    """The entities that count as known, by id, with the names that count and that no other of *all* entities bears.

    Known is what a lexicon or a data set gives, what `LEAST_ORIGINS` stories name, and what one names and an analyst confirmed."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in named:
        for name in (one.entity.name, *one.entity.aliases, *one.calls, _stem(one.entity)):
            bearers[slug(name)].add(one.entity.id)
    alone = {name for name, ids in bearers.items() if len(ids) == 1}
    kept = [one for one in named if _is_known(one) and slug(one.entity.name) in alone and _stem(one.entity) in alone]
    found = (one.entity.model_copy(update={"aliases": tuple(alias for alias in _aliases(one) if slug(alias) in alone)}) for one in kept)
    return tuple(sorted(found, key=lambda entity: entity.id))


def _is_known(one: Named) -> bool:
    return not one.entity.provisional or len(one.origins) >= LEAST_ORIGINS or (one.confirmed and bool(one.origins))


def _aliases(one: Named) -> list[str]:
    """Those given, the name with its legal form, and what `LEAST_ORIGINS` stories call it: a short form may be one article's alone."""
    said = (text for text, origins in one.calls.items() if len(origins) >= LEAST_ORIGINS or slug(text).startswith(_stem(one.entity)))
    return sorted({*one.entity.aliases, *said} - {one.entity.name})


def _stem(entity: Entity) -> str:
    """The folded name that the id carries."""
    return entity.id.partition(":")[2]
