"""The kernel: what one tier of loss does to some buyers, as a weighted sum of their groups or by the scarcest one."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.network import Essentiality, Floats, Ints, Network
from risk.groups import Figure, Groups, select, values
from risk.product import multiply
from risk.segments import reduce_rows

Reading = Literal["linear", "leontief"]


@dataclass(frozen=True, eq=False)
class Kernel:
    """Some buyers with all their groups."""

    buyers: Ints
    """(b,) positions, ascending."""
    first: Ints
    """(b,) first group of each buyer, within this selection."""
    groups: Groups
    weight: Floats
    """(g,) part of the buyer's purchases; NaN where unknown."""
    essentiality: Ints

    @cached_property
    def essential(self) -> NDArray[np.bool_]:
        """(g,) whether the loss of the group alone stops the buyer; unknown essentiality counts as essential."""
        return np.asarray((self.essentiality == Essentiality.ESSENTIAL) | (self.essentiality == Essentiality.UNKNOWN))

    @cached_property
    def soft(self) -> NDArray[np.bool_]:
        """(g,) the groups that enter linearly."""
        return np.asarray(self.essentiality == Essentiality.NON_ESSENTIAL)

    @cached_property
    def unknown(self) -> NDArray[np.bool_]:
        """(g,) groups of unknown weight."""
        return np.isnan(self.weight)

    @cached_property
    def known(self) -> csr_array:
        """(b, g) the known weights."""
        return self._rows(np.where(self.unknown, 0.0, self.weight))

    @cached_property
    def left(self) -> Floats:
        """(b,) what the known weights leave to the groups of unknown weight."""
        used = np.add.reduceat(np.where(self.unknown, 0.0, self.weight), self.first)
        return np.where(np.maximum.reduceat(self.unknown, self.first), np.maximum(0.0, 1.0 - used), 0.0)

    @cached_property
    def equal(self) -> csr_array:
        """(b, g) the known weights, and equal parts of the rest where they are unknown."""
        sizes = np.diff(np.append(self.first, len(self.weight)))
        count = np.maximum(1, np.add.reduceat(self.unknown.astype(np.int64), self.first))
        return self._rows(np.where(self.unknown, np.repeat(self.left / count, sizes), self.weight))

    @cached_property
    def collapsed(self) -> csr_array:
        """(b, n) the central linear step as one matrix; only where all groups are pooled."""
        return (self.equal @ self.groups.middle).tocsr()

    @cached_property
    def least(self) -> csr_array:
        """(b, n) the least linear step as one matrix; only where all groups are pooled and all weights known."""
        return (self.known @ self.groups.least).tocsr()

    @cached_property
    def undocumented(self) -> Floats:
        """(b,) the part of the purchases that is in no least share; only where all weights are known."""
        return np.asarray(self.known @ self.groups.undocumented)

    def _rows(self, data: Floats) -> csr_array:
        return csr_array((data, np.arange(len(data)), np.append(self.first, len(data))), shape=(len(self.first), len(data)))


def kernel(network: Network, groups: Ints, central: Floats) -> Kernel:
    """The kernel of these `groups` (ascending positions; all groups of their buyers); `central` (T,) shares."""
    buyers, first = np.unique(network.buyer[groups], return_index=True)
    return Kernel(buyers, first, select(network, groups, central), network.weight[groups], network.essentiality[groups])


def apply(kernel: Kernel, v: Floats, *, reading: Reading, figure: Figure) -> Floats:
    """(b, K) what each buyer of `kernel` loses when suppliers lose `v` (n, K): one tier."""
    if reading == "linear" and figure == "central" and kernel.groups.pooled:
        return np.minimum(1.0, multiply(kernel.collapsed, v))
    if reading == "linear" and figure in ("lo", "possible") and kernel.groups.pooled and not kernel.unknown.any():
        lost = multiply(kernel.least, v)
        return np.clip(lost if figure == "lo" else kernel.undocumented[:, None] + lost, 0.0, 1.0)
    lost = values(kernel.groups, v, figure)
    return linear(kernel, lost, figure) if reading == "linear" else leontief(kernel, lost, figure)


def linear(kernel: Kernel, lost: Floats, figure: Figure) -> Floats:
    """(b, K) sum over a buyer's groups of weight x loss; unknown weights at the figure's end of what they allow."""
    if len(kernel.first) == len(kernel.weight) and np.all(kernel.unknown):
        return np.minimum(1.0, lost)
    if figure == "central":
        return np.minimum(1.0, multiply(kernel.equal, lost))
    known = multiply(kernel.known, lost)
    if not np.any(kernel.unknown):
        return np.minimum(1.0, known)
    return np.minimum(1.0, known + kernel.left[:, None] * _extreme(kernel, lost, least=figure == "lo"))


def _extreme(kernel: Kernel, lost: Floats, *, least: bool) -> Floats:
    """(b, K) the least or greatest loss among a buyer's groups of unknown weight; 0 where there is none."""
    outside = np.inf if least else -np.inf
    among = np.where(kernel.unknown[:, None], lost, outside)
    found = reduce_rows(np.minimum if least else np.maximum, among, kernel.first)
    return np.where(np.isfinite(found), found, 0.0)


def leontief(kernel: Kernel, lost: Floats, figure: Figure) -> Floats:
    """(b, K) the loss of the scarcest essential group; non-essential ones add up linearly, negligible ones count nothing
    (Diem et al. 2022, Sci. Rep. 12, 7719, without substitution)."""
    if np.all(kernel.essential):
        return lost if len(kernel.first) == len(kernel.weight) else reduce_rows(np.maximum, lost, kernel.first)
    scarcest = reduce_rows(np.maximum, np.where(kernel.essential[:, None], lost, 0.0), kernel.first)
    return np.maximum(scarcest, linear(kernel, np.where(kernel.soft[:, None], lost, 0.0), figure))
