"""What is there already is told apart from what is planned in the same sentence."""

import pytest

from ingest.extract import RulesExtractor
from ingest.reader import Given, article
from tests.ingest.reading_aloud import denied, relations


def modalities(text: str) -> dict[tuple[str, str], str]:
    """Modality by type and object's name."""
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    names = {entity.id: entity.name for entity in read.entities}
    return {(one.type, names[one.object]): one.modality for one in read.statements}


@pytest.mark.parametrize("text", ["Bosch could sell its Penang site to Infineon.", "Bosch will close its Penang site in May."])
def test_a_site_that_is_to_be_sold_or_shut_is_there(text: str) -> None:
    found = modalities(text)
    assert {modality for (type, _), modality in found.items() if type in ("OPERATES", "LOCATED_IN")} == {"actual"}


def test_a_site_that_is_to_be_built_is_planned() -> None:
    assert modalities("Bosch will build a plant in Penang.")["LOCATED_IN", "Penang"] == "planned"


def test_whose_unit_one_is_does_not_wait_for_the_measure() -> None:
    assert (
        modalities("The Affiliates Rule would extend to Huawei's subsidiaries HiSilicon and Honor.")["SUBSIDIARY_OF", "Huawei"] == "actual"
    )


def test_a_contract_or_letter_to_supply_is_a_plan() -> None:
    assert modalities("Infineon signed a letter of intent to supply chips to Bosch.")["SUPPLIES", "Bosch"] == "planned"
    assert modalities("Infineon said it had signed a five-year contract to supply Bosch with chips.")["SUPPLIES", "Bosch"] == "planned"


def test_a_denial_ends_at_the_next_finite_verb() -> None:
    text = "Infineon has never bought cobalt from Glencore and got 80% of it from Umicore."
    assert ("SUPPLIES", "Glencore", "Infineon") in denied(text)
    assert ("SUPPLIES", "Umicore", "Infineon") in relations(text)


def test_a_denial_goes_on_in_a_form_that_shares_its_helper() -> None:
    assert ("SUPPLIES", "Intel", "Huawei") in denied("Intel has not bought or sold chips to Huawei.")


def test_what_can_no_longer_be_bought_is_not_bought() -> None:
    text = "SMIC can no longer buy from ASML."
    assert ("SUPPLIES", "ASML", "SMIC") in denied(text)
    assert modalities(text)["SUPPLIES", "SMIC"] == "actual"
