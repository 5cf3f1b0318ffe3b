"""Relationships between entities: the readable cache of what the statements about a pair add up to."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from graph.assemble import Edge, assemble
from graph.errors import StoreError
from graph.ontology import EDGE_BY_TYPE
from graph.store.connection import Transaction, batched, rows
from graph.store.rows import Pair, Row, edge_row, evidence_of, judgement_of, pair_key

EVIDENCE = """
UNWIND $pairs AS pair
MATCH (s:Statement {pair: pair})-[:FROM]->(a:Article)
WHERE s.superseded_by IS NULL
RETURN properties(s) AS statement, a.origin AS origin, a.source_kind AS source_kind,
       a.revision AS revision, a.revised_at AS revised_at
"""

JUDGEMENTS = """
UNWIND $pairs AS pair
MATCH (j:Judgement)-[:JUDGES]->(:Statement {pair: pair})
RETURN properties(j) AS judgement
"""

STORED = """
UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[r:%s]->(:Entity {id: row.target})
RETURN r.id AS id
"""

DROP = """
UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[r:%s]->(:Entity {id: row.target})
WHERE NOT r.id IN $keep
DELETE r
"""

PUT = """
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:%s {id: row.props.id}]->(b)
SET r = row.props
"""


def recompute(tx: Transaction, pairs: Iterable[Pair], done: Callable[[int], None] = lambda more: None) -> int:
    """Assemble the edges of `pairs` from all their statements; how many edges are new. `done` is told how many pairs more are done."""
    new = 0
    for batch in batched(sorted(set(pairs)), 500):
        new += _recompute(tx, batch)
        done(len(batch))
    return new


def _recompute(tx: Transaction, pairs: list[Pair]) -> int:
    keys = {"pairs": [pair_key(pair) for pair in pairs]}
    evidence = [evidence_of(row) for row in rows(tx, EVIDENCE, keys)]
    judgements = [judgement_of(row["judgement"]) for row in rows(tx, JUDGEMENTS, keys)]
    wanted: dict[str, list[Edge]] = defaultdict(list)
    for edge in assemble(evidence, judgements=judgements):
        wanted[edge.type].append(edge)
    ends: dict[str, list[Row]] = defaultdict(list)
    for type, source, target in pairs:
        ends[type].append({"source": source, "target": target})
    return sum(_replace(tx, type, ends[type], wanted[type]) for type in sorted(ends))


def _replace(tx: Transaction, type: str, ends: list[Row], wanted: list[Edge]) -> int:
    if type not in EDGE_BY_TYPE:
        raise StoreError(f"no edge type {type!r} in the ontology")
    stored = {row["id"] for row in rows(tx, STORED % type, {"rows": ends})}
    keep = {edge.id for edge in wanted}
    if stored - keep:
        rows(tx, DROP % type, {"rows": ends, "keep": sorted(keep)})
    if wanted:
        rows(tx, PUT % type, {"rows": [edge_row(edge) for edge in wanted]})
    return len(keep - stored)
