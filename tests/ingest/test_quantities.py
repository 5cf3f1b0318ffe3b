"""Amounts keep their magnitude and unit; a garbled figure is marked and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.periods import dates
from ingest.quantities import MAGNITUDE, figures, money

WORDS = ("thousand", "million", "billion", "trillion", "bn", "亿", "万")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$52 billion", (5.2e10, "USD")),
        ("US$2.8B", (2.8e9, "USD")),
        ("$52-billion", (5.2e10, "USD")),
        ("52亿元", (5.2e9, "CNY")),
        ("NT$30 billion", (3e10, "TWD")),
        ("10 trillion won", (1e13, "KRW")),
        ("SEK 2.1 billion", (2.1e9, "SEK")),
        ("PLN 40 million", (4e7, "PLN")),
        ("a billion dollars", (1e9, "USD")),
        ("900 million Swedish crowns", (9e8, "SEK")),
        ("3 million Philippine pesos", (3e6, "PHP")),
        ("5 billion New Taiwan dollars", (5e9, "TWD")),
        ("3 million pounds sterling", (3e6, "GBP")),
        ("200 million South African rand", (2e8, "ZAR")),
        ("RM2.1 billion", (2.1e9, "MYR")),
        ("NKr 9 million", (9e6, "NOK")),
        ("AU$9 million", (9e6, "AUD")),
        ("Rs 1,200 crore", (1.2e10, "INR")),
        ("half a billion dollars", (5e8, "USD")),
    ],
)
def test_money(text: str, amount: tuple[float, str]) -> None:
    assert money(text) == amount


@given(st.integers(1, 999_999), st.integers(0, 2), st.sampled_from(WORDS))
def test_money_written_is_money_read(number: int, places: int, word: str) -> None:
    written = f"{number / 10**places:,.{places}f}"
    read = money(f"€{written} {word}")
    assert read is not None
    assert read[0] == pytest.approx(number / 10**places * 10 ** MAGNITUDE[word])
    assert read[1] == "EUR"


@pytest.mark.parametrize("name", ["crowns", "kroner", "pesos", "shillings"])
def test_a_currency_of_several_countries_has_no_code(name: str) -> None:
    (found,) = figures(f"sales of 4.82 billion {name}")
    assert (found.type, found.text, found.value, found.unit) == ("MONEY", f"4.82 billion {name}", 4.82e9, None)


def test_a_garbled_figure_has_no_value() -> None:
    (figure,) = figures("Both pledged 30Band30Band40B in investments.")
    assert (figure.text, figure.value, figure.uncertain) == ("30Band30Band40B", None, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45%", 45),
        ("8 percent", 8),
        ("about a fifth of it", 20),
        ("nearly half of it", 50),
        ("two thirds of it", 66.6667),
        ("one in four of its wafers", 25),
        ("15pc of it", 15),
        ("forty percent", 40),
    ],
)
def test_percent(text: str, value: float) -> None:
    assert [(figure.type, figure.value) for figure in figures(text)] == [("PERCENT", value)]


def test_a_quantity_keeps_its_rate() -> None:
    (figure,) = figures("It makes 14,000 wafers a month.")
    assert (figure.text, figure.value, figure.unit) == ("14,000 wafers a month", 14_000, "wafers a month")


@given(st.text(max_size=200))
def test_figures_quote_their_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert figure.start >= end
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


@pytest.mark.parametrize(
    ("text", "iso"),
    [("by 2027", "2027"), ("in Q3 2025", "2025-Q3"), ("on March 3, 2025", "2025-03-03"), ("in May 2024", "2024-05"),
     ("yesterday", "2025-02-23"), ("last year", "2024"), ("next month", "2025-03"), ("by 15 July", "2025-07-15"),
     ("at the end of next month", "2025-03"), ("early next year", "2026"), ("in spring 2025", "2025"), ("by H1 2026", "2026"),
     ("by the end of September", "2025-09"), ("in the fourth quarter of next year", "2026-Q4"), ("in 3Q25", "2025-Q3"),
     ("in Q1 FY26", "2026-Q1"), ("in the second half of this year", "2025"), ("in 2H26", "2026"), ("a decade ago", "2015"),
     ("A year ago", "2024"), ("in the third quarter of fiscal 2025", "2025-Q3"), ("in the previous quarter", "2024-Q4")],
)  # fmt: skip
def test_dates_are_partial_iso(text: str, iso: str) -> None:
    assert [figure.iso for figure in dates(text, "2025-02-24")] == [iso]


@pytest.mark.parametrize(
    ("text", "date"),
    [("Two months later it moved", "Two months later"), ("a year earlier", "a year earlier"), ("by spring", "spring"),
     ("in the third quarter", "third quarter"), ("until late March", "late March"), ("idle for a week", "a week"),
     ("Last Thursday it came", "Last Thursday"), ("for fourteen weeks", "fourteen weeks"), ("after 30 working days", "30 working days"),
     ("eight more years", "eight more years"), ("for another year", "another year"), ("more than a year", "a year"),
     ("a month's supply of neon", "a month"), ("in the quarter to July", "quarter to July"),
     ("in the year ended March 31, up from", "year ended March 31"),
     ("for the six months ended 30 September", "six months ended 30 September"),
     ("the fiscal year ended December 31, 2024", "year ended December 31, 2024"), ("in the 1990s", "1990s"),
     ("in the coming quarter", "coming quarter")],
)  # fmt: skip
def test_dates_quote_the_date_alone(text: str, date: str) -> None:
    assert [figure.text for figure in dates(text, None)] == [date]


@pytest.mark.parametrize(
    ("text", "number"),
    [("16,000 of Nvidia's chips", 16_000), ("800 of them", 800), ("20,000 more", 20_000), ("a million of Google's TPUs", 1_000_000)],
)
def test_a_number_may_say_no_unit(text: str, number: float) -> None:
    assert [(figure.type, figure.value, figure.unit) for figure in figures(text)] == [("QUANTITY", number, None)]


def test_a_year_is_no_number_of_things() -> None:
    assert figures("the end of 2024 of them") == []
    (figure,) = figures("Until 2022 Linde sold 600 cubic metres of neon a month.")
    assert figure.text == "600 cubic metres of neon a month"


def test_half_of_a_year_is_no_share() -> None:
    assert figures("It will close in the second half of 2025.") == []


def test_a_relative_date_without_a_publication_day_has_no_value() -> None:
    assert [figure.iso for figure in dates("yesterday", None)] == [None]


def test_only_the_last_share_of_a_list_bears_the_sign() -> None:
    assert [(one.type, one.text) for one in figures("hold 60, 30 and 10 percent")] == [
        ("PERCENT", "60"),
        ("PERCENT", "30"),
        ("PERCENT", "10 percent"),
    ]


def test_a_range_is_no_list_of_shares() -> None:
    assert [one.text for one in figures("between 60 and 70 percent")] == ["70 percent"]


@pytest.mark.parametrize(
    ("text", "quantity", "value"),
    [
        ("The bureau added 140 entities to its list.", "140 entities", 140),
        ("It bought 50,000 H100s in May.", "50,000 H100s", 50_000),
        ("It ordered 160 air-jet looms.", "160 air-jet looms", 160),
        ("Some two dozen firms applied.", "two dozen firms", 24),
        ("It turns out 2.1 million square metres a month.", "2.1 million square metres a month", 2_100_000),
        ("The site draws 1.2GW.", "1.2GW", 1.2),
        ("It makes 900 tons of polyimide film a year.", "900 tons of polyimide film a year", 900),
        ("It ordered eight hybrid bonders in May.", "eight hybrid bonders", 8),
        ("It starts 20,000 wpm.", "20,000 wpm", 20_000),
    ],
)
def test_anything_may_be_counted(text: str, quantity: str, value: float) -> None:
    assert [(one.text, one.value) for one in figures(text) if one.type == "QUANTITY"] == [(quantity, value)]


def test_a_number_within_a_name_counts_nothing() -> None:
    assert figures("Its Veda-2 accelerators sit on substrates.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A rule of September 29 stretches it.",
        "Its 2027 vehicles sell.",
        "The EXE:5200B in its fab.",
        "A notice of May 8 that bars shipments stands.",
        "Notice No. 14 lists two rules.",
    ],
)
def test_a_day_a_year_or_a_name_counts_nothing(text: str) -> None:
    assert [one for one in figures(text) if one.text.endswith(("stretches", "its", "shipments"))] == []


def test_a_range_of_shares_has_no_value_of_its_own() -> None:
    assert [(one.text, one.value) for one in figures("It takes 10-15% of them.")] == [("10-15%", None)]


@pytest.mark.parametrize("text", ["The Energy Act 2023 binds.", "The Export Control Order 2008 binds.", "Regulation 2025/2260 binds."])
def test_the_year_in_the_name_of_a_law_is_no_date(text: str) -> None:
    assert dates(text, None) == []


def test_a_crore_is_ten_million_rupees() -> None:
    assert money("₹4,600 crore") == (4.6e10, "INR")
