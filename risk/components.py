"""The components of the risk score, 0 to 1, measured on a network for many entities at once (docs/methods.md, "Score")."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.evidence import label_of
from graph.network import Floats, Network
from graph.projection import THINGS
from risk.concentration import concentrations
from risk.exposure import exposures
from risk.fixed_point import TOLERANCE, solve, whole
from risk.groups import values
from risk.paths import Hop, paths
from risk.score import COMPONENTS, Component
from risk.shares import central_shares
from risk.substitution import RAMP
from risk.target import target

SEVERITY = 0.5
"""Prior: severity of a control whose licence policy is not stated; a presumption of denial would be 1."""
MOST_FIRMS = 32
"""Firms removed in turn beside all countries: those with most documented customers."""


@dataclass(frozen=True)
class Control:
    """A control in force on `target`, which exists with probability `p`."""

    edge: str
    target: str
    p: float


@dataclass(frozen=True)
class Measured:
    """Components of one entity (None: not measured) and what binds it."""

    components: dict[Component, float | None]
    documented: bool
    origin: str | None = None
    """The foreign country or the firm whose loss costs it most."""
    product: str | None = None
    """The direct input through which it hurts."""
    chain: tuple[Hop, ...] = ()
    """The best evidenced chain to the origin."""
    evidence: float = 1.0
    """Product of the probabilities along the chain."""
    controls: tuple[str, ...] = ()
    """Ids of the edges of the controls that name it."""


def measure(
    network: Network, entities: Iterable[str], controls: Sequence[Control], *, progress: Callable[[float], None] | None = None
) -> dict[str, Measured]:
    """Entity id -> its components. One column a removed origin and one fixed point a restricted thing serve all entities.

    Jurisdiction needs governance data and is not measured without."""
    origins = _origins(network)
    gone = exposures(network, origins, reading="leontief", tolerance=TOLERANCE)
    losses, outside = gone.through.T, gone.outside.T > 0  # what belongs to the origin itself is no dependant of it
    if progress:
        progress(1.0)
    reach = _reach(network, controls)
    hhi: dict[str, float] = {}
    for found in concentrations(network):
        hhi[found.buyer] = max(found.hhi.central, hhi.get(found.buyer, 0.0))
    return {entity: _measure(network, entity, origins, losses, outside, hhi, controls, reach) for entity in entities}


def _origins(network: Network) -> list[str]:
    countries = sorted({place for parts in network.countries.values() for place in parts if place in network.index})
    customers = np.bincount(network.supplier, minlength=len(network.ids))
    firms = [network.ids[i] for i in np.argsort(-customers, kind="stable") if customers[i] and label_of(network.ids[i]) == "Company"]
    return [*countries, *firms[:MOST_FIRMS]]


def _reach(network: Network, controls: Sequence[Control]) -> dict[str, Floats]:
    """Restricted thing -> (n,) how far each node relies on it: central linear look-through."""
    things = {control.target for control in controls if label_of(control.target) in THINGS and control.target in network.index}
    return {thing: solve(network, target(network, thing).central, reading="linear", figure="central").v for thing in sorted(things)}


def _measure(
    network: Network,
    entity: str,
    origins: Sequence[str],
    losses: Floats,
    outside: NDArray[np.bool_],
    hhi: dict[str, float],
    controls: Sequence[Control],
    reach: dict[str, Floats],
) -> Measured:
    position = network.position(entity)
    naming = tuple(control.edge for control in controls if control.target == entity)
    policy = _policy(position, entity, controls, reach)
    if not network.documented[position]:
        return Measured({**dict.fromkeys(COMPONENTS), "policy": policy}, documented=False, controls=naming)
    row = _worst(losses[:, position], outside[:, position])
    components: dict[Component, float | None] = {
        "exposure": min(1.0, float(losses[row, position])) if row is not None else 0.0,
        "substitutability": 0.0,
        "concentration": hhi[entity],
        "jurisdiction": None,
        "policy": policy,
    }
    if row is None:
        return Measured(components, documented=True, controls=naming)
    group = _binding(network, position, losses[row])
    components["substitutability"] = _shortage(network, group, losses[row])
    chain = next(iter(paths(network, entity, frozenset(target(network, origins[row]).members), most=1)), [])
    evidence = float(np.prod([network.p[hop.triple] for hop in chain])) if chain else 1.0
    return Measured(components, True, origins[row], network.product[group], tuple(chain), evidence, naming)


def _worst(losses: Floats, outside: NDArray[np.bool_]) -> int | None:
    """The origin that the entity is no part of and whose loss costs it most; None where none costs anything."""
    foreign = np.flatnonzero(outside & (losses > 0))
    return int(foreign[np.argmax(losses[foreign])]) if len(foreign) else None


def _binding(network: Network, position: int, lost: Floats) -> int:
    """The group of the buyer at `position` that loses most."""
    lost_by_group = values(whole(network).groups, lost[:, None], "central")[:, 0]
    groups = network.groups_of(position)
    return int(groups[np.argmax(lost_by_group[groups])])


def _shortage(network: Network, group: int, lost: Floats) -> float:
    """1 - what the suppliers that are spared can make of the group, their ramp included; central shares."""
    members = network.members(group)
    left = float(np.sum(central_shares(network)[members] * (1 - lost[network.supplier[members]])))
    return 1 - min(1.0, left * (1 + RAMP))


def _policy(position: int, entity: str, controls: Sequence[Control], reach: dict[str, Floats]) -> float:
    """1 - prod(1 - severity x p x scope); scope is 1 where the control names the entity, else its reliance on the item."""
    spared = 1.0
    for control in controls:
        scope = 1.0 if control.target == entity else float(reach[control.target][position]) if control.target in reach else 0.0
        spared *= 1 - SEVERITY * control.p * scope
    return min(1.0, max(0.0, 1 - spared))
