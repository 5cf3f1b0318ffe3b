"""What pronouns and nominals stand for, read off the relations that rest on them."""

import pytest

from tests.ingest.reading_aloud import relations


def test_the_object_of_an_order_is_the_owner_of_what_it_sells() -> None:
    found = relations("Canada told Shenlong Mining to keep its stake in Belgrave Lithium.")
    assert ("OWNS", "Shenlong Mining", "Belgrave Lithium") in found


def test_no_noun_stands_for_the_subject_of_its_own_verb() -> None:
    found = relations("Micron is a chipmaker. Carlyle owns 60 percent of the company.")
    assert ("OWNS", "Carlyle", "Micron") in found


def test_a_clause_set_off_by_a_comma_does_not_say_which_is_meant() -> None:
    found = relations("Vellum Chips makes sensors. The firm, which buys wafers from Soitec, grew.")
    assert ("SUPPLIES", "SOITEC", "Vellum Chips") in found


def test_both_are_the_two_firms_of_the_sentence_before() -> None:
    found = relations("Intel and AMD make processors. Both buy scanners from ASML.")
    assert {("SUPPLIES", "ASML", "Intel"), ("SUPPLIES", "ASML", "AMD")} <= found


def test_both_companies_are_the_two_firms_of_the_sentence_before() -> None:
    found = relations("Intel and AMD make processors. Both companies buy scanners from ASML.")
    assert {("SUPPLIES", "ASML", "Intel"), ("SUPPLIES", "ASML", "AMD")} <= found


def test_a_nominal_is_the_owner_of_what_the_sentence_before_spoke_of() -> None:
    found = relations("The order book of Vellum Chips is filled by Bosch and Toyota. The chipmaker buys wafers from Soitec.")
    assert ("SUPPLIES", "SOITEC", "Vellum Chips") in found


def test_nobody_is_his_own_customer() -> None:
    found = relations("Soitec makes wafers. STMicroelectronics, its biggest customer, grew.")
    assert ("SUPPLIES", "SOITEC", "STMicroelectronics") in found


def test_what_one_buys_of_it_is_anothers() -> None:
    text = "Murata supplies Apple. Ford, a buyer of its capacitors since 2018, cut its orders by a third."
    assert ("SUPPLIES", "Murata", "Ford") in relations(text)


def test_nobody_takes_over_a_plant_of_his_own() -> None:
    found = relations("Qorvo moved in the same direction when Luxshare took over its assembly plant in Beijing.")
    assert {one for one in found if one[0] == "OPERATES"} and not any(one[1] == "Luxshare" for one in found if one[0] == "OPERATES"), found


def test_a_combined_firm_is_none_of_those_named() -> None:
    assert not {one for one in relations("Apple buys from Intel. Tesla will hurt the combined company.") if one[0] == "AFFECTS"}


def test_who_has_a_part_of_the_sales_is_not_the_company() -> None:
    found = relations("Vellum Chips makes sensors. Apple accounted for 38% of the company's sales last year.")
    assert ("SUPPLIES", "Vellum Chips", "Apple") in found


@pytest.mark.parametrize(
    "text",
    [
        "Infineon supplies Bosch. Bosch accounted for 29% of its sales last year.",
        "Bosch buys sensors from Infineon. Bosch accounted for 29% of its sales last year.",
        "Infineon said that Bosch would account for about 29% of its sales.",
        "Infineon makes sensors for TSMC and for Bosch, which accounted for 29% of its sales last year.",
    ],
)
def test_nobody_accounts_for_a_part_of_his_own_sales(text: str) -> None:
    found = {one for one in relations(text) if one[0] == "SUPPLIES"}
    assert ("SUPPLIES", "Infineon", "Bosch") in found and not any(one[1] == "Bosch" for one in found), found


def test_they_are_the_firms_that_are_the_subject_together() -> None:
    for text in (
        "Intel and AMD make chips. They buy scanners from ASML.",
        "Intel and AMD said they would buy scanners from ASML.",
        "Intel and AMD said that their scanners come from ASML.",
    ):
        assert {("SUPPLIES", "ASML", "Intel"), ("SUPPLIES", "ASML", "AMD")} <= relations(text), text


def test_one_thing_is_said_of_the_nearest_name_of_a_list() -> None:
    found = relations("It leans on turbines from GE Vernova and Solar Turbines, Caterpillar's subsidiary.")
    assert {one for one in found if one[0] == "SUBSIDIARY_OF"} == {("SUBSIDIARY_OF", "Solar Turbines", "Caterpillar")}


def test_what_is_done_to_the_group_another_does() -> None:
    found = relations("Larkin Corp makes lasers. Penhallow Partners, a fund house that owned 9% of the group, has sold out.")
    assert ("OWNS", "Penhallow Partners", "Larkin") in found


def test_who_is_promised_more_money_is_the_firm_that_has_got_some() -> None:
    found = relations("India has granted Intel $2 billion, and Saxony has promised it a further $1 billion.")
    assert ("SUBSIDISES", "Saxony", "Intel") in found, found


def test_the_two_may_be_those_of_the_clause_before_a_semicolon() -> None:
    found = relations("Intel and TSMC signed a deal; both buy scanners from ASML.")
    assert {("SUPPLIES", "ASML", "Intel"), ("SUPPLIES", "ASML", "TSMC")} <= found, found
    assert not {one for one in relations("Intel, AMD and TSMC signed a deal; both buy scanners from ASML.") if one[0] == "SUPPLIES"}
