"""Sites: who runs them, where they stand, and what "the plant" is."""

import pytest

from ingest.extract import RulesExtractor
from ingest.reader import Given, article
from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    "text",
    [
        "Micron has opened a plant in Boise.",
        "Micron is building a plant for glass substrates in Boise, Idaho.",
        "Micron will spend $2 billion on the plant it is building outside Boise.",
        "The opening of Micron's first plant, in Boise, has slipped.",
        "A plant that Micron is building in Boise will not be ready.",
    ],
)
def test_the_place_is_found_wherever_the_parser_hangs_it(text: str) -> None:
    found = relations(text)
    assert {("OPERATES", "Micron"), ("LOCATED_IN", "Boise")} <= {
        (type, subject if type == "OPERATES" else object_) for type, subject, object_ in found
    }, found


@pytest.mark.parametrize(
    "text",
    ["Micron makes chips and boards at plants in Boise, Manassas and Singapore.", "Micron makes chips at plants in Boise and in Manassas."],
)
def test_who_makes_things_at_sites_runs_each(text: str) -> None:
    found = relations(text)
    assert {("Micron", "Micron plant in Boise"), ("Micron", "Micron plant in Manassas")} <= {
        one[1:] for one in found if one[0] == "OPERATES"
    }
    assert {"Boise", "Manassas"} <= {object_ for type, _, object_ in found if type == "LOCATED_IN"}


@pytest.mark.parametrize(
    "text", ["Micron ordered tools for a fab it is building in Boise.", "It is meant for a fab that Micron plans to build in Boise."]
)
def test_a_site_to_come_stands_nowhere_yet(text: str) -> None:
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    assert [one.modality for one in read.statements if one.type == "LOCATED_IN"] == ["planned"]


def test_the_plant_is_the_one_named_before() -> None:
    found = relations("Micron runs a plant in Boise. The plant turns out memory chips for Dell.")
    made = {subject for type, subject, _ in found if type == "MANUFACTURES"}
    assert made == {subject for type, subject, _ in found if type == "LOCATED_IN"} != set(), found


def test_a_new_plant_is_another() -> None:
    found = relations("Micron runs a plant in Boise. The new plant turns out memory chips.")
    assert not any(type == "MANUFACTURES" for type, _, _ in found), found


def test_a_halted_plant_is_still_the_firms() -> None:
    found = relations("A fire has halted Micron's plant in Boise.")
    assert any((type, subject) == ("OPERATES", "Micron") for type, subject, _ in found), found


def test_a_place_of_another_clause_is_not_its_own() -> None:
    found = relations("Micron closed a plant and its managers met in Boise.")
    assert not any(type == "LOCATED_IN" for type, _, _ in found), found


def test_one_site_stands_in_one_place() -> None:
    found = relations("Intel runs a fab in Leixlip near Dublin that makes memory chips.")
    assert [object_ for type, _, object_ in found if type == "LOCATED_IN"] == ["Leixlip"]
    assert len([one for one in found if one[0] == "OPERATES"]) == 1


def test_of_several_sites_each_stands_in_its_own_place() -> None:
    found = relations("Kioxia spent the money on its plants in Yokkaichi and Kitakami.")
    assert len([one for one in found if one[0] == "LOCATED_IN"]) == 2


def test_a_site_outside_a_country_is_not_in_it() -> None:
    assert not {one for one in relations("Intel runs a fab outside Germany.") if one[0] == "LOCATED_IN" and one[2] == "Germany"}
    assert {one for one in relations("Intel runs a fab outside Dresden.") if one[0] == "LOCATED_IN" and one[2] == "Dresden"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("METI gave Kioxia 22 billion yen for its planned plant in Kitakami.", "planned", id="planned"),
        pytest.param("The servers will go into a data centre in Narvik that Equinix has operated since 2022.", "actual", id="run since"),
        pytest.param("Micron is putting up a test centre in Boise, due to open in March 2028.", "planned", id="due to open"),
        pytest.param("Intel ordered etchers from TEL for the fab it is building in Magdeburg.", "planned", id="which it is building"),
        pytest.param("Equinix used to run a data centre in Huesca.", "actual", id="where it once ran one"),
    ],
)
def test_where_a_site_stands_is_so_or_to_come(text: str, modality: str) -> None:
    read = RulesExtractor().extract(article(text.encode(), "test", Given(published_at="2025-02-24")))
    assert [one.modality for one in read.statements if one.type == "LOCATED_IN" and one.subject.startswith("facility:")] == [modality]


def test_who_makes_things_at_a_plant_runs_it() -> None:
    assert ("OPERATES", "Corning", "Corning plant in Moncton") in relations("Corning makes its own glass at a plant in Moncton.")


def test_a_foundry_that_one_uses_is_no_site() -> None:
    assert not any(type == "OPERATES" for type, _, _ in relations("Huawei can no longer use TSMC as its foundry."))


def test_who_closed_a_site_ran_it() -> None:
    read = RulesExtractor().extract(
        article(b"Micron makes memory. It closed its Boise plant in 2024.", "test", Given(published_at="2025-02-24"))
    )
    (run,) = (one for one in read.statements if one.type == "OPERATES")
    assert run.modality == "historical"
    assert {one.name: one.text for one in run.qualifiers} == {"end": "2024"}
