"""The canonical dump: every node and edge, sorted, without wall-clock fields. It is also the backup."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaTooNew, StoreError
from graph.ontology import EDGE_BY_TYPE, NODE_BY_LABEL
from graph.schema import LINKS, SCHEMA_VERSION
from graph.settings import now
from graph.store import stories
from graph.store.connection import Connection, Transaction, batched, rows
from graph.store.rows import WALL_CLOCK, Row
from graph.store.writing import BUMP

NODES = """
MATCH (n:%s)
RETURN properties(n) AS properties
"""

EDGES = """
MATCH (a:%s)-[r]->(b)
RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties
"""

PUT_NODES = """
UNWIND $rows AS row
MERGE (n:%s {id: row.id})
SET n = row
"""

PUT_EDGES = """
UNWIND $rows AS row
MATCH (a:%s {id: row.source})
MATCH (b:%s {id: row.target})
CREATE (a)-[r:%s]->(b)
SET r = row.properties
"""

ENDS = {
    "DECLARES": ("Article", "Entity"),
    "MENTIONS": ("Article", "Entity"),
    "SUBJECT": ("Statement", "Entity"),
    "OBJECT": ("Statement", "Entity"),
    "FROM": ("Statement", "Article"),
    "JUDGES": ("Judgement", "Statement"),
}
LABELS = ("Entity", "Article", "Statement", "Judgement")


class Line(BaseModel):
    """One line of a dump: the header, a node or an edge."""

    model_config = ConfigDict(extra="forbid")

    kind: str
    schema_version: int | None = None
    label: str = ""
    type: str = ""
    source: str = ""
    target: str = ""
    properties: dict[str, Any] = {}


def dump(tx: Transaction) -> Iterator[dict[str, Any]]:
    """The header, then nodes, then edges. Read whole in one transaction, so that it is one moment's graph."""
    lines: list[dict[str, Any]] = []
    for label in LABELS:
        found = [_lasting(row["properties"]) for row in rows(tx, NODES % label)]
        lines += [
            {"kind": "node", "label": one["type"] if label == "Entity" else label, "properties": one}
            for one in sorted(found, key=lambda one: str(one["id"]))
        ]
    edges = [row for label in LABELS for row in rows(tx, EDGES % label)]
    lines += [{"kind": "edge", **row, "properties": _lasting(row["properties"])} for row in sorted(edges, key=_edge_order)]
    return iter([{"kind": "lithograph", "schema_version": SCHEMA_VERSION}, *lines])


def restore(connection: Connection, lines: Iterable[Mapping[str, Any]], before: Callable[[], None]) -> int:
    """Write the lines of a dump. All are read and checked first, then `before` makes room for them.

    Raises
    ------
    StoreError, SchemaTooNew
        Naming the line that does not fit."""
    nodes: dict[str, list[Row]] = defaultdict(list)
    edges: dict[str, list[Row]] = defaultdict(list)
    clock = dict.fromkeys(WALL_CLOCK, now().isoformat(timespec="seconds"))
    count = 0
    for count, raw in enumerate(lines, start=1):
        line = _checked(count, raw)
        if line.kind == "node":
            nodes[line.label].append(line.properties | _clock(line.label, clock))
        elif line.kind == "edge":
            edges[line.type].append({"source": line.source, "target": line.target, "properties": line.properties})
    if not count:
        raise StoreError("this is no Lithograph dump: there is nothing in it")
    before()
    for label, found in nodes.items():
        query = PUT_NODES % (f"Entity:{label}" if label in NODE_BY_LABEL else label)
        _put(connection, query, found)
    for type, found in edges.items():
        _put(connection, PUT_EDGES % (*ENDS.get(type, ("Entity", "Entity")), type), found)
    stories.complete(connection)
    connection.write(lambda tx: rows(tx, BUMP))
    return count


def _put(connection: Connection, query: str, found: list[Row]) -> None:
    for batch in batched(found):
        connection.write(partial(rows, query=query, parameters={"rows": batch}))


def _checked(number: int, raw: Mapping[str, Any]) -> Line:
    try:
        line = Line.model_validate(raw)
    except ValidationError as error:
        raise StoreError(f"line {number} is not one of a Lithograph dump: {error.errors()[0]['msg']}") from error
    if number == 1 and line.kind != "lithograph":
        raise StoreError("this is no Lithograph dump: its first line does not say so")
    if (line.schema_version or 0) > SCHEMA_VERSION:
        raise SchemaTooNew(f"the dump has schema {line.schema_version}, this version of Lithograph knows {SCHEMA_VERSION}; upgrade first")
    known_node = line.kind == "node" and (line.label in NODE_BY_LABEL or line.label in LABELS[1:]) and "id" in line.properties
    known_edge = line.kind == "edge" and (line.type in EDGE_BY_TYPE or line.type in LINKS)
    if number > 1 and not (known_node or known_edge):
        raise StoreError(f"line {number} is no node or edge that the ontology knows")
    return line


def _clock(label: str, clock: Mapping[str, str]) -> Row:
    """The wall-clock fields a restored node needs: this moment."""
    field = {"Article": "fetched_at", "Statement": "recorded_at", "Judgement": "judged_at"}.get(label)
    return {field: clock[field]} if field else {}


def _lasting(properties: Mapping[str, Any]) -> Row:
    return {name: properties[name] for name in sorted(properties) if name not in WALL_CLOCK}


def _edge_order(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["type"], row["source"], row["target"], json.dumps(row["properties"], sort_keys=True)
