"""Where the members of a group are."""

import pytest

from tests.ingest.reading_aloud import relations


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("German lens makers such as Harrow Optik and Zandt Optik fell.", id="such as"),
        pytest.param("Chipmakers in Germany, including Harrow Optik and Zandt Optik, fell.", id="including"),
        pytest.param("German manufacturers of lenses, among them Harrow Optik and Zandt Optik, fell.", id="among them"),
    ],
)
def test_the_members_of_a_group_are_where_the_group_is(text: str) -> None:
    assert {("LOCATED_IN", "Harrow Optik", "Germany"), ("LOCATED_IN", "Zandt Optik", "Germany")} <= relations(text)


def test_what_is_named_beside_a_group_is_none_of_it() -> None:
    found = relations("German lens makers fell, and Harrow Optik rose.")
    assert ("LOCATED_IN", "Harrow Optik", "Germany") not in found
