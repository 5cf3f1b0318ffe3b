"""Running a saved query: typed parameters in, rows of plain values out."""

from collections.abc import Mapping
from typing import Any, Protocol

from rapidfuzz import process

from graph.errors import UnknownQuery
from queries.loading import load_queries


class Readable(Protocol):
    """The part of a store that a query needs."""

    def read(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]: ...


def run(store: Readable, name: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """The rows of the saved query `name`, columns in the header's order; parameters not given take their defaults.

    Raises
    ------
    UnknownQuery
        With near names, if there is none of that name.
    QueryError
        If a parameter is unknown or does not fit its type or bounds."""
    saved = load_queries()
    if name not in saved:
        raise UnknownQuery(name, [match for match, _, _ in process.extract(name, saved.keys(), limit=2, score_cutoff=60)])
    query = saved[name]
    found = store.read(query.cypher, query.values(dict(parameters or {})))
    return [{column: row[column] for column in query.returns} for row in found]
