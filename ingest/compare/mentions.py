"""Mentions against mentions: exact span and type, names and values and references each for themselves."""

from collections.abc import Container

from graph.evidence import slug
from ingest.compare.document import Document, Mention
from ingest.compare.tally import Tally, tally

Key = tuple[int, int, str]
REFERENCES = ("nominal", "pronoun")


def names(ours: Document, gold: Document) -> dict[str, Tally]:
    """Type -> tally of the mentions that are names."""
    return _by_type(_keys(ours, gold, ("name",)), _keys(gold, gold, ("name",)))


def values(ours: Document, gold: Document) -> dict[str, Tally]:
    """Type -> tally of amounts, percentages, quantities and dates."""
    return _by_type(_keys(ours, gold, ("value",)), _keys(gold, gold, ("value",)))


def references(ours: Document, gold: Document) -> Tally:
    """Of the nominals and pronouns that stand for an entity in a relation: those returned with their span and type.

    Gold lists no others, so that what is returned beyond them is neither right nor wrong: this is a recall."""
    wanted = _keys(gold, gold, REFERENCES)
    return tally(_keys(ours, gold, REFERENCES) & wanted, wanted)


def unlisted_companies(ours: Document, gold: Document, listed: Container[str]) -> Tally:
    """Of the names of firms none of whose names is in `listed` (folded as `slug` does): those returned, a recall."""
    unknown = {entity for entity, chain in gold.chains.items() if not any(_known(one, listed) for one in chain if one.kind == "name")}
    wanted: set[Key] = {_key(one) for one in gold.mentions if one.entity in unknown and one.type == "COMPANY" and one.kind == "name"}
    return tally(_keys(ours, gold, ("name",)) & wanted, wanted)


def wrong_names(ours: Document, gold: Document) -> tuple[list[Mention], list[Mention]]:
    """(missed, spurious) names and values in the order of the text."""
    kinds = ("name", "value")
    found, wanted = _keys(ours, gold, kinds), _keys(gold, gold, kinds)
    missed = {_key(one): one for one in gold.mentions if one.kind in kinds and _key(one) not in found}
    spurious = {_key(one): one for one in ours.mentions if _key(one) in found - wanted}
    return [missed[key] for key in sorted(missed)], [spurious[key] for key in sorted(spurious)]


def _known(mention: Mention, listed: Container[str]) -> bool:
    return slug(mention.name) in listed or slug(mention.text) in listed


def _keys(ours: Document, gold: Document, kinds: Container[str]) -> set[Key]:
    """The mentions of some kinds. One that gold has too, with another kind, is of gold's kind: what is a name and what
    a description is a convention ("the Arizona plant"), and the span and type are right."""
    kind_of = {_key(one): one.kind for one in gold.mentions}
    return {_key(one) for one in ours.mentions if kind_of.get(_key(one), one.kind) in kinds}


def _key(mention: Mention) -> Key:
    return mention.start, mention.end, mention.type


def _by_type(found: set[Key], wanted: set[Key]) -> dict[str, Tally]:
    types = sorted({key[2] for key in found | wanted})
    return {type: tally({key for key in found if key[2] == type}, {key for key in wanted if key[2] == type}) for type in types}
