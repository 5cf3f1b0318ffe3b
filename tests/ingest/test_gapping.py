"""Clauses that leave out what was just said."""

import pytest

from tests.ingest.reading_aloud import relations, shares


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Tesla buys cells from Panasonic and motors from Nidec.",
            {("SUPPLIES", "Panasonic", "Tesla"), ("SUPPLIES", "Nidec", "Tesla")},
            id="the same preposition again",
        ),
        pytest.param(
            "Reyes Holdings owns 34% of Maharlika Semicon, Tembusu Equity 25%, and Silay Holdings the rest.",
            {("OWNS", "Tembusu Equity", "Maharlika Semicon"), ("OWNS", "Silay Holdings", "Maharlika Semicon")},
            id="a name and a share",
        ),
        pytest.param(
            "Wanhai Optics gets its resist not from Aoyama Chemical but from Penglai Fine Materials.",
            {("SUPPLIES", "Penglai Fine Materials", "Wanhai Optics")},
            id="not from one but from the other",
        ),
        pytest.param(
            "Tesla buys cells from Panasonic of Osaka, Japan, and its motors from Bosch.",
            {("SUPPLIES", "Bosch", "Tesla")},
            id="whose the second are",
        ),
        pytest.param(
            "Intel holds nine weeks of neon, Micron three weeks.",
            {("HOLDS_STOCK", "Intel", "neon"), ("HOLDS_STOCK", "Micron", "neon")},
            id="a name and weeks",
        ),
        pytest.param(
            "Bosch relies on Wolfspeed for 80% of its wafers, and Vitesco, a German maker of inverters, for half.",
            {("DEPENDS_ON", "Bosch", "Wolfspeed"), ("DEPENDS_ON", "Vitesco", "Wolfspeed")},
            id="past what the name is said to be",
        ),
    ],
)
def test_the_rest_says_the_same_of_another_name(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert wanted <= relations(text)


def test_a_rest_with_a_subject_of_its_own_is_left_alone() -> None:
    found = relations("Tesla buys cells from Panasonic, Rivian motors from Nidec.")
    assert ("SUPPLIES", "Nidec", "Tesla") not in found


def test_the_holders_of_one_firm_do_not_hold_each_other() -> None:
    text = "TSMC holds 86.5 percent of JASM, Sony Semiconductor Solutions 6.0 percent, Denso 5.5 percent and Toyota 2.0 percent."
    owned = {one for one in relations(text) if one[0] == "OWNS"}
    assert owned == {("OWNS", holder, "JASM") for holder in ("TSMC", "Sony Semiconductor Solutions", "Denso", "Toyota")}


def test_who_holds_stock_holds_no_firm() -> None:
    assert not [one for one in relations("Intel holds nine weeks of neon, Micron three weeks.") if one[0] == "OWNS"]


def test_what_a_ministry_adds_to_an_investment_is_a_subsidy() -> None:
    found = relations("Wolfspeed received $750 million from Apollo and a $698.6 million grant from the Commerce Department.")
    assert found == {("INVESTS_IN", "Apollo Global Management", "Wolfspeed"), ("SUBSIDISES", "Department of Commerce", "Wolfspeed")}


def test_a_name_with_a_number_of_its_own_is_no_supplier() -> None:
    assert ("SUPPLIES", "Intel", "TSMC") not in relations("Last year TSMC bought 12 scanners from ASML and Intel five.")


def test_a_remark_may_stand_between_a_holder_and_its_share() -> None:
    found = shares("Intel owns 55% of Altera and Toyota, a carmaker, 20%.")
    assert found == {("Intel", "Altera"): "55%", ("Toyota", "Altera"): "20%"}
