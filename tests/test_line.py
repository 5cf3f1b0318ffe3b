"""The running line, whole: the sample corpus and the first article, read, kept, asked, taken out; on both engines."""

from collections import Counter
from pathlib import Path

import pytest

from answers.reliance import answer
from answers.snapshot import snapshot
from graph.store import Store
from ingest.pipeline import ingest
from ingest.reader import Given
from ingest.sample import FOLDER, load_sample
from tests.conftest import DATA

ALIBABA = DATA / "articles" / "alibaba-52bn.txt"
GIVEN = Given(published_at="2025-02-24", publisher="Deepknows")


def sources() -> list[str]:
    """Some articles that share entities."""
    if not ALIBABA.exists():
        pytest.skip(f"the reference article is not at {ALIBABA}; set LITHOGRAPH_DATA")
    return [str(ALIBABA), *(str(path) for path in sorted(FOLDER.glob("2025-*.md"))[:4])]


def test_the_sample_corpus_makes_an_interesting_first_page(embedded_store: Store) -> None:
    report = load_sample(embedded_store)
    assert report.skipped == ()
    held = snapshot(embedded_store)
    types = Counter(entity.type for entity in held.entities.values())
    assert types["Company"] >= 60
    assert types["Country"] >= 12
    assert types["Policy"] >= 8
    assert len(answer(held, "Microsoft", "ASML").paths[0].hops) >= 3
    assert {article.source_kind for article in held.articles.values()} == {"sample"}
    kinds = Counter((item.statement.modality, item.statement.polarity) for item in held.evidence.values())
    assert kinds["planned", "affirmed"] and kinds["actual", "negated"] and kinds["possible", "affirmed"]


def test_it_goes_out_without_a_trace(embedded_store: Store) -> None:
    before = list(embedded_store.dump())
    load_sample(embedded_store)
    embedded_store.remove_articles(source_kind="sample")
    assert list(embedded_store.dump()) == before


def test_twice_changes_nothing_and_no_order_shows(store: Store) -> None:
    ingest(sources(), store, GIVEN)
    first, version = list(store.dump()), store.version()
    assert "0 articles added" in ingest(sources(), store, GIVEN).summary
    assert store.version() == version
    store.wipe()
    ingest(sources()[::-1], store, GIVEN)
    assert list(store.dump()) == first


def test_both_engines_hold_the_same_graph(embedded_store: Store, neo4j_store: Store) -> None:
    ingest(sources(), embedded_store, GIVEN)
    ingest(sources()[::-1], neo4j_store, GIVEN)
    assert list(embedded_store.dump()) == list(neo4j_store.dump())


def test_how_reliant_is_alibaba_on_nvidia(store: Store) -> None:
    ingest(sources()[:1], store, GIVEN)
    found = answer(snapshot(store), "Alibaba", "NVIDIA")
    assert "size not stated" in found.finding
    assert (found.readings.face.lo, found.readings.face.hi) == (0.0, 1.0)
    said = found.paths[0].hops[0].statements[0]
    assert "reducing dependency on NVIDIA" in said.sentence
    assert ALIBABA.read_text(encoding="utf-8")[said.start : said.end] == said.sentence


def test_a_source_that_fails_leaves_the_others_and_the_store_whole(embedded_store: Store, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("TSMC supplies NVIDIA with chips, the firm said on Monday.")
    bad.write_bytes(b"\x00\x01\x02")
    report = ingest([str(bad), str(good), str(tmp_path / "none.txt")], embedded_store)
    assert Counter(line.outcome for line in report.lines) == Counter({"skipped": 2, "added": 1})
    assert embedded_store.status().articles == 1
