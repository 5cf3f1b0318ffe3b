"""Criticality of a material as two public methods score it. Shares, governance and rates are the user's own data."""

from collections.abc import Mapping

import numpy as np

from risk.concentration import hhi


def weighted_hhi(shares: Mapping[str, float], governance: Mapping[str, float], restriction: Mapping[str, float] | None = None) -> float:
    """Sum of squared country shares, each weighted by its governance (0 good to 10 bad) and trade restriction factor.

    Raises
    ------
    KeyError
        If a country has a share and no governance: a missing value is not 0."""
    factors = restriction or {}
    return sum(share**2 * governance[country] * factors.get(country, 1.0) for country, share in shares.items())


def supply_risk(global_hhi: float, eu_hhi: float, *, import_reliance: float, recycling: float, substitution: float) -> float:
    """SR of the EU list of critical raw materials: (HHI_global IR/2 + HHI_EU (1 - IR/2)) (1 - EoL-RIR) SI.

    A material is critical from 1 on, if its economic importance reaches 2.8.

    References
    ----------
    .. [1] European Commission, JRC, EUR 28654 (2017), doi 10.2760/73303."""
    half = import_reliance / 2
    return (global_hhi * half + eu_hhi * (1 - half)) * (1 - recycling) * substitution


def geopolitical_risk(production: Mapping[str, float], imports: Mapping[str, float], domestic: float, risk: Mapping[str, float]) -> float:
    """GeoPolRisk of a material: HHI of production x sum of import x risk of its country / (domestic production + imports).

    `risk` is 0 to 1 a country; `imports` and `domestic` are in one unit of quantity.

    Raises
    ------
    KeyError
        If a country has imports and no risk.

    References
    ----------
    .. [1] The geopolrisk-py package, background of the method."""
    supplied = sum(quantity * risk[country] for country, quantity in imports.items())
    return hhi(np.array(list(production.values()))) * supplied / (domestic + sum(imports.values()))
