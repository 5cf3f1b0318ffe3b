"""Small networks drawn by hand."""

import numpy as np

from graph.network import UNSPECIFIED, Essentiality, Network, Operator

Row = tuple[str, str, str, float, float]


def net(
    *rows: Row, weights: dict[tuple[str, str], float] | None = None, essential: dict[tuple[str, str], Essentiality] | None = None
) -> Network:
    """A network of (buyer, group, supplier, share_lo, share_hi) rows; nodes are companies named by one word."""
    ids = tuple(sorted({name for row in rows for name in (row[0], row[2])}))
    position = {name: number for number, name in enumerate(ids)}
    ordered = sorted(rows, key=lambda row: (position[row[0]], row[1], position[row[2]]))
    keys = [(row[0], row[1]) for row in ordered]
    start = [number for number, key in enumerate(keys) if number == 0 or keys[number - 1] != key]
    groups = [keys[number] for number in start]
    return Network(
        ids=ids,
        buyer=np.array([position[buyer] for buyer, _ in groups], dtype=np.int64),
        product=tuple(group for _, group in groups),
        operator=np.full(len(groups), Operator.POOL, dtype=np.int64),
        essentiality=np.array([(essential or {}).get(group, Essentiality.UNKNOWN) for group in groups], dtype=np.int64),
        weight=np.array([(weights or {}).get(group, np.nan) for group in groups], dtype=float),
        start=np.array(start, dtype=np.int64),
        supplier=np.array([position[row[2]] for row in ordered], dtype=np.int64),
        share_lo=np.array([row[3] for row in ordered], dtype=float),
        share_hi=np.array([row[4] for row in ordered], dtype=float),
        prior=np.full(len(ordered), np.nan),
        p=np.full(len(ordered), 0.9),
        edges=tuple(() for _ in ordered),
    )


def buys(buyer: str, supplier: str, share: float | tuple[float, float] = (0.0, 1.0), group: str = UNSPECIFIED) -> Row:
    """A row: `buyer` gets `share` of `group` from `supplier`; a pair is an interval."""
    lo, hi = (share, share) if isinstance(share, float | int) else share
    return f"company:{buyer}", group, f"company:{supplier}", float(lo), float(hi)
