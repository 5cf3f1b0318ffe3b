"""What adjectives and verbs above a deed say of it."""

import pytest

from ingest.nlp import read
from ingest.reading import reading_of
from tests.ingest.reading_aloud import pipeline, relations


def asserted(text: str) -> list[tuple[str, str, str, bool]]:
    """(type, polarity, modality, alleged) of every relation."""
    doc = next(read(pipeline(), text, published="2025-06-01"))
    return [(one.type, one.polarity, one.modality, one.alleged) for one in reading_of(doc).relations]


def test_what_stands_beside_a_denial_is_not_denied() -> None:
    found = relations("AMD, despite having paid $4.9 billion for Xilinx, does not want to make racks.")
    assert ("ACQUIRES", "AMD", "Xilinx") in found, found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Intel is due to supply Lenovo.", ("SUPPLIES", "affirmed", "planned", False)),
        ("Intel said that it would supply Lenovo.", ("SUPPLIES", "affirmed", "planned", False)),
        ("Intel would supply Lenovo.", ("SUPPLIES", "affirmed", "possible", False)),
        ("Intel was about to buy Arm.", ("ACQUIRES", "affirmed", "planned", False)),
        ("Samsung, eager to supply NVIDIA, cut prices.", ("SUPPLIES", "affirmed", "planned", False)),
        ("Intel is likely to buy Arm.", ("ACQUIRES", "affirmed", "possible", False)),
        ("Intel is unlikely to buy Arm.", ("ACQUIRES", "negated", "possible", False)),
        ("Intel is unable to supply Lenovo.", ("SUPPLIES", "negated", "actual", False)),
        ("Huawei was cleared of supplying ZTE.", ("SUPPLIES", "negated", "actual", False)),
        ("Inspectors accused Intel of having sold chips to SMIC.", ("SUPPLIES", "affirmed", "actual", True)),
        ("Arm, a unit of SoftBank until 2022, leases its offices.", ("SUBSIDIARY_OF", "affirmed", "historical", False)),
        ("Lisa Su, a former engineer at Intel, founded the firm.", ("WORKS_FOR", "affirmed", "historical", False)),
        ("BIS issued a licence to Lenovo until 31 December 2027.", ("GRANTED_TO", "affirmed", "actual", False)),
        ("Tesla signed a contract with Panasonic to buy cells.", ("SUPPLIES", "affirmed", "planned", False)),
        ("Tesla has a contract with Panasonic.", ("SUPPLIES", "affirmed", "actual", False)),
        ("Amkor, under contract to Apple until 2031, fell.", ("SUPPLIES", "affirmed", "actual", False)),
    ],
)
def test_a_deed_is_asserted_as_the_words_above_it_say(text: str, said: tuple[str, str, str, bool]) -> None:
    assert said in asserted(text)


def test_who_is_accused_did_it_and_not_who_accuses() -> None:
    doc = next(read(pipeline(), "Microsoft has accused Intel of having sold chips to SMIC.", published="2025-06-01"))
    assert [one.head.name for one in reading_of(doc).relations if one.type == "SUPPLIES"] == ["Intel"]


def test_a_month_is_no_doubt() -> None:
    assert ("PENALISES", "affirmed", "actual", False) in asserted("On 4 May the Commerce Department fined Intel RM3.4 million.")
