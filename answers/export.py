"""Rows -> CSV, JSON, Parquet. A cell that a spreadsheet would run as a formula is neutralised."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> str:
    """CSV text (RFC 4180) with a header; lists are joined by `; `, None is empty.

    A text cell that starts with = + - @, a tab or a carriage return gets a leading apostrophe."""
    names = list(columns) if columns is not None else list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # both signs then quote a cell that holds one
    writer.writerow(names)
    writer.writerows([[cell(row.get(name)) for name in names] for row in rows])
    return out.getvalue()


def to_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """A JSON list of row objects."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2, default=str) + "\n"


def to_parquet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """A Parquet file; pyarrow comes with the app."""
    import pyarrow
    import pyarrow.parquet

    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), sink)
    return sink.getvalue()


def cell(value: Any) -> Any:
    """One CSV cell, neutralised."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value
