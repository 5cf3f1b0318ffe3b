"""Shares and money: what is written comes back, and everything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.datasets.figures import parse_money, parse_percent, parse_share


@pytest.mark.parametrize(("text", "share"), [("47%", 0.47), ("47 %", 0.47), (".5", 0.5), ("1", 1), ("0%", 0), ("1e-2", 0.01), ("100%", 1)])
def test_a_share_is_a_fraction_or_has_a_sign(text: str, share: float) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["", "nan", "NaN%", "inf", "1_0%", "٤٧%", "47,5%", "47%%", "=1+1", "-1%", "-0.1", "100.1%", "1.01", "61"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no share|is negative|is over 100 %"):
        parse_share(text)


def test_a_percentage_has_its_sign() -> None:
    with pytest.raises(ValueError, match="no % sign"):
        parse_percent("0.5")


@given(st.decimals(0, 1, places=6))
def test_a_share_written_either_way_comes_back(value: object) -> None:
    assert parse_share(f"{value}") == pytest.approx(float(str(value)))
    assert parse_share(f"{float(str(value)) * 100:.6f}%") == pytest.approx(float(str(value)), abs=1e-8)


@given(st.text())
def test_any_text_is_a_share_from_0_to_1_or_an_error(text: str) -> None:
    try:
        assert 0 <= parse_share(text) <= 1
    except ValueError as error:
        assert repr(text) in str(error)


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("$56.2 billion (microprocessors) (2019)", 56.2e9),
        ("about $1 billion (2019)", 1e9),
        ("Over $70 billion", 70e9),
        ("$21 million", 21e6),
        ("$1,234,567", 1234567),
        ("$1.5 trillion", 1.5e12),
    ],
)
def test_an_amount_of_money_is_read_without_its_hedge(text: str, dollars: float) -> None:
    assert parse_money(text) == dollars


@pytest.mark.parametrize("text", ["unknown", "billion", "$", "$5 gazillion", "$1 billion to $2 billion", "€5 million", "$5.7bn", "$nan"])
def test_what_states_no_single_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="states no single amount"):
        parse_money(text)


@given(st.decimals(0, 999, places=2), st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]))
def test_an_amount_written_with_its_scale_comes_back(number: object, scale: tuple[str, int]) -> None:
    assert parse_money(f"about ${number} {scale[0]} (2019)") == pytest.approx(float(str(number)) * 10 ** scale[1])
