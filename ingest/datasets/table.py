"""A CSV file -> rows that know their place: the line of the file, the span in the text, the span of every cell.

A broken row is a problem with its line number; who reads decides whether the first ends it or all are listed."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graph.errors import DataSetError, MissingSource, UnreadableSource

Span = tuple[int, int]
_CELL = re.compile(r'"((?:[^"]|"")*)"|([^,\r\n]*)')
CELL_CHARACTERS = 1_000_000


class Problem(NamedTuple):
    """What does not fit, and where."""

    line: int
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells without blanks around them, and where each stands in the text that the file is part of."""

    file: str
    line: int
    start: int
    end: int
    cells: dict[str, str]
    spans: dict[str, Span]

    def place(self, what: str) -> Span:
        """Where the row names `what`: its cell `what_name` where it has one that is filled, else `what_id`."""
        return self.spans[f"{what}_name" if self.cells.get(f"{what}_name") else f"{what}_id"]

    def problem(self, said: str) -> DataSetError:
        """The error that says `said` of this row."""
        return DataSetError(f"{self.file} line {self.line}: {said}")


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, without a byte order mark.

    Raises
    ------
    SourceError
        If it is not there, empty, or not in UTF-8."""
    try:
        body = path.read_bytes()
    except FileNotFoundError:
        raise MissingSource(f"there is no file {str(path)!r}") from None
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read: {error.strerror}") from error
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise UnreadableSource(f"{path.name} line {line} is not UTF-8; save the file as CSV in UTF-8") from None
    if "\x00" in text:
        raise UnreadableSource(f"{path.name} looks like a binary file, not a table; save it as CSV in UTF-8")
    if not text.strip():
        raise UnreadableSource(f"{path.name} is empty")
    return text


def rows_of(text: str, file: str, *, at: int = 0) -> tuple[list[str], Iterator[Row | Problem]]:
    """The columns of `text` and its rows; `at` is where it stands in the text that spans are counted in.

    Raises
    ------
    DataSetError
        If the header is missing or names a column twice."""
    records = _records(text)
    header = next(records, None)
    if header is None or isinstance(header, Problem):
        raise DataSetError(f"{file} line {header.line}: {header.said}" if header else f"{file} has no header")
    columns = [cell.strip() for cell in header.cells]
    twice = next((name for name in columns if columns.count(name) > 1), None)
    if twice is not None:
        raise DataSetError(f"{file} line {header.line}: the column {twice!r} stands twice in the header; rename or remove one")
    return columns, (one if isinstance(one, Problem) else _row(one, columns, file, at) for one in records)


def whole(rows: Iterable[Row | Problem], file: str) -> Iterator[Row]:
    """The rows, as long as none is broken.

    Raises
    ------
    DataSetError
        At the first that is."""
    for row in rows:
        if isinstance(row, Problem):
            raise DataSetError(f"{file} line {row.line}: {row.said}")
        yield row


def require(columns: Sequence[str], needed: Sequence[str], file: str) -> None:
    """Refuse a header without the columns `needed`.

    Raises
    ------
    DataSetError
        Naming the first that is missing."""
    for name in needed:
        if name not in columns:
            hint = "; separate columns by commas" if len(columns) == 1 and re.search("[;\t]", columns[0]) else ""
            raise DataSetError(f"{file} has no column {name!r}; its columns are {', '.join(columns)}{hint}")


class _Record(NamedTuple):
    line: int
    start: int
    raw: str
    cells: list[str]


def _records(text: str) -> Iterator[_Record | Problem]:
    """Every record that is not blank, with its first line and its raw text; nothing after a broken one."""
    lines = list(io.StringIO(text, newline=""))
    csv.field_size_limit(CELL_CHARACTERS)
    reader = csv.reader(lines, strict=True)
    position = before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(before + 1, f"cannot be read as CSV ({error}); quote cells that hold commas, and double quotes inside them")
            return
        raw = "".join(lines[before : reader.line_num])
        if any(cell.strip() for cell in cells):
            yield _Record(before + 1, position, raw.rstrip("\r\n"), cells)
        position, before = position + len(raw), reader.line_num


def _row(record: _Record, columns: Sequence[str], file: str, at: int) -> Row | Problem:
    if len(record.cells) != len(columns):
        said = f"{len(record.cells)} cells where the header has {len(columns)}; quote cells that hold a comma"
        return Problem(record.line, said)
    start = at + record.start
    cells = {name: cell.strip() for name, cell in zip(columns, record.cells, strict=True)}
    spans = dict(zip(columns, _spans(record.raw, start), strict=True))
    return Row(file, record.line, start, start + len(record.raw), cells, spans)


def _spans(raw: str, at: int) -> Iterator[Span]:
    """The span of every cell of one record, without quotes and blanks."""
    position = 0
    while position <= len(raw):
        match = _CELL.match(raw, position)
        assert match is not None
        inner = match.span(1 if match[1] is not None else 2)
        cell = raw[slice(*inner)]
        start = inner[0] + len(cell) - len(cell.lstrip())
        yield at + start, at + start + len(cell.strip())
        position = match.end() + 1
