"""What each group loses when its suppliers lose v: one row a group, one column a scenario."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from scipy.sparse import csr_array

from graph.network import Floats, Ints, Network, Operator
from risk.product import multiply
from risk.segments import reduce_rows
from risk.worst import Worst, worst_of

Figure = Literal["lo", "central", "hi", "possible"]


@dataclass(frozen=True, eq=False)
class Groups:
    """Some groups of a network, with the one share a figure takes where it takes one."""

    nodes: int
    start: Ints
    """(g,) first triple of each group, within this selection."""
    supplier: Ints
    lo: Floats
    hi: Floats
    central: Floats
    operator: Ints

    @cached_property
    def pooled(self) -> bool:
        """Whether all are weighted means."""
        return bool(np.all(self.operator == Operator.POOL))

    def matrix(self, shares: Floats) -> csr_array:
        """(g, n) a row a group, `shares` (t,) at the suppliers' positions."""
        ends = np.append(self.start, len(self.supplier)).astype(np.int32)
        return csr_array((shares, self.supplier, ends), shape=(len(self.start), self.nodes))

    @cached_property
    def least(self) -> csr_array:
        """The least shares."""
        return self.matrix(self.lo)

    @cached_property
    def middle(self) -> csr_array:
        """The central shares."""
        return self.matrix(self.central)

    @cached_property
    def sizes(self) -> Ints:
        """(g,) suppliers in each."""
        return np.diff(np.append(self.start, len(self.supplier)))

    @cached_property
    def rest(self) -> Floats:
        """(g,) what the least shares leave to be given away; nothing where the greatest cannot exceed 1."""
        return np.maximum(0.0, 1.0 - np.add.reduceat(self.lo, self.start))

    @cached_property
    def undocumented(self) -> Floats:
        """(g,) 1 less the least shares."""
        return np.asarray(1.0 - np.add.reduceat(self.lo, self.start))

    @cached_property
    def worst(self) -> Worst:
        """The greatest loss beyond the least shares."""
        return worst_of(self.matrix, self.start, self.supplier, self.hi - self.lo, self.rest)


def select(network: Network, groups: Ints, central: Floats) -> Groups:
    """The `groups` of `network` (ascending positions); `central` holds its (T,) central shares."""
    sizes = network.sizes[groups]
    ends = np.cumsum(sizes)
    triples = network.triples_in(groups)
    return Groups(
        nodes=len(network.ids),
        start=ends - sizes,
        supplier=network.supplier[triples].astype(np.int32),  # 12 bytes an entry of a product in place of 16
        lo=network.share_lo[triples],
        hi=network.share_hi[triples],
        central=central[triples],
        operator=network.operator[groups],
    )


def values(groups: Groups, v: Floats, figure: Figure) -> Floats:
    """(g, K) the part of each group that is lost when suppliers lose `v` (n, K)."""
    pooled = _pooled(groups, v, figure)
    if groups.pooled:
        return pooled
    lost = v[groups.supplier]
    worst, least = reduce_rows(np.maximum, lost, groups.start), reduce_rows(np.minimum, lost, groups.start)
    operator = groups.operator[:, None]
    return np.where(operator == Operator.POOL, pooled, np.where(operator == Operator.ALL, worst, least))


def _pooled(groups: Groups, v: Floats, figure: Figure) -> Floats:
    if figure == "central":
        return multiply(groups.middle, v)
    least = multiply(groups.least, v)
    if figure == "hi":
        return np.minimum(1.0, groups.worst.add(least, v))
    if figure == "possible":  # what is not documented to be safe is lost: 1 - sum of lo (1 - v)
        return np.clip(groups.undocumented[:, None] + least, 0.0, 1.0)
    return least
