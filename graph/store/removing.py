"""Taking articles out without a trace, and emptying the store."""

import time
from collections.abc import Sequence
from functools import partial

from graph.schema import RECORDS
from graph.store import edges, entities, stories
from graph.store.connection import Connection, Transaction, batched, rows
from graph.store.rows import pair
from graph.store.writing import BUMP

CHOSEN = """
MATCH (a:Article)
WHERE a.id IN $ids OR a.source_kind = $source_kind
RETURN a.id AS id
ORDER BY id
"""

NAMED = """
UNWIND $ids AS id
MATCH (:Article {id: id})-[:DECLARES]->(e:Entity)
RETURN DISTINCT e.id AS id
UNION
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:FROM]-(:Statement)-[:SUBJECT|OBJECT]->(e:Entity)
RETURN DISTINCT e.id AS id
"""

STATED = """
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:FROM]-(s:Statement)
RETURN DISTINCT s.type AS type, s.subject AS subject, s.object AS object
"""

DROP_JUDGEMENTS = """
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:FROM]-(:Statement)<-[:JUDGES]-(j:Judgement)
DETACH DELETE j
"""

DROP_STATEMENTS = """
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:FROM]-(s:Statement)
WITH s LIMIT 200
DETACH DELETE s
RETURN count(*) AS gone
"""
"""A few at a time: see `_next`."""

DROP_ARTICLES = """
UNWIND $ids AS id
MATCH (a:Article {id: id})
DETACH DELETE a
"""

SWEEP = """
MATCH (n:%s)
WITH n LIMIT $most
DETACH DELETE n
RETURN count(*) AS gone
"""
"""In batches: one delete over a large graph exceeds a server's transaction memory."""
LEAST_BATCH, MOST_BATCH = 100, 5000


def remove(connection: Connection, source_kind: str | None, ids: Sequence[str]) -> int:
    """Take out the articles of `source_kind` and those with `ids`; how many there were. A hundred a transaction."""
    chosen = connection.read(lambda tx: rows(tx, CHOSEN, {"ids": list(ids), "source_kind": source_kind}))
    for batch in batched([row["id"] for row in chosen], 100):
        connection.write(partial(_remove, ids=batch))
    return len(chosen)


def wipe(connection: Connection) -> None:
    """Delete every node that carries one of our labels, and nothing else."""
    for label in RECORDS:
        most, gone = LEAST_BATCH, True
        while gone:
            started = time.monotonic()
            gone = connection.write(partial(rows, query=SWEEP % label, parameters={"most": most}))[0]["gone"]
            most = _next(most, time.monotonic() - started)


def _next(most: int, seconds: float) -> int:
    """The next batch: the embedded engine needs long for each relationship of a node that has many, and ends a statement after a minute."""
    return min(most * 2, MOST_BATCH) if seconds < 1 else max(most // 2, LEAST_BATCH) if seconds > 5 else most


def _remove(tx: Transaction, ids: list[str]) -> None:
    rows(tx, BUMP)
    named = [row["id"] for row in rows(tx, NAMED, {"ids": ids})]
    stated = {pair(row["type"], row["subject"], row["object"]) for row in rows(tx, STATED, {"ids": ids})}
    together = stories.members(tx, ids) - set(ids)
    rows(tx, DROP_JUDGEMENTS, {"ids": ids})
    while rows(tx, DROP_STATEMENTS, {"ids": ids})[0]["gone"]:
        pass
    rows(tx, DROP_ARTICLES, {"ids": ids})
    edges.recompute(tx, stated | stories.recompute(tx, together))
    entities.recompute(tx, named)
