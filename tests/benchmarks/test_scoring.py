"""The scorer on tiny articles whose figures are obvious."""

from typing import Any

import pytest

from benchmarks.calibration import brier, expected_error, reliability
from benchmarks.scoring import Score, add, score
from ingest.compare import Tally, document, misses
from ingest.compare.tally import total

TEXT = "Acme sells chips to Bolt. It also rivals Cord for 5% of Bolt's purchases. Acme denied supplying Dyne."
ACME, BOLT, IT, CORD, DYNE, LATER = (0, 4), (20, 24), (26, 28), (41, 45), (95, 99), (73, 77)
FIRST, SECOND, THIRD = (0, 25), (26, 73), (74, 100)
LISTED = {"acme", "bolt"}


def mention(span: tuple[int, int], entity: str, kind: str = "name", type: str = "COMPANY") -> dict[str, Any]:
    return {"type": type, "start": span[0], "end": span[1], "kind": kind, "entity": entity, "name": entity}


def relation(type: str, head: tuple[int, int], tail: tuple[int, int], **fields: Any) -> dict[str, Any]:
    return {"type": type, "head": list(head), "tail": list(tail), "evidence": {"start": FIRST[0], "end": FIRST[1]}, **fields}


GOLD_MENTIONS = [
    mention(ACME, "acme"),
    mention(BOLT, "bolt"),
    mention(IT, "acme", "pronoun"),
    mention(CORD, "cord"),
    mention(DYNE, "dyne"),
]
SUPPLIES = relation("SUPPLIES", ACME, BOLT, qualifiers={"share": "5%"})
RIVALS = relation("COMPETES_WITH", IT, CORD)
DENIED = relation("SUPPLIES", ACME, DYNE, polarity="negated", evidence={"start": THIRD[0], "end": THIRD[1]})


def scored(
    relations: list[dict[str, Any]], mentions: list[dict[str, Any]] | None = None, gold: list[dict[str, Any]] | None = None
) -> Score:
    ours = {"doc_id": "a", "entities": GOLD_MENTIONS if mentions is None else mentions, "relations": relations}
    wanted = {"doc_id": "a", "entities": GOLD_MENTIONS, "relations": [SUPPLIES, RIVALS, DENIED] if gold is None else gold}
    return score(document(ours), document(wanted), LISTED)


def counts(tallies: dict[str, Tally]) -> tuple[int, int, int]:
    one = total(tallies.values())
    return one.correct, one.found, one.wanted


def test_the_gold_itself_is_perfect() -> None:
    perfect = scored([SUPPLIES, RIVALS, DENIED])
    figures = perfect.figures_by_name()
    ones = [name for name in figures if name.endswith(("f1", "precision", "recall", "returned"))]
    assert {name: figures[name] for name in ones if name != "values_f1"} == dict.fromkeys((n for n in ones if n != "values_f1"), 1.0)
    assert (figures["denied_asserted"], figures["traps_share"]) == (0, 0)
    assert all(one.right for one in perfect.predictions)


def test_nothing_returned_is_no_recall_and_no_precision() -> None:
    empty = scored([], [])
    assert empty.figures_by_name()["relations_precision"] is None
    assert empty.figures_by_name()["relations_recall"] == 0
    assert empty.figures_by_name()["entities_f1"] == 0


def test_a_mention_needs_its_exact_span_and_type() -> None:
    longer, other = mention((0, 5), "acme"), mention(BOLT, "bolt", type="PERSON")
    assert counts(scored([], [longer, other]).names) == (0, 2, 4)
    assert counts(scored([], [mention(ACME, "acme"), mention(ACME, "acme")]).names) == (1, 1, 4)


def test_unlisted_nominals_and_pronouns_are_no_errors() -> None:
    ours = [mention(ACME, "acme"), mention(LATER, "acme", "nominal"), mention(IT, "acme", "pronoun")]
    found = scored([], ours)
    assert counts(found.names) == (1, 1, 4)
    assert found.references == Tally(1, 1, 1)


