"""`lithograph load`: data sets, each written whole or not at all."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.dates import day
from cli.output import note, progress, table

if TYPE_CHECKING:
    from graph.evidence import Extraction

app = typer.Typer(no_args_is_help=True)
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check everything and print what would be written.")]


@app.command()
def eto(
    folder: Annotated[Path, typer.Argument(help="Where inputs.csv, providers.csv, provision.csv, sequence.csv and stages.csv lie.")],
    date: Annotated[
        str | None, typer.Option("--date", help="When your copy was published (YYYY-MM-DD); known since today if not given.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Load the ETO Advanced Semiconductor Supply Chain Dataset; loading it twice changes nothing."""
    from ingest.datasets.eto import read

    _keep(read(folder, published_at=day(date)), dry_run=dry_run)


@app.command()
def relations(
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns source, type, target and more: docs/relations-template.csv.")],
    dry_run: DryRun = False,
) -> None:
    """Load relations of your own from a CSV file: all rows or none, every error with its line."""
    from ingest.datasets.relations_csv import read

    _keep(read(file), dry_run=dry_run)


def _keep(extraction: "Extraction", *, dry_run: bool) -> None:
    """Writes `extraction` in one transaction and prints what became of it; with `dry_run` only what is in it."""
    if dry_run:
        counts = sorted(Counter(one.type for one in extraction.statements).items())
        table([{"type": type, "statements": count} for type, count in counts])
        note(f"{len(extraction.statements)} statements about {len(extraction.entities)} entities can be loaded; nothing was written.")
        return
    from graph.store import open_store
    from ingest.pipeline import Report, write

    with open_store() as store, progress("Writing") as told:
        report = Report(lines=(write(extraction, store, progress=told),))
    table([line.model_dump(exclude={"reduced"}) for line in report.lines])
    note(report.summary)
