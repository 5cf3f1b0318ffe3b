"""`lithograph query`, `store` and `export` as a user types them."""

import csv
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import Store, embedded
from queries import load_queries
from tests.cli.conftest import Ran
from tests.factory import entity, extraction, told

Run = Callable[..., Ran]


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """NVIDIA buys from TSMC and from a firm whose name a spreadsheet would run."""
    for text, name in (("TSMC supplies NVIDIA.", "TSMC"), ("=1+2 supplies NVIDIA.", "=1+2")):
        supplier = entity("Company", name)
        one = told(text, "SUPPLIES", supplier.id, "company:nvidia")
        embedded_store.write(extraction(one.article, one.statements, [supplier, entity("Company", "NVIDIA")]))
    return embedded_store


def test_the_list_names_every_query_with_its_parameters(lithograph: Run) -> None:
    rows = json.loads(lithograph("query", "list", "--format", "json").out)
    assert [row["name"] for row in rows] == sorted(load_queries())
    assert all(set(row) == {"name", "title", "question", "parameters"} for row in rows)
    assert len(list(csv.DictReader(io.StringIO(lithograph("query", "list", "--format", "csv").out)))) == len(rows)


def test_show_prints_the_text_that_runs(lithograph: Run) -> None:
    assert load_queries()["plans_due"].cypher in lithograph("query", "show", "plans_due").out


@pytest.mark.parametrize("given", [("--company", "nvidia", "--tiers", "1"), ("--company=company:nvidia", "--tiers=1")])
def test_run_takes_parameters_either_way(given: tuple[str, ...], lithograph: Run, filled: Store) -> None:
    ran = lithograph("query", "run", "suppliers_by_tier", *given, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert [row["supplier"] for row in json.loads(ran.out)] == ["=1+2", "TSMC"]


def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(lithograph: Run, filled: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(lithograph("query", "run", "suppliers_by_tier", "--format", "csv").out)))
    assert [row["supplier"] for row in rows] == ["'=1+2", "TSMC"]


def test_no_rows_are_an_answer(lithograph: Run, filled: Store) -> None:
    ran = lithograph("query", "run", "ownership_chain", "--format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


WRONG = {
    "no value": (("query", "run", "suppliers_by_tier", "--company"), "the parameter 'company' has no value"),
    "no option": (("query", "run", "suppliers_by_tier", "NVIDIA"), "write --name value"),
    "unknown parameter": (("query", "run", "suppliers_by_tier", "--firm", "x"), "no parameter 'firm'"),
    "out of bounds": (("query", "run", "suppliers_by_tier", "--tiers", "99"), "lies between"),
    "unknown query": (("query", "show", "plans_do"), "no saved query 'plans_do'"),
    "missing backup": (("store", "restore", "nowhere.jsonl"), "there is no file"),
    "unwritable backup": (("store", "backup", "no/such/folder.jsonl"), "cannot write"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_use_is_one_sentence(case: str, lithograph: Run, filled: Store) -> None:
    arguments, words = WRONG[case]
    ran = lithograph(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_export_is_the_canonical_dump(lithograph: Run, filled: Store, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in lithograph("export", "--format", "jsonl").out.splitlines()]
    assert lines == list(filled.dump())
    assert lithograph("export", "--out", str(tmp_path / "graph.jsonl")).out == ""
    assert [json.loads(line) for line in (tmp_path / "graph.jsonl").open()] == lines


@pytest.mark.parametrize("name", ["graph.jsonl", "graph.jsonl.gz"])
def test_a_backup_restores_what_was_there(name: str, lithograph: Run, filled: Store, tmp_path: Path) -> None:
    path = str(tmp_path / name)
    before = list(filled.dump())
    assert lithograph("store", "backup", path).code == 0
    assert name.endswith(".gz") == ((tmp_path / name).read_bytes()[:2] == b"\x1f\x8b")
    refused = lithograph("store", "restore", path)
    assert (refused.code, "not empty" in refused.err) == (1, True)
    filled.write(told("C supplies B.", "SUPPLIES", "company:c", "company:b"))
    assert lithograph("store", "restore", path, "--yes").code == 0
    assert list(filled.dump()) == before


BROKEN = {
    "no dump": b'{"kind": "node"}\n',
    "no object": b"[1, 2]\n",
    "a number": b"7\n",
    "no JSON": b"hello\n",
    "no text": b"\xff\xfe\n",
    "empty": b"",
    "cut short": gzip.compress(b'{"kind": "lithograph"}\n')[:-6],
    "an unknown label": b'{"kind": "lithograph", "schema_version": 1}\n{"kind": "node", "label": "Spy", "properties": {"id": "x"}}\n',
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_is_no_backup_leaves_the_graph_as_it_was(case: str, lithograph: Run, filled: Store, tmp_path: Path) -> None:
    path = tmp_path / ("graph.gz" if case == "cut short" else "graph.jsonl")
    path.write_bytes(BROKEN[case])
    before = list(filled.dump())
    ran = lithograph("store", "restore", str(path), "--yes")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert list(filled.dump()) == before


def test_wipe_asks_first(lithograph: Run, filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert lithograph("store", "wipe").code == 1
    assert filled.status().articles == 2
    assert lithograph("store", "wipe", "--yes").code == 0
    assert filled.status().articles == 0


def test_status_says_how_much_there_is(lithograph: Run, filled: Store) -> None:
    ran = lithograph("store", "status")
    assert "embedded" in ran.out
    assert "articles" in ran.out


def test_an_engine_is_started_asked_and_stopped(lithograph: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITHOGRAPH_HOME", str(tmp_path))
    assert "no" in lithograph("store", "status").out
    assert "not running" in lithograph("store", "stop").err
    assert lithograph("store", "start").code == 0
    engine = embedded.recorded(tmp_path)
    assert engine
    assert engine.alive
    assert "is stopped" in lithograph("store", "stop").err
    assert not engine.alive


def test_a_server_of_the_users_own_is_not_stopped(lithograph: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    ran = lithograph("store", "stop")
    assert (ran.code, "does not stop" in ran.err) == (1, True)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nsys.argv = ['lithograph', 'query', '--help']\nfrom cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
    )
    shown = f"{code}print([name for name in ('spacy', 'streamlit', 'neo4j') if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "[]"


def test_a_statement_is_judged_and_the_judgement_taken_back(lithograph: Run, filled: Store) -> None:
    wanted = next(item.statement.id for item in filled.evidence() if item.statement.subject == "company:tsmc")
    ran = lithograph("judge", wanted, "wrong", "--note", "a namesake")
    assert (ran.code, "reject" in ran.out, "a namesake" in ran.out) == (0, True, True)
    assert len(filled.edges()) == 1
    article = next(item.statement.article for item in filled.evidence([wanted]))
    listed = json.loads(lithograph("query", "run", "article_statements", "--article", article, "--format", "json").out)
    assert [row["judgement"] for row in listed] == ["reject"]
    assert lithograph("judge", wanted, "undo").code == 0
    assert len(filled.edges()) == 2
    assert "was not judged" in lithograph("judge", wanted, "undo").err
    assert lithograph("judge", "statement:gone", "right").code == 1
