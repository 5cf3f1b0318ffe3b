"""What pronouns and nominals stand for, read off the relations that rest on them."""

from tests.ingest.reading_aloud import relations


def test_the_object_of_an_order_is_the_owner_of_what_it_sells() -> None:
    found = relations("Canada told Shenlong Mining to keep its stake in Belgrave Lithium.")
    assert ("OWNS", "Shenlong Mining", "Belgrave Lithium") in found


def test_no_noun_stands_for_the_subject_of_its_own_verb() -> None:
    found = relations("Micron is a chipmaker. Carlyle owns 60 percent of the company.")
    assert ("OWNS", "Carlyle", "Micron") in found


def test_a_clause_set_off_by_a_comma_does_not_say_which_is_meant() -> None:
    found = relations("Vellum Chips makes sensors. The firm, which buys wafers from Soitec, grew.")
    assert ("SUPPLIES", "SOITEC", "Vellum Chips") in found
