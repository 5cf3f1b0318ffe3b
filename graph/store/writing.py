"""Writing an extraction, in one transaction: entities, article, statements, and the edges they add up to."""

from collections.abc import Callable, Iterable, Sequence

from graph.errors import StoreError
from graph.evidence import Entity, Extraction, Statement, label_of
from graph.store import edges, entities, stories
from graph.store.connection import Transaction, batched, rows
from graph.store.models import WriteResult
from graph.store.rows import Pair, Row, article_row, entry_of, known_label, mention_row, pair, pair_of, statement_row

BUMP = """
MATCH (m:Meta {id: 'lithograph'})
SET m.version = m.version + 1
REMOVE m.said_at
RETURN m.version AS version
"""
"""The first thing every writer does: it makes writers wait for one another, so each sees what the last one wrote."""

READ_BY = """
MATCH (a:Article {id: $id})
RETURN a.extractor AS extractor
"""

PUT_ARTICLE = """
MERGE (a:Article {id: $row.id})
SET a = $row
"""

PUT_DECLARES = """
MATCH (a:Article {id: $article})
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
CREATE (a)-[:DECLARES {id: row.id, entry: row.entry}]->(e)
"""
"""Created, as the mentions below, because nothing of this reading is there yet: a MERGE looks at every relationship of the article."""

PUT_MENTIONS = """
MATCH (a:Article {id: $article})
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
CREATE (a)-[m:MENTIONS]->(e)
SET m = row.props
"""
"""Those of an earlier reading are gone by then; a MERGE looks at all the article has so far, and a long one has 150,000."""

PUT_STATEMENTS = """
MATCH (a:Article {id: $article})
UNWIND $rows AS row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
MERGE (s:Statement {id: row.id})
SET s = row
MERGE (s)-[:SUBJECT]->(subject)
MERGE (s)-[:OBJECT]->(object)
MERGE (s)-[:FROM]->(a)
"""

STANDING_STATEMENTS = """
MATCH (s:Statement)-[:FROM]->(a:Article {id: $article})
RETURN s.id AS id, s.type AS type, s.subject AS subject, s.object AS object, s.extractor AS extractor, s.superseded_by AS superseded_by
ORDER BY id
"""

SUPERSEDE = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})
SET s.superseded_by = $extractor
"""

CARRY_OVER = """
UNWIND $ids AS id
MATCH (j:Judgement {statement: id})
MATCH (s:Statement {id: id})
OPTIONAL MATCH (j)-[old:JUDGES]->(:Statement)
DELETE old
CREATE (j)-[:JUDGES]->(s)
"""
"""A judgement names its statement by id, so it goes with the reading that bears the id now."""

FILE_AWAY = """
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.id = row.away
"""

DROP_STATEMENTS = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})
DETACH DELETE s
"""

DROP_READING = """
MATCH (:Article {id: $article})-[r:MENTIONS|DECLARES]->(:Entity)
DELETE r
"""

READING_OF = """
MATCH (:Article {id: $article})-[:DECLARES]->(e:Entity)
RETURN e.id AS id
ORDER BY id
"""


class Steps:
    """How much of a writing is done; told to `progress`."""

    def __init__(self, total: int, progress: Callable[[int, int], None] | None) -> None:
        self.total, self.progress, self.so_far = total, progress, 0

    def done(self, more: int) -> None:
        """Another `more` are done; never told to be more than all."""
        self.so_far = min(self.so_far + more, self.total)
        if self.progress:
            self.progress(self.so_far, self.total)


