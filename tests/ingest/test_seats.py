"""Where a firm is, from the shape of a phrase."""

import pytest

from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    ("text", "firm", "place"),
    [
        ("Dutch toolmaker ASML reported record orders.", "ASML", "Netherlands"),
        ("The Veldhoven-based firm ASML reported record orders.", "ASML", "Veldhoven"),
        ("Nvidia buys lasers from Sumida Crystal of Japan.", "Sumida Crystal", "Japan"),
        ("Japan's largest crystal maker, Sumida Crystal, sells to Nvidia.", "Sumida Crystal", "Japan"),
        ("Nvidia buys lasers made by Sumida Crystal, in Osaka.", "Sumida Crystal", "Osaka"),
    ],
)
def test_where_a_firm_is(text: str, firm: str, place: str) -> None:
    assert ("LOCATED_IN", firm, place) in relations(text)


def test_the_seat_of_the_parent_is_not_that_of_the_unit() -> None:
    found = relations("HiSilicon, a unit of Shenzhen-based Huawei, did not answer.")
    assert ("LOCATED_IN", "HiSilicon", "Shenzhen") not in found


def test_a_town_in_a_province() -> None:
    assert ("LOCATED_IN", "Xining", "Qinghai") in relations("Intel runs a plant in Xining, in the western province of Qinghai.")


def test_where_an_agent_is() -> None:
    assert ("LOCATED_IN", "Al Noor Meridian", "Dubai") in relations("The cargo was relabelled by Dubai freight agent Al Noor Meridian.")


@pytest.mark.parametrize("text", ["ASML exports tools to Japan.", "Japanese officials visited ASML.", "ASML and Japan signed an accord."])
def test_a_place_beside_a_firm_is_not_its_seat(text: str) -> None:
    assert ("LOCATED_IN", "ASML", "Japan") not in relations(text)


def test_a_clause_behind_a_seat_says_what_the_firm_does() -> None:
    found = relations("Vellum Chips Ltd, based in Suzhou, China, which makes lenses, grew.")
    assert {head for type, head, _ in found if type == "MANUFACTURES"} == {"Vellum Chips"}, found
