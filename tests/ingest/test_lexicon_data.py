"""The lexicon files: their shape, and that a name leads to one entry. What the rows say is public record."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graph.ontology import NODE_BY_LABEL

LEXICON = Path(__file__).parents[2] / "ingest" / "lexicon"
COMMON_COLUMNS = ["name", "aliases", "country", "common_word", "source"]

# file: columns of its own, least number of rows
FILES = {
    "companies": (["sector"], 350),
    "research_orgs": ([], 15),
    "gov_bodies": ([], 40),
    "countries": (["metonyms", "adjectives"], 249),
    "regions": (["metonyms", "adjectives"], 50),
    "cities": ([], 120),
    "chips": ([], 80),
    "ai_models": ([], 60),
    "products": ([], 80),
    "materials": ([], 60),
    "facilities": (["kind", "city"], 50),
    "policies": (["kind", "status", "issuer", "announced", "effective", "expiry", "citation"], 40),
    "persons": ([], 60),
}
# A name that two files may claim: text decides which is meant. Capitals as metonyms stand in a column of their own.
ALLOWED: set[str] = set()

every_file = pytest.mark.parametrize("stem", FILES)


def table(stem: str) -> list[dict[str, str]]:
    with (LEXICON / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def spellings(row: dict[str, str]) -> set[str]:
    return {spelling.casefold() for spelling in [row["name"], *row["aliases"].split("|")] if spelling}


def choices(label: str, name: str) -> set[str]:
    return {choice for item in NODE_BY_LABEL[label].properties if item.name == name for choice in item.choices}


@every_file
def test_columns_are_the_declared_ones(stem: str) -> None:
    own, _ = FILES[stem]
    with (LEXICON / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert rows[0] == COMMON_COLUMNS + own
    assert {len(row) for row in rows} == {len(rows[0])}


@every_file
def test_file_is_large_enough(stem: str) -> None:
    assert len(table(stem)) >= FILES[stem][1]


@every_file
def test_cells_have_no_stray_blanks(stem: str) -> None:
    for row in table(stem):
        for cell in row.values():
            assert all(part == part.strip() for part in cell.split("|")), row
            assert "  " not in cell, row
        assert row["name"] and row["source"], row


@every_file
def test_name_is_listed_once(stem: str) -> None:
    names = Counter(row["name"].casefold() for row in table(stem))
    assert [name for name, count in names.items() if count > 1] == []


@every_file
def test_alias_belongs_to_one_name(stem: str) -> None:
    claims = Counter(spelling for row in table(stem) for spelling in spellings(row))
    assert [spelling for spelling, count in claims.items() if count > 1] == []


@every_file
def test_aliases_are_not_empty_or_repeated(stem: str) -> None:
    for row in table(stem):
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert all(aliases) and len(set(aliases)) == len(aliases) and row["name"] not in aliases, row


@every_file
def test_country_is_two_capitals(stem: str) -> None:
    assert [row for row in table(stem) if not re.fullmatch(r"([A-Z]{2})?", row["country"])] == []


@every_file
def test_common_word_is_yes_or_empty(stem: str) -> None:
    assert {row["common_word"] for row in table(stem)} <= {"yes", ""}


def test_name_has_one_type() -> None:
    owners: dict[str, set[str]] = {}
    for stem in FILES:
        for row in table(stem):
            for spelling in spellings(row):
                owners.setdefault(spelling, set()).add(stem)
    assert {name for name, stems in owners.items() if len(stems) > 1} == ALLOWED


@pytest.mark.parametrize("column", ["metonyms", "adjectives"])
def test_metonyms_and_adjectives_belong_to_one_place(column: str) -> None:
    rows = table("countries") + table("regions")
    claims = Counter(word for row in rows for word in row[column].split("|") if word)
    assert [word for word, count in claims.items() if count > 1] == []


def test_country_codes_are_known_countries() -> None:
    codes = {row["country"] for row in table("countries")} | {"EU"}
    assert len(codes) == len(table("countries")) + 1
    for stem in FILES:
        assert {row["country"] for row in table(stem) if row["country"]} <= codes, stem


@pytest.mark.parametrize("column", ["announced", "effective", "expiry"])
def test_policy_dates_are_iso(column: str) -> None:
    for row in table("policies"):
        if row[column]:
            assert date.fromisoformat(row[column]).isoformat() == row[column]


@pytest.mark.parametrize(
    ("stem", "label", "column"), [("policies", "Policy", "kind"), ("policies", "Policy", "status"), ("facilities", "Facility", "kind")]
)
def test_choices_are_those_of_the_ontology(stem: str, label: str, column: str) -> None:
    assert {row[column] for row in table(stem)} - {""} <= choices(label, column)


def test_policy_issuers_are_listed_bodies() -> None:
    issuers = {row["issuer"] for row in table("policies")} - {""}
    assert issuers <= {row["name"] for row in table("gov_bodies")}


def test_facility_cities_are_listed_cities() -> None:
    cities = {row["city"] for row in table("facilities")} - {""}
    assert cities <= {row["name"] for row in table("cities")}


@pytest.mark.parametrize("name", ["Apple", "Arm", "Intel", "Coherent", "Continental", "Meta"])
def test_ordinary_words_are_marked(name: str) -> None:
    assert [row["common_word"] for row in table("companies") if row["name"] == name] == ["yes"]


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("AWS", "Amazon Web Services"),
        ("Alibaba", "Alibaba Group"),
        ("Hon Hai", "Foxconn"),
        ("台积电", "TSMC"),
        ("Azure", "Microsoft Azure"),
    ],
)
def test_alias_leads_to_its_company(alias: str, name: str) -> None:
    assert [row["name"] for row in table("companies") if alias.casefold() in spellings(row)] == [name]
