"""How concentrated the supply of one product group is. Shares are those of graph.network, central unless said."""

import numpy as np

from graph.evidence import Model, Share
from graph.network import Floats, Network
from risk.fixed_point import central_shares


class Concentration(Model):
    """Concentration of one group of one buyer."""

    buyer: str
    product: str
    suppliers: int
    hhi: Share
    """Sum of squared central shares (Hirschman 1964): 1 is a single supplier."""
    largest: Share
    single_source: bool
    """Whether only one supplier is documented; others may exist undocumented."""


def hhi(shares: Floats) -> float:
    """Sum of squared shares, 0 to 1."""
    return float(np.sum(np.square(shares)))


def concentrations(network: Network) -> list[Concentration]:
    """One row a group, in the network's order; shares are scaled to sum to 1 within the group."""
    shares = central_shares(network)
    bounds = [*network.start.tolist(), len(shares)]
    rows = []
    for group, (first, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
        part = shares[first:end]
        part = part / part.sum() if part.sum() > 0 else np.full(end - first, 1.0 / (end - first))
        rows.append(
            Concentration(
                buyer=network.ids[int(network.buyer[group])],
                product=network.product[group],
                suppliers=end - first,
                hhi=min(1.0, hhi(part)),
                largest=min(1.0, float(part.max())),
                single_source=end - first == 1,
            )
        )
    return rows
