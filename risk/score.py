"""The risk score, 0 to 100, as a sum one can check by hand (docs/methods.md, "Score").

R = max(B + e * sum of 100 w (z - median), floor), B = 100 * sum of w * median, floor = 100 e min(E, S) max(J, P).
The contributions, the discount for thin evidence, the floor's uplift and the clipping add up to R exactly."""

from collections.abc import Mapping
from typing import Literal, get_args

from graph.evidence import Model, Share

Component = Literal["exposure", "substitutability", "concentration", "jurisdiction", "policy"]
COMPONENTS: tuple[Component, ...] = get_args(Component)

WEIGHTS: dict[Component, float] = {
    "exposure": 0.30,
    "substitutability": 0.20,
    "concentration": 0.15,
    "jurisdiction": 0.15,
    "policy": 0.20,
}
"""A convention: docs/methods.md says why, and that ranks under other weights differ."""

READS: dict[Component, str] = {
    "exposure": "greatest loss from losing one foreign country or one supplier group",
    "substitutability": "part of the binding input that its other documented suppliers could not make up",
    "concentration": "highest concentration (HHI) among its documented inputs",
    "jurisdiction": "governance and rivalry of the countries it relies on",
    "policy": "controls that name it, or what it relies on",
}
COVERAGE_FLOOR = 3
"""Fewer measured components than this and the composite is withheld."""


class Contribution(Model):
    """One row of the sum."""

    name: str
    points: float
    detail: str


class Score(Model):
    """A score with the rows that add up to it; `value` is None when it is withheld, and `withheld` says why."""

    value: float | None
    base: float
    contributions: tuple[Contribution, ...]
    components: dict[Component, Share | None]
    """None: not measured."""
    medians: dict[Component, Share]
    weights: dict[Component, float]
    """After the weight of what is not measured went to the others in proportion."""
    evidence: Share
    withheld: str | None = None


def score(
    components: Mapping[Component, float | None],
    medians: Mapping[Component, float],
    evidence: float,
    *,
    documented: bool = True,
    weights: Mapping[Component, float] = WEIGHTS,
) -> Score:
    """The score of one entity.

    `components` are 0 to 1 or None where there is nothing to measure; `medians` those of its type; `evidence` the
    product of the probabilities along the binding path, 1 where there is none. Withheld when fewer than three
    components are measured or no input is `documented`."""
    measured = [name for name in COMPONENTS if components.get(name) is not None]
    share = _reweighted(weights, measured)
    base = 100 * sum(share[name] * medians[name] for name in measured)
    raw = {name: 100 * share[name] * ((components[name] or 0.0) - medians[name]) for name in measured}
    discount = (evidence - 1) * sum(raw.values())
    before = base + sum(raw.values()) + discount
    uplift = max(0.0, _floor(components, evidence) - before)
    clipping = min(100.0, max(0.0, before + uplift)) - (before + uplift)
    rows = [Contribution(name=name, points=raw[name], detail=READS[name]) for name in measured]
    rows.append(Contribution(name="evidence discount", points=discount, detail="thin evidence moves the score towards the base"))
    rows.append(Contribution(name="floor uplift", points=uplift, detail="a denied sole source is not averaged away"))
    rows.append(Contribution(name="clipping", points=clipping, detail="0 to 100"))
    withheld = _withheld(len(measured), documented)
    return Score(
        value=None if withheld else base + sum(row.points for row in rows),
        base=base,
        contributions=tuple(rows),
        components={name: components.get(name) for name in COMPONENTS},
        medians={name: medians[name] for name in measured},
        weights=share,
        evidence=evidence,
        withheld=withheld,
    )


def _reweighted(weights: Mapping[Component, float], measured: list[Component]) -> dict[Component, float]:
    total = sum(weights[name] for name in measured)
    return {name: weights[name] / total for name in measured} if total else {}


def _floor(components: Mapping[Component, float | None], evidence: float) -> float:
    exposed = min(components.get("exposure") or 0.0, components.get("substitutability") or 0.0)
    return 100 * evidence * exposed * max(components.get("jurisdiction") or 0.0, components.get("policy") or 0.0)


def _withheld(measured: int, documented: bool) -> str | None:
    if not documented:
        return "no input of it is documented"
    if measured < COVERAGE_FLOOR:
        return f"only {measured} of {len(COMPONENTS)} components could be measured"
    return None
