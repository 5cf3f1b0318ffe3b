"""Shares and amounts of money as tables state them. A cell that cannot be read is an error, never a guess."""

import re
from decimal import Decimal

_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_SHARE = re.compile(rf"({_NUMBER})\s*(%?)", re.ASCII)
_MONEY = re.compile(
    r"\$\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(trillion|billion|million|thousand)\b|(?![\w.,]*\w|\s*[A-Za-z]))", re.ASCII
)
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def parse_share(text: str) -> float:
    """A share from 0 to 1: a fraction (`0.47`) or a number with a % sign (`47%`).

    Raises
    ------
    ValueError
        If it is no number, negative or above 1."""
    match = _SHARE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no share; write a fraction such as 0.47, or 47%")
    value = Decimal(match[1]) / (100 if match[2] else 1)
    if value < 0:
        raise ValueError(f"{text!r} is negative; a share lies between 0 and 1, or 0% and 100%")
    if value > 1:
        raise ValueError(f"{text!r} is over 100 %; write a fraction such as 0.47, or 47%")
    return float(value)


def parse_percent(text: str) -> float:
    """A share from 0 to 1, written with a % sign.

    Raises
    ------
    ValueError
        As `parse_share`, and if the sign is missing."""
    share = parse_share(text)
    if not text.strip().endswith("%"):
        raise ValueError(f"{text!r} has no % sign; write it as 47%")
    return share


def parse_money(text: str) -> float:
    """US dollars in a text such as `about $1 billion (2019)` or `Over $70 billion`: its one amount, without its hedge.

    Raises
    ------
    ValueError
        If it states no amount in dollars, or several."""
    found = list(_MONEY.finditer(text))
    if len(found) != 1 or text.count("$") != 1:
        raise ValueError(f"{text!r} states no single amount; write it as $3.1 billion, or leave it empty")
    number, scale = found[0].groups()
    return float(Decimal(number.replace(",", "")) * Decimal(_SCALE.get(scale, 1)))
