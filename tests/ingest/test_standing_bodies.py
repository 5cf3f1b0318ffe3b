"""The pronoun for a body of a state that is called by what it does."""

from tests.ingest.reading_aloud import relations


def test_it_in_what_a_body_says_is_the_body() -> None:
    found = relations("Japan's trade ministry said it had barred Intel from exporting memory modules.")
    assert {object_ for type, subject, object_ in found if type == "RESTRICTS" and "ministry" in subject} == {"Intel", "memory module"}


def test_it_in_what_a_firm_says_is_not() -> None:
    found = relations("France's competition authority met Intel. Intel said it had bought Altera.")
    assert ("ACQUIRES", "Intel", "Altera") in found
