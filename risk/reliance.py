"""How reliant each buyer is on what may be lost: face value, linear look-through, Leontief; each as an interval.

docs/methods.md, "Readings", gives the formulas; risk/fixed_point.py the step."""

from typing import Literal, get_args

import numpy as np

from graph.evidence import Model, Share
from graph.network import Network
from risk.fixed_point import Figure, Solution, solve, step
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


class Reliance(Model):
    """The three readings of one buyer's reliance on one target."""

    buyer: str
    target: str
    face: Interval
    """Bought from the target itself: tier 1."""
    linear: Interval
    """Through all tiers, weighted by shares."""
    leontief: Interval
    """Through all tiers, as scarce as the scarcest essential input."""
    iterations: int
    """Steps the slowest fixed point took."""
    residual: float
    """Change in its last step."""


def reliance(network: Network, buyer: str, on: str) -> Reliance:
    """The reliance of `buyer` on `on` (a firm with what it controls, a country with its sites, or one thing).

    Raises
    ------
    OntologyError
        If `buyer` or `on` is not in the network."""
    position = network.position(buyer)
    network.position(on)
    lost = target(network, on)
    readings, solutions = {}, []
    for reading in ("face", "linear", "leontief"):
        values = {}
        for figure in get_args(Figure):
            solution = _solve(network, lost, reading, figure)
            solutions.append(solution)
            values[figure] = _clean(float(solution.v[position]))
        readings[reading] = Interval(**_ordered(values))
    return Reliance(
        buyer=buyer,
        target=on,
        **readings,
        iterations=max(solution.iterations for solution in solutions),
        residual=max(solution.residual for solution in solutions),
    )


def coverage(network: Network, buyer: str) -> Coverage:
    """How much of what `buyer` buys is documented, directly and down to the ends of what is known."""
    position = network.position(buyer)
    whole = np.ones(len(network.ids))
    ends = np.where(network.documented, 0.0, 1.0)
    return Coverage(
        documented_lo=_clean(float(step(network, whole, reading="linear", figure="lo")[position])),
        documented_hi=_clean(float(step(network, whole, reading="linear", figure="hi")[position])),
        ends_lo=_clean(float(solve(network, ends, reading="linear", figure="lo").v[position])),
        ends_hi=_clean(float(solve(network, ends, reading="linear", figure="hi").v[position])),
    )


def _solve(network: Network, lost: Target, reading: ReadingName, figure: Figure) -> Solution:
    """The reading's value at every node; the nodes of the target itself count in full."""
    seed = {"lo": lost.lo, "central": lost.central}.get(figure, lost.hi)
    if reading != "face":
        return solve(network, seed, reading=reading, figure=figure)
    return Solution(np.maximum(seed, step(network, seed, reading="linear", figure=figure)), 1, 0.0)


def _clean(value: float) -> float:
    """Without the dust of floating point beyond 0 and 1."""
    return min(1.0, max(0.0, round(value, 12)))


def _ordered(values: dict[Figure, float]) -> dict[str, float]:
    """lo <= central <= hi <= possible hold exactly; rounding alone can break them by an ulp."""
    central = min(max(values["central"], values["lo"]), values["hi"])
    return {"lo": values["lo"], "central": central, "hi": values["hi"], "possible": max(values["possible"], values["hi"])}
