"""A gerund after a preposition is what somebody does with the goods after it."""

import pytest

from tests.ingest.reading_aloud import names, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Canada fined Bosch $3.4 million for shipping samarium to Intel in 2023.", ("SUPPLIES", "Bosch", "Intel")),
        ("The Commerce Department accused Infineon of shipping chips to Huawei.", ("SUPPLIES", "Infineon", "Huawei")),
        ("BIS imposed a penalty of $2.6 million on Bosch for shipments to Huawei.", ("SUPPLIES", "Bosch", "Huawei")),
        ("BIS fined Applied Materials $4.2 million for selling etchers to SMIC.", ("SUPPLIES", "Applied Materials", "SMIC")),
    ],
)
def test_who_is_blamed_did_it(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in relations(text)


def test_it_is_no_part_of_the_goods() -> None:
    assert not any(name.startswith("shipping") for name in names("Infineon was accused of shipping power modules to Huawei."))
