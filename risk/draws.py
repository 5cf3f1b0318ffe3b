"""Sampled readings of a market: what is not stated is drawn, what is stated stays (docs/methods.md, "Market readings")."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from graph.evidence import Model, Share
from graph.market import Category, Market, Offer
from graph.network import Operator
from risk.categories import Graph, cuts
from risk.provision import NEGLIGIBLE, country_bands, tier


class Sampled(Model):
    """Quantiles of L2 over draws; a prior-based interval, no bound."""

    p05: Share
    p50: Share
    p95: Share
    draws: int


def sampled(market: Market, target: str, denied: Collection[str], graph: Graph, *, draws: int = 1000, seed: int = 1) -> Sampled:
    """L2 of `target` when the countries `denied` are lost, over `draws` of the shares that are not stated.

    Listed providers are drawn as Dirichlet(1, ..., 1) over the non-negligible ones, scaled by 1 - the sum of U(0, .02)
    draws of the negligible ones. The same seed gives the same draws for every denial: common random numbers."""
    rng = np.random.default_rng(seed)
    shares = {id: _draw(category, draws, rng) for id, category in sorted(market.categories.items())}
    own = {
        id: np.minimum(1.0, sum((shares[id][place] for place in sorted(denied) if place in shares[id]), np.zeros(draws)))
        if not market.categories[id].variants and not (graph == "G1" and id in market.design)
        else np.zeros(draws)
        for id in market.categories
    }
    values = cuts(market, own, target, graph, variants=Operator.POOL)[target]
    low, middle, high = (float(np.clip(value, 0.0, 1.0)) for value in np.quantile(values, (0.05, 0.5, 0.95)))
    return Sampled(p05=low, p50=middle, p95=high, draws=draws)


def _draw(category: Category, draws: int, rng: np.random.Generator) -> Mapping[str, np.ndarray]:
    """Country -> (draws,) its share; stated shares as they are."""
    countries = [offer for offer in category.offers if offer.of_country]
    if tier(category) == "a":
        return {place: np.full(draws, band[1]) for place, band in country_bands(category).items()}
    listed = countries if tier(category) == "b" else [offer for offer in category.offers if offer.country]
    found: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(draws))
    for offer, share in zip(listed, _providers(listed, draws, rng), strict=True):
        found[str(offer.country)] = found[str(offer.country)] + share
    return found


def _providers(listed: Sequence[Offer], draws: int, rng: np.random.Generator) -> list[np.ndarray]:
    """One (draws,) share a provider; where all are negligible they share as if none were."""
    none = all(offer.negligible for offer in listed)
    small = {offer.provider for offer in listed if offer.negligible and not none}
    minor = {provider: rng.uniform(0, NEGLIGIBLE[2], draws) for provider in sorted(small)}
    rest = 1.0 - sum(minor.values(), np.zeros(draws))
    large = [offer.provider for offer in listed if offer.provider not in small]
    parts: Iterable[np.ndarray] = rng.dirichlet(np.ones(len(large)), draws).T if large else ()
    drawn = minor | {provider: rest * part for provider, part in zip(large, parts, strict=True)}
    return [drawn[offer.provider] for offer in listed]
