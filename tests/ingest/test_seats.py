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


@pytest.mark.parametrize("text", ["ASML exports tools to Japan.", "Japanese officials visited ASML.", "ASML and Japan signed an accord."])
def test_a_place_beside_a_firm_is_not_its_seat(text: str) -> None:
    assert ("LOCATED_IN", "ASML", "Japan") not in relations(text)
