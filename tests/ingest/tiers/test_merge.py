"""Merging readings of one article: agreement, disagreement, denial, and entities under two names."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import Extraction, Mention, Modality, Polarity, Statement, statement_id
from ingest.tiers.agreement import CAP, joined, noisy_or
from ingest.tiers.merge import merge
from tests.factory import article, entity, extraction, mention, statement

TEXT = "Zorvex Systems supplies Qalmor. Brimtek owns Qalmor and buys from Zorvex."
ARTICLE = article(TEXT)
A, B, C = "company:zorvex-systems", "company:qalmor", "company:brimtek"


def said(type: str, subject: str, object: str, tier: str, **fields: Any) -> Statement:
    return statement(ARTICLE, type, subject, object, extractor=tier, **fields)


def reading(tier: str, *statements: Statement, **fields: Any) -> Extraction:
    return extraction(ARTICLE, statements, extractor=tier, **fields)


def at(span: tuple[int, int], type: str, subject: str, object: str, tier: str, polarity: Polarity = "affirmed", **fields: Any) -> Statement:
    id = statement_id(ARTICLE.text_sha256, span, type, subject, object, polarity)
    fields |= {"id": id, "start": span[0], "end": span[1], "sentence": TEXT[slice(*span)], "polarity": polarity}
    return said(type, subject, object, tier, **fields)


def test_agreement_is_surer_and_says_who_agrees() -> None:
    rules, llm = said("SUPPLIES", A, B, "rules-1", confidence=0.8), said("SUPPLIES", A, B, "llm-1", confidence=0.6, pattern="llm.SUPPLIES")
    merged = merge([reading("llm-1", llm), reading("rules-1", rules)])
    (one,) = merged.statements
    assert (one.confidence, one.extractor, one.pattern, merged.extractor) == (0.92, "rules-1+llm-1", "test", "rules-1+llm-1")


def test_agreement_from_two_sentences_keeps_both_places() -> None:
    rules, llm = at((0, 31), "SUPPLIES", A, B, "rules-1", confidence=0.8), at((32, 73), "SUPPLIES", A, B, "llm-1", confidence=0.6)
    found = merge([reading("rules-1", rules), reading("llm-1", llm)]).statements
    assert [(one.start, one.confidence) for one in found] == [(0, 0.92), (32, 0.92)]


@pytest.mark.parametrize(("of_rules", "kept"), [((None, None), (0.595, 0.605)), ((0.0, 0.7), (0.0, 0.7))])
def test_bounds_that_one_reader_alone_has_are_kept(of_rules: tuple[float | None, float | None], kept: tuple[float, float]) -> None:
    rules = said("SUPPLIES", A, B, "rules-1", share_lo=of_rules[0], share_hi=of_rules[1])
    llm = said("SUPPLIES", A, B, "llm-1", share_lo=0.595, share_hi=0.605)
    (one,) = merge([reading("rules-1", rules), reading("llm-1", llm)]).statements
    assert (one.share_lo, one.share_hi) == kept


def test_an_undirected_relation_agrees_either_way_round() -> None:
    one, other = said("COMPETES_WITH", A, B, "rules-1", confidence=0.5), said("COMPETES_WITH", B, A, "llm-1", confidence=0.5)
    assert {s.confidence for s in merge([reading("rules-1", one), reading("llm-1", other)]).statements} == {0.75}


def test_disagreement_keeps_both_with_their_extractor() -> None:
    rules, llm = said("SUPPLIES", A, B, "rules-1"), said("OWNS", A, B, "llm-1", confidence=0.6)
    found = merge([reading("rules-1", rules), reading("llm-1", llm)]).statements
    assert {(one.type, one.extractor, one.confidence) for one in found} == {("SUPPLIES", "rules-1", 0.9), ("OWNS", "llm-1", 0.6)}


@pytest.mark.parametrize("denier", ["rules-1", "llm-1"])
def test_a_denial_beats_the_assertion_of_another(denier: str) -> None:
    other = {"rules-1": "llm-1", "llm-1": "rules-1"}[denier]
    denied, asserted = said("SUPPLIES", A, B, denier, polarity="negated"), said("SUPPLIES", A, B, other)
    (one,) = merge([reading(denier, denied), reading(other, asserted)]).statements
    assert (one.polarity, one.extractor) == ("negated", denier)


def test_a_denial_leaves_what_held_at_another_time() -> None:
    denied = said("SUPPLIES", A, B, "rules-1", polarity="negated")
    earlier = said("SUPPLIES", A, B, "llm-1", modality="historical", valid_to="2021")
    assert len(merge([reading("rules-1", denied), reading("llm-1", earlier)]).statements) == 2


@pytest.mark.parametrize(("denied", "asserted", "left"), [("2024", "2025", 2), ("2024", "2024", 1), (None, "2024", 1), ("2024", None, 1)])
def test_a_denial_beats_what_may_be_of_its_date(denied: str | None, asserted: str | None, left: int) -> None:
    no, yes = (
        said("SUPPLIES", A, B, "rules-1", polarity="negated", valid_from=denied),
        said("SUPPLIES", A, B, "llm-1", valid_from=asserted),
    )
    assert len(merge([reading("rules-1", no), reading("llm-1", yes)]).statements) == left


def test_a_report_and_its_denial_that_one_reader_sees_both_stay() -> None:
    report, denial = at((0, 31), "SUPPLIES", A, B, "rules-1"), at((32, 73), "SUPPLIES", A, B, "rules-1", "negated")
    llm = at((0, 31), "SUPPLIES", A, B, "llm-1")
    found = merge([reading("rules-1", report, denial), reading("llm-1", llm)]).statements
    assert {(one.polarity, one.extractor) for one in found} == {("affirmed", "rules-1+llm-1"), ("negated", "rules-1")}


def named(tier: str, id: str, text: str, provisional: bool = True, *statements: Statement) -> Extraction:
    one = entity("Company", text, provisional=provisional).model_copy(update={"id": id})
    return reading(tier, *statements, entities=[one], mentions=[mention(ARTICLE, id, text)])


def test_entities_named_in_one_place_are_one() -> None:
    llm = named("llm-1", "company:zorvex-x", "Zorvex Systems", True, said("SUPPLIES", "company:zorvex-x", B, "llm-1"))
    rules = named("rules-1", A, "Zorvex Systems", False, said("SUPPLIES", A, B, "rules-1"))
    merged = merge([llm, rules])
    assert [(one.id, one.provisional) for one in merged.entities if "zorvex" in one.id] == [(A, False)]
    assert {(one.subject, one.extractor) for one in merged.statements} == {(A, "rules-1+llm-1")}
    assert {one.entity for one in merged.mentions} == {A}


def test_a_short_form_in_a_long_one_is_one_and_a_part_is_not() -> None:
    short = named("rules-1", "company:zorvex", "Zorvex")
    assert len(merge([short, named("llm-1", A, "Zorvex Systems")]).entities) == 1
    part = Mention(entity="company:supplies-qalmor", start=15, end=30, text="supplies Qalmor")
    whole = entity("Company", "supplies Qalmor", provisional=True)
    llm = reading("llm-1", entities=[whole], mentions=[part])
    assert len(merge([named("rules-1", B, "Qalmor"), llm]).entities) == 2


def test_what_the_lexicon_tells_apart_stays_apart() -> None:
    merged = merge([named("rules-1", A, "Zorvex Systems", False), named("llm-1", "company:other", "Zorvex Systems", False)])
    assert len(merged.entities) == 2


def test_only_one_article_is_merged() -> None:
    with pytest.raises(ValueError, match="one article"):
        merge([reading("rules-1"), extraction(article("Other."), extractor="llm-1")])


def test_names_of_tiers_are_joined_once_and_in_order() -> None:
    assert joined(["llm-1:small", "rules-2+gliner-1:x", "rules-2"]) == "rules-2+gliner-1:x+llm-1:small"


def test_what_another_dates_does_not_stand_against_its_own_denial() -> None:
    rules = reading("rules-1", at((0, 31), "SUPPLIES", A, B, "rules-1"))
    llm = [at((0, 31), "SUPPLIES", A, B, "llm-1", valid_from="2024"), at((0, 31), "SUPPLIES", A, B, "llm-1", "negated")]
    merged = merge([rules, reading("llm-1", *llm)])
    assert [one.polarity for one in merged.statements] == ["negated"]
    assert merge([merged]) == merged


SPANS = ((0, 31), (32, 73))
SAID = st.builds(
    dict,
    span=st.sampled_from(SPANS),
    type=st.sampled_from(["SUPPLIES", "OWNS", "COMPETES_WITH"]),
    ends=st.sampled_from([(A, B), (B, A), (A, C)]),
    polarity=st.sampled_from(["affirmed", "affirmed", "negated"]),
    modality=st.sampled_from(["actual", "planned", "historical"]),
    valid_from=st.sampled_from([None, None, "2024", "2025"]),
    confidence=st.floats(0, 1).map(lambda one: round(one, 4)),
)


def told(one: Statement) -> tuple[str, tuple[str, ...], str]:
    ends = (one.subject, one.object)
    return one.type, tuple(sorted(ends)) if one.type == "COMPETES_WITH" else ends, one.polarity


def time(one: Statement) -> tuple[str | None, bool]:
    """Ids do not tell it: of two statements with one id that differ in it, the first reader's stays."""
    return one.valid_from, one.modality == "historical"


