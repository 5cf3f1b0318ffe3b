"""Several readings of one article -> one. Pure, and the same in whatever order they come.

Agreement on type, ends, polarity and stated time raises confidence by noisy-or, 1 - (1 - a)(1 - b), up to CAP: readers of the
same words err together, so two of them are never as sure as two sources. Disagreement keeps both, each with its extractor.
A reading that denies a fact, and nowhere asserts it, beats the assertion of another for the same pair and date; a date that is
not stated fits any, what is over and what holds are two."""

from collections.abc import Iterable, Sequence

from graph.evidence import Entity, Extraction, Mention, Qualifier, Statement, Value, statement_id
from ingest.tiers.agreement import joined, rank, weighed
from ingest.tiers.unify import same_entities


def merge(readings: Iterable[Extraction]) -> Extraction:
    """The readings of one article as one; its extractor names all of theirs."""
    ordered = sorted(readings, key=lambda one: (rank(one.extractor), one.model_dump_json()))
    article = ordered[0].article
    if any(one.article.id != article.id for one in ordered):
        raise ValueError("only readings of one article can be merged")
    renamed = same_entities(ordered)
    statements = weighed([_renamed(one, renamed, article.text_sha256) for reading in ordered for one in reading.statements])
    return Extraction(
        article=article,
        extractor=joined(one.extractor for one in ordered),
        entities=tuple(_entities(ordered, renamed)),
        mentions=tuple(_mentions(ordered, renamed)),
        values=tuple(_values(ordered)),
        statements=tuple(sorted(statements, key=lambda one: (one.start, one.head, one.tail, one.type, one.id, one.extractor))),
        reduced=any(one.reduced for one in ordered),
    )


def _renamed(statement: Statement, renamed: dict[str, str], text_sha256: str) -> Statement:
    """The statement between the entities as they are called now; its id follows."""
    subject, object = renamed.get(statement.subject, statement.subject), renamed.get(statement.object, statement.object)
    product = renamed.get(statement.product, statement.product) if statement.product else None
    qualifiers = tuple(_requalified(one, renamed) for one in statement.qualifiers)
    if (subject, object, product, qualifiers) == (statement.subject, statement.object, statement.product, statement.qualifiers):
        return statement
    span = (statement.start, statement.end)
    id = statement_id(text_sha256, span, statement.type, subject, object, statement.polarity, product)
    return statement.model_copy(update={"id": id, "subject": subject, "object": object, "product": product, "qualifiers": qualifiers})


def _requalified(qualifier: Qualifier, renamed: dict[str, str]) -> Qualifier:
    return qualifier.model_copy(update={"entity": renamed[qualifier.entity]}) if qualifier.entity in renamed else qualifier


def _entities(readings: Sequence[Extraction], renamed: dict[str, str]) -> list[Entity]:
    """Each once, sorted by id: the lexicon's entry before what only the text tells."""
    found = [one for reading in readings for one in reading.entities if one.id not in renamed]
    held: dict[str, Entity] = {}
    for one in sorted(found, key=lambda one: one.provisional):
        held.setdefault(one.id, one)
    return [held[id] for id in sorted(held)]


def _mentions(readings: Sequence[Extraction], renamed: dict[str, str]) -> list[Mention]:
    held: dict[tuple[int, int, str], Mention] = {}
    for one in (mention for reading in readings for mention in reading.mentions):
        entity = renamed.get(one.entity, one.entity)
        held.setdefault((one.start, one.end, entity), one.model_copy(update={"entity": entity}))
    return [held[key] for key in sorted(held)]


def _values(readings: Sequence[Extraction]) -> list[Value]:
    held: dict[tuple[int, int, str], Value] = {}
    for one in (value for reading in readings for value in reading.values):
        held.setdefault((one.start, one.end, one.type), one)
    return [held[key] for key in sorted(held)]
