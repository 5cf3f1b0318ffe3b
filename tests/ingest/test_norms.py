"""What the statistical model takes for something else."""

import pytest

from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ganfeng Lithium agreed to sell 12,000 tonnes a year of spodumene concentrate to LG Chem.",
            ("SUPPLIES", "Ganfeng Lithium", "LG Chem"),
        ),
        ("JSR makes resist at a plant in Leuven and competes with Merck of Germany.", ("COMPETES_WITH", "JSR", "Merck")),
        ("Sunrise Corp mines scandium. The miner ships most of its output to Alcoa.", ("SUPPLIES", "Sunrise", "Alcoa")),
        ("Umicore refines cobalt. The firm supplies LG Chem with oxide.", ("SUPPLIES", "Umicore", "LG Chem")),
        ("Chile in April capped exports of lithium carbonate to China.", ("RESTRICTS", "Chile", "lithium carbonate")),
    ],
    ids=["goods and no verb", "a verb and no plural", "no vessels", "no plural after a name", "a deed"],
)
def test_a_word_is_taken_for_what_it_is(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in relations(text)


def test_ships_of_a_kind_are_vessels() -> None:
    assert not [one for one in relations("Maersk said the carrier ships of its rivals were full.") if one[0] == "SUPPLIES"]
