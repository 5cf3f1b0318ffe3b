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
