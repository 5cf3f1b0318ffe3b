"""Somebody's firm is the one beside whose name the person is introduced."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Jensen Huang, chief executive of NVIDIA, said his company buys chips from TSMC.", ("SUPPLIES", "TSMC", "NVIDIA")),
        ("Sanjay Mehrotra runs Micron. He said his firm supplies Apple.", ("SUPPLIES", "Micron", "Apple")),
        ("Lisa Su of AMD said her company, Xilinx, buys from TSMC.", ("SUPPLIES", "TSMC", "Xilinx")),
    ],
)
def test_it_is_theirs(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in relations(text)


def test_a_denial_of_theirs_is_one() -> None:
    text = "Micron's director, Sanjay Mehrotra, disputed that his company belonged to Intel."
    assert ("OWNS", "Intel", "Micron") in denied(text)


def test_a_firm_that_nobody_introduced_is_none() -> None:
    assert not {one for one in relations("Jensen Huang said his former firm supplies Apple.") if one[0] == "SUPPLIES"}
