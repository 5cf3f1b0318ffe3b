"""Owners named after "of which"."""

import pytest

from tests.ingest.reading_aloud import relations, shares


@pytest.mark.parametrize(
    "text",
    [
        "Arm Holdings, about 90% of which belongs to SoftBank, grew.",
        "Nvidia bought licences from Arm Holdings, the chip designer 90% of which is owned by SoftBank.",
        "Apple licenses designs from Arm, most of which is held by SoftBank.",
    ],
)
def test_the_owner_of_a_part_is_found(text: str) -> None:
    assert ("OWNS", "SoftBank", "Arm") in relations(text)


def test_the_share_stands_before() -> None:
    assert shares("Arm Holdings, about 90% of which belongs to SoftBank, grew.") == {("SoftBank", "Arm"): "90%"}


def test_goods_have_no_owner() -> None:
    assert not any(type == "OWNS" for type, _, _ in relations("Renesas sold wafers, 40% of which belong to Intel."))
