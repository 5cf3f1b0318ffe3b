"""How a denied provision spreads through categories: what goes in is needed, variants stand in for one another.

Each reading is the Leontief fixed point of a small network whose groups carry the operator that the reading gives to
variants (docs/methods.md, "Market readings")."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from graph.evidence import Model, Share
from graph.market import Market
from graph.network import Essentiality, Floats, Network, Operator
from risk.fixed_point import solve
from risk.provision import Evidence, lost

Graph = Literal["G0", "G1"]
"""G0: what goes into what, with the stages after design as inputs of the output. G1: with design as well."""
RAMP = 0.10


class Readings(Model):
    """What the target loses when the denied are gone; all 0 to 1."""

    L1: Share
    """Scarcest input or variant at every tier."""
    L2: Share
    """Scarcest input; variants pooled by the size of their markets."""
    LO: Share
    """Scarcest input; the least hit variant stands in."""
    L2_short: Share
    """L2, denial counted in materials and stages alone: what stops tomorrow's output."""
    L2_rho10: Share
    """L2 when the spared can raise output by a tenth."""
    W1: Share
    """Mean over inputs and pooled variants at every tier, at least its own provision's loss."""
    W2: Share
    """Denied part of all upstream markets, by their size."""
    S1: Share
    S2: Share
    S3: Share
    """Denied part of each stage's provision."""
    face: Share
    """Mean of the three."""
    hidden: float
    """L2 (with design, stated shares alone) less face value; below 0 where an imputed face value is greater."""


def reachable(market: Market, target: str, graph: Graph) -> dict[str, tuple[list[str], list[str]]]:
    """Category -> (its inputs, its variants) for everything upstream of `target` in `graph`, itself included."""
    left_out = {*market.stages[:1], *market.design[:1]} if graph == "G0" else set()
    found: dict[str, tuple[list[str], list[str]]] = {}
    front = [target]
    while front:
        category = market.categories[front.pop()]
        if category.id not in found:
            inputs = [id for id in category.inputs if id not in left_out]
            found[category.id] = (inputs, list(category.variants))
            front += [*inputs, *category.variants]
    return found


def cuts(
    market: Market, own: Mapping[str, float | Floats], target: str, graph: Graph, *, variants: Operator, weighted: bool = False
) -> dict[str, Any]:
    """Category -> its cut when `own` part of each provision is lost: the fixed point of own, inputs and variants.

    Numbers give numbers; arrays of one length, a scenario each, give arrays. `weighted` takes the plain mean over inputs
    and pooled variants in place of the scarcest."""
    network = _network(market, reachable(market, target, graph), variants, weighted)
    seeds = np.array([own[id] for id in network.ids])
    found = solve(network, seeds, reading="leontief", figure="central").v
    return dict(zip(network.ids, found.tolist() if found.ndim == 1 else found, strict=True))


def size(market: Market, category: str) -> float | None:
    """The category's market; of one with variants the sum of theirs, None where one is not known."""
    variants = market.categories[category].variants
    if not variants:
        return market.categories[category].size
    sizes = [size(market, variant) for variant in variants]
    return None if any(one is None for one in sizes) else sum(one for one in sizes if one is not None)


def weights(market: Market, variants: Sequence[str]) -> list[float]:
    """Their parts of the category: by market size where all have one, else equal."""
    sizes = [size(market, variant) for variant in variants]
    known = [one for one in sizes if one is not None]
    if len(known) < len(sizes) or not sum(known):
        return [1.0 / len(variants)] * len(variants)
    return [one / sum(known) for one in known]


