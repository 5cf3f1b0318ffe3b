"""Entity nodes: joined from what each article says of them, so that no order of articles shows in them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.evidence import Entity, Mention
from graph.store.connection import Transaction, batched, rows
from graph.store.rows import Row, entry_of, joined, known_label

STORED = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, properties(e) AS props
"""

PUT = """
UNWIND $rows AS row
MERGE (e:Entity:%s {id: row.id})
SET e = row
"""
"""Both labels at once: a label added to a node later raises a false constraint error on the embedded engine."""

ENTRIES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[d:DECLARES]-(:Article)
RETURN DISTINCT e.id AS id, e.type AS type, d.entry AS entry
"""

SURFACES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS {kind: 'name'}]-(:Article)
RETURN DISTINCT e.id AS id, m.text AS text
"""

SPOKEN_OF = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:SUBJECT|OBJECT]-(:Statement)
RETURN DISTINCT e.id AS id
"""

DROP = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e
"""


def put(tx: Transaction, listed: Sequence[Entity], mentions: Iterable[Mention]) -> int:
    """Add what one article says of the `listed` entities to their nodes; how many nodes are new."""
    surfaces = _surfaces((mention.entity, mention.text) for mention in mentions if mention.kind == "name")
    stored = {row["id"]: row["props"] for row in rows(tx, STORED, {"ids": sorted(one.id for one in listed)})}
    changed = [joined(one.id, one.type, [entry_of(one)], surfaces[one.id], stored.get(one.id)) for one in listed]
    _save(tx, [row for row in changed if row != stored.get(row["id"])])
    return sum(one.id not in stored for one in listed)


def recompute(tx: Transaction, ids: Sequence[str]) -> None:
    """Compute nodes anew from what is left, and drop those that no article speaks of any more."""
    for batch in batched(sorted(set(ids))):
        entries: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows(tx, ENTRIES, {"ids": batch}):
            entries[row["id"], row["type"]].append(row["entry"])
        surfaces = _surfaces((row["id"], row["text"]) for row in rows(tx, SURFACES, {"ids": batch}))
        _save(tx, [joined(id, type, said, surfaces[id]) for (id, type), said in sorted(entries.items())])
        kept = {id for id, _ in entries} | {row["id"] for row in rows(tx, SPOKEN_OF, {"ids": batch})}
        rows(tx, DROP, {"ids": [id for id in batch if id not in kept]})


def _save(tx: Transaction, changed: Iterable[Row]) -> None:
    by_type: dict[str, list[Row]] = defaultdict(list)
    for row in changed:
        by_type[row["type"]].append(row)
    for type, same in sorted(by_type.items()):
        for batch in batched(sorted(same, key=lambda row: str(row["id"]))):
            rows(tx, PUT % known_label(type), {"rows": batch})


def _surfaces(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity, text in names:
        found[entity].add(text)
    return found
