"""`lithograph store` and `lithograph export`: where the graph is, its engine, its backup."""

import gzip
import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, Any, Literal

import typer

from cli.output import note, table
from graph.errors import MissingSource, SettingsError, StoreError

app = typer.Typer(no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="A file of JSON lines; compressed where its name ends with .gz.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


class DumpFormat(StrEnum):
    """How the graph is exported."""

    jsonl = "jsonl"


@app.command()
def status() -> None:
    """Which engine, where, and how much is in it; does not start it."""
    from graph.settings import settings
    from graph.store import embedded, open_store

    chosen = settings()
    if chosen.neo4j_uri is None:
        engine = embedded.recorded(chosen.home)
        if engine is None or not engine.answers():
            table([{"engine": "embedded", "address": str(chosen.home), "running": "no"}])
            return
    with open_store() as store:
        found = store.status().model_dump()
    table([{"what": name, "value": value} for name, value in found.items()])


@app.command()
def start() -> None:
    """Start the embedded engine, or see whether the server answers."""
    from graph.store import open_store

    with open_store() as store:
        note(f"The {store.engine} engine answers at {store.status().address}.")


@app.command()
def stop() -> None:
    """Stop the embedded engine; its data stay."""
    from graph.settings import settings
    from graph.store import embedded

    chosen = settings()
    if chosen.neo4j_uri is not None:
        raise SettingsError("NEO4J_URI names a server, which Lithograph did not start and does not stop")
    note("The embedded engine is stopped." if embedded.stop(chosen.home) else "The embedded engine was not running.")


@app.command()
def backup(file: File) -> None:
    """Write the whole graph to FILE: the canonical dump."""
    from graph.store import open_store

    with open_store() as store:
        lines = list(store.dump())
    try:
        with _opened(file, "wt") as out:
            out.writelines(_line(line) for line in lines)
    except OSError as error:
        raise SettingsError(f"cannot write {str(file)!r}: {error.strerror}") from error
    note(f"{len(lines)} lines written to {file}")


@app.command()
def restore(file: File, yes: Annotated[bool, typer.Option("--yes", help="Replace what the store holds.")] = False) -> None:
    """Fill the store from FILE, a backup of either engine."""
    from graph.store import open_store

    lines = list(_read(file))
    with open_store() as store:
        count = store.restore(lines, replace=yes)
    note(f"{count} lines restored from {file}")


@app.command()
def wipe(yes: Yes = False) -> None:
    """Delete all that Lithograph keeps in the store, and nothing else."""
    from graph.store import open_store

    with open_store() as store:
        held = store.status()
        if not yes and not typer.confirm(f"Delete {held.articles} articles and all that rests on them at {held.address}?", err=True):
            raise typer.Exit(1)
        store.wipe()
    note("The store is empty.")


def export(
    format: Annotated[DumpFormat, typer.Option("--format", help="jsonl: the canonical dump.")] = DumpFormat.jsonl,
    out: Annotated[Path | None, typer.Option("--out", help="File to write; standard output if not given.")] = None,
) -> None:
    """Write the whole graph as JSON lines, sorted: equal dumps mean equal graphs."""
    if out is not None:
        backup(out)
        return
    from graph.store import open_store

    with open_store() as store:
        sys.stdout.writelines(_line(line) for line in store.dump())


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def _read(file: Path) -> Iterator[dict[str, Any]]:
    if not file.is_file():
        raise MissingSource(f"there is no file {str(file)!r}")
    try:
        with _opened(file, "rt") as lines:
            for line in lines:
                yield json.loads(line)
    except (OSError, EOFError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise StoreError(f"{file} is no backup of a graph: {type(error).__name__}") from error


def _opened(file: Path, mode: Literal["rt", "wt"]) -> IO[str]:
    return gzip.open(file, mode, encoding="utf-8") if file.suffix == ".gz" else file.open(mode, encoding="utf-8")
