"""Goods that no list names are found by their nouns."""

import pytest

from tests.ingest.reading_aloud import names


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Intel designs timing chips and radio modules.", "timing chip"),
        ("Intel bought a designer of clock buffers.", "clock buffer"),
        ("Japan has barred Intel from exporting electronic components.", "electronic component"),
        ("Intel makes epitaxial wafers.", "epitaxial wafer"),
        ("Intel sells oscilloscopes made by Bosch.", "oscilloscope"),
    ],
)
def test_goods_are_named(text: str, goods: str) -> None:
    assert goods in names(text)


@pytest.mark.parametrize("text", ["Intel needs a buffer of cash.", "Intel mentioned the timing of the sale."])
def test_other_things_are_not(text: str) -> None:
    assert not {one for one in names(text) if "buffer" in one or "timing" in one}
