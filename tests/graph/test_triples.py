"""A table of supply: what it may hold, and what is refused with its row."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import csv, parquet

from graph.errors import DataSetError, LithographError, MissingSource, TooLarge, UnreadableSource
from graph.network import UNSPECIFIED
from graph.triples import read_triples
from risk.reliance import reliance
from risk.target import target

TABLE = """buyer,supplier,product,share,weight,country
A,B,,0.5,0.5,Taiwan
A,C,chips,,0.5,Japan
B,A,,0.5,,
B,C,,0.3,,Japan
"""


def table(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text)
    return path


def test_a_table_is_a_network(tmp_path: Path) -> None:
    network = read_triples(table(tmp_path, TABLE))
    assert list(network.ids) == ["company:A", "company:B", "company:C"]
    assert list(network.product) == ["product:chips", UNSPECIFIED, UNSPECIFIED]
    assert network.share_hi.tolist() == [1.0, 0.5, 0.5, 0.3]
    assert reliance(network, "company:B", "company:C").face.hi == pytest.approx(0.3)
    assert set(target(network, "company:C").members) == {"company:C"}
    assert network.countries["company:B"] == {"country:taiwan": 1.0}


def test_parquet_reads_as_csv_does(tmp_path: Path) -> None:
    path = table(tmp_path, TABLE)
    parquet.write_table(csv.read_csv(path), tmp_path / "table.parquet")
    one, two = read_triples(path), read_triples(tmp_path / "table.parquet")
    assert (list(one.ids), one.share_lo.tolist(), one.weight.tolist()[:2]) == (
        list(two.ids),
        two.share_lo.tolist(),
        two.weight.tolist()[:2],
    )


def test_an_empty_table_is_an_empty_network(tmp_path: Path) -> None:
    network = read_triples(table(tmp_path, "buyer,supplier\n"))
    assert (len(network.ids), len(network.start)) == (0, 0)


def test_ids_stay_what_they_are(tmp_path: Path) -> None:
    assert "chip:h20" in read_triples(table(tmp_path, "buyer,supplier\nchip:h20,TSMC\n")).ids


REFUSED = {
    "share over one": ("A,D,,1.5,,\n", "row 5: share_lo is 1.5"),
    "negative": ("A,D,,-0.1,,\n", "row 5: share_lo is -0.1"),
    "not a number": ("A,D,,nan,,\n", "row 5: share_lo is nan"),
    "a word": ("A,D,,much,,\n", "no number"),
    "group above one": ("A,D,,0.6,,\n", "rows 1, 5: the shares of one group sum to 1.1"),
    "supplier twice": ("A,B,,0.1,,\n", "rows 1 and 5: one supplier twice"),
    "no buyer": (",B,,0.1,,\n", "row 5: the buyer is empty"),
    "two weights": ("A,D,,0.1,0.2,\n", "different weights"),
    "weights above one": ("A,D,gas,0.1,0.2,\n", "weights of this buyer's products sum to 1.2"),
}


@pytest.mark.parametrize(("row", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(DataSetError, match=says):
        read_triples(table(tmp_path, TABLE + row))


HEADERS = {
    "unknown column": ("buyer,supplier,shares\nA,B,1\n", DataSetError, "unknown column 'shares'"),
    "no supplier": ("buyer\nA\n", DataSetError, "no column 'supplier'"),
    "bounds turned": ("buyer,supplier,share_lo,share_hi\nA,B,0.5,0.4\n", DataSetError, "row 1: share_lo 0.5 is above share_hi 0.4"),
    "no table": ("buyer,supplier\nA,B,C\n", UnreadableSource, "cannot be read as a table"),
}


@pytest.mark.parametrize(("text", "error", "says"), HEADERS.values(), ids=HEADERS.keys())
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str, error: type[LithographError], says: str) -> None:
    with pytest.raises(error, match=says):
        read_triples(table(tmp_path, text))


def test_no_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match="no file"):
        read_triples(tmp_path / "nothing.csv")


def test_more_than_the_memory_holds_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.memory.free", lambda: 10_000)
    path = tmp_path / "table.parquet"
    parquet.write_table(pa.table({"buyer": ["A"] * 1000, "supplier": [str(number) for number in range(1000)]}), path)
    with pytest.raises(TooLarge, match="about 1,000 rows"):
        read_triples(path)
