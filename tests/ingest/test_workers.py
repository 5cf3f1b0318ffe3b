"""Worker processes: results in order, and one that dies costs its own item alone."""

import os
from itertools import count, islice

import pytest

from graph.evidence import Article, Extraction
from ingest import extract
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
    assert found == [(0, 0), (1, 1), (2, 4), (3, None), (4, 16), (5, None), (6, 36), (7, 49)]


def test_no_more_is_read_than_is_needed() -> None:
    assert list(islice(apart(square, count(6), workers=2), 3)) == [(6, 36), (7, 49), (8, 64)]


def test_no_items_are_no_results() -> None:
    assert list(apart(square, [], workers=2)) == []


def deadly(written: Article) -> Extraction:
    """Dies of one article."""
    if "doom" in written.text:
        os._exit(1)
    return Extraction(article=written, extractor="rules-1")


def test_an_article_whose_process_died_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "_extract", deadly)
    texts = ["All is well.", "There is doom.", "All is well again."]
    found = list(extract.extract_many([article(text, doc_id=text.split()[-1]) for text in texts], workers=2))
    assert [type(one).__name__ for one in found] == ["Extraction", "Failure", "Extraction"]
    assert isinstance(found[1], Failure)
    assert str(found[1].error) == "doom. was given up: the process that read it needed over 4 GiB or died"
