"""What the store promises, on both engines."""

import json
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import SchemaTooNew, StoreError
from graph.evidence import Extraction, Mention
from graph.schema import SCHEMA_VERSION
from graph.store import Store
from tests.factory import article, entity, extraction, mention, statement, told

HOSTILE = (
    "'; MATCH (n) DETACH DELETE n //",
    "`Entity`) DETACH DELETE n //",
    "\\u0027 SET n.x = 1 //",
    "$id {.*} \n\t\x00 end",
    "<script>alert(1)</script>",
    "名前 \u202egnp.exe 🏭",
    "\\' OR 1=1",
)


def small_graph() -> list[Extraction]:
    """Five articles that share firms, agree, disagree and deny."""
    first = article("TSMC makes chips for NVIDIA.", origin="origin:a", source_kind="wire")
    second = article("Taiwan Semiconductor supplies NVIDIA, which denied it buys from SMIC.", published_at="2026-02-01")
    asml = entity("Company", "ASML", "ASML Holding", country="NL")
    return [
        extraction(
            first,
            [statement(first, "SUPPLIES", "company:tsmc", "company:nvidia", share_lo=0.5, share_hi=1.0, cue="most")],
            [entity("Company", "TSMC", "Taiwan Semi", country="TW"), entity("Company", "NVIDIA", country="US")],
            [mention(first, "company:tsmc", "TSMC"), mention(first, "company:nvidia", "NVIDIA")],
        ),
        extraction(
            second,
            [
                statement(second, "SUPPLIES", "company:tsmc", "company:nvidia"),
                statement(second, "SUPPLIES", "company:smic", "company:nvidia", polarity="negated"),
            ],
            [entity("Company", "TSMC", country="TW"), entity("Company", "Nvidia", provisional=True), entity("Company", "SMIC")],
            [mention(second, "company:tsmc", "Taiwan Semiconductor"), mention(second, "company:nvidia", "which", kind="pronoun")],
        ),
        told("SMIC supplies NVIDIA.", "SUPPLIES", "company:smic", "company:nvidia", published_at="2026-01-01"),
        told("ASML and Zeiss work together.", "PARTNERS_WITH", "company:zeiss", "company:asml"),
        extraction(article("ASML is Dutch."), [], [asml], []),
    ]


def dumped(store: Store) -> str:
    return json.dumps(list(store.dump()), sort_keys=True)


def filled(store: Store, extractions: list[Extraction]) -> str:
    store.wipe()
    for one in extractions:
        store.write(one)
    return dumped(store)


def test_an_article_written_twice_changes_nothing(store: Store) -> None:
    one = small_graph()[0]
    first = store.write(one)
    before, version = dumped(store), store.version()
    again = store.write(one)
    assert (first.known, first.entities, first.statements, first.edges) == (False, 2, 1, 1)
    assert (again.known, again.entities, again.statements, again.edges) == (True, 0, 0, 0)
    assert (dumped(store), store.version()) == (before, version)


@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([0, 1, 2, 3, 4]), repeats=st.lists(st.integers(0, 4), max_size=3))
def test_no_order_and_no_repeat_shows_in_the_graph(engine: str, order: list[int], repeats: list[int], request: Any) -> None:
    store: Store = request.getfixturevalue(f"{engine}_store")
    graph = small_graph()
    expected = request.node.__dict__.setdefault("expected_dump", None) or filled(store, graph)
    request.node.expected_dump = expected
    assert filled(store, [graph[number] for number in (*order, *repeats)]) == expected


