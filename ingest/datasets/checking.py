"""A row of a table as a pydantic model, or the sentence that says which cell does not fit and how to write it."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from ingest.datasets.table import Row

M = TypeVar("M", bound="RowModel")


class RowModel(BaseModel):
    """One row; columns that it does not name are ignored, an empty cell is None."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def checked(model: type[M], row: Row) -> M:
    """The row as a `model`.

    Raises
    ------
    DataSetError
        Naming file, line, column and the way out."""
    try:
        return model.model_validate(row.cells)
    except ValidationError as error:
        raise row.problem(faults(error)[0]) from None


def faults(error: ValidationError) -> list[str]:
    """What is wrong with a row, each with its column."""
    found = []
    for one in error.errors(include_url=False):
        said = str(one.get("ctx", {}).get("error") or one["msg"])
        found.append(f"{one['loc'][0]}: {said}" if one["loc"] else said)
    return found


def columns_of(model: type[RowModel]) -> list[str]:
    """The columns that a row of `model` reads."""
    return [field.alias or name for name, field in model.model_fields.items()]


def filled(text: Any) -> Any:
    """Refuses an empty cell."""
    if not text:
        raise ValueError("the cell is empty; fill it in or remove the row")
    return text


def optional(parse: Callable[[str], Any]) -> BeforeValidator:
    """`parse` of a cell that may be empty."""
    return BeforeValidator(lambda text: parse(text) if text else None)


def one_of(choices: Sequence[str]) -> BeforeValidator:
    """A cell that holds one of `choices`."""

    def check(text: Any) -> Any:
        if text not in choices:
            raise ValueError(f"{text!r} is none of {', '.join(choices)}")
        return text

    return BeforeValidator(check)
