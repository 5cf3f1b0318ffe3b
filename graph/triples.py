"""A table of supply, CSV or Parquet -> Network, for networks that are no news: all rows or none.

Columns `buyer` and `supplier` are required; `product` (else unspecified), `share`, or `share_lo` and `share_hi` (else 0 to 1),
`weight` (the product's part of the buyer's purchases), `p` and `country` (where the supplier stands) may be there.
A name is an id such as `chip:h20`, else that of a firm, in `country` of a country; docs/datasets.md shows an example."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from graph.errors import DataSetError, MissingSource, UnreadableSource
from graph.evidence import slug
from graph.memory import require
from graph.network import UNSPECIFIED, Essentiality, Floats, Ints, Network, Operator
from graph.ontology import NODE_TYPES
from graph.triple_checks import bounds, once, sums, weights

COLUMNS = ("buyer", "supplier", "product", "share", "share_lo", "share_hi", "weight", "p", "country")
NUMBERS = ("share", "share_lo", "share_hi", "weight", "p")
PREFIXES = frozenset(node.prefix for node in NODE_TYPES)
BYTES_A_ROW, BYTES_A_LINE = 330, 20
"""Memory a row takes while it is read and solved (measured: docs/methods.md, "Scale"), and the shortest usual line."""


def read_triples(path: Path) -> Network:
    """The network of the table in `path`.

    Raises
    ------
    SourceError
        In one sentence: no such file, a column that is missing or unknown, more rows than the free memory holds.
    DataSetError
        Naming the first row that does not fit: a share that is no number from 0 to 1, bounds the wrong way round, a
        supplier listed twice in a group, a group whose least shares sum above 1, weights of one buyer that do."""
    table = _columns(_read(path), path)
    names, buyer, supplier = _ids(table)
    products, product = _codes(table["product"])
    order = np.lexsort((supplier, product, buyer))
    lo, hi, weight, p = (_number(table, name, order, path) for name in ("share_lo", "share_hi", "weight", "p"))
    bounds(lo, hi, order, path)
    buyer, product, supplier = buyer[order], product[order], supplier[order]
    new = np.append(True, (np.diff(buyer) != 0) | (np.diff(product) != 0)) if len(order) else np.zeros(0, dtype=bool)
    once(new, supplier, order, path)
    start = np.flatnonzero(new)
    sums(lo, start, order, path)

    inputs = [name if name == UNSPECIFIED else _id(name, "product") for name in products]
    places = _places(table, names, supplier, order) if "country" in table.column_names else {}
    return Network(
        ids=[_id(name, "company") for name in names],
        buyer=buyer[start],
        product=[inputs[code] for code in product[start]],
        operator=np.full(len(start), Operator.POOL, dtype=np.int64),
        essentiality=np.full(len(start), Essentiality.UNKNOWN, dtype=np.int64),
        weight=weights(weight, buyer, start, order, path),
        start=start,
        supplier=supplier,
        share_lo=lo,
        share_hi=hi,
        prior=np.broadcast_to(np.nan, len(order)),
        p=p,
        countries=places,
    )


def _id(name: str, usual: str) -> str:
    """`name` if it is an id, else the id of what it usually names."""
    return name if name.partition(":")[0] in PREFIXES and ":" in name else f"{usual}:{slug(name) if usual == 'country' else name}"


def _read(path: Path) -> pa.Table:
    if not path.is_file():
        raise MissingSource(f"there is no file {str(path)!r}")
    try:
        if path.suffix == ".parquet":
            require(parquet.read_metadata(path).num_rows, BYTES_A_ROW, path.name)
            return parquet.read_table(path)
        require(path.stat().st_size // BYTES_A_LINE, BYTES_A_ROW, path.name)
        return csv.read_csv(path, convert_options=csv.ConvertOptions(null_values=[""], strings_can_be_null=True))
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        raise UnreadableSource(f"{path.name} cannot be read as a table: {str(error).splitlines()[0]}") from None


def _columns(table: pa.Table, path: Path) -> pa.Table:
    """The table with every column filled in."""
    unknown = [name for name in table.column_names if name not in COLUMNS]
    if unknown:
        raise DataSetError(f"{path.name} has an unknown column {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    for name in {"buyer", "supplier", "product", "country"} & set(table.column_names):
        text = table[name].cast(pa.string())
        filled = pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
        table = table.set_column(table.column_names.index(name), name, filled)
    for name in ("buyer", "supplier"):
        if name not in table.column_names:
            raise DataSetError(f"{path.name} has no column {name!r}; name the buyer and the supplier of each row")
        if table[name].null_count:
            row = pc.index(pc.is_null(table[name]), pa.scalar(True)).as_py()
            raise DataSetError(f"{path.name}, row {row + 1}: the {name} is empty; fill it in")
    ends = {"share_lo": "share", "share_hi": "share"} if "share" in table.column_names else {}
    standing = {"share_lo": 0.0, "share_hi": 1.0, "weight": None, "p": 1.0, "product": UNSPECIFIED}
    for name, value in standing.items():
        if name not in table.column_names:
            column = (
                table[ends[name]]
                if name in ends
                else pa.repeat(pa.scalar(value, pa.string() if name == "product" else pa.float64()), len(table))
            )
            table = table.append_column(name, column)
    return table


def _ids(table: pa.Table) -> tuple[list[str], Ints, Ints]:
    """All names, sorted, and the positions of buyers and suppliers."""
    both = pa.chunked_array([*table["buyer"].cast(pa.string()).chunks, *table["supplier"].cast(pa.string()).chunks], pa.string())
    names, codes = _codes(both)
    return names, codes[: len(table)], codes[len(table) :]


def _codes(column: pa.ChunkedArray) -> tuple[list[str], Ints]:
    """The distinct values, sorted, and each value's place among them."""
    encoded = pc.dictionary_encode(pc.fill_null(column.cast(pa.string()), UNSPECIFIED)).combine_chunks()
    encoded = encoded.chunk(0) if isinstance(encoded, pa.ChunkedArray) else encoded
    order = pc.sort_indices(encoded.dictionary).to_numpy()
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return encoded.dictionary.take(pa.array(order)).to_pylist(), rank[encoded.indices.to_numpy()]


def _number(table: pa.Table, name: str, order: Ints, path: Path) -> Floats:
    """The column in order; an empty cell is unknown: the widest bound, no weight, certain."""
    try:
        column = table[name].cast(pa.float64())
    except pa.ArrowInvalid as error:
        raise DataSetError(f"{path.name}: the column {name!r} holds what is no number: {str(error).splitlines()[0]}") from None
    empty = {"share_lo": 0.0, "share_hi": 1.0, "p": 1.0}.get(name)
    if empty is not None:
        column = pc.fill_null(column, empty)
    values = column.to_numpy()
    wrong = np.flatnonzero(~((values >= 0) & (values <= 1)) & ~(np.isnan(values) & column.is_null().to_numpy()))
    if len(wrong):
        raise DataSetError(f"{path.name}, row {wrong[0] + 1}: {name} is {values[wrong[0]]:g}; it must be a part from 0 to 1")
    found: Floats = values[order]
    return found


def _places(table: pa.Table, names: list[str], supplier: Ints, order: Ints) -> dict[str, dict[str, float]]:
    """Supplier -> its country, the last that a row names; suppliers in one country share one entry."""
    countries = table["country"].cast(pa.string()).to_pylist()
    parts: dict[str, dict[str, float]] = {}
    return {
        _id(names[node], "company"): parts.setdefault(place, {_id(place, "country"): 1.0})
        for node, row in zip(supplier.tolist(), order.tolist(), strict=True)
        if (place := countries[row])
    }
