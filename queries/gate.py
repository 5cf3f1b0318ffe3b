"""The gate for queries that did not come with the product: token by token, only clauses that read."""

import re

from graph.errors import QueryError
from queries.model import SavedQuery

WRITES = frozenset("CREATE MERGE SET DELETE DETACH REMOVE DROP FOREACH ALTER GRANT DENY REVOKE INSERT".split())
REACHES_OUT = frozenset("LOAD COPY ATTACH INSTALL USE PROFILE START STOP TERMINATE SHOW ENABLE".split())
PROCEDURES = frozenset(["db.index.fulltext.queryNodes"])
_COMMENTS = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`")


def require_reading(query: SavedQuery) -> None:
    """Nothing, if `query` is one statement that only reads.

    Raises
    ------
    QueryError
        Naming the word that may not stand there."""
    bare = _COMMENTS.sub(" ", _QUOTED.sub("''", query.cypher))
    if "\\u" in bare:
        raise QueryError(f"{query.name}: an escaped character may not stand outside a string")
    if ";" in bare:
        raise QueryError(f"{query.name}: a file holds one statement")
    words = [word.upper() for word in re.findall(r"(?<![.$:\w])[A-Za-z_]\w*", bare)]
    for word in words:
        if word in WRITES | REACHES_OUT:
            raise QueryError(f"{query.name}: {word} may not stand in a saved query, which only reads")
    for called in re.findall(r"(?i)\bCALL\b\s*([^\s({]*)\s*([({]?)", bare):
        if called[0] not in PROCEDURES and (called[0] or called[1] not in ("(", "{")):
            raise QueryError(f"{query.name}: the procedure {called[0]!r} may not be called")
