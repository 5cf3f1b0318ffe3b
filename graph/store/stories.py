"""Stories: articles that copy, correct or update one another share an origin, computed anew around every article that changes."""

from collections.abc import Iterable

from graph.documents import BANDS, Document, Story, linked, stories
from graph.store import edges
from graph.store.connection import Connection, Transaction, batched, rows
from graph.store.rows import Pair, Row, pair, signed

FIELDS = "{.id, .text_origin, .signature, .url, .revises, .known_at}"

DOCUMENTS = f"""
UNWIND $ids AS id
MATCH (a:Article {{id: id}})
RETURN a {FIELDS} AS document
"""

NEAR = "\nUNION\n".join(
    f"UNWIND $ids AS id\nMATCH (one:Article {{id: id}})\nMATCH (a:Article {{{name}: one.{name}}})\nRETURN a {FIELDS} AS document"
    for name in ("text_origin", "url", *(f"band_{number}" for number in range(BANDS)))
)
"""Every article that may be linked to one of these: one look-up in an index for each way to be."""

OF_ORIGINS = """
UNWIND $ids AS id
MATCH (one:Article {id: id})
MATCH (a:Article {origin: one.origin})
RETURN DISTINCT a.id AS id
"""

STORED = """
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.origin AS origin, a.revised_by AS revised_by, a.revision AS revision, a.revised_at AS revised_at
"""

PUT = """
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.origin = row.origin, a.revised_by = row.revised_by, a.revision = row.revision, a.revised_at = row.revised_at
"""

STATED = """
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:FROM]-(s:Statement)
RETURN DISTINCT s.type AS type, s.subject AS subject, s.object AS object
"""

UNSIGNED = """
MATCH (a:Article)
WHERE a.text_origin IS NULL
RETURN a.id AS id, a.text AS text, a.origin AS origin
LIMIT 100
"""

SIGN = """
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a += row.props
"""


def members(tx: Transaction, articles: Iterable[str]) -> set[str]:
    """The articles that share a story with any of `articles` as it is stored now."""
    return {row["id"] for row in rows(tx, OF_ORIGINS, {"ids": sorted(set(articles))})}


def recompute(tx: Transaction, articles: Iterable[str]) -> set[Pair]:
    """Group the stories around `articles` anew; the pairs whose edges may change with that."""
    around = _closed(tx, articles)
    stored = {row.pop("id"): row for row in rows(tx, STORED, {"ids": sorted(around)})}
    found = stories(sorted(around.values(), key=lambda one: one.id))
    changed = {id: story for id, story in found.items() if story != Story(**stored[id])}
    rows(tx, PUT, {"rows": [{"id": id, **story.model_dump()} for id, story in sorted(changed.items())]})
    return {pair(row["type"], row["subject"], row["object"]) for row in rows(tx, STATED, {"ids": sorted(changed)})}


def complete(connection: Connection) -> None:
    """Sign the articles that an earlier version wrote, and group their stories."""

    def sign(tx: Transaction) -> list[str]:
        found = rows(tx, UNSIGNED)
        made: list[Row] = [{"id": row["id"], "props": signed(row["text"], row["origin"])} for row in found]
        rows(tx, SIGN, {"rows": made})
        return [row["id"] for row in found]

    while signed_now := connection.write(sign):
        for batch in batched(signed_now, 20):
            connection.write(lambda tx, ids=batch: _regroup(tx, ids))  # type: ignore[misc]


def _regroup(tx: Transaction, ids: list[str]) -> None:
    edges.recompute(tx, recompute(tx, ids))


def _closed(tx: Transaction, articles: Iterable[str]) -> dict[str, Document]:
    """`articles` with everything that is linked to them, over any number of steps."""
    found = {one.id: one for one in _read(tx, DOCUMENTS, articles)}
    fresh = list(found.values())
    while fresh:
        near = [one for one in _read(tx, NEAR, (one.id for one in fresh)) if one.id not in found]
        fresh = list({one.id: one for one in near if any(linked(one, other) for other in fresh)}.values())
        found |= {one.id: one for one in fresh}
    return found


def _read(tx: Transaction, query: str, ids: Iterable[str]) -> list[Document]:
    return [Document(**row["document"]) for row in rows(tx, query, {"ids": sorted(set(ids))})]
