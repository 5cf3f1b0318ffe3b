"""Who supplies what another leaves."""

import pytest

from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    "text",
    [
        "Linde delivers 94% of the neon that Intel buys; the rest comes from Air Liquide.",
        "Intel relies on Linde for 60% of its neon. The remainder comes from Air Liquide.",
        "Intel buys two thirds of its neon from Linde; the balance is from Air Liquide.",
    ],
)
def test_the_rest_goes_to_the_same_buyer(text: str) -> None:
    assert ("SUPPLIES", "Air Liquide", "Intel") in relations(text)


@pytest.mark.parametrize("text", ["Intel owns 60% of Altera; the rest comes from Dell.", "Intel buys neon. The rest came from nowhere."])
def test_where_nobody_buys_it_is_silent(text: str) -> None:
    assert not {one for one in relations(text) if one[0] == "SUPPLIES"}