def test_what_was_and_what_is_do_not_agree() -> None:
    was = at((0, 31), "OWNS", A, B, "llm-1", confidence=1.0, modality="historical")
    elsewhere = at((32, 73), "OWNS", A, B, "llm-1", confidence=0.4)
    merged = merge([reading("rules-1", at((0, 31), "OWNS", A, B, "rules-1", confidence=0.3)), reading("llm-1", was, elsewhere)])
    assert [(one.start, one.modality, one.confidence) for one in merged.statements] == [(0, "actual", 0.58), (32, "actual", 0.58)]


def built(tier: str, rows: list[dict[str, Any]]) -> Extraction:
    made: dict[str, Statement] = {}
    for row in rows:
        polarity: Polarity = row["polarity"]
        modality: Modality = row["modality"]
        fields = {"modality": modality, "confidence": row["confidence"], "valid_from": row["valid_from"]}
        one = at(row["span"], row["type"], *row["ends"], tier, polarity, **fields)
        made.setdefault(one.id, one)
    return reading(tier, *made.values())


READINGS = st.tuples(*(st.lists(SAID, max_size=5).map(lambda rows, tier=tier: built(tier, rows)) for tier in ("rules-1", "llm-1")))


@settings(max_examples=200, deadline=None)
@given(READINGS)
def test_neither_order_nor_repetition_shows(readings: tuple[Extraction, Extraction]) -> None:
    rules, llm = readings
    merged = merge([rules, llm])
    assert merged == merge([llm, rules])
    assert merge([merged]) == merged
    assert merge([merged, merged]) == merged
    assert set(merge([rules, rules]).statements) == set(rules.statements)


@settings(max_examples=200, deadline=None)
@given(READINGS)
def test_agreement_never_lowers_and_a_denial_is_never_lost(readings: tuple[Extraction, Extraction]) -> None:
    merged = merge(readings)
    for one in (one for reading in readings for one in reading.statements):
        same = [held for held in merged.statements if told(held) == told(one)]
        agreed = [held for held in same if held.id == one.id and one.extractor in held.extractor and time(held) == time(one)]
        assert all(held.confidence >= one.confidence for held in agreed)
        assert same or one.polarity == "affirmed"
    assert len({one.id for one in merged.statements}) == len(merged.statements)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=3))
def test_together_they_are_at_least_as_sure_as_the_surest(confidences: list[float]) -> None:
    assert max(confidences) <= noisy_or(confidences) <= max(CAP, *confidences)
