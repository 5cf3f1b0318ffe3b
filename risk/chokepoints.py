"""Chokepoints: what hurts most when it is taken away, by measured removal; structure stands beside it, never alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.evidence import Model, Share, label_of
from graph.network import Floats, Network
from graph.provision import market_of
from risk.binding import binding, binding_input, binding_step
from risk.closure import upstream_of
from risk.fixed_point import solve
from risk.groups import Figure
from risk.paths import Hop
from risk.reliance import seed
from risk.structure import Structure, cut, structure
from risk.substitutes import delivered, left, scarcest
from risk.target import Target, target

CANDIDATE_LABELS = ("Company", "Facility", "Material", "Product", "Chip", "Input", "Country")
BLOCK = 16_000_000
"""Numbers in a block of scenarios: nodes x columns."""
SETTLED = 1e-11
"""Change in a step at which a scan's circles count as settled."""
FELT = 1e-9
"""Least loss that counts as a hit."""


class Chokepoint(Model):
    """What the removal of one node does."""

    entity: str
    lo: Share
    central: Share
    hi: Share
    """Loss of the buyer asked about, Leontief reading; of the mean buyer when none is asked about."""
    actual: int
    """Buyers that lose something even at the least documented shares."""
    potential: int
    """Buyers that lose something at the greatest documented shares."""
    product: str | None
    """The input it hurts through: the binding one of the buyer asked about, else the one with fewest substitutes."""
    chain: tuple[Hop, ...] = ()
    """How the loss reaches the buyer asked about, by the scarcest input at every tier."""
    substitutes: tuple[str, ...]
    """Other documented suppliers of that input, without those it takes along."""
    degree: int
    """Documented customers."""
    betweenness: float | None
    """Part of the shortest supply chains that run through it (Freeman 1977), 0 to 1; None where the graph is too large."""
    dominates: int
    """Upstream nodes that reach the buyer only through it (immediate dominators); 0 when no buyer is asked about."""
    articulation: bool
    """Whether its removal cuts the undirected graph in two."""
    cut: Share
    """Greatest part of one product's flow that must pass through it (min-cut, inside one product group)."""


@dataclass(frozen=True, eq=False)
class _Removal:
    """One candidate with its losses: (n,) for each figure."""

    entity: str
    gone: Target
    losses: dict[Figure, Floats]


def chokepoints(
    network: Network,
    buyer: str | None = None,
    *,
    labels: tuple[str, ...] = CANDIDATE_LABELS,
    progress: Callable[[float], None] | None = None,
) -> list[Chokepoint]:
    """Every candidate upstream removed in turn, the most damaging first.

    With `buyer` only what it can reach upstream is removed and the loss is its own; without, all and the mean loss of
    those firms that have a documented input.

    Raises
    ------
    OntologyError
        If `buyer` is not in the network."""
    chosen = candidates(network, buyer, labels)
    shape = structure(network, network.position(buyer) if buyer else None)
    rows = []
    for number, removal in enumerate(_removals(network, chosen)):
        rows.append(_row(network, removal, buyer, shape))
        if progress:
            progress((number + 1) / len(chosen))
    return sorted(rows, key=lambda row: (-row.central, -row.hi, -row.potential, row.entity))


def candidates(network: Network, buyer: str | None, labels: tuple[str, ...] = CANDIDATE_LABELS) -> list[str]:
    """What can be removed: suppliers and their countries; with `buyer` those upstream of it that are not its own."""
    near = upstream_of(network, [network.position(buyer)]) if buyer else network
    reached = [network.ids[node] for node in np.unique(near.supplier)]
    places = {place for entity in reached for place in network.countries.get(entity, {})}
    own = _own(network, buyer) if buyer else set()
    return sorted(
        entity for entity in {*reached, *places} - own if label_of(entity) in labels and entity in network.index and not market_of(entity)
    )


def _own(network: Network, buyer: str) -> set[str]:
    """The buyer itself, its own countries, and the things it designs: their loss is not a supplier's."""
    made = network.group_of[network.supplier == network.position(buyer)]
    designed = {network.ids[int(network.buyer[group])] for group in made if network.product[int(group)] == "design"}
    return {buyer, *network.countries.get(buyer, {}), network.headquarters.get(buyer, buyer), *designed}


def _removals(network: Network, entities: Sequence[str]) -> Iterator[_Removal]:
    """Each entity removed, a block of columns at a time."""
    width = max(1, min(256, BLOCK // max(1, len(network.ids))))
    for first in range(0, len(entities), width):
        block = [(entity, target(network, entity)) for entity in entities[first : first + width]]
        losses = _losses(network, [gone for _, gone in block])
        for column, (entity, gone) in enumerate(block):
            yield _Removal(entity, gone, {figure: loss[:, column] for figure, loss in losses.items()})


def _losses(network: Network, gone: Sequence[Target]) -> dict[Figure, Floats]:
    """The Leontief figures, each climbed to from the least; one for all where the documents leave nothing open."""
    blocks: dict[Figure, Floats] = {figure: np.stack([seed(one, figure) for one in gone], axis=1) for figure in ("lo", "central", "hi")}
    same = network.stated and np.array_equal(blocks["lo"], blocks["hi"])
    least = solve(network, blocks["lo"], reading="leontief", figure="lo", tolerance=SETTLED).v
    return {
        figure: least
        if same or figure == "lo"
        else solve(network, block, reading="leontief", figure=figure, tolerance=SETTLED, known=least).v
        for figure, block in blocks.items()
    }


def _row(network: Network, removal: _Removal, buyer: str | None, shape: Structure) -> Chokepoint:
    position, losses = network.position(removal.entity), removal.losses
    hit = network.documented & (removal.gone.hi == 0)
    lo, central, hi = _damage(network, losses, hit, buyer)
    chain = binding(network, removal.gone.central, losses["central"], buyer) if buyer else []
    step = binding_step(chain)
    group, others = scarcest(network, removal.gone.central, losses["central"])
    if step is not None:
        group = int(network.group_of[step.triple])
        others = left(network, group, removal.gone.central, losses["central"])
    return Chokepoint(
        entity=removal.entity,
        lo=lo,
        central=min(max(central, lo), hi),
        hi=hi,
        actual=int(np.sum(losses["lo"][hit] > FELT)),
        potential=int(np.sum(losses["hi"][hit] > FELT)),
        product=binding_input(chain) or delivered(network, group),
        chain=tuple(chain),
        substitutes=others,
        degree=int(shape.degree[position]),
        betweenness=float(shape.betweenness[position]) if shape.betweenness is not None else None,
        dominates=shape.dominated.get(position, 0),
        articulation=position in shape.articulation,
        cut=_cut(network, removal.gone, group),
    )


def _damage(network: Network, losses: dict[Figure, Floats], hit: NDArray[np.bool_], buyer: str | None) -> tuple[float, ...]:
    """lo, central, hi: the buyer's own loss, or the mean of those that are hit."""
    if buyer is not None:
        values = [float(losses[figure][network.position(buyer)]) for figure in ("lo", "central", "hi")]
    else:
        values = [float(losses[figure][hit].mean()) if hit.any() else 0.0 for figure in ("lo", "central", "hi")]
    return tuple(min(1.0, value) for value in values)


def _cut(network: Network, gone: Target, group: int | None) -> float:
    if group is None:
        return 0.0
    return min(1.0, max(0.0, cut(network, group, np.flatnonzero(gone.central >= 1.0).tolist())))
