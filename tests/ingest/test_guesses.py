"""Guesses where no frame speaks."""

from tests.ingest.reading_aloud import relations


def test_no_second_supplier_is_guessed_for_a_buyer_whose_supplier_is_said() -> None:
    text = "Infineon has won a contract to provide radar processors to Bosch, a group that sells driver-assistance units to Volvo."
    supplied = {one for one in relations(text) if one[0] == "SUPPLIES"}
    assert ("SUPPLIES", "Bosch", "Volvo") in supplied
    assert ("SUPPLIES", "Infineon", "Volvo") not in supplied