def test_kind_is_a_convention() -> None:
    gold = [mention(ACME, "acme", "nominal"), mention(BOLT, "bolt")]
    found = score(document({"entities": [mention(ACME, "a"), mention(BOLT, "b", "nominal")]}), document({"entities": gold}), LISTED)
    assert counts(found.names) == (1, 1, 1)
    assert found.references.recall == 1


def test_values_are_counted_apart() -> None:
    value = {"type": "PERCENT", "start": 50, "end": 52, "name": "5%"}
    found = score(document({"entities": [value]}), document({"entities": [value, mention(ACME, "acme")]}), LISTED)
    assert (counts(found.values), counts(found.names)) == ((1, 1, 1), (0, 0, 1))


def test_recall_of_firms_that_no_lexicon_lists() -> None:
    assert scored([], [mention(ACME, "acme"), mention(CORD, "cord")]).unlisted_companies.recall == 0.5


def test_a_swapped_direction_is_wrong() -> None:
    assert counts(scored([relation("SUPPLIES", BOLT, ACME)]).relations) == (0, 1, 3)


def test_an_undirected_relation_has_no_direction() -> None:
    assert counts(scored([relation("COMPETES_WITH", CORD, IT)]).relations) == (1, 1, 3)


def test_any_mention_of_the_entity_will_do() -> None:
    assert counts(scored([relation("COMPETES_WITH", ACME, CORD)]).relations) == (1, 1, 3)
    assert counts(scored([relation("SUPPLIES", (0, 6), BOLT)]).relations) == (1, 1, 3)


def test_a_pronoun_that_gold_does_not_list_leads_to_its_name() -> None:
    ours = [*GOLD_MENTIONS, mention((30, 34), "acme", "pronoun")]
    assert counts(scored([relation("SUPPLIES", (30, 34), BOLT)], ours).relations) == (1, 1, 3)
    unresolved = [*GOLD_MENTIONS, mention((30, 34), "else", "pronoun")]
    assert counts(scored([relation("SUPPLIES", (30, 34), BOLT)], unresolved).relations) == (0, 1, 3)


def test_of_nested_mentions_the_one_of_our_type_is_meant() -> None:
    plant, place = (0, 12), (0, 6)
    gold = [mention(plant, "plant", "nominal", "FACILITY"), mention(place, "penang", type="CITY"), mention(BOLT, "bolt")]
    wanted = {"entities": gold, "relations": [relation("OPERATES", BOLT, plant)]}
    for end, type, correct in ((plant, "FACILITY", 1), (place, "CITY", 0)):
        ours = {"entities": [mention(BOLT, "b"), mention(end, "x", type=type)], "relations": [relation("OPERATES", BOLT, end)]}
        assert counts(score(document(ours), document(wanted), LISTED).relations) == (correct, 1, 1)


def test_a_repeated_relation_is_counted_once() -> None:
    twice = scored([SUPPLIES, {**SUPPLIES, "evidence": {"start": 30, "end": 60}}])
    assert counts(twice.relations) == (1, 1, 3)
    wrong = relation("OWNS", ACME, BOLT)
    assert counts(scored([wrong, wrong]).relations) == (0, 1, 3)
    assert counts(scored([SUPPLIES], gold=[SUPPLIES, SUPPLIES]).relations) == (1, 1, 1)


def test_modality_counts_apart() -> None:
    planned = scored([{**SUPPLIES, "modality": "planned"}])
    assert counts(planned.relations) == (1, 1, 3)
    assert counts(planned.with_modality) == (0, 1, 3)


def test_a_denied_fact_asserted() -> None:
    asserted = scored([{**DENIED, "polarity": "affirmed"}])
    assert (asserted.denied_asserted, asserted.denied.recall) == (1, 0)
    assert counts(asserted.relations) == (0, 1, 3)
    assert (scored([DENIED]).denied_asserted, scored([DENIED]).denied.recall) == (0, 1)
    assert scored([]).denied_asserted == 0


