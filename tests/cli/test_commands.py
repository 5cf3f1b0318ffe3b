"""The commands as a user types them, on the embedded store: results on standard output, one sentence on failure."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import Store
from tests.cli.conftest import Ran
from tests.factory import entity, extraction, told

Run = Callable[..., Ran]
NEWS = "TSMC supplies chips to NVIDIA. NVIDIA relies on TSMC for advanced chips.\n"


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """NVIDIA buys from TSMC, TSMC from ASML."""
    names = [entity("Company", "TSMC"), entity("Company", "NVIDIA"), entity("Company", "ASML")]
    for one in (
        told("TSMC supplies NVIDIA.", "SUPPLIES", "company:tsmc", "company:nvidia"),
        told("ASML supplies TSMC.", "SUPPLIES", "company:asml", "company:tsmc", share_lo=0.9, share_hi=1.0),
    ):
        embedded_store.write(extraction(one.article, one.statements, names))
    return embedded_store


def test_help_needs_neither_spacy_nor_streamlit_nor_the_driver() -> None:
    code = "import sys, cli.app; print([m for m in ('spacy', 'streamlit', 'neo4j', 'trafilatura', 'networkx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_article_in_and_an_answer_out(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    first, second = lithograph("ingest", str(path), "--date", "2025-01-02"), lithograph("ingest", str(path), "--date", "2025-01-02")
    assert (first.code, second.code) == (0, 0)
    assert "added" in first.out
    assert "1 already known" in second.err
    found = json.loads(lithograph("reliance", "NVIDIA", "TSMC", "--format", "json").out)
    assert found["documented"]
    assert found["paths"][0]["hops"][0]["statements"][0]["sentence"] in NEWS


def test_extract_prints_the_exchange_format_and_stores_nothing(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    before = embedded_store.version()
    found = json.loads(lithograph("extract", str(path), "--format", "json").out)["news"]
    assert {(entity["type"], NEWS[entity["start"] : entity["end"]]) for entity in found["entities"]} >= {
        ("COMPANY", "TSMC"),
        ("COMPANY", "NVIDIA"),
    }
    assert "SUPPLIES" in {relation["type"] for relation in found["relations"]}
    assert embedded_store.version() == before
    table = lithograph("extract", str(path))
    assert "SUPPLIES" in table.out


def test_misses_are_shown_against_a_gold_beside_the_article(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    gold = {"entities": [{"type": "COMPANY", "name": "chips", "start": 14, "end": 19, "kind": "name", "entity": "chips"}], "relations": []}
    (tmp_path / "news.json").write_text(json.dumps(gold))
    shown, compared = lithograph("extract", str(path), "--show", "misses", "--format", "json"), lithograph("compare", str(path))
    rows = json.loads(shown.out)
    assert {"chips", "TSMC"} <= {row["text"] for row in rows}
    assert all(row["sentence"] in NEWS for row in rows)
    assert "missed" in compared.out
    assert "1 article: entities" in compared.err


def test_extract_shows_entities_and_unrelated_pairs(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("TSMC and Tokyo Electron met in Taiwan.\n")
    entities = json.loads(lithograph("extract", str(path), "--show", "entities", "--format", "json").out)
    assert {"TSMC", "Tokyo Electron", "Taiwan"} <= {row["text"] for row in entities}
    assert "Tokyo Electron" in lithograph("extract", str(path), "--show", "candidates").out


def test_reliance_as_a_table_opens_its_sentences(lithograph: Run, filled: Store) -> None:
    ran = lithograph("reliance", "nvidia", "asml")
    assert ran.code == 0
    assert "NVIDIA <- TSMC <- ASML" in ran.out
    assert "“ASML supplies TSMC.”" in ran.out


def test_chokepoints_and_scores_come_in_every_format(lithograph: Run, filled: Store, tmp_path: Path) -> None:
    rows = json.loads(lithograph("chokepoints", "nvidia", "--format", "json").out)
    assert {row["entity"] for row in rows} == {"company:tsmc", "company:asml"}
    assert list(csv.DictReader(io.StringIO(lithograph("chokepoints", "--format", "csv").out)))
    for ending in ("csv", "json", "parquet"):
        assert lithograph("score", "--out", str(tmp_path / f"scores.{ending}")).code == 0
    assert len(list(csv.DictReader((tmp_path / "scores.csv").open()))) == 3
    assert len(json.loads((tmp_path / "scores.json").read_text())) == 3
    listed = tmp_path / "list.txt"
    listed.write_text("TSMC\n")
    assert [row["name"] for row in json.loads(lithograph("score", "--list", str(listed), "--format", "json").out)] == ["TSMC"]


def test_profile_shows_both_sides(lithograph: Run, filled: Store) -> None:
    ran = lithograph("profile", "TSMC")
    assert "Suppliers and inputs" in ran.out
    assert "Customers and dependants" in ran.out


WRONG = {
    "unknown entity": (("reliance", "NVIDAI", "TSMC"), 1, "did you mean 'NVIDIA'"),
    "missing file": (("ingest", "nowhere.txt"), 1, "no file or folder"),
    "missing file for extract": (("extract", "nowhere.txt", "--format", "json"), 1, "no file or folder"),
    "no gold": (("compare", __file__), 1, "there is no gold"),
    "wrong date": (("ingest", "x.txt", "--date", "tomorrow"), 1, "no date"),
    "wrong as-of": (("reliance", "NVIDIA", "TSMC", "--as-of", "someday"), 1, "no date"),
    "wrong kind": (("ingest", "x.txt", "--kind", "gossip"), 1, "none of"),
    "wrong ending": (("score", "--out", "scores.doc"), 1, "cannot tell how"),
    "unwritable": (("score", "--out", "no/such/folder/scores.csv"), 1, "cannot write"),
    "unknown corpus": (("corpus", "remove", "other"), 1, "no corpus"),
    "private address": (("ingest", "http://127.0.0.1:1/a"), 1, "refused"),
    "unknown option": (("ingest", "--colour", "red"), 2, "No such option"),
    "unknown query": (("query", "run", "supliers_by_tier"), 1, "did you mean"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_use_is_one_sentence_and_changes_nothing(case: str, lithograph: Run, filled: Store) -> None:
    arguments, code, words = WRONG[case]
    before = filled.version()
    ran = lithograph(*arguments)
    assert ran.code == code
    assert words in ran.err.replace("\n", " ")
    assert "Traceback" not in ran.err
    assert filled.version() == before


def test_a_dead_server_is_one_sentence() -> None:
    environment = {**os.environ, "NEO4J_URI": "bolt://127.0.0.1:1"}
    command = [sys.executable, "-c", "from cli import main; main()", "reliance", "NVIDIA", "TSMC"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == ["lithograph: the graph server at bolt://127.0.0.1:1 does not answer; is it running?"]
