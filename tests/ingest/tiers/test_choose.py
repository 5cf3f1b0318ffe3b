"""`--extractor` as a user types it: on the command line, into the graph, and what is said where a tier fails."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.store import Store
from ingest.extract import EXTRACTOR, RulesExtractor
from ingest.pipeline import ingest
from ingest.tiers import choose
from ingest.tiers.choose import Merged
from ingest.tiers.llm import LlmExtractor
from tests.cli.conftest import Ran, lithograph  # noqa: F401 - a fixture
from tests.factory import article
from tests.ingest.tiers.conftest import Stub

Run = Callable[..., Ran]
# The rules are less sure of this wording than agreement may make anything (CAP), so that it is seen to make them surer.
TEXT = "TSMC supplies NVIDIA. Zorvex Systems and Qalmor Optics are somehow tied.\n"
ANSWER = {
    "entities": [
        {"id": "1", "type": "COMPANY", "name": "TSMC", "also": []},
        {"id": "2", "type": "COMPANY", "name": "NVIDIA", "also": []},
        {"id": "3", "type": "COMPANY", "name": "Zorvex Systems", "also": []},
        {"id": "4", "type": "COMPANY", "name": "Qalmor Optics", "also": []},
    ],
    "facts": [
        {"type": type, "subject": subject, "object": object, "polarity": "affirmed", "modality": "actual", "quote": quote}
        for type, subject, object, quote in (
            ("SUPPLIES", "1", "2", "TSMC supplies NVIDIA."),
            ("PARTNERS_WITH", "3", "4", "Zorvex Systems and Qalmor Optics are somehow tied."),
        )
    ],
}


def test_rules_and_a_language_model_agree(stub: Stub, reader: Callable[..., LlmExtractor]) -> None:
    stub.says(ANSWER)
    rules, llm = RulesExtractor(), reader()
    merged, again = (Merged([rules, llm]).extract(article(TEXT)) for _ in range(2))
    held = {(one.type, one.subject): one for one in merged.statements}
    alone = [one for one in rules.extract(article(TEXT)).statements if one.type == "SUPPLIES"]
    both = held["SUPPLIES", "company:tsmc"]
    assert (both.extractor, both.pattern) == (f"{EXTRACTOR}+llm-1:small", alone[0].pattern)
    assert both.confidence > alone[0].confidence
    assert held["PARTNERS_WITH", "company:zorvex-systems"].extractor == "llm-1:small"
    assert merged.extractor == f"{EXTRACTOR}+llm-1:small"
    assert merged.model_dump_json() == again.model_dump_json()


def test_unknown_extractors_are_named() -> None:
    with pytest.raises(SettingsError, match="no extractor 'rule'.*did you mean 'rules'"):
        choose("rule+llm")
    assert choose("rules").name == EXTRACTOR


@pytest.fixture
def news(tmp_path: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article, with the settings of the stub."""
    monkeypatch.setenv("LITHOGRAPH_LLM_URL", stub.url)
    monkeypatch.setenv("LITHOGRAPH_LLM_MODEL", "small")
    path = tmp_path / "news.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No answer is kept; the graph stays where it is."""
    monkeypatch.setattr("ingest.tiers.cache.folder", lambda: tmp_path / "answers")


def test_extract_with_a_language_model(lithograph: Run, stub: Stub, news: Path, empty_cache: None) -> None:  # noqa: F811
    stub.says(ANSWER)
    ran = lithograph("extract", str(news), "--extractor", "llm", "--format", "json")
    assert {one["pattern"] for one in json.loads(ran.out)["news"]["relations"]} == {"llm.SUPPLIES", "llm.PARTNERS_WITH"}
    stub.says("no")
    other = news.with_name("other.txt")
    other.write_text(TEXT + "More.\n")
    failed = lithograph("extract", str(other), "--extractor", "rules+llm")
    assert (failed.code, failed.err.count("\n")) == (1, 1)
    assert "no JSON object" in failed.err


@pytest.mark.parametrize("extractor", ["llm", "rules+gliner"])
@pytest.mark.parametrize("more", [("--workers", "2"), ("--given-entities",)], ids=["workers", "given entities"])
def test_what_goes_only_with_the_rules(more: tuple[str, ...], extractor: str, lithograph: Run, news: Path) -> None:  # noqa: F811
    ran = lithograph("extract", str(news), "--extractor", extractor, *more)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err == f"lithograph: {' '.join(more)} is for the rules alone; leave it out with --extractor {extractor}\n"


@pytest.mark.parametrize("more", [("--show", "misses"), ("--given-entities",)], ids=["misses", "given entities"])
def test_workers_read_articles_alone(more: tuple[str, ...], lithograph: Run, news: Path) -> None:  # noqa: F811
    ran = lithograph("extract", str(news), "--workers", "2", *more)
    assert (ran.code, ran.err) == (2, f"lithograph: --workers 2 is for articles; leave it out with {' '.join(more)}\n")


def test_ingest_refuses_workers_before_a_graph_is_opened(lithograph: Run, news: Path) -> None:  # noqa: F811
    assert lithograph("ingest", str(news), "--extractor", "llm", "--workers", "2").code == 2


def test_the_misses_of_a_language_model(lithograph: Run, stub: Stub, news: Path, empty_cache: None) -> None:  # noqa: F811
    stub.says(ANSWER)
    names = [{"type": "COMPANY", "name": name, "entity": name, "kind": "name"} for name in ("TSMC", "NVIDIA", "Zorvex Systems")]
    placed = [{**one, "start": TEXT.index(one["name"]), "end": TEXT.index(one["name"]) + len(one["name"])} for one in names]
    news.with_suffix(".json").write_text(json.dumps({"entities": placed, "relations": []}))
    ran = lithograph("extract", str(news), "--extractor", "llm", "--show", "misses", "--format", "json")
    assert {"Qalmor Optics", "PARTNERS_WITH"} <= {word for row in json.loads(ran.out) for word in (row["text"], row["type"])}
    assert "entities precision 0.75, recall 1.00" in ran.err


def test_a_failed_article_is_skipped_and_read_later(
    embedded_store: Store, stub: Stub, reader: Callable[..., LlmExtractor], news: Path, empty_cache: None
) -> None:
    stub.says("no", ANSWER)
    extractor = Merged([RulesExtractor(), reader()])
    first, second, third = (ingest([str(news)], embedded_store, extractor=extractor) for _ in range(3))
    assert [one.lines[0].outcome for one in (first, second, third)] == ["skipped", "added", "known"]
    assert "no JSON object" in (first.lines[0].reason or "")
    assert {item.statement.extractor for item in embedded_store.evidence()} >= {"llm-1:small", f"{EXTRACTOR}+llm-1:small"}
