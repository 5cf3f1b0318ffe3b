"""Fixtures. Every run has a data folder of its own: no test can reach a user's graph.

`store` is an empty graph on each engine in turn; `embedded_store` on the embedded one alone, for tests that do not care."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, embedded, open_store
from tests import neo4j_server

CI = os.environ.get("CI") == "true"
DATA = Path(os.environ.get("LITHOGRAPH_DATA", "../shared"))
KEPT = ("LITHOGRAPH_DATA", "LITHOGRAPH_TEST_NEO4J_URI", "LITHOGRAPH_TEST_NEO4J_PASSWORD")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes test: one of them has the Neo4j server and all its tests; the other tests go file by file."""
    for item in items:
        served = {"neo4j_uri", "neo4j_store", "opened_neo4j"} & set(getattr(item, "fixturenames", ()))
        chosen = getattr(item, "callspec", None)
        served = served or (chosen is not None and "neo4j" in map(str, chosen.params.values()))
        item.add_marker(pytest.mark.xdist_group("neo4j" if served else item.nodeid.partition("::")[0]))


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of this run; the embedded engine is stopped at the end."""
    folder = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("NEO4J_", "LITHOGRAPH_")) and name not in KEPT]:
        del os.environ[name]
    os.environ["LITHOGRAPH_HOME"] = str(folder)
    yield folder
    embedded.stop(folder)


@pytest.fixture(autouse=True)
def no_notifications(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning that the database sends with a result is a failure: Cypher of ours has no deprecated or dubious parts."""
    yield
    told = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.name.startswith("neo4j.notifications") and record.levelno >= logging.WARNING
    ]
    assert told == []


@pytest.fixture(scope="session")
def opened_embedded(home: Path) -> Iterator[Store]:
    """The embedded engine's store, kept open for the run."""
    with open_store() as store:
        yield store


@pytest.fixture
def embedded_store(opened_embedded: Store) -> Store:
    """An empty store on the embedded engine."""
    opened_embedded.wipe()
    return opened_embedded


@pytest.fixture(scope="session")
def neo4j_uri() -> Iterator[str]:
    """A Neo4j server that tests may wipe; skips with one line where none can be had, fails with CI=true."""
    given = os.environ.get("LITHOGRAPH_TEST_NEO4J_URI")
    if given:
        yield given
        return
    absent = neo4j_server.missing()
    if absent:
        (pytest.fail if CI else pytest.skip)(absent)
    with neo4j_server.server() as uri:
        yield uri


@pytest.fixture(scope="session")
def opened_neo4j(neo4j_uri: str, home: Path) -> Iterator[Store]:
    """The Neo4j store, kept open for the run."""
    password = os.environ.get("LITHOGRAPH_TEST_NEO4J_PASSWORD", neo4j_server.PASSWORD)
    os.environ["NEO4J_PASSWORD"] = password
    try:
        store = open_store(neo4j_uri)
    finally:
        del os.environ["NEO4J_PASSWORD"]
    with store:
        yield store


@pytest.fixture
def neo4j_store(opened_neo4j: Store) -> Store:
    """An empty store on Neo4j."""
    opened_neo4j.wipe()
    return opened_neo4j


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store on each engine."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found
