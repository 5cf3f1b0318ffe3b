"""The readings by brute force: every share and weight on a grid, each world solved by plain recursion on dictionaries.

Shares no code with the product. A world is {buyer: [(weight, {supplier: share})]}."""

from collections.abc import Iterator
from itertools import product

World = dict[str, list[tuple[float, dict[str, float]]]]
Bounds = dict[str, list[dict[str, tuple[float, float]]]]
"""Buyer -> groups -> supplier -> (lo, hi)."""
STEPS = 4


def linear(world: World, lost: set[str], node: str) -> float:
    """Share-weighted loss: the least fixed point, climbed to from nothing lost."""
    return _climb(world, lost, lambda groups, v: sum(w * sum(s * v[i] for i, s in shares.items()) for w, shares in groups))[node]


def leontief(world: World, lost: set[str], node: str) -> float:
    """Loss by the scarcest group."""
    return _climb(world, lost, lambda groups, v: max(sum(s * v[i] for i, s in shares.items()) for _, shares in groups))[node]


def face(world: World, lost: set[str], node: str) -> float:
    """Bought from the lost themselves."""
    if node in lost:
        return 1.0
    return sum(w * sum(s for i, s in shares.items() if i in lost) for w, shares in world.get(node, []))


def _climb(world: World, lost: set[str], step) -> dict[str, float]:  # type: ignore[no-untyped-def]
    nodes = {*world, *lost, *(i for groups in world.values() for _, shares in groups for i in shares)}
    v = {node: float(node in lost) for node in nodes}
    for _ in range(5000):
        after = {node: 1.0 if node in lost else step(world[node], v) if node in world else 0.0 for node in nodes}
        if max(abs(after[node] - v[node]) for node in nodes) < 1e-13:
            return after
        v = after
    return v


def worlds(bounds: Bounds) -> Iterator[World]:
    """Every world on the grid: shares in steps of 1 / STEPS within bounds and 1 a group at most; all weight on one group."""
    buyers = sorted(bounds)
    choices = []
    for buyer in buyers:
        groups = list(product(*(list(_allocations(group)) for group in bounds[buyer])))
        weights = [[float(i == heavy) for i in range(len(bounds[buyer]))] for heavy in range(len(bounds[buyer]))]
        choices.append([list(zip(weight, group, strict=True)) for weight in weights for group in groups])
    for chosen in product(*choices):
        yield dict(zip(buyers, chosen, strict=True))


def _allocations(group: dict[str, tuple[float, float]]) -> Iterator[dict[str, float]]:
    names = sorted(group)
    steps = [[k / STEPS for k in range(STEPS + 1) if group[name][0] <= k / STEPS <= group[name][1]] for name in names]
    for shares in product(*steps):
        if sum(shares) <= 1 + 1e-12:
            yield dict(zip(names, shares, strict=True))
