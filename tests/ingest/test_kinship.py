"""Which names a nominal goes with by their own words."""

from tests.ingest.reading_aloud import relations


def test_a_start_up_is_no_fund() -> None:
    found = relations("Brightwater Capital has invested 60 million dollars in Soria Cells. The Spanish start-up buys wafers from Soitec.")
    assert ("SUPPLIES", "SOITEC", "Soria Cells") in found


def test_the_carmaker_is_the_one_called_motors() -> None:
    found = relations("Vellum Chips sued Skarn Motors. The carmaker buys wafers from Soitec.")
    assert ("SUPPLIES", "SOITEC", "Skarn Motors") in found


def test_a_fund_may_be_called_a_firm() -> None:
    found = relations("Brightwater Capital sold its stake in AMD in June. The firm has invested $40 million in Intel.")
    assert ("INVESTS_IN", "Brightwater Capital", "Intel") in found
