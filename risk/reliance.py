"""How reliant each buyer is on what may be lost: face value, linear look-through, Leontief; each as an interval.

docs/methods.md, "Readings", gives the formulas; risk/kernel.py the step, risk/fixed_point.py its fixed point."""

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from graph.evidence import Model, Share
from graph.network import Floats, Network
from risk.closure import upstream_of
from risk.fixed_point import Solution, first_tier, solve, step
from risk.groups import Figure
from risk.substitution import substituted
from risk.target import Target, target

ReadingName = Literal["face", "linear", "leontief"]


class Interval(Model):
    """A figure with what is documented about it."""

    lo: Share
    """The least value over all shares and weights that the documents allow."""
    central: Share
    """With priors for what is not stated: not a measurement."""
    hi: Share
    """The greatest value over all shares and weights that the documents allow."""
    possible: Share
    """Up to this if what is not documented also depends on it."""


class Coverage(Model):
    """How much of a buyer's purchases is documented."""

    documented_lo: Share
    documented_hi: Share
    """Part of the purchases whose suppliers are documented."""
    ends_lo: Share
    ends_hi: Share
    """Part of the purchases that stops, through all tiers, at firms none of whose inputs is documented."""


class Hidden(Model):
    """What look-through adds to face value. The bounds hold but need not be reached: both readings share their shares."""

    lo: Share
    central: Share
    hi: Share


class Reliance(Model):
    """The three readings of one buyer's reliance on one target."""

    buyer: str
    target: tuple[str, ...]
    face: Interval
    """Bought from the target itself: tier 1."""
    linear: Interval
    """Through all tiers, weighted by shares."""
    leontief: Interval
    """Through all tiers, as scarce as the scarcest essential input."""
    substituted: Share
    """The central Leontief reading once other suppliers step in (risk/substitution.py); rests on priors."""
    hidden: Hidden
    """Linear look-through beyond face value."""
    iterations: int
    """Steps the slowest fixed point took."""
    residual: float
    """Greatest change in a last step."""


def reliance(network: Network, buyer: str, on: str | Sequence[str], *, max_hops: int | None = None) -> Reliance:
    """The reliance of `buyer` on `on` (a firm with what it controls, a country with its sites, one thing, or several).

    Raises
    ------
    OntologyError
        If `buyer` or `on` is not in the network."""
    position = network.position(buyer)
    lost = target(network, on)
    near = upstream_of(network, [position])
    readings: dict[ReadingName, Interval] = {}
    solutions: list[Solution] = []
    for reading in get_args(ReadingName):
        found = _figures(near, lost, reading, max_hops)
        solutions += found.values()
        readings[reading] = Interval(**_ordered({figure: _clean(float(one.v[position])) for figure, one in found.items()}))
    eased = substituted(network, lost.central)
    return Reliance(
        buyer=buyer,
        target=(on,) if isinstance(on, str) else tuple(on),
        face=readings["face"],
        linear=readings["linear"],
        leontief=readings["leontief"],
        substituted=min(_clean(float(eased.v[position])), readings["leontief"].central),
        hidden=_hidden(readings["face"], readings["linear"]),
        iterations=max(solution.iterations for solution in solutions),
        residual=max(solution.residual for solution in solutions),
    )


def coverage(network: Network, buyer: str) -> Coverage:
    """How much of what `buyer` buys is documented, directly and down to the ends of what is known."""
    position = network.position(buyer)
    near = upstream_of(network, [position])
    whole = np.ones(len(network.ids))
    ends = np.where(network.documented, 0.0, 1.0)
    return Coverage(
        documented_lo=_clean(float(step(near, whole, reading="linear", figure="lo")[position])),
        documented_hi=_clean(float(step(near, whole, reading="linear", figure="hi")[position])),
        ends_lo=_clean(float(solve(near, ends, reading="linear", figure="lo").v[position])),
        ends_hi=_clean(float(solve(near, ends, reading="linear", figure="hi").v[position])),
    )


def seed(lost: Target, figure: Figure) -> Floats:
    """(n,) how far each node belongs to what is lost, for this figure."""
    return {"lo": lost.lo, "central": lost.central}.get(figure, lost.hi)


def _figures(network: Network, lost: Target, reading: ReadingName, max_hops: int | None) -> dict[Figure, Solution]:
    """The four figures, each climbed to from the one before it; one for all where the documents leave nothing open."""
    found: dict[Figure, Solution] = {}
    same = network.stated and np.array_equal(lost.lo, lost.hi)
    for figure in get_args(Figure):
        before = found.get("lo" if figure in ("central", "hi") else "hi")
        if before is not None and same and figure != "possible":
            found[figure] = before
        else:
            found[figure] = _solve(network, lost, reading, figure, max_hops, before)
    return found


def _solve(network: Network, lost: Target, reading: ReadingName, figure: Figure, max_hops: int | None, before: Solution | None) -> Solution:
    """The reading's value at every node; the nodes of the target itself count in full."""
    gone = seed(lost, figure)
    if reading != "face":
        known = before.v if before is not None else None
        return solve(network, gone, reading=reading, figure=figure, max_hops=max_hops, known=known)
    return Solution(first_tier(network, gone, figure=figure), 1, 0.0)


def _clean(value: float) -> float:
    """Without the dust of floating point beyond 0 and 1."""
    return min(1.0, max(0.0, round(value, 12)))


def _ordered(values: dict[Figure, float]) -> dict[str, float]:
    """lo <= central <= hi <= possible hold exactly; rounding alone can break them by an ulp."""
    central = min(max(values["central"], values["lo"]), values["hi"])
    return {"lo": values["lo"], "central": central, "hi": values["hi"], "possible": max(values["possible"], values["hi"])}


def _hidden(face: Interval, through: Interval) -> Hidden:
    return Hidden(lo=max(0.0, through.lo - face.hi), central=max(0.0, through.central - face.central), hi=max(0.0, through.hi - face.lo))
