"""What the graph calls its entities, and what speaks for each: the names that the next article is read with."""

from collections import defaultdict

from graph.evidence import Entity
from graph.store.connection import Transaction, rows
from graph.support import Named, supported

ENTITIES = """
MATCH (e:Entity)
RETURN e.id AS id, e.type AS type, e.name AS name, e.lexicon_aliases AS aliases, e.provisional AS provisional
"""

CALLED = """
MATCH (a:Article)-[m:MENTIONS {kind: 'name'}]->(e:Entity)
WHERE a.source_kind <> 'sample'
RETURN DISTINCT e.id AS id, m.text AS text, a.origin AS origin
"""
"""The sample corpus teaches nothing: it is to go out without a trace."""

CONFIRMED = """
MATCH (:Judgement {verdict: 'confirm'})-[:JUDGES]->(s:Statement)
RETURN s.subject AS subject, s.object AS object, s.product AS product
"""


def known(tx: Transaction) -> tuple[Entity, ...]:
    """The entities that count as known, with the names that count (graph/support.py)."""
    calls: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(tx, CALLED):
        calls[row["id"]][row["text"]].add(row["origin"])
    confirmed = {id for row in rows(tx, CONFIRMED) for id in row.values() if id}
    found = [Entity.model_validate({**row, "aliases": tuple(row["aliases"])}) for row in rows(tx, ENTITIES)]
    return supported(
        [
            Named(
                entity=one,
                calls={text: frozenset(origins) for text, origins in calls.get(one.id, {}).items()},
                confirmed=one.id in confirmed,
            )
            for one in found
        ]
    )
