"""What the store hands out beside entities, edges and statements: counts, states, lists of articles."""

from typing import Literal

from graph.evidence import Model, Revision, SourceKind

EngineName = Literal["embedded", "neo4j"]


class WriteResult(Model):
    """What writing one extraction did."""

    article: str
    known: bool = False
    """Whether the article was there already, read by the same extractor: nothing changed."""
    entities: int = 0
    """Nodes that were new."""
    statements: int = 0
    edges: int = 0


class StoreStatus(Model):
    """Where the graph is kept and how much there is. Counts are None where nothing answers."""

    engine: EngineName
    address: str
    running: bool
    articles: int | None = None
    entities: int | None = None
    statements: int | None = None
    edges: int | None = None
    version: int | None = None
    """Grows with every write."""
    schema_version: int | None = None
    size: int | None = None
    """Bytes on disk, where they are ours to count."""


class ArticleRow(Model):
    """An article without its text."""

    id: str
    doc_id: str
    title: str | None = None
    url: str | None = None
    host: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    language: str
    source_kind: SourceKind
    origin: str
    extractor: str
    revised_by: str | None = None
    """Id of the first article that corrects it, else of the first that updates it."""
    revision: Revision | None = None
    """What that one does."""
    revised_at: str | None = None
    """Since when it is known."""
    statements: int
    """How many the latest reading found in it."""
