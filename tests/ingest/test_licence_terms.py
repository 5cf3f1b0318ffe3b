"""How long a licence holds, and which one is over."""

import pytest

from ingest.binding import bind
from ingest.nlp import read
from ingest.reading import reading_of
from tests.ingest.reading_aloud import pipeline


def grants(text: str, type: str = "GRANTED_TO") -> list[tuple[str, str, dict[str, str]]]:
    """Polarity, modality and figures of every relation of the type."""
    doc = next(read(pipeline(), text, published="2026-03-12"))
    relations = [one for one in reading_of(doc).relations if one.type == type]
    return [(one.polarity, one.modality, {q.name: q.text for q in bind(doc, one)}) for one in relations]


@pytest.mark.parametrize(
    ("text", "modality", "figures"),
    [
        ("Licence K-7, held by Bosch for neon, was revoked on 9 June 2025.", "historical", {"end": "9 June 2025"}),
        (
            "Permit 88/24, issued to Bosch in 2024, is withdrawn with effect from 2 May 2025.",
            "historical",
            {"date": "2024", "end": "2 May 2025"},
        ),
        ("The Commerce Department cancelled the licence it had granted Bosch for exports of neon.", "historical", {}),
        ("The export licence granted to Bosch expired in 2024.", "historical", {"end": "2024"}),
        ("Bosch lost its export licence in 2024.", "historical", {"end": "2024"}),
        ("Licence K-7, held by Bosch for neon, was suspended on 9 June 2025.", "actual", {}),
        ("Licence K-7, granted to Bosch, is valid until 9 June 2029.", "actual", {"end": "9 June 2029"}),
        ("Licence K-7, granted to Bosch, is valid for two years.", "actual", {"duration": "two years"}),
        ("The licence granted to Bosch expires on 9 June 2029.", "actual", {"end": "9 June 2029"}),
        ("The Commerce Department may revoke the licence granted to Bosch.", "actual", {}),
        ("The Commerce Department has not revoked the licence granted to Bosch.", "actual", {}),
    ],
)
def test_a_licence_is_over_once_it_is_taken_back_or_has_run_out(text: str, modality: str, figures: dict[str, str]) -> None:
    assert grants(text) == [("affirmed", modality, figures)]


def test_what_it_covers_is_over_too_and_the_day_is_that_of_who_had_it() -> None:
    assert grants("Licence K-7, held by Bosch for neon, was revoked on 9 June 2025.", "COVERS") == [("affirmed", "historical", {})]


def test_one_that_nobody_has_ends_for_what_it_covers() -> None:
    text = "General Licence 7, covering neon, remains in force until 30 June 2027."
    assert grants(text, "COVERS") == [("affirmed", "actual", {"end": "30 June 2027"})]
