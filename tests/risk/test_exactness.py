"""The documented bounds are exact: brute force over all shares and weights on a grid, on random small graphs with circles."""

import random

import pytest

from graph.network import Network
from risk.exposure import exposures
from risk.reliance import reliance
from tests.risk import brute
from tests.risk.nets import buys, net

SEEDS = range(300)


def drawn(seed: int) -> tuple[brute.Bounds, str, str]:
    """Bounds on the grid for up to three buyers among four firms, who may buy from one another."""
    rng = random.Random(seed)
    bounds: brute.Bounds = {}
    for buyer in rng.sample("abc", rng.randint(1, 3)):
        bounds[buyer] = [_group(rng, buyer) for _ in range(rng.choice((1, 1, 2)))]
    return bounds, rng.choice(sorted(bounds)), rng.choice("bcd")


def _group(rng: random.Random, buyer: str) -> dict[str, tuple[float, float]]:
    found, left = {}, brute.STEPS
    for supplier in rng.sample([name for name in "abcd" if name != buyer], rng.randint(1, 2)):
        lo = rng.randint(0, left) if rng.random() < 0.6 else 0
        hi = lo if rng.random() < 0.4 else rng.randint(lo, brute.STEPS)
        left -= lo
        found[supplier] = (lo / brute.STEPS, hi / brute.STEPS)
    return found


def network_of(bounds: brute.Bounds) -> Network:
    """The network of `bounds`, with a bystander who buys nothing from each, so that every firm is in it."""
    rows = [
        buys(buyer, supplier, bound, group=f"product:{number}")
        for buyer, groups in bounds.items()
        for number, group in enumerate(groups)
        for supplier, bound in group.items()
    ]
    return net(*rows, *(buys("z", name, 0.0) for name in "abcd"))


READINGS = {"face": brute.face, "linear": brute.linear, "leontief": brute.leontief}


@pytest.mark.parametrize("seed", SEEDS)
def test_least_and_greatest_are_those_of_all_worlds(seed: int) -> None:
    bounds, buyer, on = drawn(seed)
    found = reliance(network_of(bounds), f"company:{buyer}", f"company:{on}")
    held = list(brute.worlds(bounds))
    for name, reading in READINGS.items():
        values = [reading(world, {on}, buyer) for world in held]
        assert getattr(found, name).lo == pytest.approx(min(values), abs=1e-9), name
        assert getattr(found, name).hi == pytest.approx(max(values), abs=1e-9), name


@pytest.mark.parametrize("seed", range(100))
def test_possible_is_the_greatest_when_the_rest_is_lost_too(seed: int) -> None:
    """The undocumented rest of every group is bought from somebody who is lost."""
    bounds, buyer, on = drawn(seed)
    found = reliance(network_of(bounds), f"company:{buyer}", f"company:{on}")
    whole = {
        buyer: [{name: (lo, lo) for name, (lo, _) in group.items()} | {"y": (0.0, 1.0)} for group in groups]
        for buyer, groups in bounds.items()
    }
    held = list(brute.worlds(whole))
    for name, reading in READINGS.items():
        assert getattr(found, name).possible == pytest.approx(max(reading(world, {on, "y"}, buyer) for world in held), abs=1e-9), name


def test_an_empty_network_has_no_exposures() -> None:
    empty = exposures(net(), [], reading="leontief")
    assert (empty.through.shape, empty.face.shape, empty.iterations) == ((0, 0), (0, 0), 0)


def test_no_targets_are_no_columns() -> None:
    network = net(buys("a", "b", 1.0))
    assert exposures(network, []).through.shape == (2, 0)


@pytest.mark.parametrize("seed", range(100))
def test_many_targets_at_once_are_the_columns_of_each_alone(seed: int) -> None:
    bounds, _, _ = drawn(seed)
    network = network_of(bounds)
    targets = [f"company:{name}" for name in "abcd"]
    for reading in ("linear", "leontief"):
        block = exposures(network, targets, reading=reading, figure="hi", tolerance=1e-14)
        for column, on in enumerate(targets):
            for buyer in bounds:
                alone = getattr(reliance(network, f"company:{buyer}", on), reading).hi
                assert block.through[network.position(f"company:{buyer}"), column] == pytest.approx(alone, abs=1e-9)