def test_progress_is_told_to_its_end_and_never_goes_back(store: Store) -> None:
    told: list[tuple[int, int]] = []
    store.write(small_graph()[0], progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (2, 2)


def test_an_article_of_many_statements_comes_and_goes(store: Store) -> None:
    text = article("Many firms supply NVIDIA.")
    many = extraction(text, [statement(text, "SUPPLIES", f"company:s{number}", "company:nvidia") for number in range(450)])
    assert store.write(many).statements == 450
    assert store.remove_articles(ids=[text.id]) == 1
    assert (store.status().statements, store.status().entities) == (0, 0)


def test_both_engines_hold_the_same_graph(embedded_store: Store, neo4j_store: Store) -> None:
    assert filled(embedded_store, small_graph()) == filled(neo4j_store, small_graph())


def test_a_denial_is_kept_and_makes_no_edge_true(store: Store) -> None:
    filled(store, small_graph())
    standing = {(edge.source, edge.target): edge.standing for edge in store.edges() if edge.type == "SUPPLIES"}
    assert standing == {("company:tsmc", "company:nvidia"): "confirmed", ("company:smic", "company:nvidia"): "denied"}


def test_an_error_in_the_middle_leaves_the_store_as_it_was(store: Store) -> None:
    first, second = small_graph()[:2]
    store.write(first)
    before, version = dumped(store), store.version()
    bad = second.statements[1].model_copy(update={"pattern": object()})
    with pytest.raises((StoreError, TypeError, ValueError)):
        store.write(second.model_copy(update={"statements": (second.statements[0], bad)}))
    assert (dumped(store), store.version()) == (before, version)
    assert not store.write(second).known


def test_an_end_that_is_not_listed_is_refused_by_name(store: Store) -> None:
    one = small_graph()[0]
    with pytest.raises(StoreError, match="'company:tsmc'.*not among the entities"):
        store.write(one.model_copy(update={"entities": one.entities[1:]}))
    assert store.status().articles == 0


def test_removed_articles_leave_no_trace(store: Store) -> None:
    graph = small_graph()
    without = filled(store, [graph[0], *graph[2:]])
    filled(store, graph)
    assert store.remove_articles(ids=[graph[1].article.id]) == 1
    assert dumped(store) == without
    assert store.remove_articles(ids=[one.article.id for one in graph]) == 4
    assert store.status().entities == 0


def test_only_the_articles_of_a_kind_are_removed(store: Store) -> None:
    store.write(told("A supplies B.", "SUPPLIES", "company:a", "company:b", source_kind="sample"))
    kept = told("C supplies B.", "SUPPLIES", "company:c", "company:b", source_kind="wire")
    store.write(kept)
    both = dumped(store)
    assert store.remove_articles(source_kind="sample") == 1
    assert dumped(store) == filled(store, [kept]) != both


def test_a_new_reading_supersedes_the_old_one(store: Store) -> None:
    text = article("TSMC supplies NVIDIA and Apple.")
    old = [statement(text, "SUPPLIES", "company:tsmc", "company:nvidia"), statement(text, "SUPPLIES", "company:tsmc", "company:apple")]
    new = [statement(text, "SUPPLIES", "company:tsmc", "company:nvidia", extractor="rules-2", confidence=0.5)]
    store.write(extraction(text, old))
    result = store.write(extraction(text, new, extractor="rules-2"))
    assert (result.known, result.statements) == (False, 1)
    assert [item.statement.extractor for item in store.evidence()] == ["rules-2"]
    assert [(edge.target, edge.p) for edge in store.edges()] == [("company:nvidia", pytest.approx(0.35))]
    kept = store.read("MATCH (s:Statement) RETURN s.id AS id, s.superseded_by AS by ORDER BY id")
    assert {row["id"]: row["by"] for row in kept} == {
        old[1].id: "rules-2",
        new[0].id: None,
        f"{old[0].id}@rules-1": "rules-2",
    }


def test_a_dump_restores_on_the_other_engine(embedded_store: Store, neo4j_store: Store) -> None:
    filled(embedded_store, small_graph())
    lines = list(embedded_store.dump())
    assert neo4j_store.restore(lines) == len(lines)
    assert dumped(neo4j_store) == dumped(embedded_store)
    embedded_store.wipe()
    embedded_store.restore(neo4j_store.dump())
    assert list(embedded_store.dump()) == lines
    assert embedded_store.remove_articles(ids=[one.article.id for one in small_graph()]) == 5


def test_restoring_refuses_what_is_no_dump_and_a_full_store(store: Store) -> None:
    with pytest.raises(StoreError, match="no Lithograph dump"):
        store.restore([{"kind": "node", "label": "Company", "properties": {"id": "company:a"}}])
    with pytest.raises(StoreError, match="line 2"):
        store.restore([{"kind": "lithograph", "schema_version": 1}, {"kind": "node", "label": "Spy`", "properties": {"id": "x"}}])
    with pytest.raises(SchemaTooNew, match="upgrade"):
        store.restore([{"kind": "lithograph", "schema_version": 99}])
    store.write(small_graph()[0])
    with pytest.raises(StoreError, match="not empty"):
        store.restore([{"kind": "lithograph", "schema_version": 1}])


def test_no_wall_clock_is_in_a_dump(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one = small_graph()[0]
    first = filled(store, [one])
    monkeypatch.setenv("LITHOGRAPH_NOW", "2031-05-05T00:00:00+00:00")
    later = one.article.model_copy(update={"fetched_at": "2031-05-05T00:00:00+00:00"})
    assert filled(store, [one.model_copy(update={"article": later})]) == first


def test_what_is_written_is_read_back_as_it_was(store: Store) -> None:
    text = article("TSMC will invest $65 billion by 2027.", title="Plans", url="https://example.org/a", host="example.org", publisher="X")
    qualifiers = [
        {"name": "amount", "text": "$65 billion", "value": 65e9, "unit": "USD"},
        {"name": "deadline", "text": "by 2027", "iso": "2027"},
        {"name": "product", "text": "plants"},
        {"name": "odd name!", "text": "kept in JSON alone", "uncertain": True},
    ]
    said = statement(text, "INVESTS_IN", "company:tsmc", "region:arizona", modality="planned", qualifiers=qualifiers, alleged=True)
    store.write(extraction(text, [said], mentions=[Mention(entity="company:tsmc", start=0, end=4, text="TSMC")]))
    assert store.article(text.id) == text
    assert [item.statement for item in store.evidence([said.id])] == [said]
    row = store.read("MATCH (s:Statement) RETURN s.amount_value AS v, s.amount_unit AS u, s.deadline_iso AS d, s.product_text AS p")
    assert row == [{"v": 65e9, "u": "USD", "d": "2027", "p": "plants"}]
    assert store.articles()[0].model_dump(include={"title", "host", "statements"}) == {
        "title": "Plans",
        "host": "example.org",
        "statements": 1,
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_data(store: Store, name: str) -> None:
    text = article(f"TSMC supplies {name}.")
    rival = entity("Company", f"x {name}").model_copy(update={"name": name, "aliases": (name, "x")})
    store.write(extraction(text, [statement(text, "SUPPLIES", "company:tsmc", rival.id)], [rival], [mention(text, rival.id, name)]))
    assert store.read("MATCH (e:Entity {name: $name}) RETURN e.name AS name", {"name": name}) == [{"name": name}]
    assert [found.name for found in store.search(name)][:1] == [name]
    assert store.status().entities == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tsmc", ["company:tsmc"]),
        ("Taiwan semi", ["company:tsmc"]),
        ("company:tsmc", ["company:tsmc"]),
        ("taiw", ["company:tsmc", "country:taiwan"]),
        ("TAIWAN", ["country:taiwan", "company:tsmc"]),
        ("c++ (x AND ~^", []),
        ("", []),
        ("   ", []),
    ],
)
def test_search_puts_exact_names_first(store: Store, text: str, found: list[str]) -> None:
    written = article("TSMC is in Taiwan.")
    places = [entity("Company", "TSMC", "Taiwan Semi", "Taiwan Semiconductor Manufacturing"), entity("Country", "Taiwan")]
    store.write(extraction(written, [statement(written, "LOCATED_IN", "company:tsmc", "country:taiwan")], places))
    assert [entity.id for entity in store.search(text)] == found


def test_a_reading_query_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError):
        store.read("CREATE (n:Entity {id: 'company:x'}) RETURN n.id AS id")
    assert store.status().entities == 0


