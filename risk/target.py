"""What is lost or asked about: a firm with what it controls, a country with its sites, one thing, or several of these."""

from collections.abc import Iterable, Sequence
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


def target(network: Network, entities: str | Sequence[str]) -> Target:
    """What goes when all of `entities` go: a country takes its sites, anything else what it controls.

    A firm with sites in several countries belongs to one of them in part: 0 at least and 1 at most, its part of the
    known sites in the centre. Where no site is known its headquarters stand for it. Of several countries the parts of
    one firm add up.

    Raises
    ------
    OntologyError
        If one of them is not in the network."""
    asked = [entities] if isinstance(entities, str) else list(entities)
    network.require(asked)
    places = [entity for entity in asked if label_of(entity) == "Country"]
    others = [entity for entity in asked if label_of(entity) != "Country"]
    found = [part for part in (countries(network, places) if places else None, parties(network, others) if others else None) if part]
    lo, central, hi = (np.maximum.reduce([getattr(part, name) for part in found]) for name in ("lo", "central", "hi"))
    return Target(lo, central, hi, tuple(sorted({member for part in found for member in part.members})))


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


def countries(network: Network, places: Sequence[str]) -> Target:
    """The countries themselves and whatever stands there; whose headquarters are elsewhere is surely in none of them."""
    n = len(network.ids)
    central, somewhere, seated = np.zeros(n), np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    for place in places:
        positions, parts = network.standing.get(place, (np.zeros(0, dtype=np.int64), np.zeros(0)))
        central[positions] += parts
        somewhere[positions] = True
    whole = np.flatnonzero(central >= 1.0)
    homes = [network.headquarters.get(network.ids[int(position)]) for position in whole]
    seated[whole] = [home is None or home in places for home in homes]
    lo, central, hi = seated.astype(float), np.minimum(1.0, central), somewhere.astype(float)
    for vector in (lo, central, hi):
        vector[network.positions(places)] = 1.0
    return Target(lo, central, hi, tuple(network.ids[int(i)] for i in np.flatnonzero(hi)))
