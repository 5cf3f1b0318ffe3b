"""Others of whom a clause says the same."""

from tests.ingest.reading_aloud import denied, relations


def test_others_do_the_same() -> None:
    found = relations("TSMC depends on ASML for scanners, and so do Intel and SK hynix.")
    assert {("DEPENDS_ON", "Intel", "ASML"), ("DEPENDS_ON", "SK hynix", "ASML")} <= found


def test_nor_does_another() -> None:
    assert ("SUPPLIES", "Micron", "AMD") in denied("Intel does not buy HBM from Micron, nor does AMD.")


def test_a_verb_of_its_own_or_a_possession_is_left_alone() -> None:
    assert ("SUPPLIES", "Micron", "AMD") not in denied("Intel does not buy HBM from Micron, nor does AMD buy any from Samsung.")
    assert ("SUPPLIES", "Micron", "AMD") not in relations("Nvidia buys HBM from Micron, as does AMD's rival.")


def test_those_to_another_are_sales_too() -> None:
    found = relations("Sales to Apple represented 31% of Qorvo's revenue in 2024, and those to Samsung 12%.")
    assert {("SUPPLIES", "Qorvo", "Apple"), ("SUPPLIES", "Qorvo", "Samsung Electronics")} <= found


def test_those_to_nobody_named_are_none() -> None:
    found = relations("Sales to Apple represented 31% of Qorvo's revenue in 2024, and those to others rose.")
    assert {one for one in found if one[0] == "SUPPLIES"} == {("SUPPLIES", "Qorvo", "Apple")}
