"""The reliance answer on a small graph in the embedded store: finding, readings, chains, sentences, what stands beside."""

import json
from datetime import date

import pytest

from answers.reliance import RelianceAnswer, answer
from answers.snapshot import Snapshot, snapshot
from graph.errors import UnknownEntity
from graph.projection import Scope
from graph.store import Store
from tests.factory import entity, extraction, told

MICROSOFT, NVIDIA, TSMC, ASML = (f"company:{name}" for name in ("microsoft", "nvidia", "tsmc", "asml"))


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """Microsoft <- NVIDIA <- TSMC <- ASML, with a plan and a denial beside."""
    for one in (
        told("NVIDIA supplies Microsoft with 60% of its chips.", "SUPPLIES", NVIDIA, MICROSOFT, share_lo=0.6, share_hi=0.6),
        told("TSMC is the sole maker for NVIDIA.", "SUPPLIES", TSMC, NVIDIA, share_lo=1.0, share_hi=1.0, cue="sole"),
        told("TSMC relies on ASML.", "DEPENDS_ON", TSMC, ASML, cue="relies"),
        told("Microsoft plans to buy from TSMC.", "SUPPLIES", TSMC, MICROSOFT, modality="planned"),
        told("TSMC denied that it supplies Microsoft.", "SUPPLIES", TSMC, MICROSOFT, polarity="negated", source_kind="sample"),
    ):
        embedded_store.write(one)
    return embedded_store


def ask(store: Store, buyer: str, target: str, **options: object) -> RelianceAnswer:
    return answer(snapshot(store, as_of=date(2026, 2, 1), **options), buyer, target)  # type: ignore[arg-type]


def test_a_direct_share_is_the_finding(filled: Store) -> None:
    found = ask(filled, "microsoft", "NVIDIA")
    assert "60%" in found.finding
    assert (found.readings.face.lo, found.readings.face.hi) == (0.6, 0.6)
    assert found.paths[0].hops[0].statements[0].sentence == "NVIDIA supplies Microsoft with 60% of its chips."


def test_a_chain_opens_the_sentence_of_every_hop(filled: Store) -> None:
    found = ask(filled, "microsoft", "asml")
    assert found.documented
    assert [hop.to for hop in found.paths[0].hops] == [NVIDIA, TSMC, ASML]
    assert all(hop.statements for hop in found.paths[0].hops)
    assert "only through others" in found.finding
    assert (found.readings.linear.lo, found.readings.linear.hi) == (0.0, 0.6)


def test_a_sole_source_is_called_one(filled: Store) -> None:
    assert "sole source" in ask(filled, "nvidia", "tsmc").finding


def test_a_size_nobody_states_leads_with_words(filled: Store) -> None:
    assert "size not stated" in ask(filled, "tsmc", "asml").finding


def test_plans_and_denials_stand_beside_and_are_not_counted(filled: Store) -> None:
    found = ask(filled, "microsoft", "tsmc")
    assert found.readings.face.hi == 0.0
    assert {(row.modality, row.polarity) for row in found.beside} == {("planned", "affirmed"), ("actual", "negated")}
    assert any(row.sample for row in found.beside)


def test_a_plan_counts_when_asked_for_and_only_for_what_others_leave(filled: Store) -> None:
    """NVIDIA has 60 % of the group, so a planned supplier has 40 % at most; the denial keeps it out unless asked for."""
    assert ask(filled, "microsoft", "tsmc", scope=Scope(planned=True)).readings.face.hi == 0.0
    assert ask(filled, "microsoft", "tsmc", scope=Scope(planned=True, denied=True)).readings.face.hi == 0.4


def test_no_path_is_not_no_dependence(filled: Store) -> None:
    found = ask(filled, "asml", "microsoft")
    assert not found.documented
    assert "no proof" in found.finding


def test_what_was_not_known_yet_is_not_used(filled: Store) -> None:
    assert not ask(filled, "microsoft", "nvidia", known_at=date(2025, 12, 31)).documented


def test_the_pivot_names_the_relation_that_carries_the_answer(filled: Store) -> None:
    found = ask(filled, "nvidia", "tsmc")
    assert found.pivot is not None
    assert (found.pivot.hop.to, found.pivot.hi_without) == (TSMC, 0.0)


def test_an_unknown_name_gets_suggestions(filled: Store) -> None:
    with pytest.raises(UnknownEntity, match="did you mean 'nvidia'"):
        ask(filled, "nvidai", "tsmc")


def test_the_json_contract(filled: Store) -> None:
    found = json.loads(ask(filled, "microsoft", "nvidia").model_dump_json(by_alias=True))
    assert {"buyer", "target", "as_of", "known_at", "readings", "documented", "coverage", "paths"} <= found.keys()
    assert set(found["readings"]["leontief"]) == {"lo", "central", "hi", "possible"}
    hop = found["paths"][0]["hops"][0]
    assert {"type", "from", "to", "product", "share_lo", "share_hi", "cue", "p", "statements"} <= hop.keys()
    assert {"sentence", "article", "start", "end"} <= hop["statements"][0].keys()


def test_the_same_question_on_both_engines_has_the_same_answer(store: Store) -> None:
    store.write(told("NVIDIA supplies Microsoft.", "SUPPLIES", NVIDIA, MICROSOFT))
    assert ask(store, "microsoft", "nvidia").readings.face.hi == 1.0


def test_a_country_counts_what_stands_there(embedded_store: Store) -> None:
    one = told("TSMC supplies NVIDIA.", "SUPPLIES", TSMC, NVIDIA, share_lo=0.9, share_hi=0.9)
    places = [entity("Country", "Taiwan", country="TW"), entity("Company", "TSMC", country="TW")]
    embedded_store.write(extraction(one.article, one.statements, [*places, entity("Company", "nvidia")]))
    found = ask(embedded_store, "nvidia", "Taiwan")
    assert (found.readings.face.lo, found.readings.face.hi) == (0.9, 0.9)
    assert "TSMC" in found.members


def test_find_prefers_firms_and_countries(embedded_store: Store) -> None:
    one = told("A.", "SUPPLIES", TSMC, NVIDIA)
    embedded_store.write(extraction(one.article, one.statements, [entity("Product", "Azure"), entity("Company", "Azure")]))
    held: Snapshot = snapshot(embedded_store)
    assert held.find("azure").type == "Company"
