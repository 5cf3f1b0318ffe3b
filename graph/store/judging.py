"""Judgements: what an analyst says of statements. A node beside the statement; the statement itself is never rewritten."""

from collections.abc import Sequence

from graph.errors import StoreError
from graph.evidence import Judgement, Verdict, judgement_id
from graph.store import edges
from graph.store.connection import Transaction, rows
from graph.store.rows import Pair, judgement_of, pair

BUMP = """
MATCH (m:Meta {id: 'lithograph'})
WITH m, coalesce(m.said_at, m.version) AS said_at
SET m.said_at = said_at
SET m.version = m.version + 1
RETURN m.version AS version
"""
"""A new version in which articles say what they said at `said_at`."""

STATEMENT = """
MATCH (s:Statement {id: $id})
WHERE s.superseded_by IS NULL
RETURN s.type AS type, s.subject AS subject, s.object AS object
"""

PUT = """
MATCH (s:Statement {id: $row.statement})
MERGE (j:Judgement {id: $row.id})
SET j = $row
MERGE (j)-[:JUDGES]->(s)
"""

JUDGED = """
MATCH (:Judgement {id: $id})-[:JUDGES]->(s:Statement)
RETURN s.type AS type, s.subject AS subject, s.object AS object
"""

DROP = """
MATCH (j:Judgement {id: $id})
DETACH DELETE j
"""

ALL = """
MATCH (j:Judgement)
RETURN properties(j) AS props
"""


def put(tx: Transaction, statement: str, verdict: Verdict, note: str | None, judged_at: str) -> Judgement:
    """Write the judgement on `statement` in place of an earlier one, and the edges of its pair anew.

    Raises
    ------
    StoreError
        If no statement that stands has this id."""
    rows(tx, BUMP)
    made = Judgement(id=judgement_id(statement), statement=statement, verdict=verdict, note=note or None, judged_at=judged_at)
    pairs = _pairs(tx, STATEMENT, statement)
    if not pairs:
        raise StoreError(f"no statement {statement!r} stands in the graph; `lithograph query run article_statements` lists their ids")
    rows(tx, PUT, {"row": made.model_dump(exclude_none=True)})
    edges.recompute(tx, pairs)
    return made


def drop(tx: Transaction, statement: str) -> bool:
    """Take the judgement on `statement` back; whether there was one."""
    pairs = _pairs(tx, JUDGED, judgement_id(statement))
    if not pairs:
        return False
    rows(tx, BUMP)
    rows(tx, DROP, {"id": judgement_id(statement)})
    edges.recompute(tx, pairs)
    return True


def every(tx: Transaction) -> Sequence[Judgement]:
    """All judgements, by statement."""
    return sorted((judgement_of(row["props"]) for row in rows(tx, ALL)), key=lambda one: one.statement)


def _pairs(tx: Transaction, query: str, id: str) -> list[Pair]:
    return [pair(row["type"], row["subject"], row["object"]) for row in rows(tx, query, {"id": id})]
