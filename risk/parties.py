"""Who counts as one supplier: the supplier itself, its ultimate owner, or the country it stands in."""

from collections.abc import Callable
from typing import Literal

from graph.evidence import label_of
from graph.network import Network
from graph.provision import party

Level = Literal["supplier", "owner", "country"]
Parts = dict[str, float]
"""Party -> part of the supplier that belongs to it; empty where that is not known."""


def party_of(network: Network, level: Level) -> Callable[[str], Parts]:
    """What a supplier's share counts for at this level."""
    return {
        "supplier": lambda entity: {party(entity): 1.0},
        "owner": lambda entity: {ultimate_owner(network, party(entity)): 1.0},
        "country": lambda entity: country_parts(network, entity),
    }[level]


def ultimate_owner(network: Network, entity: str) -> str:
    """The end of the chain of majority owners above `entity`, itself where none is stated; the first by id of several.

    Owners in a circle count as the first of them by id."""
    above = [entity]
    while owners := network.parents.get(above[-1], ()):
        if owners[0] in above:
            return min(above[above.index(owners[0]) :])
        above.append(owners[0])
    return above[-1]


def country_parts(network: Network, entity: str) -> Parts:
    """Country -> part of `entity` that stands there; a country is its own."""
    if label_of(entity) == "Country":
        return {party(entity): 1.0}
    return dict(network.countries.get(entity, {}))
