"""Licences: who has them, who gives them, for what."""

import pytest

from tests.ingest.reading_aloud import denied, names, relations


def test_who_gives_one_to_whom_and_for_what() -> None:
    found = {type for type, _, _ in relations("The Commerce Department granted Samsung an annual licence for EUV scanners.")}
    assert {"GRANTED_TO", "ISSUED_BY", "COVERS"} <= found


def test_who_was_refused_one_has_none() -> None:
    assert {type for type, _, _ in denied("The Commerce Department denied Huawei a licence.")} == {"GRANTED_TO"}


@pytest.mark.parametrize("text", ["Exports need a licence.", "Arm charges a licence fee.", "Intel wants the licence requirement to go."])
def test_what_nobody_has_is_no_entity(text: str) -> None:
    assert "Licence" not in names(text).values()
