"""Names fold to one entity; a unit with a name of its own stays apart; mentions given from outside stay the only ones."""

import pytest
from spacy.language import Language

from ingest.linking import fold, short_forms
from ingest.nlp import prepare, read
from ingest.reading import reading_of, text_of
from ingest.segment import segment
from tests.ingest.reading_aloud import pipeline, relations


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def entities_of(nlp: Language, text: str) -> dict[str, str]:
    """Mention -> entity id."""
    return {text_of(doc, found): found.entity for doc in read(nlp, text) for found in reading_of(doc).mentions}


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Samsung Electronics Co., Ltd.", "samsung-electronics"), ("SE", "se"), ("Co", "co"), ("NVI\u200bDIA Corp.", "nvidia")],
)
def test_legal_suffixes_fold_to_a_fixed_point_and_never_to_nothing(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_long_name_gives_its_first_word_as_short_form() -> None:
    assert "voltacell" in short_forms("voltacell-battery-works", "Company")


@pytest.mark.parametrize("unit", ["voltacell-cloud", "voltacell-foundry", "voltacell-china"])
def test_a_unit_lends_its_first_word_to_nobody(unit: str) -> None:
    assert "voltacell" not in short_forms(unit, "Company")


def test_alibaba_is_not_alibaba_cloud(nlp: Language) -> None:
    found = entities_of(nlp, "Alibaba Cloud opened an office. Alibaba said nothing.")
    assert found["Alibaba Cloud"] == "company:alibaba-cloud"
    assert found["Alibaba"] == "company:alibaba-group"


def test_given_mentions_stay_the_only_ones(nlp: Language) -> None:
    text = "Voltacell Inc. supplies cells to Foobar Corp."
    doc = prepare(nlp, text, segment(text))
    reading_of(doc).given = True
    nlp.get_pipe("entities")(nlp.get_pipe("ner")(nlp.get_pipe("tok2vec")(doc)))  # type: ignore[operator]
    assert reading_of(doc).mentions == []


def test_a_name_written_small_begins_a_sentence() -> None:
    assert ("SUPPLIES", "ON Semiconductor", "Nio") in relations("Onsemi supplies Nio.")


def test_the_plural_of_a_chip_is_the_chip() -> None:
    assert ("USES", "DeepSeek", "NVIDIA H100") in relations("DeepSeek was using H100s bought in Singapore.")


def test_the_state_after_its_city_is_no_city() -> None:
    assert ("LOCATED_IN", "Albany", "New York State") in relations("Intel makes chips at a plant in Albany, New York.")


def test_a_small_legal_form_ends_a_name() -> None:
    assert ("LOCATED_IN", "Culverhouse Vacuum", "Stevenage") in relations("Culverhouse Vacuum plc, based in Stevenage, makes lasers.")


def test_a_listed_site_is_known_by_its_owner_and_place() -> None:
    found = relations("TSMC's Arizona fab produces wafers for Apple.")
    assert ("OPERATES", "TSMC", "TSMC Fab 21") in found
    assert ("LOCATED_IN", "TSMC Fab 21", "Arizona") in found


def test_a_name_with_an_ampersand_ends_a_sentence() -> None:
    assert ("SUPPLIES", "AT&S", "Intel") in relations("Intel now purchases substrates from Unimicron and AT&S.")
