"""Names that no lexicon lists: where they begin and end, and what they are."""

import pytest

from tests.ingest.reading_aloud import names


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Brantholt Optik AG makes lenses in Jena.", "Brantholt Optik", "Company"),
        ("Shares of Veldora fell after the chipmaker cut its outlook. Veldora said demand was weak.", "Veldora", "Company"),
        ("The Kestrav Institute for Materials Research tested the wafers.", "Kestrav Institute for Materials Research", "ResearchOrg"),
        ("The Kestrav Institute of Technology tested the wafers.", "Kestrav Institute of Technology", "ResearchOrg"),
        ("Marta Lindqvist, chief executive of Brantholt, resigned.", "Marta Lindqvist", "Person"),
        ("A smelter that PT Lestari Timah runs was shut.", "PT Lestari Timah", "Company"),
        ("The firm lists Ludovika Motors and Norrsken Tåg among its buyers.", "Norrsken Tåg", "Company"),
        ("The Department for Trade and Industrial Strategy signed the order.", "Department for Trade and Industrial Strategy", "GovBody"),
        ("It was bought by Kuniyoshi Capacitor, of Okayama, which makes parts.", "Okayama", "City"),
        ("Lisbon, 19 June 2025 -- The grant was awarded today.", "Lisbon", "City"),
        ("The plan does not replace the Minho Tax Credit.", "Minho Tax Credit", "Policy"),
        ("Samsung India, a unit of Samsung, makes phones.", "Samsung India", "Company"),
        ("He told Intel China would act.", "China", "Country"),
        (
            "The company said that it runs a large new data centre in Bruyères-le-Châtel, a little south of Paris.",
            "Bruyères-le-Châtel",
            "City",
        ),
        ("The site belongs to Miskolc Glass Kft. The plant in Miskolc employs many; more are hired in Miskolc.", "Miskolc", "City"),
        ("It sells blanks to the defence house Teixidor Sistemas.", "Teixidor Sistemas", "Company"),
        ("The Ministry of Trade and Technology of Norway issued the rules.", "Ministry of Trade and Technology", "GovBody"),
    ],
)
def test_what_an_unlisted_name_is(text: str, name: str, type: str) -> None:
    found = names(text)
    assert found.get(name) == type, found


@pytest.mark.parametrize(
    "text",
    [
        "Demand is strong. Supply is weak. However, prices fell.",
        "Analysts Expect Prices To Fall Further This Year\n\nPrices are expected to fall, analysts said.",
        "In January, the committee met; Chapter 7 was not discussed.",
    ],
)
def test_a_capital_alone_makes_no_firm(text: str) -> None:
    assert "Company" not in names(text).values()
