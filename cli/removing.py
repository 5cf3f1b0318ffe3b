"""`lithograph chokepoints`: what hurts most when it is taken away, in the graph or in a folder of market data."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.asking import AsOf, Flows, KnownAt, NetworkFile, Out, asked
from cli.output import Format, note, progress, show, write_object
from graph.errors import SettingsError

if TYPE_CHECKING:
    from answers.chokepoints import ChokepointRow
    from answers.market import MarketAnswer


class GraphName(StrEnum):
    """What counts as needed."""

    G0 = "G0"
    G1 = "G1"


class EvidenceName(StrEnum):
    """Which shares count."""

    stated = "stated"
    lo = "lo"
    central = "central"
    hi = "hi"


def chokepoints(
    buyer: Annotated[str | None, typer.Argument(help="Whose supply; everybody's if not given.")] = None,
    flows: Flows = False,
    network: NetworkFile = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many rows.")] = 20,
    types: Annotated[list[str] | None, typer.Option("--type", help="Only such rows: Company, Country, Input …; repeatable.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Folder of the five ETO files, read in place of the graph.")] = None,
    target: Annotated[
        str | None, typer.Option("--target", help="With --data: whose loss, an input by id or name; N99 if not given.")
    ] = None,
    deny: Annotated[str | None, typer.Option("--deny", help="With --data: NLD, or NLD,JPN, or a firm; each in turn if not given.")] = None,
    graph: Annotated[GraphName | None, typer.Option("--graph", help="With --data: G0 without design, G1 (if not given) with it.")] = None,
    evidence: Annotated[
        EvidenceName | None, typer.Option("--evidence", help="With --data: shares that count; central if not given.")
    ] = None,
    draws: Annotated[int, typer.Option("--draws", min=0, help="With --data and --deny: sample what is not stated so often.")] = 0,
    format: Out = Format.table,
) -> None:
    """What hurts most when it is taken away, by measured removal."""
    if data is not None:
        if buyer or as_of or known_at or network or flows:
            raise SettingsError(
                "--data reads a folder in place of the graph; leave out the buyer, --as-of, --known-at, --flows and --network"
            )
        _of_folder(data, target or "N99", deny, graph or GraphName.G1, evidence or EvidenceName.central, draws, most, format)
    elif target or deny or graph or evidence or draws:
        raise SettingsError("--target, --deny, --graph, --evidence and --draws go with --data FOLDER")
    else:
        _of_graph(buyer, as_of, known_at, network, flows, types, most, format)


def _of_graph(
    buyer: str | None,
    as_of: str | None,
    known_at: str | None,
    network: Path | None,
    flows: bool,
    types: list[str] | None,
    most: int,
    format: Format,
) -> None:
    from answers.chokepoints import answer

    with asked(as_of, known_at, network, flows=flows) as held, progress("Removing") as told:
        found = answer(held, buyer, progress=lambda part: told(round(100 * part), 100))
    note(found.finding)
    rows = [row for row in found.rows if not types or row.type in types][:most]
    show([row.model_dump(mode="json") if format is Format.json else _flat_row(row) for row in rows], format)


def _flat_row(row: "ChokepointRow") -> dict[str, Any]:
    """The row with its binding chain as names."""
    chain = " <- ".join([row.binding[0].from_name, *(hop.to_name for hop in row.binding)]) if row.binding else ""
    return {**row.model_dump(mode="json", exclude={"binding"}), "binding": chain}


def _of_folder(
    folder: Path, target: str, deny: str | None, graph: GraphName, evidence: EvidenceName, draws: int, most: int, format: Format
) -> None:
    from answers.market import answer, denied, ranking
    from ingest.datasets.eto.market import market

    held = market(folder)
    if deny is None:
        show([_flat(one) for one in ranking(held, target, graph=graph.value, evidence=evidence.value)[:most]], format)
        return
    found = answer(held, target, denied(held, deny), graph=graph.value, evidence=evidence.value, draws=draws)
    if format is Format.json:
        write_object(found, without={"sampled"} if found.sampled is None else None)
    else:
        show([_flat(found)], format)


def _flat(found: "MarketAnswer") -> dict[str, Any]:
    """One row: what is denied, the readings, what binds."""
    return {"deny": ", ".join(found.deny), **found.readings.model_dump(), "binding": found.binding.name if found.binding else ""}
