"""`lithograph reliance`, `chokepoints`, `score` and `profile`: the same answers as the pages show."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.output import Format, note, progress, show, table, write_file
from graph.errors import MissingSource, SettingsError

if TYPE_CHECKING:
    from answers.reliance import RelianceAnswer
    from answers.snapshot import Snapshot

AsOf = Annotated[str | None, typer.Option("--as-of", help="The day the answer is about (YYYY-MM-DD); today if not given.")]
KnownAt = Annotated[str | None, typer.Option("--known-at", help="Only what was known by this day.")]
Planned = Annotated[bool, typer.Option("--planned", help="Count plans as facts.")]
Possible = Annotated[bool, typer.Option("--possible", help="Count hedged statements as facts.")]
Alleged = Annotated[bool, typer.Option("--alleged", help="Count allegations as facts.")]
Out = Annotated[Format, typer.Option("--format", help="table, json or csv.")]


@contextmanager
def _snapshot(
    as_of: str | None, known_at: str | None, *, planned: bool = False, possible: bool = False, alleged: bool = False
) -> Iterator["Snapshot"]:
    from answers.snapshot import snapshot
    from graph.dates import last_day
    from graph.projection import Scope
    from graph.store import open_store

    try:
        days = [last_day(day) if day else None for day in (as_of, known_at)]
    except ValueError as error:
        raise SettingsError(str(error)) from None
    with open_store() as store:
        yield snapshot(store, as_of=days[0], known_at=days[1], scope=Scope(planned=planned, possible=possible, alleged=alleged))


def reliance(
    buyer: Annotated[str, typer.Argument(help="Who relies: a name, an alias or an id.")],
    target: Annotated[str, typer.Argument(help="On whom or what: a firm, a country, a product, a material.")],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    planned: Planned = False,
    possible: Possible = False,
    alleged: Alleged = False,
    format: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.table,
) -> None:
    """How reliant BUYER is on TARGET, directly and through its suppliers."""
    from answers.reliance import answer

    with _snapshot(as_of, known_at, planned=planned, possible=possible, alleged=alleged) as held:
        found = answer(held, buyer, target)
    if format is Format.json:
        sys.stdout.write(found.model_dump_json(by_alias=True, indent=2) + "\n")
    elif format is Format.csv:
        show([{"reading": name, **interval} for name, interval in found.readings.model_dump().items()], format)
    else:
        _print(found)


def _print(found: "RelianceAnswer") -> None:
    sys.stdout.write(f"{found.finding}\n{found.coverage_note}\nAs of {found.as_of}.\n\n")
    table([{"reading": name, **interval} for name, interval in found.readings.model_dump().items()])
    for number, path in enumerate(found.paths, 1):
        sys.stdout.write(f"\nChain {number}: {' <- '.join([path.hops[0].from_name, *(hop.to_name for hop in path.hops)])}\n")
        for hop in path.hops:
            size = "size not stated" if hop.share_lo is None else f"share {hop.share_lo:.3g} to {hop.share_hi:.3g}"
            sys.stdout.write(f"  {hop.from_name} <- {hop.to_name} ({hop.product_name or 'product not stated'}; {size}; p {hop.p:.2f})\n")
            sys.stdout.writelines(f"    “{row.sentence}” ({row.title}, {row.published_at})\n" for row in hop.statements)
    if found.beside:
        sys.stdout.write("\nSaid of the two and not counted (plans, hedges, denials, the past):\n")
        sys.stdout.writelines(f"  [{row.polarity}, {row.modality}] “{row.sentence}”\n" for row in found.beside)


def chokepoints(
    buyer: Annotated[str | None, typer.Argument(help="Whose supply; everybody's if not given.")] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many rows.")] = 20,
    format: Out = Format.table,
) -> None:
    """What hurts most when it is taken away, by measured removal."""
    from answers.chokepoints import answer

    with _snapshot(as_of, known_at) as held, progress("Removing") as told:
        found = answer(held, buyer, progress=lambda part: told(round(100 * part), 100))
    note(found.finding)
    show([row.model_dump(mode="json") for row in found.rows[:most]], format)


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

    asked = [*(names or []), *(_lines(listed) if listed else [])]
    with _snapshot(as_of, known_at) as held, progress("Scoring") as told:
        found = answer(held, asked or None, progress=lambda part: told(round(100 * part), 100))
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

    with _snapshot(as_of, known_at) as held:
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
