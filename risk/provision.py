"""Which part of each category's provision is lost when countries or firms are denied, by how sure the shares are.

Evidence tiers of a category: a, country shares are stated; b, countries are listed without; c, firms alone are listed,
each counting for its country. docs/methods.md, "Market readings"."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Literal

from graph.market import Category, Market, Offer

Evidence = Literal["stated", "lo", "central", "hi"]
Band = tuple[float, float, float]
"""lo, central, hi of one provider's share."""
NEGLIGIBLE: Band = (0.0, 0.01, 0.02)
"""A provider called negligible has at most 2 %."""
_PLACE = {"lo": 0, "central": 1, "hi": 2}


def lost(market: Market, denied: Collection[str], evidence: Evidence, *, design: bool) -> dict[str, float]:
    """Category id -> part of its provision that `denied` (ids of countries or firms) take away, 0 to 1.

    Denied parts add up, capped at 1. A category with variants has none of its own: its variants have; with `design` as a
    stage the kinds of design have none either. Firms count with their imputed shares; `stated` counts stated shares alone."""
    none = market.design if design else ()
    return {
        id: 0.0 if category.variants or id in none else min(1.0, _lost(category, denied, evidence))
        for id, category in market.categories.items()
    }


def _lost(category: Category, denied: Collection[str], evidence: Evidence) -> float:
    bands = country_bands(category)
    shares = {offer.provider: offer.share for offer in category.offers}
    countries = sum(_value(bands[place], evidence, shares.get(place)) for place in sorted(denied) if place in bands)
    firms = [offer for offer in category.offers if not offer.of_country and offer.provider in denied and offer.country not in denied]
    return countries + sum(_value(firm_band(category, firm), evidence, firm.share) for firm in firms)


def _value(band: Band, evidence: Evidence, stated: float | None) -> float:
    return stated or 0.0 if evidence == "stated" else band[_PLACE[evidence]]


def tier(category: Category) -> Literal["a", "b", "c"]:
    """How sure the category's country shares are."""
    countries = [offer for offer in category.offers if offer.of_country]
    return "c" if not countries else "a" if any(offer.share is not None for offer in countries) else "b"


def country_bands(category: Category) -> dict[str, Band]:
    """Country id -> its share of the category."""
    countries = [offer for offer in category.offers if offer.of_country]
    if tier(category) == "a":
        return {offer.provider: _stated(offer) for offer in countries}
    if tier(category) == "b":
        return {offer.provider: band for offer, band in zip(countries, unstated(countries), strict=True)}
    return _by_country([offer for offer in category.offers if offer.country])


def _stated(offer: Offer) -> Band:
    """Exact where stated; at most 2 % where negligible; nothing where it is listed beside stated shares without one."""
    if offer.share is None:
        return (0.0, 0.0, NEGLIGIBLE[2]) if offer.negligible else (0.0, 0.0, 0.0)
    return (offer.share,) * 3


def unstated(offers: Sequence[Offer]) -> list[Band]:
    """The band of each of K listed and M negligible providers: equal parts in the centre, anything at the ends."""
    small = sum(offer.negligible for offer in offers)
    listed = len(offers) - small
    if not listed and small:
        return [(0.0, 1.0 / small, 1.0)] * small
    usual = (1.0 - NEGLIGIBLE[2] * small if listed == 1 else 0.0, (1.0 - NEGLIGIBLE[1] * small) / max(1, listed), 1.0)
    return [NEGLIGIBLE if offer.negligible else usual for offer in offers]


def _by_country(firms: Sequence[Offer]) -> dict[str, Band]:
    """The firms' bands summed by country, the greatest capped at 1.

    If all listed firms are of one country, its least is what the negligible firms of other countries cannot take."""
    found: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for firm, band in zip(firms, unstated(firms), strict=True):
        for place in range(3):
            found[str(firm.country)][place] += band[place]
    listed = {firm.country for firm in firms if not firm.negligible}
    for country in listed if len(listed) == 1 else ():
        abroad = sum(firm.negligible and firm.country != country for firm in firms)
        found[str(country)][0] = 1.0 - NEGLIGIBLE[2] * abroad
    return {country: (band[0], band[1], min(1.0, band[2])) for country, band in found.items()}


def firm_band(category: Category, firm: Offer) -> Band:
    """A firm's share: stated, else imputed where its country's is known (tiers a and b): an equal part of it among the
    firms of that country that are listed and not negligible. At least 0, since firms may be missing from the list."""
    if firm.share is not None:
        return (firm.share,) * 3
    if tier(category) == "c":
        return (0.0, 0.0, NEGLIGIBLE[2] if firm.negligible else 1.0)
    home = country_bands(category).get(str(firm.country), (0.0, 0.0, 0.0))
    if firm.negligible:
        return (0.0, 0.0, min(home[2], NEGLIGIBLE[2]))
    peers = sum(offer.country == firm.country and not offer.of_country and not offer.negligible for offer in category.offers)
    return (0.0, home[1] / peers, home[2])
