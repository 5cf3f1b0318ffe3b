"""How results and progress are shown: tables, JSON, CSV on standard output; bars and notes on standard error."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from answers.export import to_csv, to_json, to_parquet
from graph.errors import LithographError, SettingsError

ProgressOf = Callable[[int, int | None], None]


class WrongUse(LithographError):
    """Options that do not go together: exit code 2."""


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


class ExtractFormat(StrEnum):
    """How an extraction, and what is wrong with it, is printed."""

    json = "json"
    table = "table"


def show(rows: Sequence[Mapping[str, Any]], format: Format) -> None:
    """Prints `rows` on standard output."""
    if format is Format.json:
        sys.stdout.write(to_json(rows))
    elif format is Format.csv:
        sys.stdout.write(to_csv(rows))
    else:
        table(rows)


def write_object(answer: BaseModel, *, without: set[str] | None = None) -> None:
    """Prints one answer as JSON on standard output, but for the fields `without`."""
    sys.stdout.write(answer.model_dump_json(by_alias=True, indent=2, exclude=without) + "\n")


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> None:
    """Prints a table as wide as the terminal; as wide as it needs where the output is no terminal."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Column, Table
    from rich.text import Text

    names = list(columns) if columns is not None else list(dict.fromkeys(name for row in rows for name in row))
    drawn = Table(*[Column(escape(name)) for name in names], box=None, pad_edge=False, header_style="bold")
    for row in rows:
        drawn.add_row(*[Text(_cell(row.get(name))) for name in names])
    console = Console(file=sys.stdout)
    if not console.is_terminal:
        console = Console(file=sys.stdout, width=max(console.measure(drawn, options=console.options.update(width=4000)).maximum, 40))
    console.print(drawn)


def note(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(text + "\n")


@contextmanager
def progress(label: str) -> Iterator[ProgressOf]:
    """A bar on standard error with the rate; called with (done, total or None)."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(label, total=None, rate="")

        def advance(done: int, total: int | None) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            bar.update(task, completed=done, total=total, rate=f"{done / elapsed:.1f}/s" if elapsed else "")

        yield advance


def write_file(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Writes `rows` to a file whose ending says how: .csv, .json or .parquet.

    Raises
    ------
    SettingsError
        If the ending is another, or the file cannot be written."""
    writers: dict[str, Callable[[], bytes]] = {
        ".csv": lambda: to_csv(rows).encode(),
        ".json": lambda: to_json(rows).encode(),
        ".parquet": lambda: to_parquet(rows),
    }
    if path.suffix not in writers:
        raise SettingsError(f"cannot tell how to write {str(path)!r}; end it with {', '.join(writers)}")
    try:
        path.write_bytes(writers[path.suffix]())
    except OSError as error:
        raise SettingsError(f"cannot write {str(path)!r}: {error.strerror}") from error


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return str(value)
