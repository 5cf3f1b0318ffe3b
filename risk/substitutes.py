"""Who could stand in for what is lost, per input, in the same scenario."""

import numpy as np

from graph.network import UNSPECIFIED, Floats, Network
from graph.provision import party

LOST = 1.0 - 1e-9
"""A supplier that loses so much is no substitute."""


def scarcest(network: Network, gone: Floats, v: Floats) -> tuple[int | None, tuple[str, ...]]:
    """The group with fewest suppliers left among those that lose one outright, and who is left.

    `gone` (n,) is what was taken away, `v` (n,) what everybody loses: who is taken along stands in for nobody."""
    groups = np.unique(network.group_of[(gone > 0)[network.supplier]])
    found = {int(group): left(network, int(group), gone, v) for group in groups}
    if not found:
        return None, ()
    group = min(found, key=lambda one: (len(found[one]), one))
    return group, found[group]


def left(network: Network, group: int, gone: Floats, v: Floats) -> tuple[str, ...]:
    """The suppliers of `group` that are neither gone nor taken along wholly."""
    suppliers = network.supplier[network.members(group)]
    return tuple(network.ids[int(node)] for node in suppliers[(gone[suppliers] <= 0) & (v[suppliers] < LOST)])


def delivered(network: Network, group: int | None) -> str | None:
    """What a group delivers: its product, or its buyer where the product is a role."""
    if group is None:
        return None
    product = network.product[group]
    named = ":" in product or product == UNSPECIFIED
    return product if named else party(network.ids[int(network.buyer[group])])
