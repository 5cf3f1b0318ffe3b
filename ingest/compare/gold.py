"""Articles with their gold: the annotation is a JSON file with the article's name, beside it or in a folder of its own."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import MissingSource, UnreadableSource
from graph.evidence import Article
from ingest.compare.document import Document, document
from ingest.reader import Failure, Given, read


class Annotated(NamedTuple):
    """An article and what a careful reader marked in it."""

    article: Article
    gold: Document


def read_annotated(sources: Iterable[str], folder: Path | None = None, given: Given = Given()) -> Iterator[Annotated]:  # noqa: B008 - frozen
    """The articles among `sources`, files or folders; in a folder those that have a gold, which lies in `folder` or beside them.

    Raises
    ------
    SourceError
        If an article or its gold is not there or cannot be read."""
    for source in sources:
        for path in _files(Path(source), folder):
            article = next(read(str(path), given))
            if isinstance(article, Failure):
                raise article.error
            yield Annotated(article, _gold(path, folder))


def _files(path: Path, folder: Path | None) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.suffix != ".json" and file.is_file() and _beside(file, folder).is_file())
    if not files:
        raise MissingSource(
            f"no article in {str(path)!r} has a gold; write NAME.json beside NAME.md, or say where it is with --gold FOLDER"
        )
    return files


def _beside(article: Path, folder: Path | None) -> Path:
    return (folder or article.parent) / f"{article.stem}.json"


def _gold(article: Path, folder: Path | None) -> Document:
    path = _beside(article, folder)
    if not path.is_file():
        raise MissingSource(f"there is no gold {str(path)!r}; write one, or say where it is with --gold FOLDER")
    try:
        return document(_only(json.loads(path.read_text(encoding="utf-8")), article.stem))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise UnreadableSource(f"{str(path)!r} is not in the exchange format: {error}") from error


def _only(held: dict[str, Any], doc_id: str) -> dict[str, Any]:
    """The article's object, where the file holds several by `doc_id` as `extract --format json` prints them."""
    found: dict[str, Any] = held if "relations" in held or "entities" in held else held[doc_id]
    return found
