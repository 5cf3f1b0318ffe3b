"""What denies a kind of bond alone says nothing of the bond."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize("rest", ["Intel has no long-term contract with ASML.", "ASML has no obligation to supply Intel with scanners."])
def test_a_denied_kind_of_contract_does_not_deny_the_supply(rest: str) -> None:
    text = f"ASML sells scanners to Intel. {rest}"
    assert ("SUPPLIES", "ASML", "Intel") in relations(text)
    assert ("SUPPLIES", "ASML", "Intel") not in denied(text)


def test_a_denied_contract_does() -> None:
    assert {("SUPPLIES", "ASML", "Intel"), ("SUPPLIES", "Intel", "ASML")} & denied("Intel has no supply contract with ASML.")
