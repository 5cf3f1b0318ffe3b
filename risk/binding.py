"""What binds a Leontief loss: the scarcest input at every tier, down to what was lost."""

from collections.abc import Sequence

import numpy as np

from graph.network import UNSPECIFIED, Floats, Network, Operator
from graph.provision import party
from risk.fixed_point import whole
from risk.groups import Figure
from risk.kernel import Kernel
from risk.paths import Hop, hop_of

NEGLIGIBLE = 1e-12


def binding(network: Network, lost: Floats, v: Floats, buyer: str, *, figure: Figure = "central") -> list[Hop]:
    """The chain along which the Leontief loss `v` (n,) of `buyer` arises when `lost` (n,) goes.

    At each buyer the essential group that loses most, in it the supplier that adds most; no node twice. The first hop
    names the binding input. Empty where nothing is lost."""
    position = network.position(buyer)
    if not len(network.start) or v[position] <= NEGLIGIBLE or lost[position] > 0:
        return []
    return [hop_of(network, triple) for triple in _descend(network, lost, v, position, (position,), figure) or []]


def binding_step(hops: Sequence[Hop]) -> Hop | None:
    """The step at which a binding chain becomes scarce: the first that is no mere part of another input, else the last."""
    return next((hop for hop in hops if hop.product != hop.supplier), hops[-1] if hops else None)


def binding_input(hops: Sequence[Hop]) -> str | None:
    """The input at which a binding chain becomes scarce: the product of that step.

    A step that names no product but a role (who makes, provides or operates it) stands for what its buyer is."""
    step = binding_step(hops)
    if step is None:
        return None
    return step.product if ":" in step.product or step.product == UNSPECIFIED else party(step.buyer)


def _descend(network: Network, lost: Floats, v: Floats, node: int, seen: tuple[int, ...], figure: Figure) -> list[int] | None:
    """Triples down to a lost node, the most binding first; None where every way closes a circle."""
    for triple in _ranked(network, v, node, figure):
        supplier = int(network.supplier[triple])
        if lost[supplier] > 0 and lost[supplier] >= v[supplier] - NEGLIGIBLE:
            return [triple]
        if supplier not in seen:
            rest = _descend(network, lost, v, supplier, (*seen, supplier), figure)
            if rest is not None:
                return [triple, *rest]
    return None


def _ranked(network: Network, v: Floats, node: int, figure: Figure) -> list[int]:
    """The node's triples that add to its loss: those of the group that loses most first, in it the largest part first."""
    kernel = whole(network)
    found = []
    for group in network.groups_of(node):
        triples = network.members(int(group))
        parts = _parts(network, kernel, triples, v, figure)
        pooled = network.operator[group] == Operator.POOL
        total = parts.sum() if pooled else parts.max() if network.operator[group] == Operator.ALL else parts.min()
        soft = not kernel.essential[group]
        found += [(soft, -total, int(group), -part, int(triple)) for part, triple in zip(parts, triples, strict=True)]
    return [triple for *_, part, triple in sorted(found) if part < -NEGLIGIBLE]


def _parts(network: Network, kernel: Kernel, triples: np.ndarray, v: Floats, figure: Figure) -> Floats:
    """What each triple of one group adds to its loss at the figure's shares."""
    lost: Floats = v[network.supplier[triples]]
    if network.operator[network.group_of[triples[0]]] != Operator.POOL:
        return lost
    if figure in ("lo", "possible"):
        shares = network.share_lo[triples]
    elif figure == "central":
        shares = kernel.groups.central[triples]
    else:
        shares = _filled(network.share_lo[triples], network.share_hi[triples], lost)
    return np.asarray(shares * lost)


def _filled(lo: Floats, hi: Floats, lost: Floats) -> Floats:
    """Shares that give the rest to who loses most."""
    shares, rest = lo.copy(), max(0.0, 1.0 - float(lo.sum()))
    for triple in np.argsort(-lost, kind="stable"):
        given = min(rest, float(hi[triple] - lo[triple]))
        shares[triple], rest = shares[triple] + given, rest - given
    return shares
