"""What the asking commands share: their options, and the snapshot they ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.output import Format
from graph.errors import SettingsError

if TYPE_CHECKING:
    from answers.snapshot import Snapshot
    from graph.projection import Scope

AsOf = Annotated[str | None, typer.Option("--as-of", help="The day the answer is about (YYYY-MM-DD); today if not given.")]
KnownAt = Annotated[str | None, typer.Option("--known-at", help="Only what was known by this day.")]
Planned = Annotated[bool, typer.Option("--planned", help="Count plans as facts.")]
Possible = Annotated[bool, typer.Option("--possible", help="Count hedged statements as facts.")]
Alleged = Annotated[bool, typer.Option("--alleged", help="Count allegations as facts.")]
Flows = Annotated[bool, typer.Option("--flows", help="Only what stops tomorrow's output: leave out tools and rights.")]
NetworkFile = Annotated[Path | None, typer.Option("--network", help="A table of supply (.csv or .parquet), read in place of the graph.")]
Out = Annotated[Format, typer.Option("--format", help="table, json or csv.")]


@contextmanager
def asked(
    as_of: str | None,
    known_at: str | None,
    network: Path | None = None,
    *,
    flows: bool = False,
    planned: bool = False,
    possible: bool = False,
    alleged: bool = False,
) -> Iterator["Snapshot"]:
    """The snapshot of the day asked about; the store closes behind it."""
    from graph.projection import Scope

    scope = Scope(planned=planned, possible=possible, alleged=alleged)
    with _of_table(network, as_of, known_at) if network is not None else _of_store(as_of, known_at, scope) as held:
        yield held.flows_only() if flows else held


@contextmanager
def _of_table(network: Path, as_of: str | None, known_at: str | None) -> Iterator["Snapshot"]:
    from answers.snapshot import of_network
    from graph.triples import read_triples

    if as_of or known_at:
        raise SettingsError("a table of supply has no dates; leave out --as-of and --known-at")
    yield of_network(read_triples(network))


@contextmanager
def _of_store(as_of: str | None, known_at: str | None, scope: "Scope") -> Iterator["Snapshot"]:
    from answers.snapshot import snapshot
    from graph.dates import last_day
    from graph.store import open_store

    try:
        days = [last_day(day) if day else None for day in (as_of, known_at)]
    except ValueError as error:
        raise SettingsError(str(error)) from None
    with open_store() as store:
        yield snapshot(store, as_of=days[0], known_at=days[1], scope=scope)
