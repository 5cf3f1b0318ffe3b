"""How concentrated the supply of each input of each buyer is: HHI, CR1, CR3, n-to-75 %, single sourcing, N-1 coverage.

Counted by supplier, by ultimate owner or by country. What no supplier is documented for, and in the country view what no
country is known for, is the residual: atoms in the least figure, one party in the greatest."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from graph.evidence import Model, Share
from graph.network import Floats, Network
from risk.parties import Level, Parts, party_of
from risk.shares import central_shares

MOST = 0.75
DUST = 1e-9


class Bounded(Model):
    """A figure with the least and the greatest value that the documents allow."""

    lo: Share
    central: Share
    hi: Share


class Concentration(Model):
    """Concentration of one group of one buyer."""

    buyer: str
    product: str
    level: Level
    parties: int
    largest: str | None
    """The party with the greatest central share; None where none is known."""
    hhi: Bounded
    """Sum of squared shares (Hirschman 1964): 1 is a single party. The greatest is exact where all shares are stated,
    else an upper bound; the central one leaves the residual out."""
    cr1: Bounded
    """Share of the largest party."""
    cr3: Bounded
    """Share of the three largest; the greatest is an upper bound."""
    to_75: int | None
    """How many parties make up 75 % by central shares; None where the known ones do not."""
    single_source: bool
    """Whether only one party is documented; others may exist undocumented."""
    without_largest: Bounded
    """N-1 coverage: part of the input that the others supply when the largest is gone."""


def concentrations(network: Network, *, level: Level = "supplier", buyer: str | None = None) -> list[Concentration]:
    """One row a group, in the network's order; of `buyer` alone where one is given.

    Raises
    ------
    OntologyError
        If `buyer` is not in the network."""
    groups = range(len(network.start)) if buyer is None else network.groups_of(network.position(buyer))
    central, parts = central_shares(network), party_of(network, level)
    return [_row(network, int(group), level, _parties(network, int(group), central, parts)) for group in groups]


def hhi(shares: Floats) -> float:
    """Sum of squared shares, 0 to 1."""
    return float(np.sum(np.square(shares)))


def to_reach(shares: Iterable[float], most: float = MOST) -> int | None:
    """How many of the greatest `shares` sum to `most`; None where all of them do not."""
    total = 0.0
    for number, share in enumerate(sorted(shares, reverse=True), 1):
        total += share
        if total >= most - DUST:
            return number
    return None


def _parties(network: Network, group: int, central: Floats, parts: Callable[[str], Parts]) -> dict[str, Floats]:
    """Party -> its (lo, central, hi) in the group. What is in several countries is surely in none of them."""
    found: dict[str, Floats] = defaultdict(lambda: np.zeros(3))
    for triple in network.members(group):
        shares = np.array([network.share_lo[triple], central[triple], network.share_hi[triple]])
        for party, part in parts(network.ids[int(network.supplier[triple])]).items():
            found[party] += shares * (float(part >= 1.0), part, 1.0)
    return found


def _row(network: Network, group: int, level: Level, parties: dict[str, Floats]) -> Concentration:
    names = sorted(parties, key=lambda name: (-parties[name][1], name))
    lo, central, hi = np.array([parties[name] for name in names]).reshape(-1, 3).T
    residual = max(0.0, 1.0 - float(lo.sum()))
    lo, central, hi = (np.append(part, end) for part, end in ((lo, 0.0), (central, 0.0), (hi, residual)))
    hi = np.minimum(hi, 1.0 - (lo.sum() - lo))  # the others keep their least
    cr1, cr3 = (_ratio(lo, central, hi, size) for size in (1, 3))
    return Concentration(
        buyer=network.ids[int(network.buyer[group])],
        product=network.product[group],
        level=level,
        parties=len(names),
        largest=names[0] if names else None,
        hhi=_bounded(hhi(lo), hhi(central), _most_squares(lo, hi)),
        cr1=cr1,
        cr3=cr3,
        to_75=to_reach(central),
        single_source=len(names) == 1,
        without_largest=_bounded(float(lo.sum() - lo.max()), float(central.sum() - central.max()), 1.0 - cr1.lo),
    )


def _ratio(lo: Floats, central: Floats, hi: Floats, size: int) -> Bounded:
    return _bounded(*(float(np.sort(part)[::-1][:size].sum()) for part in (lo, central, hi)))


def _most_squares(lo: Floats, hi: Floats) -> float:
    """An upper bound of sum of s^2 over lo <= s <= hi, sum s = 1: each square under its chord, the rest to the steepest."""
    rest, total = max(0.0, 1.0 - float(lo.sum())), hhi(lo)
    for party in np.argsort(-(lo + hi), kind="stable"):
        given = min(rest, float(hi[party] - lo[party]))
        total, rest = total + given * float(lo[party] + hi[party]), rest - given
    return total


def _bounded(lo: float, central: float, hi: float) -> Bounded:
    values: Sequence[float] = [min(1.0, max(0.0, value)) for value in (lo, central, hi)]
    return Bounded(lo=min(values[0], values[1]), central=values[1], hi=max(values[1], values[2]))
