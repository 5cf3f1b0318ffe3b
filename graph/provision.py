"""Market shares of an input by country and by firm: two views of one market, which a network must not count twice.

Where an input has both, a country's part of that market becomes a node of its own, `country:taiwan@input:fabrication`,
which stands in the country and is supplied by its firms that are listed: a loss of the country takes the whole part, a
loss of one firm takes what the bounds allow."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.assemble import Edge
from graph.evidence import label_of

PROVIDER, VARIANTS = "provider", "variants"


@dataclass(frozen=True)
class Triple:
    """A buyer gets part of a group from a supplier, as `edges` say."""

    buyer: str
    group: str
    supplier: str
    share_lo: float
    share_hi: float
    edges: tuple[Edge, ...]


def market_of(entity: str) -> str | None:
    """The country whose part of a market `entity` is; None of any other node."""
    return entity.partition("@")[0] if "@" in entity else None


def party(entity: str) -> str:
    """`entity`, or the country whose part of a market it is: who it is to a reader."""
    return market_of(entity) or entity


def by_market(triples: Iterable[Triple], seats: Mapping[str, str]) -> list[Triple]:
    """`triples` with firms put under their countries (`seats`: entity -> country) where an input's market has both.

    The market of a category that has variants is that of its variants: its own shares are left out."""
    found, markets = [], defaultdict(list)
    listed = list(triples)
    varied = {t.buyer for t in listed if t.group == VARIANTS}
    for triple in listed:
        if triple.group != PROVIDER:
            found.append(triple)
        elif triple.buyer not in varied:
            markets[triple.buyer].append(triple)
    return [*found, *(triple for market in markets.values() for triple in _nested(market, seats))]


def _nested(market: Sequence[Triple], seats: Mapping[str, str]) -> list[Triple]:
    """The market of one input."""
    places = {t.supplier: t for t in market if label_of(t.supplier) == "Country"}
    firms = [t for t in market if t.supplier not in places and seats.get(t.supplier) in places]
    parts = {place: f"{place}@{market[0].buyer}" for place in {seats[t.supplier] for t in firms}}
    return [
        _within(t, parts[seats[t.supplier]], places[seats[t.supplier]])
        if seats.get(t.supplier) in parts and t.supplier not in places
        else replace(t, supplier=parts.get(t.supplier, t.supplier))
        for t in market
    ]


def _within(firm: Triple, part: str, country: Triple) -> Triple:
    """The firm's share of its country's part: its share of the market by the country's."""
    lo = firm.share_lo / country.share_hi if country.share_hi else 0.0
    hi = firm.share_hi / country.share_lo if country.share_lo else 1.0
    return replace(firm, buyer=part, share_lo=min(1.0, lo), share_hi=max(min(1.0, hi), min(1.0, lo)))