def test_a_stated_fact_returned_as_denied() -> None:
    denied = {**SUPPLIES, "polarity": "negated"}
    assert scored([denied]).affirmed_negated == 1
    assert scored([SUPPLIES, DENIED]).affirmed_negated == 0


def test_what_one_source_says_and_another_denies() -> None:
    both = [{**SUPPLIES, "polarity": "negated", "evidence": {"start": THIRD[0], "end": THIRD[1]}}, SUPPLIES]
    assert scored([SUPPLIES], gold=both).denied_asserted == 0
    in_the_denial = {**SUPPLIES, "evidence": {"start": THIRD[0], "end": THIRD[1]}}
    assert scored([in_the_denial], gold=both).denied_asserted == 1


def test_a_trap_is_a_relation_between_unrelated_entities() -> None:
    assert scored([relation("OWNS", BOLT, CORD)]).traps == Tally(1, 1)
    assert scored([relation("OWNS", ACME, BOLT)]).traps == Tally(0, 1)
    assert scored([relation("OWNS", ACME, (60, 62))]).traps == Tally(0, 1)


def test_qualifiers_of_relations_found() -> None:
    assert scored([relation("SUPPLIES", ACME, BOLT, qualifiers={"share": " 5% ", "trend": "rising"})]).qualifiers == Tally(1, 1, 1)
    renamed = scored([relation("SUPPLIES", ACME, BOLT, qualifiers={"percent": "5%"})])
    assert (renamed.qualifiers, renamed.qualifiers_lenient, renamed.figures) == (Tally(0, 1, 1), Tally(1, 1, 1), Tally(1, 1, 1))
    assert scored([RIVALS]).qualifiers == Tally()


def test_articles_add_up() -> None:
    both = add([scored([SUPPLIES, RIVALS, DENIED]), scored([])])
    assert both.figures_by_name()["relations_recall"] == 0.5
    assert both.relations["COMPETES_WITH"] == Tally(1, 1, 2)
    assert len(both.predictions) == 3


def test_misses_name_what_was_returned_instead() -> None:
    asserted = {**DENIED, "polarity": "affirmed", "modality": "possible"}
    ours = {"entities": [mention((0, 10), "a"), *GOLD_MENTIONS[1:]], "relations": [asserted, relation("OWNS", BOLT, CORD)]}
    rows = misses(document(ours), document({"entities": GOLD_MENTIONS, "relations": [SUPPLIES, DENIED]}), TEXT)
    found = {(row["what"], row["type"], row["why"]) for row in rows}
    assert found == {
        ("missed", "COMPANY", "returned COMPANY “Acme sells”"),
        ("wrong", "COMPANY", "gold has COMPANY “Acme”"),
        ("missed", "SUPPLIES", "nothing between the two"),
        ("missed", "SUPPLIES", "returned SUPPLIES"),
        ("denied", "SUPPLIES", "gold has it negated"),
        ("wrong", "OWNS", "gold does not relate the two"),
    }
    assert rows[0]["sentence"] == TEXT[:25]


@pytest.mark.parametrize(
    ("told", "error", "squared"),
    [
        ([(1.0, True), (0.0, False)], 0.0, 0.0),
        ([(1.0, False)], 1.0, 1.0),
        ([(0.5, True), (0.5, False)], 0.0, 0.25),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0, 0.1875),
    ],
)
def test_calibration(told: list[tuple[float, bool]], error: float, squared: float) -> None:
    assert expected_error(told) == pytest.approx(error)
    assert brier(told) == pytest.approx(squared)
    assert sum(one.count for one in reliability(told)) == len(told)


def test_bins_include_their_upper_end() -> None:
    assert [one.count for one in reliability([(0.0, True), (0.1, True), (0.11, True), (1.0, True)])] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert expected_error([]) is None


def test_a_relation_whose_end_was_not_found_says_so() -> None:
    rows = misses(document({"entities": [GOLD_MENTIONS[0]]}), document({"entities": GOLD_MENTIONS, "relations": [SUPPLIES]}), TEXT)
    assert [row["why"] for row in rows if row["of"] == "relation"] == ["no mention of the tail"]
