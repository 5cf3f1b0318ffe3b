"""The gold articles are well formed: docs/annotation.md says what they mark."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.evidence import Article
from graph.ontology import EDGE_BY_TYPE, NODE_BY_EXCHANGE, allows
from ingest.reader import read

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "benchmarks" / "gold"
FILES = sorted(GOLD.glob("*/*.json"))
VALUES = {"MONEY", "PERCENT", "QUANTITY", "DATE"}
QUALIFIERS = set("amount percent share share_of_revenue quantity capacity date start end duration deadline role product".split())


@cache
def load(path: Path) -> tuple[Article, dict[str, Any]]:
    article = next(read(str(path.with_suffix(".md"))))
    assert isinstance(article, Article), article
    return article, json.loads(path.read_text(encoding="utf-8"))


def companies(split: str) -> dict[tuple[str, str], set[str]]:
    """(article, entity) -> its names, of every company in the split."""
    found: dict[tuple[str, str], set[str]] = {}
    for path in GOLD.glob(f"{split}/*.json"):
        for row in load(path)[1]["entities"]:
            if row["type"] == "COMPANY" and row["kind"] == "name":
                found.setdefault((path.stem, row["entity"]), set()).add(row["text"].casefold())
    return found


def known() -> set[str]:
    with (ROOT / "ingest" / "lexicon" / "companies.csv").open(encoding="utf-8") as rows:
        return {name.casefold() for row in csv.DictReader(rows) for name in (row["name"], *row["aliases"].split("|")) if name}


def test_there_are_a_hundred_and_seventy_five_and_seventy_two() -> None:
    assert [len(list(GOLD.glob(f"{split}/*.{end}"))) for split in ("dev", "test") for end in ("md", "json")] == [221, 221, 80, 80]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_mentions_are_spans_of_the_text(path: Path) -> None:
    article, gold = load(path)
    assert gold["doc_id"] == article.doc_id == path.stem
    assert article.published_at and article.source_kind != "unknown"
    assert 220 <= len(article.text.split()) <= 500
    rows = gold["entities"]
    assert len({(row["start"], row["end"]) for row in rows}) == len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert article.text[row["start"] : row["end"]] == row["text"] == row["text"].strip() != "", row
        if row["type"] in VALUES:
            assert row["kind"] == "value" and "entity" not in row, row
        else:
            assert row["kind"] in ("name", "nominal", "pronoun"), row
            assert row["entity"].startswith(NODE_BY_EXCHANGE[row["type"]].prefix + ":"), row
            assert not row["text"].endswith(("'s", "’s")) and not row["text"].startswith(("the ", "an ", "this ")), row


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_relations_fit_the_ontology_and_their_sentence(path: Path) -> None:
    article, gold = load(path)
    at = {(row["start"], row["end"]): row for row in gold["entities"] if row["type"] not in VALUES}
    for one in gold["relations"]:
        head, tail = at[tuple(one["head"])], at[tuple(one["tail"])]
        labels = [NODE_BY_EXCHANGE[row["type"]].label for row in (head, tail)]
        assert one["type"] in EDGE_BY_TYPE and allows(one["type"], *labels), one
        assert head["entity"] != tail["entity"], one
        assert one["polarity"] in ("affirmed", "negated") and one["modality"] in ("actual", "planned", "possible", "historical"), one
        assert isinstance(one["alleged"], bool), one
        start, end = one["evidence"]["start"], one["evidence"]["end"]
        assert all(start <= row["start"] and row["end"] <= end for row in (head, tail)), one
        sentence = article.text[start:end]
        assert "\n" not in sentence and sentence == sentence.strip(), one
        assert set(one["qualifiers"]) <= QUALIFIERS, one
        assert all(text in sentence for text in (*one["qualifiers"].values(), one["attribution"] or "")), one
    assert len({json.dumps(one, sort_keys=True) for one in gold["relations"]}) == len(gold["relations"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nominals_and_pronouns_are_ends_of_relations(path: Path) -> None:
    gold = load(path)[1]
    ends = {tuple(one[end]) for one in gold["relations"] for end in ("head", "tail")}
    assert all((row["start"], row["end"]) in ends for row in gold["entities"] if row["kind"] in ("nominal", "pronoun"))


def test_most_companies_are_in_no_list() -> None:
    lexicon = known()
    found = [names for split in ("dev", "test") for names in companies(split).values()]
    assert sum(not names & lexicon for names in found) > len(found) / 2


def test_no_invented_company_is_in_both_halves() -> None:
    lexicon = known()
    dev, test = ({name for names in companies(split).values() if not names & lexicon for name in names} for split in ("dev", "test"))
    assert not dev & test
