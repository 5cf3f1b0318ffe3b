"""Turns of a clause that the slots walk."""

import pytest

from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Panasonic, another of Tesla's cell suppliers, opened a plant.", ("SUPPLIES", "Panasonic", "Tesla")),
        ("The H100 is made by TSMC and by Samsung.", ("MANUFACTURES", "Samsung Electronics", "NVIDIA H100")),
        ("Intel has its circuits made by TSMC and packaged in Penang by Amkor.", ("SUPPLIES", "Amkor", "Intel")),
        ("China's licensing regime for gallium is strict.", ("RESTRICTS", "China licensing regime on gallium", "gallium")),
    ],
    ids=["another of", "by one and by another", "made by one and packaged by another", "a regime"],
)
def test_a_turn_is_walked(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in relations(text)


def test_a_government_is_no_measure() -> None:
    assert not any(type == "RESTRICTS" for type, _, _ in relations("The regime of Kim Jong Un hurt Samsung."))


def test_what_a_name_is_is_no_object() -> None:
    found = relations("Intel uses bonders from Hanmi Semiconductor too, a unit of Hanmi Group.")
    assert ("SUBSIDIARY_OF", "Hanmi Semiconductor", "Hanmi Group") in found
    assert not any(type == "ACQUIRES" for type, _, _ in found)


def test_which_is_the_name_before_its_comma() -> None:
    assert ("PARTNERS_WITH", "SK hynix", "TSMC") in relations("SK hynix left the die to TSMC, with which it has cooperated since 2020.")


def test_a_line_of_chips_is_made_and_a_named_business_bought() -> None:
    assert ("MANUFACTURES", "TSMC", "NVIDIA H100") in relations("Nvidia's H100 family is made by TSMC.")
    found = relations("Infineon bought Marvell's Automotive Ethernet business for $2.5 billion.")
    assert ("ACQUIRES", "Infineon", "Automotive Ethernet") in found
    assert not any(one[0] in ("ACQUIRES", "SUPPLIES") and "Marvell" in one for one in found)


def test_a_clause_after_a_firm_and_its_seat_is_about_the_firm() -> None:
    found = relations("Lam Research of Fremont, United States, which builds plasma etchers, is suspected of fraud.")
    assert ("MANUFACTURES", "Lam Research", "etching tool") in found and not any(one[1] == "United States" for one in found)
    assert ("MANUFACTURES", "China", "gallium") in relations("Intel sells chips to China, which makes gallium.")


def test_an_apposition_belongs_to_the_name_before_its_comma() -> None:
    found = relations("SK hynix says its HBM3E already sits beside the logic dies in Blackwell, the accelerator designed by Nvidia.")
    assert ("DEVELOPS", "NVIDIA", "NVIDIA Blackwell") in found and ("DEVELOPS", "NVIDIA", "HBM3E") not in found


def test_the_noun_of_a_whose_is_the_name_after_it() -> None:
    found = relations("In 2023 five firms were half of turnover at Arm, whose biggest licensee, Qualcomm, brought in 24%.")
    assert ("SUPPLIES", "Arm", "Qualcomm") in found


def test_what_customers_use_is_whose_customers_they_are() -> None:
    found = relations("TSMC's customers include Apple and Intel, which has committed itself to using its wafers.")
    assert not any(one[0] == "SUPPLIES" and one[1] == "Apple" for one in found), found


def test_a_participle_between_commas_that_was_taken_for_the_verb_is_one() -> None:
    found = relations("The C1 modem, devised in-house by Apple and first fitted in the iPhone 16e, took a socket that was Qualcomm's.")
    assert ("DEVELOPS", "Apple", "C1") in found
    assert ("ACQUIRES", "Intel", "Altera") in relations("Altera, bought in 2015 by Intel, sold chips to Dell.")
