"""The driver: how the store talks Bolt, to Neo4j and to the embedded engine alike, and what its errors mean to a user."""

import contextlib
from collections.abc import Iterator
from typing import Any

import neo4j
from neo4j import exceptions

from graph.errors import StoreAuthError, StoreError, StoreFull, StoreUnavailable

DATABASE = "neo4j"
FULL = ("No space left on device", "not enough space", "DatabaseOutOfDiskSpace")
CLASHES = (
    "ConcurrentModification",
    "DuplicatedKey",
    "ConstraintValidationFailed",
    "NeedRetry",
    "Deadlock",
    "Timeout on locking",
    "EntityNotFound",
)
"""Words in the embedded engine's errors when two writers meet."""


NO_ADDRESS = "{} is no address of a graph server; write it as bolt://HOST:7687"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def shown(uri: str) -> str:
    """`uri` as messages show it: without a user name and password that stand in it."""
    scheme, separator, rest = uri.rpartition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"


def driver(uri: str, auth: tuple[str, str], *, retry_seconds: float = 1.0) -> neo4j.Driver:
    """A driver that gives up within seconds: with the defaults a dead server freezes a page for a minute or two.

    Names the graph does not hold yet (a type, a property) are no mistake of a query, so warnings about those are off.

    Raises
    ------
    StoreUnavailable
        If `uri` is no address of a graph server."""
    if uri.partition("://")[0] not in SCHEMES:
        raise StoreUnavailable(NO_ADDRESS.format(shown(uri)))
    return neo4j.GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=3.0,
        connection_acquisition_timeout=3.5,
        max_transaction_retry_time=retry_seconds,
        telemetry_disabled=True,
        notifications_disabled_classifications=["UNRECOGNIZED"],
        user_agent="lithograph",
    )


def answers(uri: str, auth: tuple[str, str]) -> bool:
    """Whether a query answers there."""
    try:
        with driver(uri, auth, retry_seconds=0.0) as probe, probe.session(database=DATABASE) as session:
            session.run("RETURN 1 AS one").consume()
    except (exceptions.DriverError, exceptions.Neo4jError, OSError):
        return False
    return True


@contextlib.contextmanager
def translated(address: str) -> Iterator[None]:
    """Turn the driver's errors into ours: one sentence, no stack of causes, no password.

    Raises
    ------
    StoreAuthError, StoreUnavailable, StoreFull, StoreError"""
    try:
        yield
    except exceptions.AuthError as error:
        raise StoreAuthError(f"the graph server at {address} refused the user name or password: check NEO4J_PASSWORD") from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as error:
        raise StoreUnavailable(f"the graph server at {address} does not answer; is it running?") from error
    except exceptions.ConfigurationError as error:
        raise StoreUnavailable(NO_ADDRESS.format(address)) from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise _other(address, error) from error


def clashes(error: Exception) -> bool:
    """Whether `error` only says that somebody else wrote the same thing at the same moment: worth another try."""
    if isinstance(error, exceptions.ConstraintError | exceptions.TransientError):
        return True
    return isinstance(error, exceptions.Neo4jError) and any(word in f"{error.code} {error.message}" for word in CLASHES)


def plain(value: Any) -> Any:
    """`value` without the driver's types: nodes and relationships as their properties, times as ISO text."""
    if isinstance(value, neo4j.graph.Path):
        return {"nodes": [plain(node) for node in value.nodes], "relationships": [plain(edge) for edge in value.relationships]}
    if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
        return {key: plain(value[key]) for key in sorted(value.keys())}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    iso = getattr(value, "iso_format", None)
    return iso() if iso else value


def _other(address: str, error: exceptions.Neo4jError | exceptions.DriverError) -> StoreError:
    text = _line(error)
    if any(word in f"{getattr(error, 'code', '')} {text}" for word in FULL):
        return StoreFull(f"the graph server at {address} has no space left on its disk; free some and try again")
    return StoreError(f"the graph server at {address} refused: {text}")


def _line(error: Exception) -> str:
    return " ".join((getattr(error, "message", None) or str(error)).split())[:500]
