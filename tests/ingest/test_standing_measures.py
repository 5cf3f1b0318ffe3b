"""Words that stand for a measure that has no name of its own."""

from tests.ingest.reading_aloud import relations


def test_it_stands_for_the_measure_before() -> None:
    found = relations("Washington's new export rule has teeth. It bars Intel from selling scanners to YMTC.")
    assert any(type == "RESTRICTS" and object_ == "YMTC" and "rule" in subject for type, subject, object_ in found), found


def test_the_noun_stands_for_the_measure_that_bears_it() -> None:
    found = relations("India's steel duties took effect in May. Analysts said the duties could hurt Nippon Steel.")
    assert any(type == "AFFECTS" and "dut" in subject for type, subject, _ in found), found


def test_a_noun_of_its_own_stands_for_nothing() -> None:
    found = relations("India's steel duties took effect in May. The duties of a minister hurt Intel.")
    assert not any(type == "AFFECTS" for type, _, _ in found), found
