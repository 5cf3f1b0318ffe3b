"""The five files of a folder, checked and joined by id. Knows nothing of statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from graph.errors import DataSetError, MissingSource
from ingest.datasets.checking import RowModel, checked, columns_of
from ingest.datasets.eto.rows import InputRow, ProviderRow, ProvisionRow, SequenceRow, StageRow
from ingest.datasets.table import Row, read_text, require, rows_of, whole

M = TypeVar("M", bound=RowModel)
Place = tuple[int, str]
FILES = ("inputs.csv", "providers.csv", "provision.csv", "sequence.csv", "stages.csv")


@dataclass(frozen=True, slots=True)
class Record(Generic[M]):
    """What a row says, and the row."""

    said: M
    row: Row


@dataclass(frozen=True, slots=True)
class Tables:
    """All that the folder says."""

    text: str
    """The five files one after another, each under a line with its name."""
    inputs: dict[str, Record[InputRow]]
    stages: dict[str, Record[StageRow]]
    providers: dict[str, Record[ProviderRow]]
    provision: list[Record[ProvisionRow]]
    """One row for each provider and what it provides."""
    sequence: list[Record[SequenceRow]]
    output: Record[InputRow]
    """The product that all of it ends in."""


def load(folder: Path) -> Tables:
    """The tables in `folder`.

    Raises
    ------
    SourceError
        In one sentence with file and line, of the first thing that does not fit."""
    text, places = _joined(folder)
    inputs = _by_id(_records("inputs.csv", InputRow, places), "input_id", {})
    stages = _by_id(_records("stages.csv", StageRow, places), "stage_id", inputs)
    providers = _by_id(_records("providers.csv", ProviderRow, places), "provider_id", {})
    provision = _once(_records("provision.csv", ProvisionRow, places))
    sequence = _records("sequence.csv", SequenceRow, places)
    _known(inputs.values(), {"stage_id": stages}, "stages.csv")
    _known(provision, {"provider_id": providers}, "providers.csv")
    _known(provision, {"provided_id": {**inputs, **stages}}, "inputs.csv or stages.csv")
    _known(sequence, dict.fromkeys(("input_id", "goes_into_id", "is_type_of_id"), inputs), "inputs.csv")
    return Tables(text, inputs, stages, providers, provision, sequence, _output(inputs))


def _joined(folder: Path) -> tuple[str, dict[str, Place]]:
    """The files as one text, and of each where it starts and what it says."""
    if not folder.is_dir():
        raise MissingSource(f"there is no folder {str(folder)!r}")
    text, places = "", {}
    for name in FILES:
        raw = read_text(folder / name)
        text += f"# {name}\n"
        places[name] = (len(text), raw)
        text += raw.rstrip("\r\n") + "\n\n"
    return text, places


def _records(name: str, model: type[M], places: Mapping[str, Place]) -> list[Record[M]]:
    at, raw = places[name]
    columns, rows = rows_of(raw, name, at=at)
    require(columns, columns_of(model), name)
    return [Record(checked(model, row), row) for row in whole(rows, name)]


def _by_id(records: Iterable[Record[M]], column: str, others: Mapping[str, object]) -> dict[str, Record[M]]:
    found: dict[str, Record[M]] = {}
    for record in records:
        id = str(getattr(record.said, column))
        if id in found or id in others:
            raise record.row.problem(f"the {column} {id!r} is taken by an earlier row; give every row an id of its own")
        found[id] = record
    return found


def _once(records: Iterable[Record[ProvisionRow]]) -> list[Record[ProvisionRow]]:
    """Without rows that repeat an earlier one.

    Raises
    ------
    DataSetError
        If two rows say different things of one provider and what it provides."""
    found: dict[tuple[str, str], Record[ProvisionRow]] = {}
    for record in records:
        first = found.setdefault((record.said.provider_id, record.said.provided_id), record)
        if first.said != record.said:
            raise record.row.problem(f"it says another share than line {first.row.line} of the same provider and input; keep one of them")
    return list(found.values())


def _known(records: Iterable[Record[M]], columns: Mapping[str, Mapping[str, object]], where: str) -> None:
    for record in records:
        for column, ids in columns.items():
            id = getattr(record.said, column)
            if id is not None and id not in ids:
                raise record.row.problem(f"{column}: {id!r} is not in {where}; add it there or correct it here")


def _output(inputs: Mapping[str, Record[InputRow]]) -> Record[InputRow]:
    found = [record for record in inputs.values() if record.said.type == "ultimate_output"]
    if len(found) != 1:
        raise DataSetError(f"inputs.csv has {len(found)} rows of the type ultimate_output; it needs the one product that all ends in")
    return found[0]
