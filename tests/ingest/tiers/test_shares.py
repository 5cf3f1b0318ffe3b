"""Which share of what a quote states, and for whom; in doubt none."""

import pytest

from ingest.tiers.shares import share_of
from ingest.tiers.words import Span


def spans(quote: str, *names: str) -> list[Span]:
    return [(quote.index(name), quote.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("type", "head", "tail", "quote", "share"),
    [
        ("SUPPLIES", "Zorvex", "Qalmor", "Zorvex supplies 60 % of Qalmor's lasers", (0.595, 0.605)),
        ("SUPPLIES", "Zorvex", "Qalmor", "Qalmor buys about 60 percent of its lasers from Zorvex", (0.54, 0.66)),
        ("DEPENDS_ON", "Qalmor", "Zorvex", "Qalmor gets over half of its lasers from Zorvex", (0.5, 1.0)),
        ("OWNS", "Zorvex", "Qalmor", "Zorvex owns 51% of Qalmor", (0.505, 0.515)),
        ("SUPPLIES", "Zorvex", "Qalmor", "Zorvex, which has 60 % of the market, supplies Qalmor", (None, None)),
        ("SUPPLIES", "Zorvex", "Qalmor", "Zorvex earns 60 % of its revenue with what it supplies to Qalmor", (None, None)),
        ("SUPPLIES", "Zorvex", "Qalmor", "Zorvex supplies Qalmor", (None, None)),
        ("PARTNERS_WITH", "Zorvex", "Qalmor", "Zorvex makes 60 % of Qalmor's lasers", (None, None)),
        ("SUPPLIES", "Zorvex", "Qalmor", "Zorvex supplies 60 % of Qalmor's lasers and 40 % of Qalmor's lenses", (None, None)),
    ],
)
def test_the_share_of_a_quote(type: str, head: str, tail: str, quote: str, share: tuple[float | None, float | None]) -> None:
    first, second = spans(quote, head, tail)
    assert share_of(type, quote, first, second) == share


def test_a_figure_is_the_nearest_suppliers() -> None:
    quote = "Zorvex supplies 60 % of Qalmor's lasers, while Tavrin supplies the rest"
    zorvex, qalmor, tavrin = spans(quote, "Zorvex", "Qalmor", "Tavrin")
    assert share_of("SUPPLIES", quote, zorvex, qalmor, [tavrin]) == (0.595, 0.605)
    assert share_of("SUPPLIES", quote, tavrin, qalmor, [zorvex]) == (None, None)


def test_a_share_of_two_together_is_neithers() -> None:
    quote = "Zorvex and Tavrin supply 60 % of Qalmor's lasers"
    zorvex, qalmor, tavrin = spans(quote, "Zorvex", "Qalmor", "Tavrin")
    for one, other in ((zorvex, tavrin), (tavrin, zorvex)):
        assert share_of("SUPPLIES", quote, one, qalmor, [other]) == (None, None)
