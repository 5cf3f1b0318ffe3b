"""Deliveries and bonds that end, and those of which that is denied."""

import pytest

from tests.ingest.test_assertion import asserted


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Micron has suspended deliveries to Huawei.", "negated", "actual"),
        ("Micron cut off supplies to Huawei.", "negated", "actual"),
        ("Deliveries from Micron to Huawei have been suspended.", "negated", "actual"),
        ("Micron will suspend deliveries to Huawei.", "negated", "planned"),
        ("Micron has not suspended deliveries to Huawei.", "affirmed", "actual"),
        ("Micron denied having suspended deliveries to Huawei.", "affirmed", "actual"),
        ("Micron has stopped supplying Huawei.", "negated", "actual"),
        ("Micron has not stopped supplying Huawei.", "affirmed", "actual"),
        ("Micron denied having stopped supplying Huawei.", "affirmed", "actual"),
    ],
)
def test_what_ends_is_denied_and_what_does_not_goes_on(text: str, polarity: str, modality: str) -> None:
    assert asserted(text) == [("SUPPLIES", polarity, modality, False)]
