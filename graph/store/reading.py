"""Reading the graph back as models."""

import re
from collections.abc import Sequence
from typing import Any

from graph.assemble import Edge
from graph.errors import StoreError
from graph.evidence import Article, Entity, Evidence, Mention
from graph.schema import LINKS, NAMES_INDEX
from graph.store.connection import Transaction, rows
from graph.store.models import ArticleRow
from graph.store.rows import article_of, edge_of, entity_of, evidence_of

META = """
MATCH (m:Meta {id: 'lithograph'})
RETURN m.version AS version, m.schema_version AS schema_version
"""

VERSIONS = """
MATCH (m:Meta {id: 'lithograph'})
RETURN m.version AS version, coalesce(m.said_at, m.version) AS said_at
"""

COUNTS = """
MATCH (a:Article)
WITH count(a) AS articles
OPTIONAL MATCH (e:Entity)
WITH articles, count(e) AS entities
OPTIONAL MATCH (s:Statement)
RETURN articles, entities, count(s) AS statements
"""

EDGE_COUNT = """
MATCH (:Entity)-[r]->(:Entity)
RETURN count(r) AS edges
"""

ENTITIES = """
MATCH (e:Entity)
RETURN properties(e) AS props
"""

ENTITY = """
MATCH (e:Entity {id: $id})
RETURN properties(e) AS props
"""

EDGES = """
MATCH (a:Entity)-[r]->(b:Entity)
RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS props
"""

EVIDENCE = """
MATCH (s:Statement)-[:FROM]->(a:Article)
WHERE s.superseded_by IS NULL
RETURN properties(s) AS statement, a.origin AS origin, a.source_kind AS source_kind,
       a.revision AS revision, a.revised_at AS revised_at
"""

EVIDENCE_OF = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:FROM]->(a:Article)
RETURN properties(s) AS statement, a.origin AS origin, a.source_kind AS source_kind,
       a.revision AS revision, a.revised_at AS revised_at
"""

MENTIONS = """
MATCH (:Article {id: $id})-[m:MENTIONS]->(e:Entity)
RETURN e.id AS entity, m.start AS start, m.end AS end, m.text AS text, m.kind AS kind
"""

ARTICLES = """
MATCH (a:Article)
RETURN a {.id, .doc_id, .title, .url, .host, .publisher, .published_at, .language, .source_kind, .origin, .extractor,
          .revised_by, .revision, .revised_at} AS props,
       COUNT { MATCH (s:Statement)-[:FROM]->(a) WHERE s.superseded_by IS NULL } AS statements
"""

ARTICLE = """
MATCH (a:Article {id: $id})
RETURN properties(a) AS props
"""

NAMED = """
MATCH (e:Entity)
WHERE e.id = $text OR toLower(e.name) = toLower($text) OR any(alias IN e.aliases WHERE toLower(alias) = toLower($text))
RETURN properties(e) AS props
"""

FULL_TEXT = f"""
CALL db.index.fulltext.queryNodes('{NAMES_INDEX}', $words) YIELD node
RETURN properties(node) AS props
LIMIT 500
"""


def meta(tx: Transaction) -> dict[str, Any] | None:
    """`{version, schema_version}`; None in an empty database."""
    return next(iter(rows(tx, META)), None)


def versions(tx: Transaction) -> tuple[int, int]:
    """The version, and the one since which nothing but judgements has changed; zeros in an empty database."""
    found = rows(tx, VERSIONS) or [{"version": 0, "said_at": 0}]
    return int(found[0]["version"]), int(found[0]["said_at"])


def counts(tx: Transaction) -> dict[str, int]:
    """How many articles, entities, statements and edges there are."""
    found = rows(tx, COUNTS) or [{"articles": 0, "entities": 0, "statements": 0}]
    return found[0] | rows(tx, EDGE_COUNT)[0]


def entities(tx: Transaction) -> list[Entity]:
    """Every entity, by id."""
    return sorted((entity_of(row["props"]) for row in rows(tx, ENTITIES)), key=lambda entity: entity.id)


def entity(tx: Transaction, id: str) -> Entity | None:
    """The entity with this id."""
    return next((entity_of(row["props"]) for row in rows(tx, ENTITY, {"id": id})), None)


def edges(tx: Transaction) -> list[Edge]:
    """Every edge between entities, by id."""
    return sorted((edge_of(row) for row in rows(tx, EDGES) if row["type"] not in LINKS), key=lambda edge: edge.id)


def evidence(tx: Transaction, ids: Sequence[str] | None) -> list[Evidence]:
    """The statements with these ids, superseded or not; without ids all that stand. By id."""
    found = rows(tx, EVIDENCE) if ids is None else rows(tx, EVIDENCE_OF, {"ids": sorted(set(ids))})
    return sorted((evidence_of(row) for row in found), key=lambda item: item.statement.id)


def articles(tx: Transaction) -> list[ArticleRow]:
    """Every article without its text, by id."""
    found = (ArticleRow(**row["props"], statements=row["statements"]) for row in rows(tx, ARTICLES))
    return sorted(found, key=lambda article: article.id)


def article(tx: Transaction, id: str) -> Article:
    """The article with this id.

    Raises
    ------
    StoreError
        If there is none."""
    found = rows(tx, ARTICLE, {"id": id})
    if not found:
        raise StoreError(f"no article {id!r} in the graph")
    return article_of(found[0]["props"])


def mentions(tx: Transaction, article: str) -> list[Mention]:
    """Every stretch of the article's text that names or refers to an entity, in the order of the text."""
    found = (Mention(**row) for row in rows(tx, MENTIONS, {"id": article}))
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.entity))


def search(tx: Transaction, text: str, limit: int) -> list[Entity]:
    """Entities called `text` first, then those that have its words in a name; equal on both engines, whose scores are not."""
    words = re.findall(r"\w+", text)
    exact = [entity_of(row["props"]) for row in rows(tx, NAMED, {"text": text.strip()})]
    near = rows(tx, FULL_TEXT, {"words": _all_of(words)}) if words else []
    called = {entity.id for entity in exact}
    rest = {row["props"]["id"]: entity_of(row["props"]) for row in near if row["props"]["id"] not in called}
    return [*sorted(exact, key=_order), *sorted(rest.values(), key=_order)][:limit]


def _all_of(words: Sequence[str]) -> str:
    """A full-text query: every word, the last one as a beginning. Words hold no sign that means anything to the index."""
    return " AND ".join([*(f'"{word.lower()}"' for word in words[:-1]), f"{words[-1].lower()}*"])


def _order(entity: Entity) -> tuple[bool, int, str]:
    return entity.provisional, len(entity.name), entity.id
