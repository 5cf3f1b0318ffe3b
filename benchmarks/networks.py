"""Networks to measure on: the generator of docs/methods.md, "Scale". Invented, and said to be: no firm is in them."""

import numpy as np

from graph.network import UNSPECIFIED, Essentiality, Ints, Network, Operator

COUNTRIES = 20


def generated(
    nodes: int, links: int, *, seed: int = 1, groups: int = 3, documented: float = 0.7, unstated: float = 0.0
) -> tuple[Network, Ints]:
    """A network of about `links` triples, and (n,) the country of each node, one of COUNTRIES.

    In and out degrees are Pareto (shape 1.5), volumes log-normal; each buyer's purchases fall into up to `groups` product
    groups of known weight, of each of which the part `documented` has a supplier. Part `unstated` of the triples has the
    bounds 0 to 1 in place of its share."""
    rng = np.random.default_rng(seed)
    buyer, supplier = (rng.choice(nodes, size=links, p=_pareto(nodes, rng)) for _ in range(2))
    product = (supplier * 7919 + 13) % groups
    key = np.unique(((buyer * groups + product) * nodes + supplier)[buyer != supplier])
    group_key, supplier = key // nodes, key % nodes
    start = np.flatnonzero(np.append(True, np.diff(group_key) > 0))
    volume = rng.lognormal(0.0, 2.0, len(key))
    total = np.add.reduceat(volume, start)
    sizes = np.diff(np.append(start, len(key)))
    share = documented * volume / np.repeat(total, sizes)
    buyers = group_key[start] // groups
    lo, hi = share.copy(), share.copy()
    hidden = rng.random(len(key)) < unstated
    lo[hidden], hi[hidden] = 0.0, 1.0
    network = Network(
        ids=[f"company:{number:07d}" for number in range(nodes)],
        buyer=buyers,
        product=[UNSPECIFIED] * len(start) if groups == 1 else [f"product:{number}" for number in (group_key[start] % groups)],
        operator=np.full(len(start), Operator.POOL, dtype=np.int64),
        essentiality=np.full(len(start), Essentiality.ESSENTIAL, dtype=np.int64),
        weight=total / np.bincount(buyers, total, minlength=nodes)[buyers],
        start=start,
        supplier=supplier,
        share_lo=lo,
        share_hi=hi,
        prior=share,
        p=np.broadcast_to(0.9, len(key)),
    )
    return network, rng.integers(0, COUNTRIES, nodes)


def _pareto(nodes: int, rng: np.random.Generator) -> np.ndarray:
    weight = rng.pareto(1.5, nodes) + 1.0
    return np.asarray(weight / weight.sum())


def seeds(country: Ints) -> np.ndarray:
    """(n, COUNTRIES) 1 where the node stands in the country."""
    block = np.zeros((len(country), COUNTRIES))
    block[np.arange(len(country)), country] = 1.0
    return block
