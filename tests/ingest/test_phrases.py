"""Sites, measures and goods that have no name of their own."""

import pytest

from tests.ingest.reading_aloud import names, relations


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Alibaba operates chip plants in Hangzhou.", "Facility"),
        ("The United States tightened export controls on advanced chips.", "Policy"),
        ("Veldora Inc. buys pump lasers from Coherent.", "Product"),
        ("Alibaba unveiled a $52 billion investment plan.", "Investment"),
    ],
)
def test_what_has_no_name_is_an_entity_still(text: str, type: str) -> None:
    found = names(text)
    assert type in found.values(), found


def test_a_site_has_its_operator_and_its_place() -> None:
    found = relations("Micron runs a plant in Boise. Its Boise plant makes memory.")
    assert any(type == "OPERATES" and subject == "Micron" for type, subject, _ in found), found
    assert any(type == "LOCATED_IN" and object_ == "Boise" for type, _, object_ in found), found


def test_goods_in_everyday_words_are_none() -> None:
    assert "Product" not in names("Veldora Inc. made a good impression and sold its old building.").values()


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Ceramic insulators are scarce.", "Ceramic insulator", "Product"),
        ("Cymer makes ion sources.", "ion source", "Product"),
        ("Bitmain makes bitcoin mining machines.", "bitcoin mining machine", "Product"),
        ("Bosch bought tonnes of tantalum concentrate.", "tantalum concentrate", "Material"),
        ("Bosch took its SiC MOSFETs from Cree.", "SiC mosfet", "Product"),
        ("The order covers electron-beam mask writers.", "electron-beam mask writer", "Product"),
        ("Dell builds liquid-cooled servers.", "liquid-cooled server", "Product"),
        ("Bosch needs low-CTE yarn.", "low-CTE yarn", "Product"),
        ("Cree makes 1,200-volt MOSFETs.", "1,200-volt mosfet", "Product"),
        ("Nittobo weaves low-CTE glass cloth.", "glass cloth", "Material"),
        ("Resonac sells moulding compounds.", "moulding compound", "Material"),
        ("A licence is needed for exports of vessel-tracking software.", "vessel-tracking software", "Product"),
        ("Compression moulding presses were ordered.", "Compression moulding press", "Product"),
    ],
)
def test_kinds_of_goods(text: str, name: str, type: str) -> None:
    assert names(text).get(name) == type, names(text)


def test_a_regulator_of_a_market_is_a_body_and_one_of_a_voltage_goods() -> None:
    assert "Product" not in names("South Korea's antitrust regulator fined Bosch.").values()
    assert "Product" in names("Bosch makes voltage regulators.").values()


def test_verbs_joined_are_no_part_of_goods() -> None:
    found = relations("Ombrant SA designs and manufactures power semiconductors for trains.")
    assert ("MANUFACTURES", "Ombrant", "power semiconductor") in found, found


def test_who_made_goods_is_no_part_of_their_name() -> None:
    assert names("Tesla buys Chinese-made power modules.").get("power module") == "Product"


@pytest.mark.parametrize("text", ["News sources were silent.", "The foundry's funding sources dried up."])
def test_a_source_of_news_or_money_is_no_goods(text: str) -> None:
    assert not {"Product", "Material"} & set(names(text).values())


def test_a_foundry_that_acts_is_a_firm() -> None:
    assert ("LOCATED_IN", "TSMC", "Taiwan") in relations("TSMC grew. The Taiwanese foundry said it had made the chip for Sophgo.")
    assert "Facility" not in names("TSMC grew. The Taiwanese foundry said it had made the chip for Sophgo.").values()


def test_who_is_given_money_builds_the_plant_of_its_clause() -> None:
    found = relations("The Ministry of Economy awarded Bosch a grant for the fab it is building outside Dresden.")
    assert any(type == "OPERATES" and head == "Bosch" for type, head, _ in found), found


def test_a_rule_of_a_body_is_one_that_it_issued() -> None:
    found = relations("A rule of the Bureau of Industry and Security requires a licence for photodetectors destined for China.")
    assert {(type, object_) for type, _, object_ in found} >= {
        ("ISSUED_BY", "Bureau of Industry and Security"),
        ("RESTRICTS", "photodetector"),
        ("RESTRICTS", "China"),
    }


def test_control_won_of_a_firm_is_no_measure() -> None:
    assert "Policy" not in names("SoftBank has gained control over Arm.").values()


def test_a_centre_where_goods_are_tested_is_a_site_and_one_for_shopping_is_none() -> None:
    assert "Facility" in names("Intel operates a test centre in Penang.").values()
    assert "Facility" not in names("Intel opened a shopping centre in Penang.").values()


@pytest.mark.parametrize("text", ["Japan put SMIC on its end-user list.", "SMIC stands on an export control list of Japan."])
def test_a_list_of_whom_a_state_controls_is_a_measure(text: str) -> None:
    assert "Policy" in names(text).values()


def test_a_list_of_prices_is_no_measure() -> None:
    assert "Policy" not in names("Japan's SMIC put chips on its price list.").values()


def test_what_is_done_with_goods_is_no_part_of_their_name() -> None:
    assert "shipping chips" not in names("The Commerce Department accused Infineon of shipping chips to Huawei.")


def test_whose_goods_a_tariff_is_on_is_hit() -> None:
    found = relations("U.S. tariffs on battery cells from China rose in January.")
    assert {object_ for type, _, object_ in found if type == "RESTRICTS"} == {"battery cell", "China"}


def test_all_whose_goods_a_tariff_is_on_are_hit() -> None:
    found = relations("The Commerce Department put duties of 14% on silicon metal from Norway, Laos and Angola.")
    assert {"Norway", "Laos", "Angola"} <= {object_ for type, _, object_ in found if type == "RESTRICTS"}, found


def test_goods_listed_behind_those_dealt_in_are_goods() -> None:
    assert {"valve", "seal", "pump"} <= set(names("Bosch sells valves, seals and pumps to Intel."))


def test_a_freeze_of_assets_is_a_measure_and_one_of_hiring_is_none() -> None:
    assert "Policy" in names("The EU imposed an asset freeze on Bosch.").values()
    assert "Policy" not in names("Bosch imposed a hiring freeze.").values()


def test_a_state_behind_its_ministry_is_a_name_of_its_own() -> None:
    assert names("The Ministry of Commerce of China spoke.").get("China") == "Country"


def test_whose_exports_are_limited_is_not_who_is_hit() -> None:
    found = relations("Analysts criticised limits on U.S. exports to China.")
    assert {object_ for type, _, object_ in found if type == "RESTRICTS"} == {"China"}
