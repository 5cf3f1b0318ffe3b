"""Profile, statements, article, overview, chokepoints and scores on one small graph."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import chokepoints, overview, profile, scores
from answers.article import Mark, pieces
from answers.article import answer as of_article
from answers.export import to_csv, to_json, to_parquet
from answers.snapshot import Snapshot, snapshot
from answers.statements import search
from graph.store import Store
from tests.factory import article, extraction, mention, statement, told

A, B, C, D = (f"company:{name}" for name in "abcd")


@pytest.fixture
def held(embedded_store: Store) -> Snapshot:
    """a and b buy from c, c from d alone; a control names d; a plan beside."""
    for one in (
        told("A buys half from C.", "SUPPLIES", C, A, share_lo=0.5, share_hi=0.5, source_kind="sample"),
        told("B buys from C.", "SUPPLIES", C, B, published_at="2026-01-20"),
        told("C buys all from D.", "SUPPLIES", D, C, share_lo=1.0, share_hi=1.0, cue="sole"),
        told("The list names D.", "RESTRICTS", "policy:entity-list", D),
        told("A may buy from D.", "SUPPLIES", D, A, modality="possible"),
    ):
        embedded_store.write(one)
    return snapshot(embedded_store, as_of=date(2026, 2, 1))


def test_the_profile_sorts_relations_by_what_a_reader_looks_for(held: Snapshot) -> None:
    found = profile.answer(held, "c")
    sections = {section.title: {row.entity for row in section.rows} for section in found.sections}
    assert sections == {"Suppliers and inputs": {D}, "Customers and dependants": {A, B}}
    assert len(found.newest) == 3


def test_every_edge_type_has_its_place_in_a_profile() -> None:
    from graph.ontology import EDGE_TYPES

    listed = {type for _, kinds in profile.SECTIONS for type, _ in kinds}
    assert listed == {edge.type for edge in EDGE_TYPES}


def test_statements_are_found_by_words_and_filters(held: Snapshot) -> None:
    assert [row.subject for row in search(held, text="buys half")] == [C]
    assert [row.modality for row in search(held, modality="possible")] == ["possible"]
    assert [row.object for row in search(held, since=date(2026, 1, 10))] == [B]
    assert search(held, text="nobody") == []
    assert {row.sample for row in search(held)} == {True, False}


def test_the_chokepoint_is_the_node_behind_the_busy_one(held: Snapshot) -> None:
    found = chokepoints.answer(held)
    assert {row.entity for row in found.rows[:2]} == {C, D}
    row = next(row for row in found.rows if row.entity == D)
    assert (row.potential, row.substitutes, row.alternatives, row.degree) == (3, 0, (), 1)
    assert "would hurt" in found.finding


def test_scores_add_up_and_name_their_origin(held: Snapshot) -> None:
    found = {row.entity: row for row in scores.answer(held)}
    assert set(found) == {A, B, C, D}
    for row in found.values():
        if row.score.value is not None:
            assert row.score.value == row.score.base + sum(part.points for part in row.score.contributions)
    assert found[D].score.withheld == "no input of it is documented"
    assert found[C].origin == "d"
    assert found[C].score.components["exposure"] == pytest.approx(1.0)
    assert found[C].score.components["jurisdiction"] is None
    assert (found[D].score.components["policy"] or 0) > (found[C].score.components["policy"] or 0)


def test_scores_of_a_list_have_the_medians_of_all(held: Snapshot) -> None:
    alone, among = scores.answer(held, ["a"])[0], {row.entity: row for row in scores.answer(held)}[A]
    assert alone == among


def test_a_ministry_that_restricts_is_no_control(embedded_store: Store) -> None:
    embedded_store.write(told("The list names D.", "RESTRICTS", "policy:entity-list", D))
    embedded_store.write(told("The ministry bars D.", "RESTRICTS", "gov_body:ministry", D))
    found = overview.answer(snapshot(embedded_store, as_of=date(2026, 2, 1)))
    assert [(one.entity, one.dependants) for one in found.controls] == [("policy:entity-list", 1)]


def test_the_overview_counts_and_names_what_is_thin(held: Snapshot) -> None:
    found = overview.answer(held)
    assert (found.articles, found.sample_articles, found.statements) == (5, 1, 5)
    assert found.relied_on[0].entity == C
    assert found.blind[0].count == 1


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_pieces_join_to_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    ordered = [(min(pair), min(max(pair), len(text))) for pair in spans]
    marks = [Mark(start=a, end=b, entity="company:x", name="x", type="Company") for a, b in ordered if a < b]
    span = next(((a, b) for a, b in ordered if a < b), None)
    assert "".join(piece.text for piece in pieces(text, marks, span)) == text


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b"]), st.none() | st.integers() | st.text(), min_size=2), min_size=1, max_size=5))
def test_csv_comes_back_and_runs_no_formula(rows: list[dict[str, object]]) -> None:
    read = list(csv.DictReader(io.StringIO(to_csv(rows, ["a", "b"]), newline="")))
    assert len(read) == len(rows)
    for row, original in zip(read, rows, strict=True):
        for name, value in original.items():
            if isinstance(value, str):
                assert not row[name].startswith(("=", "+", "-", "@", "\t", "\r"))
                assert row[name].removeprefix("'").replace("\r", "\n") == value.removeprefix("'").replace("\r", "\n")


def test_json_and_parquet_hold_the_same_rows() -> None:
    import io as binary
    import json

    import pyarrow.parquet

    rows = [{"a": 1.5, "b": None}, {"a": None, "b": "x"}]
    assert json.loads(to_json(rows)) == rows
    assert pyarrow.parquet.read_table(binary.BytesIO(to_parquet(rows))).to_pylist() == rows


def test_the_binding_input_is_the_one_that_the_origin_stops(embedded_store: Store) -> None:
    """Optics come from a firm of the lost country, gas from elsewhere: optics bind, though their maker is the country's own."""
    for one in (
        told("Z makes the optics.", "SUPPLIES", "company:z", A, product="product:optics", share_lo=1.0, share_hi=1.0, cue="sole"),
        told("G sells gas.", "SUPPLIES", "company:g", A, product="product:gas"),
        told("Z is German.", "LOCATED_IN", "company:z", "country:germany"),
    ):
        embedded_store.write(one)
    row = scores.answer(snapshot(embedded_store, as_of=date(2026, 2, 1)), ["a"])[0]
    assert (row.binding, row.score.components["exposure"]) == ("optics", 1.0)
    assert row.score.components["substitutability"] == pytest.approx(1.0)


def test_passages_join_to_the_text_and_end_with_what_they_say(embedded_store: Store) -> None:
    text = article("Chips are scarce. TSMC supplies NVIDIA. Nobody else does.")
    span = (18, 39)
    said = statement(
        text,
        "SUPPLIES",
        "company:tsmc",
        "company:nvidia",
        start=span[0],
        end=span[1],
        sentence=text.text[18:39],
        head=(18, 22),
        tail=(32, 38),
    )
    embedded_store.write(extraction(text, [said], mentions=[mention(text, "company:tsmc", "TSMC")]))
    found = of_article(snapshot(embedded_store), text, embedded_store.mentions(text.id), asked=said.id)
    assert "".join(piece.text for passage in found.passages for piece in passage.pieces) == text.text
    assert [[row.id for row in passage.statements] for passage in found.passages] == [[said.id], []]
    assert {piece.role: piece.text for passage in found.passages for piece in passage.pieces if piece.role} == {
        "subject": "TSMC",
        "object": "NVIDIA",
    }
    assert [(one.type, one.mentions) for one in found.legend] == [("Company", 1)]
