"""Who could stand in for what is lost, per input, in the same scenario."""

import numpy as np

from graph.network import UNSPECIFIED, Floats, Ints, Network

LOST = 1.0 - 1e-9
"""A supplier that loses so much is no substitute."""


def scarcest(network: Network, gone: Floats, v: Floats) -> tuple[int | None, tuple[str, ...]]:
    """The group with fewest suppliers left among those that lose one outright, and who is left.

    `gone` (n,) is what was taken away, `v` (n,) what everybody loses: who is taken along stands in for nobody."""
    lost = gone > 0
    left: list[tuple[int, int, Ints]] = []
    for group in np.unique(network.group_of[lost[network.supplier]]):
        suppliers = network.supplier[network.members(int(group))]
        spared = suppliers[~lost[suppliers] & (v[suppliers] < LOST)]
        left.append((len(spared), int(group), spared))
    if not left:
        return None, ()
    _, group, spared = min(left, key=lambda one: one[:2])
    return group, tuple(network.ids[int(node)] for node in spared)


def delivered(network: Network, group: int | None) -> str | None:
    """What a group delivers: its product, or its buyer where the product is a role."""
    if group is None:
        return None
    product = network.product[group]
    named = ":" in product or product == UNSPECIFIED
    return product if named else network.ids[int(network.buyer[group])].partition("@")[0]
