"""From an article to what it says: the article that started the project, determinism, hostile texts, the exchange format."""

import json
import time

import pytest

from graph.evidence import Extraction, Statement
from ingest.exchange import exchange
from ingest.extract import RulesExtractor
from ingest.many import extract_many
from ingest.reader import Given, article
from ingest.sample import FOLDER
from tests import factory
from tests.conftest import DATA

ALIBABA = DATA / "articles" / "alibaba-52bn.txt"


def read(text: str, published_at: str = "2025-02-24") -> Extraction:
    return RulesExtractor().extract(article(text.encode(), "test", Given(published_at=published_at)))


@pytest.fixture(scope="module")
def alibaba() -> Extraction:
    """The Alibaba article; skipped where the reference data are absent."""
    if not ALIBABA.exists():
        pytest.skip(f"the reference article is not at {ALIBABA}; set LITHOGRAPH_DATA")
    return read(ALIBABA.read_text(encoding="utf-8"))


def one(extraction: Extraction, type: str, subject: str, object_: str) -> Statement:
    names = {entity.id: entity.name for entity in extraction.entities}
    found = [s for s in extraction.statements if (s.type, names[s.subject], names[s.object]) == (type, subject, object_)]
    assert found, sorted((s.type, names[s.subject], names[s.object]) for s in extraction.statements)
    return found[0]


@pytest.mark.parametrize(
    ("type", "subject", "object_", "modality"),
    [
        ("DEPENDS_ON", "Alibaba Group", "NVIDIA", "actual"),
        ("DEVELOPS", "DAMO Academy", "Qwen2.5", "actual"),
        ("COMPETES_WITH", "Alibaba Group", "Amazon Web Services", "actual"),
        ("COMPETES_WITH", "Alibaba Group", "Microsoft Azure", "actual"),
        ("INVESTS_IN", "Alibaba Group", "$52 billion investment plan", "planned"),
        ("MANUFACTURES", "Alibaba Group plant in Hangzhou", "Hanguang 800", "planned"),
        ("OPERATES", "Alibaba Group", "Alibaba Group data centre in Europe", "planned"),
        ("WORKS_FOR", "Eddie Wu", "Alibaba Group", "actual"),
        ("EXPANDS_TO", "Alibaba Cloud", "Indonesia", "planned"),
        ("AFFECTS", "United States export controls on advanced chip", "Alibaba Group", "possible"),
    ],
)
def test_what_a_careful_reader_finds(alibaba: Extraction, type: str, subject: str, object_: str, modality: str) -> None:
    found = one(alibaba, type, subject, object_)
    assert (found.polarity, found.modality) == ("affirmed", modality)


def test_an_emphatic_itself_is_nobody_else() -> None:
    found = read("AMD competes with Intel; Arm might too.\n\nIntel, based in Santa Clara, itself buys its wafers from TSMC.")
    assert [s.subject + " " + s.object for s in found.statements if s.type == "SUPPLIES"] == ["company:tsmc company:intel"]


def test_a_falling_reliance_is_still_a_reliance(alibaba: Extraction) -> None:
    found = one(alibaba, "DEPENDS_ON", "Alibaba Group", "NVIDIA")
    assert {q.name: q.text for q in found.qualifiers}["trend"] == "falling"
    assert (found.share_lo, found.share_hi) == (None, None)


def test_a_garbled_figure_is_never_guessed(alibaba: Extraction) -> None:
    garbled = [value for value in alibaba.values if "30Band30" in value.text]
    assert garbled
    assert all(value.value is None for value in garbled)
    assert not any(value.value in (30e9, 40e9) for value in alibaba.values)


def test_all_seven_kinds_are_there(alibaba: Extraction) -> None:
    types = {entity.type for entity in alibaba.entities}
    assert {"Company", "Chip", "Facility", "Policy", "AIModel", "Investment"} <= types
    assert {"fab", "plant", "data centre"} & {str(entity.properties.get("kind")) for entity in alibaba.entities}
    assert "MONEY" in {value.type for value in alibaba.values}


def test_every_span_reproduces_the_raw_text(alibaba: Extraction) -> None:
    text = alibaba.article.text
    assert all(text[one.start : one.end] == one.text for one in alibaba.mentions)
    assert all(text[one.start : one.end] == one.text for one in alibaba.values)
    assert all(text[one.start : one.end] == one.sentence for one in alibaba.statements)


def test_two_runs_and_two_workers_are_byte_identical(alibaba: Extraction) -> None:
    again = next(iter(extract_many([alibaba.article])))
    beside = list(extract_many([alibaba.article, alibaba.article], workers=2))
    assert {alibaba.model_dump_json(), again.model_dump_json(), *(found.model_dump_json() for found in beside)} == {
        alibaba.model_dump_json()
    }


