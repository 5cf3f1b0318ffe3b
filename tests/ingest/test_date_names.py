"""What the dates of a relation are: day, beginning, end."""

import pytest

from ingest.binding import bind
from ingest.nlp import read
from ingest.reading import reading_of, text_of
from tests.ingest.reading_aloud import pipeline


def dates(text: str, type: str = "SUPPLIES") -> dict[str, str]:
    """Name to text of the qualifiers of every relation of the type."""
    doc = next(read(pipeline(), text, published="2025-06-01"))
    return {one.name: one.text for relation in reading_of(doc).relations if relation.type == type for one in bind(doc, relation)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Intel supplied chips to Dell between 2019 and 2022.", {"start": "2019", "end": "2022"}),
        ("Intel supplied chips to Dell from 2019 to 2022.", {"start": "2019", "end": "2022"}),
        ("Intel supplied chips to Dell in 2022.", {"date": "2022"}),
        ("Intel began shipping chips to Dell in March 2022.", {"start": "March 2022"}),
        ("Dell is to buy chips from Intel under an accord running until 2031.", {"end": "2031"}),
        ("Intel has supplied chips to Dell since 2019.", {"start": "2019"}),
        ("Dell ordered chips from Intel, to be shipped by December 2026.", {"deadline": "December 2026"}),
        ("Intel supplies chips to Dell under a contract that expires in 2028.", {"end": "2028"}),
        ("Intel will supply chips to Dell for five years, starting in January 2026.", {"start": "January 2026", "duration": "five years"}),
        ("Intel stopped supplying Dell in 2022.", {"end": "2022"}),
        ("By the end of 2023 Intel had delivered chips to Dell.", {"date": "end of 2023"}),
        (
            "Under an agreement which takes effect on 1 April and lasts five years, Intel will deliver chips to Dell.",
            {"start": "1 April", "duration": "five years"},
        ),
        ("Intel will supply chips to Dell by the end of the year.", {"deadline": "end of the year"}),
    ],
)
def test_a_date_is_named_by_the_words_around_it(text: str, named: dict[str, str]) -> None:
    assert named.items() <= dates(text).items()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Lisa Su has been chief executive of AMD since 2014.", {"start": "2014"}),
        ("From 2016 to 2022 Lisa Su was chief executive of AMD.", {"start": "2016", "end": "2022"}),
        ("Lisa Su became chief executive of AMD in March 2021.", {"start": "March 2021"}),
        ("On October 7 a court removed Lisa Su as chief executive of AMD.", {"end": "October 7"}),
    ],
)
def test_the_days_of_a_post(text: str, named: dict[str, str]) -> None:
    assert named.items() <= dates(text, "WORKS_FOR").items()


def test_goods_bound_for_a_place_do_not_keep_the_date() -> None:
    assert dates("The Netherlands has required a licence for scanners bound for China since 2024.", "RESTRICTS")["start"] == "2024"


def test_who_buys_a_stake_does_not_lose_it() -> None:
    doc = next(read(pipeline(), "Intel sold 51 percent of Altera to SoftBank in June 2024.", published="2025-06-01"))
    owned = {text_of(doc, one.head): [q.name for q in bind(doc, one)] for one in reading_of(doc).relations if one.type == "OWNS"}
    assert owned == {"SoftBank": ["percent", "date"], "Intel": ["percent", "end"]}


def test_a_date_of_the_verb_before_is_not_one_of_the_next() -> None:
    assert not dates("Dell was fined by Japan in 2022 and is also on the Entity List.", "RESTRICTS")
