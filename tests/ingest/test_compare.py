"""Gold files and candidates; the comparison itself is tested where it is scored, in tests/benchmarks."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import MissingSource, UnreadableSource
from ingest.compare import document
from ingest.compare.candidates import candidates
from ingest.compare.gold import read_annotated

TEXT = "TSMC supplies chips to NVIDIA. NVIDIA rivals AMD in Taiwan."


def mention(name: str, type: str = "COMPANY", start: int | None = None) -> dict[str, Any]:
    first = TEXT.index(name) if start is None else start
    return {"type": type, "name": name, "start": first, "end": first + len(name), "kind": "name", "entity": name}


def test_gold_lies_beside_the_article_or_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text(TEXT)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "news.json").write_text(json.dumps({"doc_id": "news", "entities": [mention("TSMC")], "relations": []}))
    with pytest.raises(MissingSource, match="--gold"):
        list(read_annotated([str(tmp_path / "news.md")]))
    for source in (tmp_path / "news.md", tmp_path):
        found = list(read_annotated([str(source)], tmp_path / "gold"))
        assert [(one.article.doc_id, len(one.gold.mentions)) for one in found] == [("news", 1)]


def test_what_extract_prints_is_a_gold_file_too(tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text(TEXT)
    (tmp_path / "news.json").write_text(json.dumps({"news": {"doc_id": "news", "entities": [mention("TSMC")], "relations": []}}))
    assert len(next(iter(read_annotated([str(tmp_path)]))).gold.mentions) == 1


@pytest.mark.parametrize("text", ["{", "[]", '{"entities": [{"type": "COMPANY"}]}', '{"other": {}}'], ids=["json", "list", "mention", "id"])
def test_a_broken_gold_is_one_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text(TEXT)
    (tmp_path / "news.json").write_text(text)
    with pytest.raises(UnreadableSource, match="exchange format"):
        list(read_annotated([str(tmp_path / "news.md")]))


def test_candidates_are_unrelated_pairs_of_a_sentence() -> None:
    mentions = [mention("TSMC"), mention("NVIDIA"), mention("NVIDIA", start=31), mention("AMD"), mention("Taiwan", "COUNTRY")]
    rivals = {"type": "COMPETES_WITH", "head": [31, 37], "tail": [45, 48]}
    found = candidates(document({"entities": mentions, "relations": [rivals]}), TEXT)
    assert [(one["subject"], one["object"]) for one in found] == [("TSMC", "NVIDIA"), ("NVIDIA", "Taiwan"), ("AMD", "Taiwan")]
    assert "SUPPLIES" in found[0]["allowed"]
    assert found[0]["sentence"] == TEXT[:30]
