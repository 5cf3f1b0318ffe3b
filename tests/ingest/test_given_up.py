"""Deeds that were tried and not done."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nvidia, which dropped its $40 billion attempt to acquire Arm, sells processors.", ("ACQUIRES", "NVIDIA", "Arm")),
        ("Intel called off its acquisition of Tower Semiconductor.", ("ACQUIRES", "Intel", "Tower Semiconductor")),
        ("Regulators blocked Nvidia's takeover of Arm.", ("ACQUIRES", "NVIDIA", "Arm")),
        ("Intel has dropped plans for a plant in Chandler.", ("LOCATED_IN", "plant in Chandler", "Chandler")),
        ("Intel scrapped a planned fab in Magdeburg.", ("LOCATED_IN", "fab in Magdeburg", "Magdeburg")),
    ],
    ids=["an attempt", "a noun", "by others", "a site", "what was planned"],
)
def test_what_was_given_up_is_denied(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in denied(text)
    assert wanted not in relations(text)


def test_what_was_given_up_for_it_leaves_a_deed_alone() -> None:
    assert ("ACQUIRES", "Intel", "Altera") in relations("Intel dropped a product after its acquisition of Altera.")
