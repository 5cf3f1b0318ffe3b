"""A connection to one graph server: transactions, another try where writers clash, another start of an embedded engine."""

import logging
import random
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions

from graph.errors import StoreError
from graph.store import bolt, embedded, processes
from graph.store.models import EngineName

log = logging.getLogger(__name__)
T = TypeVar("T")
Transaction = neo4j.ManagedTransaction
Row = dict[str, Any]

READ_SECONDS = 60.0
WRITE_SECONDS = 120.0
CLASH_SECONDS = 30.0
"""How long a transaction is tried again while others write the same things."""
TURN_SECONDS = 180.0
"""How long a writer waits for the others."""


class Connection:
    """One driver, and what it takes to make another when an embedded engine has gone away."""

    def __init__(self, engine: EngineName, uri: str, auth: tuple[str, str], database: str, home: Path | None = None) -> None:
        self.engine, self.address, self.database, self.home = engine, bolt.shown(uri), database, home
        with bolt.translated(self.address):
            self._driver = bolt.driver(uri, auth)

    @classmethod
    def embedded(cls, home: Path) -> "Connection":
        """To the engine that serves `home`, started if need be."""
        engine = embedded.ensure(home)
        return cls("embedded", engine.uri, (embedded.USER, engine.password), bolt.DATABASE, home)

    def close(self) -> None:
        """Close the driver; the server goes on."""
        self._driver.close()

    def read(self, work: Callable[[Transaction], T], *, timeout: float = READ_SECONDS) -> T:
        """`work` in a reading transaction."""
        return self._patiently(work, neo4j.READ_ACCESS, timeout)

    def write(self, work: Callable[[Transaction], T], *, timeout: float = WRITE_SECONDS) -> T:
        """`work` in a writing transaction: whole or not at all, tried again when another writer was faster.

        The embedded engine's writers take turns: two that meet there can fail in ways that do not tell so."""
        with processes.locked(self.home / "writing.lock", TURN_SECONDS, pause=0.005) if self.home else nullcontext():
            return self._patiently(work, neo4j.WRITE_ACCESS, timeout)

    def _patiently(self, work: Callable[[Transaction], T], access: str, timeout: float) -> T:
        end, pause = time.monotonic() + CLASH_SECONDS, 0.01
        while True:
            try:
                return self._run(work, access, timeout, clash_is_error=time.monotonic() > end)
            except Clash:
                time.sleep(pause * (0.5 + random.random()))
                pause = min(pause * 2, 0.5)

    def _run(self, work: Callable[[Transaction], T], access: str, timeout: float, *, clash_is_error: bool) -> T:
        try:
            with bolt.translated(self.address):
                return self._once(work, access, timeout, clash_is_error)
        except StoreError:
            if self.home is None or _serves(self.home):
                raise
            self._restart(self.home)
        with bolt.translated(self.address):
            return self._once(work, access, timeout, clash_is_error)

    def _once(self, work: Callable[[Transaction], T], access: str, timeout: float, clash_is_error: bool) -> T:
        unit = neo4j.unit_of_work(timeout=timeout)(work)
        with self._driver.session(database=self.database, default_access_mode=access) as session:
            try:
                return session.execute_read(unit) if access == neo4j.READ_ACCESS else session.execute_write(unit)
            except exceptions.Neo4jError as error:
                if clash_is_error or not bolt.clashes(error):
                    raise
                raise Clash from error

    def _restart(self, home: Path) -> None:
        log.warning("the embedded graph engine of %s went away; starting it again", home)
        self._driver.close()
        engine = embedded.ensure(home)
        self.address = engine.uri
        self._driver = bolt.driver(engine.uri, (embedded.USER, engine.password))


def _serves(home: Path) -> bool:
    """Whether the engine of `home` answers: on its way down one refuses passwords and queries in words of every kind."""
    engine = embedded.recorded(home)
    return engine is not None and engine.answers()


class Clash(Exception):
    """Another writer changed the same thing first."""


def rows(tx: Transaction, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
    """The rows of `query` with plain values. Its text comes from this package or a saved file, never from data."""
    return _fetched(tx.run(query, dict(parameters or {})))


def rows_read(tx: Transaction, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
    """The same of a query that may only read: the embedded engine lets one write in a reading transaction.

    Raises
    ------
    StoreError
        If it would write; the transaction is rolled back with it."""
    result = tx.run(query, dict(parameters or {}))
    found = _fetched(result)
    if result.consume().query_type not in ("r", None):
        raise StoreError("this query would change the graph; only reading is allowed here")
    return found


def _fetched(result: neo4j.Result) -> list[Row]:
    columns = result.keys()
    return [{column: bolt.plain(record[column]) for column in columns} for record in result]


def batched(items: Iterable[T], size: int = 1000) -> Iterable[list[T]]:
    """`items` in lists of at most `size`."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