def test_a_query_that_is_wrong_says_so_in_one_line(store: Store) -> None:
    with pytest.raises(StoreError) as raised:
        store.read("MATCH (n RETURN n")
    assert "\n" not in str(raised.value)


def test_a_newer_schema_is_refused(store: Store) -> None:
    change = "MATCH (m:Meta {id: 'lithograph'}) SET m.schema_version = $number"
    store._connection.write(lambda tx: tx.run(change, number=99).consume())
    with pytest.raises(SchemaTooNew, match="newer version"):
        store._prepare()
    store._connection.write(lambda tx: tx.run(change, number=SCHEMA_VERSION).consume())


def test_wiping_leaves_what_is_not_ours(store: Store) -> None:
    store.write(small_graph()[0])
    store._connection.write(lambda tx: tx.run("CREATE (n:Foreign {id: 'keep'})").consume())
    store.wipe()
    assert store.read("MATCH (n:Foreign) RETURN n.id AS id") == [{"id": "keep"}]
    store._connection.write(lambda tx: tx.run("MATCH (n:Foreign) DELETE n").consume())
    assert store.status().model_dump(include={"articles", "entities", "statements", "edges"}) == dict.fromkeys(
        ("articles", "entities", "statements", "edges"), 0
    )


def test_no_password_is_logged(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store.version()
    assert "only-for-tests" not in caplog.text


def test_a_mention_told_twice_is_one(store: Store) -> None:
    source = article("TSMC supplies NVIDIA.")
    twice = [mention(source, "company:tsmc", "TSMC")] * 2
    store.write(extraction(source, entities=[entity("Company", "TSMC")], mentions=twice))
    assert store.mentions(source.id) == twice[:1]
