"""Where the time goes."""

from benchmarks.speed import by_component
from ingest.nlp import COMPONENTS
from tests.factory import article


def test_every_component_is_timed() -> None:
    seconds = by_component([article("Nvidia buys wafers from TSMC.")])
    assert list(seconds) == ["segments, tokens", "statistical model", *COMPONENTS]
    assert seconds["statistical model"] > 0
