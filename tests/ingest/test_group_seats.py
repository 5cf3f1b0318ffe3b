"""Where the members of a group are."""

from tests.ingest.reading_aloud import relations


def test_all_of_a_list_are_somewhere() -> None:
    found = relations("JSR, Tokyo Ohka Kogyo and Shin-Etsu Chemical, all Japanese, make photoresist.")
    assert {("LOCATED_IN", firm, "Japan") for firm in ("JSR", "Tokyo Ohka Kogyo", "Shin-Etsu Chemical")} <= found


def test_what_all_modifies_is_no_place() -> None:
    found = relations("Apple and Intel, both Japanese customers, make chips.")
    assert not any(type == "LOCATED_IN" for type, _, _ in found)
