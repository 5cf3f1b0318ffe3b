"""`lithograph reliance`, `exposure` and `concentration`: who relies on whom, and how concentrated it is."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.asking import Alleged, AsOf, Flows, KnownAt, NetworkFile, Out, Planned, Possible, asked
from cli.output import Format, note, show, table, write_object

if TYPE_CHECKING:
    from answers.hops import HopAnswer
    from answers.reliance import RelianceAnswer

MaxHops = Annotated[int | None, typer.Option("--max-hops", min=1, help="Count only so many tiers; all if not given.")]


class By(StrEnum):
    """Who counts as one supplier."""

    supplier = "supplier"
    owner = "owner"
    country = "country"


def reliance(
    buyer: Annotated[str, typer.Argument(help="Who relies: a name, an alias or an id.")],
    targets: Annotated[list[str], typer.Argument(help="On whom or what: a firm, a country, a product, a material; several count as one.")],
    network: NetworkFile = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    planned: Planned = False,
    possible: Possible = False,
    alleged: Alleged = False,
    flows: Flows = False,
    max_hops: MaxHops = None,
    format: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.table,
) -> None:
    """How reliant BUYER is on TARGETS, directly and through its suppliers."""
    from answers.reliance import answer

    with asked(as_of, known_at, network, flows=flows, planned=planned, possible=possible, alleged=alleged) as held:
        found = answer(held, buyer, targets, max_hops=max_hops)
    if format is Format.json:
        write_object(found)
    elif format is Format.csv:
        show([{"reading": name, **interval} for name, interval in found.readings.model_dump().items()], format)
    else:
        _print(found)


def _print(found: "RelianceAnswer") -> None:
    sys.stdout.write(f"{found.finding}\n{found.sizes[0].upper()}{found.sizes[1:]}.\n{found.coverage_note}\nAs of {found.as_of}.\n\n")
    table([{"reading": name, **interval} for name, interval in found.readings.model_dump().items()])
    for number, path in enumerate(found.paths, 1):
        sys.stdout.write(f"\nChain {number}: {_chain(path.hops)}\n")
        for hop in path.hops:
            size = "size not stated" if hop.share_lo is None else f"share {hop.share_lo:.3g} to {hop.share_hi:.3g}"
            sys.stdout.write(f"  {hop.from_name} <- {hop.to_name} ({hop.product_name or 'product not stated'}; {size}; p {hop.p:.2f})\n")
            sys.stdout.writelines(f"    “{row.sentence}” ({row.title}, {row.published_at})\n" for row in hop.statements)
    if found.binding:
        sys.stdout.write(f"\nScarcest at every tier: {_chain(found.binding)}\n")
    if found.beside:
        sys.stdout.write("\nSaid of the two and not counted (plans, hedges, denials, the past):\n")
        sys.stdout.writelines(f"  [{row.polarity}, {row.modality}] “{row.sentence}”\n" for row in found.beside)


def _chain(hops: "tuple[HopAnswer, ...]") -> str:
    return " <- ".join([hops[0].from_name, *(hop.to_name for hop in hops)])


def exposure(
    targets: Annotated[list[str] | None, typer.Argument(help="What may be lost: firms, countries, things.")] = None,
    buyer: Annotated[str | None, typer.Option("--buyer", help="One buyer on every country upstream of it, in place of targets.")] = None,
    flows: Flows = False,
    network: NetworkFile = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format: Out = Format.table,
) -> None:
    """What everybody loses when TARGETS go, or one buyer with each country: face value, look-through, hidden, scarcest."""
    from answers.exposure import by_country, of_all

    if (buyer is None) == (not targets):
        raise typer.BadParameter("name TARGETS, or one --buyer")
    with asked(as_of, known_at, network, flows=flows) as held:
        found = by_country(held, buyer) if buyer is not None else of_all(held, targets or [])
    note(f"{len(found.rows)} rows as of {found.as_of}; {found.iterations} steps, residual {found.residual:.1e}")
    show([row.model_dump(mode="json") for row in found.rows], format)


def concentration(
    buyer: Annotated[str | None, typer.Argument(help="Whose inputs; everybody's if not given.")] = None,
    by: Annotated[By, typer.Option("--by", help="Who counts as one: the supplier, its ultimate owner, its country.")] = By.supplier,
    data: Annotated[Path | None, typer.Option("--data", help="Folder of the five ETO files: every input by country.")] = None,
    network: NetworkFile = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format: Out = Format.table,
) -> None:
    """How concentrated each input is: HHI, CR1, CR3, how many make 75 %, what is left without the largest."""
    from answers.concentration import answer
    from answers.market import concentrations

    if data is not None:
        from ingest.datasets.eto.market import market

        show([row.model_dump(mode="json") for row in concentrations(market(data), buyer or "N99")], format)
        return
    with asked(as_of, known_at, network) as held:
        found = answer(held, buyer, level=by.value)
    rows = [row.model_dump(mode="json") for row in found]
    show(rows if format is Format.json else [_flat(row) for row in rows], format)


def _flat(row: dict[str, object]) -> dict[str, object]:
    """Intervals as three columns each."""
    found: dict[str, object] = {}
    for name, value in row.items():
        found |= {f"{name}_{end}": one for end, one in value.items()} if isinstance(value, dict) else {name: value}
    return found
