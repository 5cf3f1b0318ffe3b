"""Look-through exposure of an input-output table: the cross-check of the product's own readings where a user has
technical coefficients, which news do not give. Iterated, never inverted."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from graph.network import Floats

TOLERANCE = 1e-14
MAX_ITERATIONS, HOPELESS = 10_000, 1e9


@dataclass(frozen=True, eq=False)
class Exposures:
    """(n, n), a row a buying sector, a column a selling one; rows sum to 1."""

    look_through: Floats
    """FPEM: part of the row's total input that is made in the column, through all tiers."""
    face: Floats
    """FPEM at face value: the direct tier alone."""

    @property
    def hidden(self) -> Floats:
        """What look-through adds."""
        return self.look_through - self.face


def exposures(coefficients: Floats, demand: Floats) -> Exposures:
    """Exposures from technical coefficients A (n, n; column j what j buys per unit of its output) and final demand f (n,).

    L = (I - A)^-1; look-through L f^ / TI, face value (I + A) f^ / TI, TI the column sums of L f^; both transposed.

    Raises
    ------
    ValueError
        If the requirements do not converge: the coefficients are not productive.

    References
    ----------
    .. [1] Baldwin, Freeman & Theodorakopoulos (2023), Hidden exposure: measuring US supply chain reliance, BPEA 54(2).
    .. [2] Miller & Blair (2009), Input-Output Analysis, ch. 2."""
    needs = np.diag(demand.astype(float))
    whole = _requirements(csr_array(coefficients), needs)
    total = whole.sum(axis=0)
    return Exposures((whole / total).T, ((needs + coefficients @ needs) / total).T)


def _requirements(a: csr_array, needs: Floats) -> Floats:
    """x = A x + needs, summed tier by tier."""
    total, tier = needs.copy(), needs
    for _ in range(MAX_ITERATIONS):
        tier = a @ tier
        total += tier
        if np.abs(tier).max() <= TOLERANCE * np.abs(total).max():
            return total
        if np.abs(tier).max() > HOPELESS * np.abs(needs).max():
            break
    raise ValueError("the requirements do not converge; a sector needs more of itself than it makes")
