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
