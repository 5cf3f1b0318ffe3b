"""What is lost or asked about: a firm with what it controls, a country with its sites, or one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.evidence import label_of
from graph.network import Floats, Network


@dataclass(frozen=True, eq=False)
class Target:
    """How far each node belongs to what is lost: (n,) least, central and greatest, 0 to 1."""

    lo: Floats
    central: Floats
    hi: Floats
    members: tuple[str, ...]
    """Ids of the nodes that belong to it at least in part."""


def target(network: Network, entity: str) -> Target:
    """What goes when `entity` goes: a country takes its sites, anything else what it controls.

    A firm with sites in several countries belongs to one of them in part: 0 at least and 1 at most, its part of the
    known sites in the centre. Where no site is known its headquarters stand for it."""
    return country(network, entity) if label_of(entity) == "Country" else parties(network, [entity])


def parties(network: Network, entities: Iterable[str]) -> Target:
    """The `entities` with everything they own by more than half, through any number of steps."""
    members = controlled(network, entities)
    whole = np.zeros(len(network.ids))
    whole[network.positions(members)] = 1.0
    return Target(whole, whole, whole, tuple(sorted(members)))


def controlled(network: Network, entities: Iterable[str]) -> set[str]:
    """`entities` and all that they own by more than half, as stated, transitively."""
    members = set(entities)
    while True:
        more = {child for child, owners in network.parents.items() if members.intersection(owners)} - members
        if not more:
            return members
        members |= more


def country(network: Network, place: str) -> Target:
    """The country itself and whatever stands there."""
    lo, central, hi = (np.zeros(len(network.ids)) for _ in range(3))
    for entity, parts in network.countries.items():
        part = parts.get(place, 0.0)
        seat = network.headquarters.get(entity) == place
        if entity in network.index and (part or seat):
            position = network.index[entity]
            central[position] = part
            lo[position] = 1.0 if part == 1.0 and (seat or entity not in network.headquarters) else 0.0
            hi[position] = 1.0
    for vector in (lo, central, hi):
        vector[network.position(place)] = 1.0
    return Target(lo, central, hi, tuple(network.ids[i] for i in np.flatnonzero(hi)))
