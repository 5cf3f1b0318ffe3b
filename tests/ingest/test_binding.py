"""Which figure belongs to which relation."""

import pytest

from tests.ingest.reading_aloud import qualifiers


@pytest.mark.parametrize(
    ("text", "ends", "wanted"),
    [
        pytest.param(
            "Synopsys completed its acquisition of Ansys for $35 billion.",
            ("ACQUIRES", "Ansys"),
            ("amount", "$35 billion"),
            id="two readings",
        ),
        pytest.param(
            "Sales to Apple represented 27% of Qorvo's net revenue in 2024, and sales to Samsung represented 14%.",
            ("SUPPLIES", "Samsung Electronics"),
            ("share_of_revenue", "14%"),
            id="a share of the same revenue",
        ),
        pytest.param("Apple buys most of its memory from Micron.", ("SUPPLIES", "Apple"), ("share", "most"), id="a share without a figure"),
        pytest.param(
            "Samsung will invest $2 billion in a plant in Taylor over the next two years.",
            ("INVESTS_IN", "plant in Taylor"),
            ("duration", "two years"),
            id="a duration without next",
        ),
        pytest.param(
            "Micron depends on ASML for about 80% of its tools.",
            ("DEPENDS_ON", "ASML"),
            ("share", "80%"),
            id="what one relies on for",
        ),
        pytest.param(
            "Samsung will invest 64 billion won in a second plant in Taylor.",
            ("INVESTS_IN", "plant in Taylor"),
            ("amount", "64 billion won"),
            id="won is money",
        ),
    ],
)
def test_a_figure_is_bound(text: str, ends: tuple[str, str], wanted: tuple[str, str]) -> None:
    assert wanted in qualifiers(text)[ends]


@pytest.mark.parametrize(
    ("text", "ends", "name"),
    [
        pytest.param("SoftBank led a $120 million round in Cerebras.", ("INVESTS_IN", "Cerebras"), "amount", id="the size of a round"),
        pytest.param(
            "On Thursday Japan suspended a rule that had cut Samsung off from photoresist.",
            ("RESTRICTS", "Samsung"),
            "date",
            id="another clause",
        ),
        pytest.param(
            "SoftBank paid $1.9 billion in March, and Arm now belongs to SoftBank.",
            ("OWNS", "Arm"),
            "amount",
            id="money beside a holding",
        ),
        pytest.param("Apple sells most of its phones to Verizon.", ("SUPPLIES", "Verizon"), "share", id="a share of sales"),
    ],
)
def test_a_figure_of_something_else_is_not(text: str, ends: tuple[str, str], name: str) -> None:
    assert name not in dict(qualifiers(text).get(ends, ()))


def test_what_serves_several_customers_is_no_quantity_of_each() -> None:
    found = qualifiers("Vellum Chips makes tools. Vellum's installed base of 2,300 systems serves customers including Intel and Toyota.")
    assert not any(name == "quantity" for (type, _), bound in found.items() if type == "SUPPLIES" for name, _ in bound)


def test_people_are_no_quantity_of_goods() -> None:
    found = qualifiers("Infineon is a maker of power semiconductors with some 58,000 employees.")
    assert not any(name == "quantity" for bound in found.values() for name, _ in bound)


def test_a_date_behind_a_name_is_no_start() -> None:
    assert ("date", "2023") in qualifiers("Apple bought 300 tons of rare earths from MP Materials in 2023.")[("SUPPLIES", "Apple")]
    assert "start" not in dict(qualifiers("Apple bought magnets from MP Materials last year.")[("SUPPLIES", "Apple")])


def test_who_is_hired_starts() -> None:
    assert ("start", "October 2017") in qualifiers("In October 2017 SMIC hired Liang Mong-song.")[("WORKS_FOR", "SMIC")]
