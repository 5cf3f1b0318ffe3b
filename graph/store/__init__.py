"""The graph store: one property graph over Bolt, in a Neo4j server or in the embedded engine.

`open_store` decides which; `Store` is all the rest of the product sees of either."""

from graph.settings import settings
from graph.store.connection import Connection
from graph.store.models import ArticleRow, StoreStatus, WriteResult
from graph.store.store import Store

__all__ = ["ArticleRow", "Store", "StoreStatus", "WriteResult", "open_store"]


def open_store(url: str | None = None) -> Store:
    """The graph at `url`, else at NEO4J_URI, else in the embedded engine under LITHOGRAPH_HOME (started if need be).

    Open one a process and keep it: it holds a pool of connections.

    Raises
    ------
    StoreUnavailable, StoreAuthError, SchemaTooNew, StoreFull
        In one sentence, within ten seconds of trying a server."""
    chosen = settings()
    uri = url or chosen.neo4j_uri
    if not uri:
        return Store(Connection.embedded(chosen.home))
    auth = (chosen.neo4j_username, chosen.neo4j_password.get_secret_value())
    return Store(Connection("neo4j", uri, auth, chosen.neo4j_database))
