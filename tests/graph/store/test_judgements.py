"""Judgements on both engines: they count, can be undone without a trace, and outlive a new reading and a backup."""

from datetime import date

import pytest

from graph.errors import StoreError
from graph.evidence import Extraction
from graph.store import Store
from tests.factory import article, extraction, statement, told

A, B, C = "company:a", "company:b", "company:c"


@pytest.fixture
def said() -> Extraction:
    """A supplies B, as one wire says."""
    return told("A supplies B.", "SUPPLIES", A, B, source_kind="wire")


def test_a_rejected_statement_leaves_the_edges_and_stays(store: Store, said: Extraction) -> None:
    store.write(said)
    id, version = said.statements[0].id, store.version()
    made = store.judge(id, "reject", "a namesake")
    assert store.edges() == []
    assert [item.statement.id for item in store.evidence()] == [id]
    assert store.judgements() == [made]
    assert (made.verdict, made.note, store.version()) == ("reject", "a namesake", version + 1)


def test_a_confirmed_statement_is_sure(store: Store, said: Extraction) -> None:
    store.write(said)
    store.judge(said.statements[0].id, "confirm")
    assert [edge.p for edge in store.edges()] == [pytest.approx(0.9)]
    assert [item.statement.confidence for item in store.evidence()] == [0.9]


@pytest.mark.parametrize("words", [["confirm"], ["reject"], ["reject", "confirm"]])
def test_what_is_taken_back_leaves_no_trace(words: list[str], store: Store, said: Extraction) -> None:
    store.write(said)
    before, version = list(store.dump()), store.version()
    for word in words:
        store.judge(said.statements[0].id, word, "why")  # type: ignore[arg-type]
    assert len(store.judgements()) == 1
    assert store.withdraw(said.statements[0].id)
    assert list(store.dump()) == before
    assert store.version() == version + len(words) + 1
    assert not store.withdraw(said.statements[0].id)


def test_a_rejected_denial_denies_nothing(store: Store, said: Extraction) -> None:
    denial = told("A does not supply B.", "SUPPLIES", A, B, polarity="negated")
    store.write(said)
    store.write(denial)
    assert [edge.standing for edge in store.edges()] == ["denied"]
    store.judge(denial.statements[0].id, "reject")
    assert [edge.standing for edge in store.edges()] == ["reported"]


def test_a_judgement_goes_with_a_new_reading(store: Store) -> None:
    text = article("A supplies B and C.")
    both = [statement(text, "SUPPLIES", A, B), statement(text, "SUPPLIES", A, C)]
    store.write(extraction(text, both))
    for one in both:
        store.judge(one.id, "reject")
    for reader in ("rules-2", "rules-3"):
        again = [one.model_copy(update={"extractor": reader}) for one in (both[:1] if reader == "rules-2" else both)]
        store.write(extraction(text, again, extractor=reader))
        assert store.edges() == []
    assert {one.statement for one in store.judgements()} == {one.id for one in both}
    store.withdraw(both[1].id)
    assert [(edge.source, edge.target) for edge in store.edges()] == [(A, C)]


def test_reading_the_article_once_more_changes_nothing(store: Store, said: Extraction) -> None:
    store.write(said)
    store.judge(said.statements[0].id, "reject")
    before = list(store.dump())
    assert store.write(said).known
    assert list(store.dump()) == before


def test_another_article_of_the_pair_does_not_bring_it_back(store: Store, said: Extraction) -> None:
    store.write(said)
    store.judge(said.statements[0].id, "reject")
    other = told("Chips of A go to B.", "SUPPLIES", A, B)
    store.write(other)
    assert [edge.statements for edge in store.edges()] == [(other.statements[0].id,)]


def test_a_backup_holds_judgements_and_no_clock(store: Store, said: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(said)
    store.judge(said.statements[0].id, "reject", "a namesake")
    lines = list(store.dump())
    monkeypatch.setenv("LITHOGRAPH_NOW", "2031-05-05T00:00:00+00:00")
    store.restore(lines, replace=True)
    assert list(store.dump()) == lines
    assert [(one.verdict, one.note, one.judged_at[:4]) for one in store.judgements()] == [("reject", "a namesake", "2031")]
    store.withdraw(said.statements[0].id)
    assert len(store.edges()) == 1


def test_both_engines_hold_the_same_judgements(embedded_store: Store, neo4j_store: Store, said: Extraction) -> None:
    for store in (embedded_store, neo4j_store):
        store.write(said)
        store.judge(said.statements[0].id, "confirm", "read the filing")
    assert list(embedded_store.dump()) == list(neo4j_store.dump())


def test_an_article_takes_its_judgements_along(store: Store, said: Extraction) -> None:
    other = told("C supplies B.", "SUPPLIES", C, B)
    store.write(other)
    without = list(store.dump())
    store.write(said)
    store.judge(said.statements[0].id, "reject")
    store.remove_articles(ids=[said.article.id])
    assert list(store.dump()) == without


def test_a_statement_that_is_not_there_cannot_be_judged(store: Store) -> None:
    version = store.version()
    with pytest.raises(StoreError, match="no statement 'statement:x'"):
        store.judge("statement:x", "reject")
    assert (store.version(), store.judgements()) == (version, [])


def test_an_earlier_store_is_brought_up(store: Store) -> None:
    store._connection.write(lambda tx: tx.run("MATCH (m:Meta {id: 'lithograph'}) SET m.schema_version = 1").consume())
    store._prepare()
    assert store.status().schema_version == 2


def test_a_judgement_changes_an_answer_and_its_undoing_changes_it_back(embedded_store: Store, said: Extraction) -> None:
    from answers.reliance import answer
    from answers.snapshot import snapshot

    embedded_store.write(said)
    known = answer(snapshot(embedded_store, as_of=date(2026, 2, 1)), B, A)
    embedded_store.judge(said.statements[0].id, "reject")
    assert answer(snapshot(embedded_store, as_of=date(2026, 2, 1)), B, A).paths == ()
    embedded_store.withdraw(said.statements[0].id)
    assert answer(snapshot(embedded_store, as_of=date(2026, 2, 1)), B, A) == known
