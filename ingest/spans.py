"""Texts with spans in them, one JSON object a line. What a line says of its relations is dropped before anybody sees it."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError


class GivenSpan(BaseModel):
    """A span to be related: character offsets into the text, and the type that its source gives it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | int
    start: int
    end: int
    type: str | None = None


class GivenText(BaseModel):
    """A text and the spans in it. Whatever else a line holds is dropped, its relations among it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | int
    text: str
    entities: tuple[GivenSpan, ...] = ()


@dataclass(frozen=True)
class BadLine:
    """A line that cannot be read, and why."""

    error: str


def read_lines(sources: Iterable[str]) -> Iterator[GivenText | BadLine]:
    """The texts of the files, one a line; a line or file that cannot be read comes as a BadLine in its place."""
    seen: set[str] = set()
    for source in sources:
        try:
            lines = sys.stdin.buffer.readlines() if source == "-" else Path(source).read_bytes().splitlines()
        except OSError as error:
            yield BadLine(f"cannot read {source!r}: {(error.strerror or 'unknown reason').lower()}")
            continue
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _parsed(line, f"{source}, line {number}", seen)


def _parsed(line: bytes, place: str, seen: set[str]) -> GivenText | BadLine:
    """One line; `seen` are the ids before it."""
    try:
        row = GivenText.model_validate(json.loads(line.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        return BadLine(f"{place}: {_reason(error)}")
    wrong = _wrong(row, seen)
    seen.add(str(row.id))
    return BadLine(f"{place}: {wrong}") if wrong else row


def _reason(error: Exception) -> str:
    """Why a line cannot be read, in one sentence."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        return f"{where}: {first['msg'].lower()}"
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8"
    return f"is not JSON ({error})"


def _wrong(row: GivenText, seen: set[str]) -> str | None:
    """What is wrong with a line that has the right shape."""
    if str(row.id) in seen:
        return f"the id {row.id!r} stands twice in the file"
    ids = [str(span.id) for span in row.entities]
    for span in row.entities:
        if not 0 <= span.start < span.end <= len(row.text):
            return f"entity {span.id!r} at [{span.start}, {span.end}) is not inside the text of {len(row.text)} characters"
        if ids.count(str(span.id)) > 1:
            return f"the entity id {span.id!r} stands twice"
    return None
