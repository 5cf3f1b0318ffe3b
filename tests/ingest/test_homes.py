"""A nominal with a place stands for the firm that is there."""

from tests.ingest.reading_aloud import denied, relations

TEXT = "Belgium's Qelvara makes photoresist. Quorvance Logic, the British chipmaker, said it "


def test_the_belgian_firm_is_not_the_british_one() -> None:
    found = relations(f"{TEXT}buys photoresist from the Belgian firm.")
    assert ("SUPPLIES", "Qelvara", "Quorvance Logic") in found


def test_nor_where_it_is_denied() -> None:
    assert ("SUPPLIES", "Qelvara", "Quorvance Logic") in denied(f"{TEXT}no longer buys photoresist from the Belgian firm.")


def test_a_listed_firms_country_is_known() -> None:
    found = relations("ASML and Nikon make scanners. The Japanese firm sells scanners to Intel.")
    assert ("SUPPLIES", "Nikon", "Intel") in found
