"""Who owns the rest of what another owns a part of."""

import pytest

from tests.ingest.reading_aloud import relations, shares


@pytest.mark.parametrize(
    ("text", "owner", "held"),
    [
        ("Intel owns 85% of Altera; the rest belongs to Bosch.", "Bosch", "Altera"),
        ("Intel owns 85% of Altera. The remainder is held by Bosch and Denso.", "Denso", "Altera"),
        ("Intel owns 85% of Altera, with the rest in the hands of Bosch.", "Bosch", "Altera"),
        ("Lynas owns 85% of the Gibb mine; the rest belongs to Namibia.", "Namibia", "Gibb mine"),
    ],
    ids=["belongs", "is held by", "in the hands of", "of a site"],
)
def test_the_rest_has_an_owner(text: str, owner: str, held: str) -> None:
    assert ("OWNS", owner, held) in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Intel owns 85% of Altera. The rest of the cash belongs to Bosch.",
        "Intel owns 85% of Altera. The rest is in the hands of small investors.",
        "Intel supplies Altera; the rest belongs to Bosch.",
    ],
    ids=["the rest of something else", "nobody named", "no stake before"],
)
def test_it_has_none(text: str) -> None:
    assert not {one for one in relations(text) if one[0] == "OWNS" and one[1] == "Bosch"}


def test_the_rest_may_be_a_percentage() -> None:
    assert shares("Intel owns 72% of Altera. The remaining 28% belongs to Bosch.")["Bosch", "Altera"] == "28%"


def test_whose_hands_the_rest_is_in_does_not_own_the_owner() -> None:
    assert ("OWNS", "Bosch", "Intel") not in relations("Intel owns 85% of Altera, with the rest in the hands of Bosch.")