def _network(market: Market, near: Mapping[str, tuple[list[str], list[str]]], variants: Operator, weighted: bool) -> Network:
    ids = sorted(near)
    position = {id: number for number, id in enumerate(ids)}
    groups = [(id, name, members, shares) for id in ids for name, members, shares in _groups(market, *near[id])]
    sizes = [len(members) for *_, members, _ in groups]
    shares = np.array([share for *_, parts in groups for share in parts], dtype=float)
    terms = {id: len(near[id][0]) + bool(near[id][1]) for id in ids}
    return Network(
        ids=ids,
        buyer=np.array([position[id] for id, *_ in groups], dtype=np.int64),
        product=[name for _, name, *_ in groups],
        operator=np.array([variants if name == "variants" else Operator.POOL for _, name, *_ in groups], dtype=np.int64),
        essentiality=np.full(len(groups), Essentiality.NON_ESSENTIAL if weighted else Essentiality.ESSENTIAL, dtype=np.int64),
        weight=np.array([1.0 / terms[id] for id, *_ in groups]),
        start=(np.cumsum(sizes) - sizes).astype(np.int64),
        supplier=np.array([position[one] for *_, members, _ in groups for one in members], dtype=np.int64),
        share_lo=shares,
        share_hi=shares,
        prior=shares,
        p=np.ones(len(shares)),
    )


def _groups(market: Market, inputs: Sequence[str], variants: Sequence[str]) -> list[tuple[str, list[str], list[float]]]:
    """(group, members, shares): one group an input, one for all variants."""
    found = [(id, [id], [1.0]) for id in inputs]
    return [*found, ("variants", list(variants), weights(market, variants))] if variants else found


def readings(market: Market, target: str, denied: Collection[str], graph: Graph, evidence: Evidence) -> Readings:
    """All readings of what `target` loses when `denied` (ids of countries or firms) are gone."""
    own = lost(market, denied, evidence, design=graph == "G1")
    pooled = cuts(market, own, target, graph, variants=Operator.POOL)[target]
    face = [own[stage] for stage in market.stages]
    whole = cuts(market, lost(market, denied, "stated", design=True), target, "G1", variants=Operator.POOL)[target]
    return Readings(
        L1=cuts(market, own, target, graph, variants=Operator.ALL)[target],
        L2=pooled,
        LO=cuts(market, own, target, graph, variants=Operator.ANY)[target],
        L2_short=cuts(market, _flows(market, own), target, graph, variants=Operator.POOL)[target],
        L2_rho10=max(0.0, 1.0 - (1.0 - pooled) * (1.0 + RAMP)),
        W1=cuts(market, own, target, graph, variants=Operator.POOL, weighted=True)[target],
        W2=_by_size(market, own, target, graph),
        **dict(zip(("S1", "S2", "S3"), face, strict=True)),
        face=sum(face) / len(face),
        hidden=whole - sum(face) / len(face),
    )


def _flows(market: Market, own: Mapping[str, float]) -> dict[str, float]:
    return {id: part if market.categories[id].kind in ("material_resource", "stage") else 0.0 for id, part in own.items()}


def _by_size(market: Market, own: Mapping[str, float], target: str, graph: Graph) -> float:
    """Sum of size x denied part / sum of size, over the target and what is upstream with a market of its own; 0 where there is none."""
    near = [market.categories[id] for id in reachable(market, target, graph)]
    counted = [
        (one.size, own[one.id])
        for one in near
        if one.size is not None and one.kind != "stage" and not one.variants and one.id not in market.design
    ]
    total = sum(size for size, _ in counted)
    return sum(size * part for size, part in counted) / total if total else 0.0


def binding(market: Market, target: str, denied: Collection[str], graph: Graph, evidence: Evidence) -> str | None:
    """The category at which L2 of `target` arises; None where nothing is lost.

    Upstream along the scarcest input until a category's own loss or its pooled variants account for the cut. A category
    is bound by itself, unless all its variants are bound by one and the same input further up."""
    own = lost(market, denied, evidence, design=graph == "G1")
    cut = cuts(market, own, target, graph, variants=Operator.POOL)
    near = reachable(market, target, graph)

    def bound(node: str) -> str:
        inputs, variants = near[node]
        scarcest = [] if cut[node] <= own[node] else [id for id in inputs if cut[id] >= cut[node]]
        if scarcest:
            return bound(scarcest[0])
        further = {bound(variant) for variant in variants} if cut[node] > own[node] else set()
        return further.pop() if len(further) == 1 else node

    return bound(target) if cut[target] > 0 else None
