"""Edges -> Network. The table MEANING says what an edge means to the measures; what it does not list is no supply."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from graph.assemble import Edge
from graph.evidence import Entity, label_of
from graph.network import UNSPECIFIED, Essentiality, Floats, Kind, Network, Operator
from graph.places import countries, headquarters, parents
from graph.priors import CUES
from graph.provision import Triple, by_market, market_of

End = Literal["source", "target"]
THINGS = ("Chip", "AIModel", "Product", "Material", "Input")
PARTIES = ("Company", "Country", "Region", "Facility", "ResearchOrg", "GovBody")


@dataclass(frozen=True)
class Meaning:
    """One row: an edge of `type` whose target is one of `target` gives the triple (buyer, group, supplier)."""

    type: str
    target: tuple[str, ...]
    buyer: End
    group: str
    """`product` (what the edge names, else unspecified), `target`, `source`, or the name of a role."""
    supplier: End


MEANING: tuple[Meaning, ...] = (
    Meaning("SUPPLIES", PARTIES, "target", "product", "source"),
    Meaning("DEPENDS_ON", PARTIES, "source", "product", "target"),
    Meaning("DEPENDS_ON", THINGS, "source", "target", "target"),
    Meaning("USES", PARTIES, "source", "product", "target"),
    Meaning("USES", THINGS, "source", "target", "target"),
    Meaning("DEVELOPS", THINGS, "target", "design", "source"),
    Meaning("DEVELOPS", THINGS, "source", "target", "target"),
    Meaning("MANUFACTURES", THINGS, "target", "manufacture", "source"),
    Meaning("OPERATES", ("Facility",), "target", "operator", "source"),
    Meaning("PROVIDES", ("Input",), "target", "provider", "source"),
    Meaning("INPUT_TO", THINGS, "target", "source", "source"),
    Meaning("VARIANT_OF", ("Input",), "target", "variants", "source"),
)
"""OWNS and SUBSIDIARY_OF say who counts as one party, LOCATED_IN what a country's loss takes out; neither is a flow.
PARTNERS_WITH, COMPETES_WITH, INVESTS_IN, PAYS, EXPORTS_TO, HOLDS_STOCK and the rest are shown, never counted as supply."""


@dataclass(frozen=True)
class Scope:
    """Which edges count as facts: plans, hedges, allegations and past relations are off unless asked for."""

    planned: bool = False
    possible: bool = False
    historical: bool = False
    alleged: bool = False
    denied: bool = False

    def admits(self, edge: Edge) -> bool:
        """Whether `edge` gives triples under this scope."""
        modality = edge.modality == "actual" or bool(getattr(self, edge.modality))
        return modality and (self.alleged or not edge.alleged) and (self.denied or edge.standing != "denied")


FACTS = Scope()


KIND_WORDS: dict[Kind, frozenset[str]] = {
    Kind.RIGHT: frozenset({"eda", "licence", "license", "intellectual", "ip", "patent", "patents"}),
    Kind.STOCK: frozenset(
        {"tool", "tools", "equipment", "scanner", "scanners", "furnace", "furnaces", "machine", "machines", "machinery", "tester", "fab"}
    ),
}
"""A convention: words that say that a product is a right, or a tool whose loss stops new capacity and not tomorrow's output."""


