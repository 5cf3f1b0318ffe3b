"""`reliance`, `exposure`, `concentration` and `chokepoints` on the graph, on a table of supply and on a folder of market data."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import Store
from tests.cli.conftest import Ran
from tests.conftest import DATA
from tests.factory import entity, extraction, told

Run = Callable[..., Ran]
FILES = DATA / "datasets" / "eto"
TABLE = """buyer,supplier,product,share,country
A,B,,0.5,Taiwan
A,C,chips,,Japan
B,A,,0.5,
B,C,,0.3,Japan
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "supply.csv"
    path.write_text(TABLE)
    return str(path)


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """NVIDIA buys from TSMC, TSMC .9 from ASML; they stand in Taiwan and the Netherlands."""
    names = [entity("Company", "TSMC", country="TW"), entity("Company", "NVIDIA"), entity("Company", "ASML", country="NL")]
    names += [entity("Country", "Taiwan", country="TW"), entity("Country", "Netherlands", country="NL")]
    for one in (
        told("TSMC supplies NVIDIA.", "SUPPLIES", "company:tsmc", "company:nvidia", share_lo=1.0, share_hi=1.0),
        told("ASML supplies TSMC.", "SUPPLIES", "company:asml", "company:tsmc", share_lo=0.9, share_hi=0.9),
    ):
        embedded_store.write(extraction(one.article, one.statements, names))
    return embedded_store


@pytest.fixture
def folder() -> str:
    if not FILES.is_dir():
        pytest.skip(f"the ETO files are not at {FILES}; set LITHOGRAPH_DATA")
    return str(FILES)


def test_one_buyer_on_every_country_upstream_of_it(lithograph: Run, filled: Store) -> None:
    rows = {row["target"]: row for row in json.loads(lithograph("exposure", "--buyer", "NVIDIA", "--format", "json").out)}
    assert set(rows) == {"country:taiwan", "country:netherlands"}
    assert (rows["country:netherlands"]["face"], rows["country:netherlands"]["hidden"]) == (0.0, 0.9)


def test_everybody_on_some_targets(lithograph: Run, filled: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(lithograph("exposure", "ASML", "Taiwan", "--format", "csv").out)))
    assert {(row["buyer_name"], row["target_name"]) for row in rows} == {("NVIDIA", "Taiwan"), ("NVIDIA", "ASML"), ("TSMC", "ASML")}


def test_exposure_needs_targets_or_a_buyer(lithograph: Run, embedded_store: Store) -> None:
    for arguments in ((), ("ASML", "--buyer", "TSMC")):
        assert lithograph("exposure", *arguments).code == 2


def test_several_targets_count_as_one(lithograph: Run, filled: Store) -> None:
    found = json.loads(lithograph("reliance", "NVIDIA", "ASML", "TSMC", "--format", "json").out)
    assert found["targets"] == ["company:asml", "company:tsmc"]
    assert found["readings"]["face"]["lo"] == 1.0


def test_tiers_can_be_capped(lithograph: Run, filled: Store) -> None:
    found = json.loads(lithograph("reliance", "NVIDIA", "ASML", "--max-hops", "1", "--format", "json").out)
    assert found["readings"]["linear"]["hi"] == 0.0


def test_flows_alone_leave_out_tools(lithograph: Run, embedded_store: Store) -> None:
    scanner = entity("Product", "EUV scanner")
    one = told("ASML supplies TSMC with scanners.", "SUPPLIES", "company:asml", "company:tsmc", product=scanner.id)
    embedded_store.write(extraction(one.article, one.statements, [scanner, entity("Company", "ASML"), entity("Company", "TSMC")]))
    for options, hi in (((), 1.0), (("--flows",), 0.0)):
        found = json.loads(lithograph("reliance", "TSMC", "ASML", "--format", "json", *options).out)
        assert found["readings"]["leontief"]["hi"] == hi


def test_concentration_by_owner_and_country(lithograph: Run, filled: Store) -> None:
    for level in ("supplier", "owner", "country"):
        rows = json.loads(lithograph("concentration", "TSMC", "--by", level, "--format", "json").out)
        assert rows[0]["hhi"] == {"lo": pytest.approx(0.81), "central": pytest.approx(0.81), "hi": pytest.approx(0.82)}
        assert rows[0]["single_source"]


def test_a_table_answers_in_place_of_the_graph(lithograph: Run, table: str) -> None:
    found = json.loads(lithograph("reliance", "A", "C", "--network", table, "--format", "json").out)
    assert (found["readings"]["leontief"]["lo"], found["readings"]["leontief"]["hi"]) == (0.2, 1.0)
    rows = json.loads(lithograph("exposure", "Japan", "--network", table, "--format", "json").out)
    assert {row["buyer_name"] for row in rows} == {"A", "B"}
    assert json.loads(lithograph("chokepoints", "A", "--network", table, "--format", "json").out)
    assert lithograph("concentration", "--network", table).code == 0


def test_a_table_has_no_dates(lithograph: Run, table: str) -> None:
    ran = lithograph("reliance", "A", "C", "--network", table, "--as-of", "2025-01-01")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "no dates" in ran.err


def test_an_empty_table_has_no_chokepoints(lithograph: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("buyer,supplier\n")
    ran = lithograph("chokepoints", "--network", str(path))
    assert ran.code == 0
    assert "No supply is documented." in ran.err


def test_a_denial_in_a_folder_prints_the_agreed_shape(lithograph: Run, folder: str) -> None:
    ran = lithograph(*f"chokepoints --target N99 --deny NLD,JPN --graph G0 --evidence stated --format json --data {folder}".split())
    found = json.loads(ran.out)
    assert list(found) == ["target", "deny", "graph", "evidence", "readings", "binding"]
    assert list(found["readings"]) == ["L1", "L2", "LO", "L2_short", "L2_rho10", "W1", "W2", "S1", "S2", "S3", "face", "hidden"]
    assert found["deny"] == ["NLD", "JPN"]
    assert found["binding"] == {"id": "N19", "name": "Advanced photolithography equipment"}


def test_a_folder_ranks_every_provider_and_every_input(lithograph: Run, folder: str) -> None:
    rows = json.loads(lithograph("chokepoints", "--data", folder, "--most", "3", "--format", "json").out)
    assert [row["deny"] for row in rows] == ["DEU", "PVA TePla", "CHN"]
    shapes = json.loads(lithograph("concentration", "--data", folder, "--format", "json").out)
    assert next(row for row in shapes if row["id"] == "N22")["hhi_lo"] == pytest.approx(0.8362)


def test_draws_are_beside_the_readings_where_asked_for(lithograph: Run, folder: str) -> None:
    found = json.loads(lithograph("chokepoints", "--data", folder, "--deny", "JPN", "--draws", "100", "--format", "json").out)
    assert found["sampled"]["draws"] == 100


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--deny", "NLD"), "go with --data"),
        (("NVIDIA", "--data", "."), "leave out the buyer"),
        (("--data", "nowhere"), "no folder"),
    ],
)
def test_options_that_do_not_go_together_are_one_sentence(lithograph: Run, arguments: tuple[str, ...], says: str) -> None:
    ran = lithograph("chokepoints", *arguments)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert says in ran.err


def test_an_unknown_provider_is_one_sentence(lithograph: Run, folder: str) -> None:
    ran = lithograph("chokepoints", "--data", folder, "--deny", "ASLM")
    assert (ran.code, "did you mean 'ASML'" in ran.err) == (1, True)
