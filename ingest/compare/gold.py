"""The gold annotation of an article: a JSON file with the article's name, beside it or in a folder of its own."""

import json
from pathlib import Path
from typing import Any

from graph.errors import MissingSource, UnreadableSource
from ingest.compare.document import Document, document


def read_gold(article: Path, folder: Path | None = None) -> Document:
    """The annotation of the article in file `article`.

    Raises
    ------
    SourceError
        If there is none, or it is not in the exchange format."""
    path = (folder or article.parent) / f"{article.stem}.json"
    if not path.is_file():
        raise MissingSource(f"there is no gold {str(path)!r} for {str(article)!r}; write one, or say where it is with --gold FOLDER")
    try:
        return document(_only(json.loads(path.read_text(encoding="utf-8")), article.stem))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise UnreadableSource(f"{str(path)!r} is not in the exchange format: {error}") from error


def _only(held: dict[str, Any], doc_id: str) -> dict[str, Any]:
    """The article's object, where the file holds several by `doc_id`."""
    return held if "relations" in held or "entities" in held else held[doc_id]
