"""`.cypher` files -> SavedQuery: a TOML header in `//` comments above one statement, so that a file runs unchanged elsewhere.

A folder of the user's own (LITHOGRAPH_QUERIES) is read by the same rules and may only read the graph."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from graph.errors import QueryError
from graph.settings import settings
from queries.gate import require_reading
from queries.model import SavedQuery

FOLDER = Path(__file__).parent


def load_queries() -> dict[str, SavedQuery]:
    """Name -> query: those that come with the product, then the user's own.

    Raises
    ------
    QueryError
        In one sentence, if a file's header does not fit its text or it would write."""
    own = settings().queries
    return _load(FOLDER) | (_load_own(own) if own else {})


def read_query(path: Path) -> SavedQuery:
    """The query in one file.

    Raises
    ------
    QueryError
        If it cannot be read, its header is no TOML, misses something, or does not fit the text."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path.name}: it cannot be read as text: {error}") from error
    end = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("//")), len(lines))
    header = "\n".join(line.removeprefix("//").removeprefix(" ") for line in lines[:end] if line.strip())
    cypher = "\n".join(lines[end:]).strip().removesuffix(";")
    try:
        return SavedQuery(name=path.stem, cypher=cypher, **tomllib.loads(header))
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise QueryError(f"{path.name}: its header is no TOML: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise QueryError(f"{path.name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None


@lru_cache(maxsize=4)
def _load(folder: Path) -> dict[str, SavedQuery]:
    return {path.stem: read_query(path) for path in sorted(folder.glob("*.cypher"))}


def _load_own(folder: Path) -> dict[str, SavedQuery]:
    if not folder.is_dir():
        raise QueryError(f"LITHOGRAPH_QUERIES is not a folder: {folder}")
    found = {}
    for path in sorted(folder.glob("*.cypher")):
        if path.is_symlink() or path.resolve().parent != folder.resolve() or not re.fullmatch(r"[a-z0-9_-]{1,64}", path.stem):
            raise QueryError(f"{path.name}: a query is a file of its own in the folder, its name of a-z, 0-9, _ and -")
        found[path.stem] = read_query(path)
        require_reading(found[path.stem])
    return found
