"""The gate for queries that did not come with the product: token by token, only clauses that read.

Not the only layer: a query also runs in a reading transaction with a time limit, and its values go in as parameters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.errors import QueryError
from queries.model import SavedQuery

CLAUSES = frozenset("CREATE MERGE SET DELETE DETACH REMOVE DROP FOREACH ALTER GRANT DENY REVOKE INSERT RENAME".split())
REACHES_OUT = frozenset("LOAD CSV COPY ATTACH INSTALL USE PROFILE EXPLAIN CYPHER TERMINATE SHOW ENABLE".split())
PROCEDURES = frozenset(["db.index.fulltext.queryNodes"])
_TOKENS = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n\r]*)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<word>[^\W\d]\w*)
      | (?P<space>\s+)
      | (?P<sign>.)""",
    re.S | re.X,
)


class Token(NamedTuple):
    """A piece of a query's text: `kind` is a group of the pattern above."""

    kind: str
    text: str


def require_reading(query: SavedQuery) -> None:
    """Nothing, if `query` is one statement that only reads.

    Raises
    ------
    QueryError
        Naming the word that may not stand there."""
    if "\\u" in query.cypher.lower():  # Neo4j turns these into characters before it reads strings and comments
        raise QueryError(f"{query.name}: write characters as they are, not as \\u escapes")
    tokens = [token for token in _tokens(query.cypher) if token.kind not in ("comment", "space")]
    signs = {token.text for token in tokens if token.kind == "sign"}
    if ";" in signs:
        raise QueryError(f"{query.name}: a file holds one statement")
    if signs & {"'", '"', "`", "\\"}:
        raise QueryError(f"{query.name}: a quotation mark is not closed")
    for number, token in enumerate(tokens):
        if token.kind == "word" and not _is_name(tokens, number):
            _require(query, tokens, number)


def _tokens(cypher: str) -> Iterator[Token]:
    for match in _TOKENS.finditer(cypher):
        yield Token(match.lastgroup or "sign", match.group())


def _is_name(tokens: list[Token], number: int) -> bool:
    """Whether the word is a property (`n.set`), a parameter (`$set`), or a label or type of its own (`:Start`)."""
    if number == 0 or tokens[number - 1].kind != "sign":
        return False
    before = tokens[number - 1].text
    if before == ".":
        owner = tokens[number - 2] if number > 1 else Token("sign", "")
        return owner.kind in ("word", "quoted") or owner.text in (")", "]", "}", "{", ",")
    return before in ("$", ":")


def _require(query: SavedQuery, tokens: list[Token], number: int) -> None:
    word = tokens[number].text.upper()
    if word in CLAUSES | REACHES_OUT:
        raise QueryError(f"{query.name}: {word} may not stand in a saved query, which only reads")
    if word == "CALL":
        called = _called(tokens[number + 1 :])
        if called not in PROCEDURES and called not in ("(", "{"):
            raise QueryError(f"{query.name}: the procedure {called!r} may not be called")


def _called(rest: list[Token]) -> str:
    """What follows CALL: a procedure's dotted name, or the bracket that opens a subquery."""
    if not rest or rest[0].text in ("(", "{"):
        return rest[0].text if rest else ""
    parts: list[str] = []
    for token in rest:
        if token.text == "(" or (token.kind == "word" and parts and parts[-1] != "."):
            break
        parts.append(token.text)
    return "".join(parts)
