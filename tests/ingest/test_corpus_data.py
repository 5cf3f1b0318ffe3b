"""The sample articles: complete front matter, sensible lengths, and enough names for a first graph."""

import csv
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

INGEST = Path(__file__).parents[2] / "ingest"
FILES = sorted((INGEST / "corpus").glob("*.md"))
KEYS = ["title", "date", "publisher", "source_kind", "style", "rests_on"]
STYLES = {"wire", "trade press", "newsletter", "policy notice", "explainer"}

every_article = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


class Sample(NamedTuple):
    """An article as its file says it: the front matter's values, the facts it rests on, the text."""

    values: dict[str, str]
    facts: list[str]
    body: str


def sample(path: Path) -> Sample:
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    values, facts = {}, []
    for line in front.splitlines():
        if line.startswith("  - "):
            fact = re.fullmatch(r'  - "(.+ \(.+\))"', line)
            assert fact, f"{path.name}: a fact is quoted and names its publisher in brackets: {line}"
            facts.append(fact[1])
        else:
            key, _, value = line.partition(":")
            values[key] = value.strip()
    return Sample(values, facts, body)


def named(stem: str) -> set[str]:
    """Entries of a lexicon file that some body names, by exact spelling between word borders."""
    text = "\n".join(sample(path).body for path in FILES)
    found = set()
    with (INGEST / "lexicon" / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spellings = [row["name"], *row["aliases"].split("|")]
            if any(re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", text) for spelling in spellings if spelling):
                found.add(row["name"])
    return found


def test_there_are_at_least_fifteen_articles() -> None:
    assert len(FILES) >= 15


@every_article
def test_front_matter_is_complete(path: Path) -> None:
    values = sample(path).values
    assert list(values) == KEYS
    assert all(values[key] for key in KEYS[:-1]) and values["rests_on"] == ""
    assert values["publisher"] == "Lithograph sample desk" and values["source_kind"] == "sample"
    assert values["style"] in STYLES


@every_article
def test_date_is_iso_and_opens_the_file_name(path: Path) -> None:
    day = date.fromisoformat(sample(path).values["date"])
    assert 2018 <= day.year <= 2026
    assert path.stem.startswith(f"{day:%Y-%m}-")


@every_article
def test_article_rests_on_published_facts(path: Path) -> None:
    assert 3 <= len(sample(path).facts) <= 6


@every_article
def test_body_has_the_length_of_a_short_article(path: Path) -> None:
    assert 120 <= len(sample(path).body.split()) <= 350


@every_article
def test_text_is_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n") and not text.endswith("\n\n") and "\t" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_titles_are_unique() -> None:
    titles = [sample(path).values["title"].casefold() for path in FILES]
    assert len(set(titles)) == len(titles)


def test_styles_vary() -> None:
    assert len({sample(path).values["style"] for path in FILES}) >= 4


@pytest.mark.parametrize(
    ("stem", "least"),
    [
        ("companies", 70),
        ("countries", 14),
        ("policies", 10),
        ("chips", 12),
        ("products", 20),
        ("materials", 12),
        ("facilities", 5),
        ("persons", 10),
    ],
)
def test_corpus_names_enough_of_the_lexicon(stem: str, least: int) -> None:
    assert len(named(stem)) >= least


@pytest.mark.parametrize(
    "wording", ["sole supplier", "only supplier", "denied", "according to", "plans to", "aims to", "could", "until", "percent of"]
)
def test_wordings_that_extraction_must_read_occur(wording: str) -> None:
    assert any(wording in sample(path).body.lower() for path in FILES)
