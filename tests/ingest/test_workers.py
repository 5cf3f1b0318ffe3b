"""Worker processes: results in order, and one that dies or is late costs its own item alone."""

import os
import time
from itertools import count, islice
from typing import Any

from graph.evidence import Article, Extraction
from ingest.many import batches, extract_many
from ingest.nlp import BATCH, SECTION
from ingest.reader import Failure
from ingest.workers import apart
from tests.factory import article


def square(number: int) -> int:
    """Dies at 3; wants 8 GiB at 5."""
    if number == 3:
        os._exit(1)
    return len(bytearray(2**33)) if number == 5 else number * number


def test_results_come_in_order_and_a_death_costs_one_item() -> None:
    found = list(apart(square, range(8), workers=2, memory=2**31))
    assert found == [(0, 0), (1, 1), (2, 4), (3, "died"), (4, 16), (5, "died"), (6, 36), (7, 49)]


def test_no_more_is_read_than_is_needed() -> None:
    assert list(islice(apart(square, count(6), workers=2), 3)) == [(6, 36), (7, 49), (8, 64)]


def test_no_items_are_no_results() -> None:
    assert list(apart(square, [], workers=2)) == []


def deadly(batch: tuple[Article, ...]) -> list[Extraction]:
    """Dies of one article, sleeps over another."""
    for written in batch:
        if "doom" in written.text:
            os._exit(1)
        if "sloth" in written.text:
            time.sleep(600)
    return [Extraction(article=written, extractor="rules-1") for written in batch]


def given_up(*texts: str, **options: Any) -> list[str | None]:
    """The failure's sentence for each text that was given up, else None."""
    articles = [article(text, doc_id=text.split()[-1].strip(".")) for text in texts]
    return [str(one.error) if isinstance(one, Failure) else None for one in extract_many(articles, workers=2, **options)]


def test_an_article_whose_process_died_is_one_sentence() -> None:
    found = given_up("All is well.", "There is doom.", "All is well again.", reader=deadly)
    assert found == [None, "doom was given up: the process that read it needed over 4 GiB or died", None]


def test_an_article_that_takes_too_long_is_one_sentence_and_the_rest_goes_on() -> None:
    texts = [f"{'Word ' * SECTION}{last}" for last in ("All is well.", "There is sloth.", "All is well again.")]  # a batch each
    found = given_up(*texts, reader=deadly, seconds=lambda one: 4.0 if "sloth" in one.text else 120.0)
    assert found == [None, "sloth was given up: it took longer than 4 s", None]


def test_the_rules_are_held_to_a_tiny_limit_too() -> None:
    assert given_up("TSMC supplies NVIDIA.", seconds=lambda one: 0.01) == ["NVIDIA was given up: it took longer than 0.01 s"]


def test_short_articles_go_to_a_worker_together_and_long_ones_alone() -> None:
    short, long = article("Short."), article("Long. " * SECTION)
    assert [len(batch) for batch in batches([short] * (BATCH + 1) + [long, short])] == [BATCH, 2, 1]
    assert list(batches([])) == []