def test_articles_read_together_are_read_as_each_alone() -> None:
    texts = ["", *(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))[:6])]
    articles = [article(text.encode(), "test", Given(published_at="2025-02-24")) if text else factory.article("") for text in texts]
    together = list(RulesExtractor().extract_all(articles))
    assert together == [RulesExtractor().extract(one) for one in articles]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("TSMC said it does not supply SMIC with wafers.", "negated"),
        ("TSMC denied that it supplies SMIC with wafers.", "negated"),
        ("TSMC no longer sells wafers to SMIC.", "negated"),
        ("TSMC has stopped selling wafers to SMIC.", "negated"),
        ("TSMC ruled out supplying SMIC with wafers.", "negated"),
        ("TSMC said that it sells nothing to SMIC.", "negated"),
        ("Reports that TSMC supplies SMIC with wafers are not correct, the company said.", "negated"),
        ("Reports that TSMC supplies SMIC with wafers are correct, the company said.", "affirmed"),
        ("TSMC supplies SMIC with wafers.", "affirmed"),
    ],
)
def test_a_denied_fact_is_never_asserted(text: str, polarity: str) -> None:
    found = [s for s in read(text).statements if s.type == "SUPPLIES"]
    assert {s.polarity for s in found} == {polarity}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Intel buys about 60% of its wafers from GlobalWafers.", (0.54, 0.66)),
        ("Intel buys 60 percent of its wafers from GlobalWafers.", (0.595, 0.605)),
        ("Intel buys more than 60% of its wafers from GlobalWafers.", (0.6, 1.0)),
        ("Intel buys 10-15% of its wafers from GlobalWafers.", (0.1, 0.15)),
        ("Intel buys most of its wafers from GlobalWafers.", (0.5, 1.0)),
        ("Intel buys wafers from GlobalWafers.", (None, None)),
        ("GlobalWafers is the sole supplier of wafers to Intel.", (1.0, 1.0)),
    ],
)
def test_what_words_and_figures_imply_of_a_share(text: str, bounds: tuple[float | None, float | None]) -> None:
    found = [s for s in read(text).statements if s.type == "SUPPLIES"]
    assert found
    assert (found[0].share_lo, found[0].share_hi) == pytest.approx(bounds) if bounds[0] is not None else bounds


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Intel owned Altera from 2015 to 2024.", "historical"),
        ("Dana Weller was Intel's chief executive from 2018 to 2021.", "historical"),
        ("Intel supplied Dell with chips from 2018 to 2022.", "actual"),
        ("Dana Weller becomes chief executive of Intel in 2094.", "planned"),
    ],
)
def test_a_post_or_holding_with_a_last_day_is_over(text: str, modality: str) -> None:
    assert {one.modality for one in read(text).statements} == {modality}


HOSTILE = {
    "one character": "x",
    "brackets": ")" * 20_000,
    "emoji": "\U0001f600" * 20_000,
    "zero width": "NVI\u200bDIA buys chips from T\u200bSMC.",
    "right to left": "\u202eshipped chips to NVIDIA\u202c مرحبا بالعالم TSMC",
    "table": "| firm | share |\n|---|---|\n| TSMC | 60% |\n| Samsung | 11% |\n" * 50,
    "control characters": "TSMC \x01\x02 supplies \x0b NVIDIA.",
    "quotes": "“" * 500 + "TSMC supplies NVIDIA.",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_texts_neither_crash_nor_stall(case: str) -> None:
    start = time.monotonic()
    found = read(HOSTILE[case])
    assert time.monotonic() - start < 20  # far above what it takes; a hang is what this looks for
    assert all(found.article.text[one.start : one.end] == one.sentence for one in found.statements)


def test_an_invisible_character_hides_no_name() -> None:
    assert {"company:nvidia", "company:tsmc"} <= {entity.id for entity in read(HOSTILE["zero width"]).entities}


def test_the_exchange_format(alibaba: Extraction) -> None:
    found = json.loads(json.dumps(exchange(alibaba)))
    text = alibaba.article.text
    assert {"doc_id", "entities", "relations"} == found.keys()
    assert {"COMPANY", "AI_MODEL", "MONEY", "DATE"} <= {entity["type"] for entity in found["entities"]}
    relation = next(r for r in found["relations"] if r["type"] == "DEPENDS_ON")
    assert text[slice(*relation["tail"])] == "NVIDIA"
    assert {"type", "head", "tail", "polarity", "modality", "qualifiers", "evidence", "confidence"} <= relation.keys()


@pytest.mark.parametrize("text", ["- a plant of 30 MW", "It needs 12 GWh", "Larkin, ², 71,", "said Larkin, ³ and left"])
def test_a_text_may_end_or_go_on_anyhow(text: str) -> None:
    assert RulesExtractor().extract(factory.article(text)).article.text == text