def write(tx: Transaction, extraction: Extraction, recorded_at: str, progress: Callable[[int, int], None] | None = None) -> WriteResult:
    """Write `extraction` unless the same extractor has read this article before; everything in `tx`."""
    article, extractor = extraction.article.id, extraction.extractor
    before = rows(tx, READ_BY, {"id": article})
    if before and before[0]["extractor"] == extractor:
        return WriteResult(article=article, known=True)
    listed, statements = _checked(extraction)
    rows(tx, BUMP)
    before = rows(tx, READ_BY, {"id": article})
    if before and before[0]["extractor"] == extractor:  # another writer was faster
        return WriteResult(article=article, known=True)
    earlier, touched = _superseded(tx, article, extractor, statements) if before else ([], set())
    together = stories.members(tx, [article]) if before else set()
    new_entities = entities.put(tx, listed, extraction.mentions)
    rows(tx, PUT_ARTICLE, {"row": article_row(extraction)})
    _put_reading(tx, extraction, listed)
    steps = Steps(2 * len(statements), progress)
    for batch in batched(statement_row(statement, recorded_at) for statement in statements):
        rows(tx, PUT_STATEMENTS, {"article": article, "rows": batch})
        steps.done(len(batch))
    if before:
        rows(tx, CARRY_OVER, {"ids": [statement.id for statement in statements]})
    entities.recompute(tx, earlier)
    touched |= stories.recompute(tx, {article, *together})
    made = edges.recompute(tx, touched | {pair_of(statement) for statement in statements}, steps.done)
    steps.done(steps.total)
    return WriteResult(article=article, entities=new_entities, statements=len(statements), edges=made)


def _checked(extraction: Extraction) -> tuple[list[Entity], list[Statement]]:
    """Entities by id and statements by id, each once; every end must be listed.

    Raises
    ------
    StoreError
        Naming what does not fit."""
    listed = {entity.id: entity for entity in extraction.entities}
    for entity in listed.values():
        if known_label(entity.type) != label_of(entity.id):
            raise StoreError(f"the entity {entity.id!r} is said to be of type {entity.type!r}")
    statements = {one.id: one for one in sorted(extraction.statements, key=lambda one: (one.confidence, one.model_dump_json()))}
    ends = ((one.id, end) for one in statements.values() for end in (one.subject, one.object, one.product) if end)
    named = ((f"the mention {mention.text!r}", mention.entity) for mention in extraction.mentions)
    for who, end in (*ends, *named):
        if end not in listed:
            raise StoreError(f"{who} refers to {end!r}, which is not among the entities of {extraction.article.doc_id!r}")
    foreign = next((one.id for one in statements.values() if one.article != extraction.article.id), None)
    if foreign:
        raise StoreError(f"{foreign} belongs to another article than {extraction.article.doc_id!r}")
    return list(listed.values()), sorted(statements.values(), key=lambda one: one.id)


def _put_reading(tx: Transaction, extraction: Extraction, listed: Iterable[Entity]) -> None:
    """Which entities the article names, where, and what was said of them."""
    article = extraction.article.id
    said: list[Row] = [{"entity": one.id, "id": f"{article}/{one.id}", "entry": entry_of(one)} for one in listed]
    for batch in batched(said):
        rows(tx, PUT_DECLARES, {"article": article, "rows": batch})
    mentions = {row["props"]["id"]: row for row in (mention_row(article, mention) for mention in extraction.mentions)}
    for batch in batched(mentions.values()):
        rows(tx, PUT_MENTIONS, {"article": article, "rows": batch})


def _superseded(tx: Transaction, article: str, extractor: str, statements: Sequence[Statement]) -> tuple[list[str], set[Pair]]:
    """Mark the earlier reading of `article`: its entities, to be computed anew, and the pairs it spoke of.

    A statement that is read again takes its id over; the earlier one is kept as `<id>@<its extractor>`."""
    standing = rows(tx, STANDING_STATEMENTS, {"article": article})
    current = [row for row in standing if not row["superseded_by"]]
    rows(tx, SUPERSEDE, {"ids": [row["id"] for row in current], "extractor": extractor})
    again = {statement.id for statement in statements}
    away = [{"id": row["id"], "away": f"{row['id']}@{row['extractor']}"} for row in standing if row["id"] in again]
    rows(tx, DROP_STATEMENTS, {"ids": [row["away"] for row in away]})
    rows(tx, FILE_AWAY, {"rows": away})
    earlier = [str(row["id"]) for row in rows(tx, READING_OF, {"article": article})]
    rows(tx, DROP_READING, {"article": article})
    return earlier, {pair(row["type"], row["subject"], row["object"]) for row in current}
