"""Store: what the rest of the product sees of the graph database."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from graph.assemble import Edge
from graph.errors import SchemaTooNew, StoreError
from graph.evidence import Article, Entity, Evidence, Extraction, Judgement, Mention, Verdict
from graph.schema import SCHEMA_VERSION, bootstrap, shapes
from graph.settings import now
from graph.store import dumping, judging, naming, reading, removing, stories, writing
from graph.store.connection import READ_SECONDS, WRITE_SECONDS, Connection, rows, rows_read
from graph.store.models import ArticleRow, EngineName, StoreStatus, WriteResult

BIRTH = """
MERGE (m:Meta {id: 'lithograph'})
ON CREATE SET m.version = $version, m.schema_version = $schema_version
"""

BROUGHT_UP = """
MATCH (m:Meta {id: 'lithograph'})
SET m.schema_version = $schema_version
"""


class Store:
    """A graph of articles, statements, entities, the edges between them, and what an analyst says of the statements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        try:
            self._prepare()
        except BaseException:
            connection.close()
            raise

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def engine(self) -> EngineName:
        """`embedded` or `neo4j`."""
        return self._connection.engine

    def close(self) -> None:
        """Close the connections; an embedded engine goes on for other processes and stops when nobody uses it."""
        self._connection.close()

    def version(self) -> int:
        """A number that grows with every write: results are cached under it."""
        return int((self._connection.read(reading.meta) or {"version": 0})["version"])

    def versions(self) -> tuple[int, int]:
        """The version, and the one since which judgements alone were written: all else may be cached under that."""
        return self._connection.read(reading.versions)

    def status(self) -> StoreStatus:
        """Where the graph is and how much is in it."""
        found = (self._connection.read(reading.meta) or {}) | self._connection.read(reading.counts)
        return StoreStatus(engine=self.engine, address=self._connection.address, running=True, size=self._size(), **found)

    def write(self, extraction: Extraction, *, progress: Callable[[int, int], None] | None = None) -> WriteResult:
        """Write all that was read from one article, and the edges that follow: whole or not at all.

        An article that the same extractor has read before changes nothing. Read by another extractor, its earlier
        statements are marked `superseded_by` and no longer count. `progress` is told (statements and pairs done, in all).

        Raises
        ------
        StoreError
            If the extraction refers to an entity it does not list."""
        recorded_at = now().isoformat(timespec="seconds")
        seconds = WRITE_SECONDS + (len(extraction.statements) + len(extraction.mentions)) / 50
        return self._connection.write(lambda tx: writing.write(tx, extraction, recorded_at, progress), timeout=seconds)

    def remove_articles(self, *, source_kind: str | None = None, ids: Sequence[str] = ()) -> int:
        """Take articles out with all that rests on them alone; how many there were."""
        return removing.remove(self._connection, source_kind, ids)

    def judge(self, statement: str, verdict: Verdict, note: str | None = None) -> Judgement:
        """Say that a statement reads its sentence right (`confirm`) or wrong (`reject`), in place of an earlier judgement.

        Raises
        ------
        StoreError
            If no statement that stands has this id."""
        judged_at = now().isoformat(timespec="seconds")
        return self._connection.write(lambda tx: judging.put(tx, statement, verdict, note, judged_at))

    def withdraw(self, statement: str) -> bool:
        """Take the judgement on a statement back: the graph is as it was without. Whether there was one."""
        return self._connection.write(lambda tx: judging.drop(tx, statement))

    def judgements(self) -> Sequence[Judgement]:
        """Every judgement, by statement."""
        return self._connection.read(judging.every)

    def read(self, query: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = READ_SECONDS) -> list[dict[str, Any]]:
        """The rows of a reading query, with plain values. Values go in as `parameters`, never into the text."""
        return self._connection.read(lambda tx: rows_read(tx, query, parameters), timeout=timeout)

    def entities(self) -> list[Entity]:
        """Every entity, by id."""
        return self._connection.read(reading.entities)

    def known(self) -> tuple[Entity, ...]:
        """The entities known well enough to be recognised in the next article, with the names that they alone bear."""
        return self._connection.read(naming.known)

    def entity(self, id: str) -> Entity | None:
        """The entity with this id, or None."""
        return self._connection.read(lambda tx: reading.entity(tx, id))

    def search(self, text: str, limit: int = 10) -> list[Entity]:
        """Entities called `text` (any case, any alias) first, then those with its words in a name."""
        return self._connection.read(lambda tx: reading.search(tx, text, limit))

    def edges(self) -> list[Edge]:
        """Every edge between entities, as of now, by id."""
        return self._connection.read(reading.edges)

    def evidence(self, ids: Sequence[str] | None = None) -> list[Evidence]:
        """Statements with the kind and origin of their articles: those with these ids, or all that stand."""
        return self._connection.read(lambda tx: reading.evidence(tx, ids))

    def statements(self, ids: Sequence[str]) -> list[Evidence]:
        """The same as `evidence(ids)`: a statement is never shown without its source."""
        return self.evidence(ids)

    def articles(self) -> list[ArticleRow]:
        """Every article without its text, by id."""
        return self._connection.read(reading.articles)

    def article(self, id: str) -> Article:
        """The article with this id, with its text.

        Raises
        ------
        StoreError
            If there is none."""
        return self._connection.read(lambda tx: reading.article(tx, id))

    def mentions(self, article: str) -> list[Mention]:
        """Every stretch of the article's text that names an entity or refers to one, in the order of the text."""
        return self._connection.read(lambda tx: reading.mentions(tx, article))

    def dump(self) -> Iterator[dict[str, Any]]:
        """Every node and edge, sorted, without wall-clock fields: equal dumps mean equal graphs, on either engine."""
        return self._connection.read(dumping.dump)

    def restore(self, lines: Iterable[Mapping[str, Any]], *, replace: bool = False) -> int:
        """Fill an empty store with the lines of a dump; how many there were. With `replace`, what it held goes first.

        Raises
        ------
        StoreError
            If the store is not empty, or a line is not one of a dump; then nothing has changed."""
        if self.status().articles and not replace:
            raise StoreError("the store is not empty; wipe it first, or restore with --yes to replace what it holds")
        return dumping.restore(self._connection, lines, self.wipe if replace else lambda: None)

    def wipe(self) -> None:
        """Delete everything of ours, and nothing else that a shared server may hold."""
        after = self.version() + 1
        removing.wipe(self._connection)
        self._be_born(after)

    def _prepare(self) -> None:
        """Constraints, indexes and the Meta node, where they are not there yet or an earlier version made them."""
        found = self._connection.read(reading.meta)
        if found and found["schema_version"] > SCHEMA_VERSION:
            raise SchemaTooNew(
                f"the graph at {self._connection.address} was written by a newer version of Lithograph "
                f"(schema {found['schema_version']}, this one knows {SCHEMA_VERSION}); upgrade, or use another store"
            )
        if found and found["schema_version"] == SCHEMA_VERSION:
            return
        for statement in (*bootstrap(self.engine), *(shapes() if self.engine == "embedded" else ())):
            self._connection.write(partial(rows, query=statement))
        self._be_born()
        stories.complete(self._connection)
        self._connection.write(lambda tx: rows(tx, BROUGHT_UP, {"schema_version": SCHEMA_VERSION}))

    def _be_born(self, version: int = 0) -> None:
        """A Meta node; after a wipe the version goes on, so that nothing cached under an earlier one is shown."""
        self._connection.write(lambda tx: rows(tx, BIRTH, {"schema_version": SCHEMA_VERSION, "version": version}))

    def _size(self) -> int | None:
        home = self._connection.home
        return sum(map(_bytes, Path(home).rglob("*"))) if home else None


def _bytes(path: Path) -> int:
    """Size of a file; 0 for a folder, and for what the engine has removed meanwhile."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0
