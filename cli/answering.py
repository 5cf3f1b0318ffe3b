"""`lithograph score` and `profile`: the same answers as the pages show."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.asking import AsOf, KnownAt, Out, asked
from cli.output import Format, note, progress, show, table, write_file
from graph.errors import MissingSource


def score(
    names: Annotated[list[str] | None, typer.Argument(help="Entities to score; all firms if not given.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="File to write: .csv, .json or .parquet.")] = None,
    listed: Annotated[Path | None, typer.Option("--list", help="File with one name a line.")] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format: Out = Format.table,
) -> None:
    """Risk scores whose named contributions add up exactly; for one, a list or all."""
    from answers.scores import answer, flat

    wanted = [*(names or []), *(_lines(listed) if listed else [])]
    with asked(as_of, known_at) as held, progress("Scoring") as told:
        found = answer(held, wanted or None, progress=lambda part: told(round(100 * part), 100))
    rows = [flat(row).model_dump(mode="json") for row in found]
    if out is not None:
        write_file(rows, out)
        note(f"{len(rows)} scores written to {out}")
    else:
        show(rows, format)


def profile(
    name: Annotated[str, typer.Argument(help="A name, an alias or an id.")],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.table,
) -> None:
    """Suppliers, customers, owners, sites and controls of one entity."""
    from answers.profile import answer

    with asked(as_of, known_at) as held:
        found = answer(held, name)
    if format is Format.json:
        sys.stdout.write(found.model_dump_json(indent=2) + "\n")
        return
    columns = ("relation", "name", "type", "product", "modality", "standing", "p")
    sys.stdout.write(found.finding + "\n")
    for section in found.sections:
        sys.stdout.write(f"\n{section.title}\n")
        table([row.model_dump() for row in section.rows], columns)


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise MissingSource(f"there is no file {str(path)!r}")
    return [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
