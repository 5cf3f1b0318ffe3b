"""Near copies count as one source and a correction replaces what it corrects, in any order, on both engines."""

import itertools
import random
from datetime import date

import pytest

from answers.snapshot import snapshot
from graph.evidence import Extraction
from graph.store import Store
from tests.factory import told
from tests.graph.test_documents import changed, story

A, B, C = "company:a", "company:b", "company:c"


def retold() -> list[Extraction]:
    """A story that A supplies B, a copy, a copy of the copy, and a stranger."""
    dice = random.Random(7)
    text = story(dice)
    copy = changed(text, dice)
    return [told(one, "SUPPLIES", A, B, source_kind="wire") for one in (text, copy, changed(copy, dice), story(dice))]


def corrected() -> list[Extraction]:
    """A supplies B; two days later: no, C does."""
    dice = random.Random(9)
    text = story(dice)
    first = told(text, "SUPPLIES", A, B, published_at="2026-01-02")
    second = told(changed(text, dice), "SUPPLIES", C, B, published_at="2026-01-04")
    return [first, second.model_copy(update={"article": second.article.model_copy(update={"revises": "corrects"})})]


def filled(store: Store, extractions: list[Extraction]) -> list[dict[str, object]]:
    store.wipe()
    for one in extractions:
        store.write(one)
    return list(store.dump())


def test_copies_count_as_one_source(store: Store) -> None:
    filled(store, retold())
    edge = store.edges()[0]
    assert (edge.origins, edge.p) == (2, pytest.approx(1 - (1 - 0.81) ** 2))
    assert len({article.origin for article in store.articles()}) == 2


def test_no_order_of_copies_shows(store: Store) -> None:
    expected = filled(store, retold())
    for order in ([3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 2, 0]):
        assert filled(store, [retold()[number] for number in order]) == expected


def test_a_removed_copy_leaves_no_trace(store: Store) -> None:
    graph = retold()
    for gone in range(3):
        without = filled(store, [one for number, one in enumerate(graph) if number != gone])
        filled(store, graph)
        store.remove_articles(ids=[graph[gone].article.id])
        assert list(store.dump()) == without


def test_a_copy_read_by_another_extractor_stays_in_its_story(store: Store) -> None:
    graph = retold()
    filled(store, graph)
    again = [one.model_copy(update={"extractor": "rules-2"}) for one in graph[1].statements]
    store.write(graph[1].model_copy(update={"extractor": "rules-2", "statements": tuple(again)}))
    assert store.edges()[0].origins == 2


def test_of_a_corrected_story_the_newer_reading_stands(store: Store) -> None:
    dumps = [filled(store, list(order)) for order in itertools.permutations(corrected())]
    assert dumps[0] == dumps[1]
    assert [(edge.source, edge.target) for edge in store.edges()] == [(C, B)]
    assert len(store.evidence()) == 2
    older, newer = (one.article.id for one in corrected())
    assert {(one.id, one.revised_by, one.revision) for one in store.articles()} == {(older, newer, "corrects"), (newer, None, None)}


def test_before_the_correction_the_earlier_reading_stood(store: Store) -> None:
    filled(store, corrected())
    then = snapshot(store, as_of=date(2026, 1, 3), known_at=date(2026, 1, 3))
    assert [(edge.source, edge.target) for edge in then.edges] == [(A, B)]


def test_without_the_correction_the_earlier_reading_stands_again(store: Store) -> None:
    older, newer = corrected()
    alone = filled(store, [older])
    filled(store, [older, newer])
    store.remove_articles(ids=[newer.article.id])
    assert list(store.dump()) == alone


def test_articles_of_an_earlier_version_are_grouped(store: Store) -> None:
    expected = filled(store, retold())
    lines = [_plain(line) for line in expected]
    store.restore(lines, replace=True)
    assert list(store.dump()) == expected


def _plain(line: dict[str, object]) -> dict[str, object]:
    """The line as it was before articles were signed."""
    properties = line.get("properties")
    if line.get("label") != "Article" or not isinstance(properties, dict):
        return line
    kept = {name: value for name, value in properties.items() if not name.startswith("band_") and name != "signature"}
    kept["origin"] = kept.pop("text_origin")
    return {**line, "properties": kept}
