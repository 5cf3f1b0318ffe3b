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
