"""`lithograph load` as a user types it, on the embedded store."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import Store
from tests.cli.conftest import Ran
from tests.ingest.datasets.folders import folder

Run = Callable[..., Ran]


@pytest.fixture
def loaded(lithograph: Run, embedded_store: Store, tmp_path: Path) -> Ran:
    """What loading a small folder printed."""
    return lithograph("load", "eto", str(folder(tmp_path)), "--date", "2025-01-15")


def test_what_was_written_is_printed(loaded: Ran, embedded_store: Store) -> None:
    assert loaded.code == 0
    assert "added" in loaded.out and "Writing" not in loaded.out
    assert "Writing" in loaded.err
    assert "15 statements and 15 entities are new" in loaded.err
    assert {one.statement.known_at for one in embedded_store.evidence()} == {"2025-01-15"}


def test_a_second_time_changes_nothing(loaded: Ran, lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    version = embedded_store.version()
    assert "1 already known" in lithograph("load", "eto", str(tmp_path)).err
    assert embedded_store.version() == version


def test_a_dry_run_writes_nothing(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    ran = lithograph("load", "eto", str(folder(tmp_path)), "--dry-run")
    assert "PROVIDES" in ran.out
    assert "nothing was written" in ran.err
    assert embedded_store.status().articles == 0


def test_an_error_is_one_sentence_and_leaves_nothing(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    ran = lithograph("load", "eto", str(folder(tmp_path, provision=("60%", "160%"))))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "provision.csv line 2" in ran.err
    assert embedded_store.status().articles == 0


def test_a_date_that_is_none_is_refused(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    assert "--date" in lithograph("load", "eto", str(folder(tmp_path)), "--date", "soon").err


def test_relations_of_ones_own_load_or_are_refused_with_every_line(lithograph: Run, embedded_store: Store, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("source,type,target,share\nA1,SUPPLIES,B1,40%\n")
    bad.write_text("source,type,target,share\nA1,SUPPLIES,C1,40%\nA1,SUPPLIES,,140%\n")
    refused, loaded = lithograph("load", "relations", str(bad)), lithograph("load", "relations", str(good))
    assert (refused.code, loaded.code) == (1, 0)
    assert "line 3: share: '140%'" in refused.err and "line 3: target: the name is empty" in refused.err
    assert [(edge.source, edge.target, edge.share_lo) for edge in embedded_store.edges()] == [("company:a1", "company:b1", 0.4)]