def project(edges: Iterable[Edge], entities: Iterable[Entity], *, scope: Scope = FACTS) -> Network:
    """The network of the `edges` that `scope` admits.

    Several edges between one buyer and supplier in one group make one triple: stated bounds win over unstated ones and
    bounds that disagree are joined. Where the least shares of a group sum above 1 (sources contradict each other) they
    are scaled down to 1: docs/methods.md, "Shares that contradict each other". Market shares of countries hold those of
    their firms (graph/provision.py)."""
    admitted = [edge for edge in edges if scope.admits(edge)]
    by_id = {entity.id: entity for entity in entities}
    seats, places = headquarters(admitted, by_id), countries(admitted, by_id)
    triples = by_market(_triples(admitted), seats)
    shares_of = {t.supplier: place for t in triples if (place := market_of(t.supplier))}
    ids = tuple(sorted({*by_id, *shares_of, *(end for edge in admitted for end in (edge.source, edge.target))}))
    position = {entity: number for number, entity in enumerate(ids)}
    triples.sort(key=lambda t: (position[t.buyer], t.group, position[t.supplier]))
    keys = [(position[t.buyer], t.group) for t in triples]
    start = [number for number, key in enumerate(keys) if number == 0 or key != keys[number - 1]]
    members = [triples[first:end] for first, end in pairwise([*start, len(triples)])]
    return Network(
        ids=ids,
        buyer=np.array([keys[number][0] for number in start], dtype=np.int64),
        product=tuple(keys[number][1] for number in start),
        operator=np.full(len(start), Operator.POOL, dtype=np.int64),
        essentiality=np.full(len(start), Essentiality.UNKNOWN, dtype=np.int64),
        weight=_weights([keys[number][0] for number in start], members),
        kinds=np.array([kind_of(group[0].group, by_id) for group in members], dtype=np.int64),
        start=np.array(start, dtype=np.int64),
        supplier=np.array([position[t.supplier] for t in triples], dtype=np.int64),
        share_lo=_consistent(np.array([t.share_lo for t in triples], dtype=float), start),
        share_hi=np.array([t.share_hi for t in triples], dtype=float),
        prior=np.array([prior for group in members for prior in _priors(group, by_id)], dtype=float),
        p=np.array([1 - np.prod([1 - edge.p for edge in t.edges]) for t in triples], dtype=float),
        edges=tuple(t.edges for t in triples),
        parents=parents(admitted),
        countries=places | {id: {place: 1.0} for id, place in shares_of.items()},
        headquarters=seats | shares_of,
    )


def _triples(edges: Iterable[Edge]) -> list[Triple]:
    grouped: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        for row in MEANING:
            if row.type == edge.type and label_of(edge.target) in row.target:
                ends = {"source": edge.source, "target": edge.target, "product": edge.product or UNSPECIFIED}
                grouped[ends[row.buyer], ends.get(row.group, row.group), ends[row.supplier]].append(edge)
    return [Triple(*key, *_bounds(same, whole=key[1] == key[2]), tuple(same)) for key, same in grouped.items()]


def kind_of(group: str, entities: Mapping[str, Entity]) -> Kind:
    """What the loss of a group stops: by what the product is said to be, else by a word of its name, else a flow."""
    if group == "design":
        return Kind.RIGHT
    entity = entities.get(group)
    if entity is None:
        return Kind.FLOW
    words = set(f"{entity.name} {entity.properties.get('kind', '')}".casefold().replace("_", " ").split())
    return next((kind for kind, signs in KIND_WORDS.items() if words & signs), Kind.FLOW)


def _weights(buyers: Sequence[int], members: Sequence[Sequence[Triple]]) -> Floats:
    """(G,) what sources say of a group's part of the purchases; NaN where they say nothing, or disagree.

    Where one buyer's known weights sum above 1 they are scaled down to 1."""
    stated = [{edge.product_weight for t in group for edge in t.edges if edge.product_weight is not None} for group in members]
    found = np.array([one.pop() if len(one) == 1 else np.nan for one in stated], dtype=float)
    if len(found):
        total = np.bincount(buyers, np.nan_to_num(found))[buyers]
        found = found / np.maximum(total, 1.0)
    return found


def _bounds(edges: Sequence[Edge], *, whole: bool) -> tuple[float, float]:
    """What the edges state of the share, else anything; a group that is the supplier itself is supplied by it `whole`."""
    stated = [edge for edge in edges if edge.share_lo is not None or edge.share_hi is not None]
    if not stated:
        return (1.0, 1.0) if whole else (0.0, 1.0)
    return min(edge.share_lo or 0.0 for edge in stated), max(1.0 if edge.share_hi is None else edge.share_hi for edge in stated)


def _consistent(share_lo: Floats, start: Sequence[int]) -> Floats:
    if not len(start):
        return share_lo
    total = np.add.reduceat(share_lo, start)
    sizes = np.diff([*start, len(share_lo)])
    scaled: Floats = share_lo / np.repeat(np.maximum(total, 1.0), sizes)
    return scaled


def _priors(group: Sequence[Triple], entities: Mapping[str, Entity]) -> list[float]:
    """One prior mean a triple, NaN where nothing tells: the wording's, of variants their part of the market by size."""
    if group[0].group == "variants":
        sizes = [entities[t.supplier].properties.get("market_size") if t.supplier in entities else None for t in group]
        known = [float(size) for size in sizes if isinstance(size, float | int) and size > 0]
        return [size / sum(known) for size in known] if len(known) == len(group) else [1.0 / len(group)] * len(group)
    means = [[CUES[edge.cue].mean for edge in t.edges if edge.cue and edge.cue in CUES] for t in group]
    return [max(found, default=float("nan")) for found in means]
