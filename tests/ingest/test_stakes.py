"""Stakes that do not name again what they are in."""

from tests.ingest.reading_aloud import relations


def test_the_others_hold_the_rest_of_the_same_firm() -> None:
    found = relations("TSMC owns 70 percent of ESMC; Bosch, Infineon and NXP have 10 percent each.")
    owners = {subject for type, subject, object_ in found if type == "OWNS" and object_.startswith("E")}
    assert len(owners) == 4, found


def test_a_share_of_a_market_is_no_stake() -> None:
    found = relations("TSMC owns 70 percent of ESMC. Samsung has 10 percent of the foundry market.")
    assert not any(type == "OWNS" and subject.startswith("Samsung") for type, subject, _ in found), found
