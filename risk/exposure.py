"""Every buyer's exposure to many targets at once: a block of columns through one fixed point."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.network import Floats, Network
from risk.fixed_point import first_tier, solve
from risk.groups import Figure
from risk.kernel import Reading
from risk.reliance import seed
from risk.target import target

COLUMNS_AT_ONCE = 64


@dataclass(frozen=True, eq=False)
class Exposure:
    """What each node (row) loses when each target (column) goes; (n, C), 0 to 1."""

    targets: tuple[str, ...]
    face: Floats
    """Bought from the target itself."""
    through: Floats
    """Through all tiers, in the reading asked for."""
    outside: Floats
    """1 where the node is no part of the target, else 0."""
    iterations: int
    residual: float

    @property
    def hidden(self) -> Floats:
        """What lies beyond face value."""
        return np.maximum(0.0, self.through - self.face)


def exposures(
    network: Network,
    targets: Sequence[str],
    *,
    reading: Reading = "linear",
    figure: Figure = "central",
    max_hops: int | None = None,
    tolerance: float = 1e-10,
) -> Exposure:
    """The exposure of all nodes to each of `targets` (ids of firms, countries or things).

    Raises
    ------
    OntologyError
        If one of them is not in the network."""
    network.require(targets)
    found = [target(network, entity) for entity in targets]
    lost = np.stack([seed(one, figure) for one in found], axis=1) if found else np.zeros((len(network.ids), 0))
    parts = [
        solve(network, lost[:, first : first + COLUMNS_AT_ONCE], reading=reading, figure=figure, max_hops=max_hops, tolerance=tolerance)
        for first in range(0, lost.shape[1], COLUMNS_AT_ONCE)
    ]
    return Exposure(
        targets=tuple(targets),
        face=first_tier(network, lost, figure=figure),
        through=np.concatenate([part.v for part in parts], axis=1) if parts else lost,
        outside=(np.stack([one.hi for one in found], axis=1) == 0).astype(float) if found else lost,
        iterations=max((part.iterations for part in parts), default=0),
        residual=max((part.residual for part in parts), default=0.0),
    )
