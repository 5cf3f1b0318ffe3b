"""Network: the sparse arrays every measure works on. A plain holder; graph/projection.py builds it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.assemble import Edge
from graph.errors import OntologyError
from graph.provision import market_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
UNSPECIFIED = "unspecified"


class Operator(IntEnum):
    """How the suppliers of one group make up the input."""

    POOL = 0
    """Weighted mean: they substitute for one another."""
    ALL = 1
    """Every member is needed."""
    ANY = 2
    """One suffices."""


class Essentiality(IntEnum):
    """What the loss of a group does to its buyer."""

    UNKNOWN = -1
    NEGLIGIBLE = 0
    NON_ESSENTIAL = 1
    ESSENTIAL = 2


class Kind(IntEnum):
    """What a group's loss stops."""

    FLOW = 0
    """Material, chips, a service: tomorrow's output."""
    STOCK = 1
    """Tools, fabs, data centres: new capacity, and in time their upkeep."""
    RIGHT = 2
    """Licences, designs, software: what may be made."""


@dataclass(frozen=True, eq=False)
class Network:
    """Triples (buyer, product group, supplier): n nodes, G groups sorted by buyer, T triples sorted by group."""

    ids: Sequence[str]
    """n entity ids; every index below is a position in it."""
    buyer: Ints
    """(G,) the buyer of each group; ascending."""
    product: Sequence[str]
    """(G,) what the group is: an entity id, or a role such as `manufacture`, or `unspecified`."""
    operator: Ints
    essentiality: Ints
    weight: Floats
    """(G,) part of the buyer's purchases that the group is; NaN where unknown."""
    start: Ints
    """(G,) first triple of each group; every group has at least one."""
    supplier: Ints
    """(T,)"""
    share_lo: Floats
    share_hi: Floats
    """(T,) bounds of the supplier's share in the group, given that the edge exists."""
    prior: Floats
    """(T,) mean of the wording's prior; NaN where no wording tells."""
    p: Floats
    """(T,) probability that the relation exists."""
    edges: tuple[tuple[Edge, ...], ...] = ()
    """(T,) the edges that each triple rests on; empty for a network that was read from a table."""
    kinds: Ints | None = None
    """(G,) values of Kind; None where all are flows."""
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Entity -> those who own more than half of it, as stated."""
    countries: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Entity -> country id -> part of its known sites there; headquarters count where no site is known."""
    headquarters: Mapping[str, str] = field(default_factory=dict)
    """Entity -> country id of its headquarters."""

    @cached_property
    def index(self) -> dict[str, int]:
        """Entity id -> position."""
        return {entity: position for position, entity in enumerate(self.ids)}

    @cached_property
    def group_of(self) -> Ints:
        """(T,) the group of each triple."""
        return np.repeat(np.arange(len(self.start)), self.sizes)

    @cached_property
    def sizes(self) -> Ints:
        """(G,) how many suppliers each group has."""
        return np.diff(np.append(self.start, len(self.supplier)))

    @cached_property
    def kind(self) -> Ints:
        """(G,) what the loss of each group stops."""
        return self.kinds if self.kinds is not None else np.zeros(len(self.start), dtype=np.int64)

    @cached_property
    def stated(self) -> bool:
        """Whether every share is one number and every weight is known: then the documents leave nothing open."""
        return bool(np.array_equal(self.share_lo, self.share_hi) and not np.isnan(self.weight).any())

    @cached_property
    def documented(self) -> NDArray[np.bool_]:
        """(n,) whether any input of the node is documented."""
        has = np.zeros(len(self.ids), dtype=bool)
        has[self.buyer] = True
        return has

    @cached_property
    def parts(self) -> Ints:
        """Positions of the nodes that are a country's part of a market (graph/provision.py): no party, and no tier."""
        return np.array([number for number, id in enumerate(self.ids) if market_of(id)], dtype=np.int64)

    @cached_property
    def standing(self) -> dict[str, tuple[Ints, Floats]]:
        """Country id -> positions of what stands there at least in part, and which part; headquarters alone count 0."""
        found: dict[str, tuple[list[int], list[float]]] = {}
        for entity, parts in self.countries.items():
            position, seat = self.index.get(entity), self.headquarters.get(entity)
            if position is not None:
                for place, part in parts.items() if seat is None or seat in parts else (*parts.items(), (seat, 0.0)):
                    positions, held = found.setdefault(place, ([], []))
                    positions.append(position)
                    held.append(part)
        return {place: (np.array(positions, dtype=np.int64), np.array(held)) for place, (positions, held) in found.items()}

    def position(self, entity: str) -> int:
        """The position of `entity`.

        Raises
        ------
        OntologyError
            If it is not in the network."""
        self.require([entity])
        return self.index[entity]

    def require(self, entities: Iterable[str]) -> None:
        """Nothing, if all of `entities` are in the network.

        Raises
        ------
        OntologyError
            Naming the first that is not."""
        for entity in entities:
            if entity not in self.index:
                raise OntologyError(f"{entity!r} is not in the network")

    def positions(self, entities: Iterable[str]) -> Ints:
        """Positions of those of `entities` that are in the network."""
        return np.array(sorted({self.index[entity] for entity in entities if entity in self.index}), dtype=np.int64)

    def groups_of(self, buyer: int) -> Ints:
        """Positions of the groups that `buyer` buys."""
        first, end = np.searchsorted(self.buyer, [buyer, buyer + 1])
        return np.arange(first, end, dtype=np.int64)

    def members(self, group: int) -> Ints:
        """Positions of the triples of `group`."""
        first = int(self.start[group])
        return np.arange(first, first + int(self.sizes[group]))

    def triples_of(self, buyer: int) -> Ints:
        """Positions of the triples in which `buyer` buys."""
        return self.triples_in(self.groups_of(buyer))

    def triples_in(self, groups: Ints) -> Ints:
        """Positions of the triples of all `groups`, group by group."""
        sizes = self.sizes[groups]
        return np.repeat(self.start[groups] - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))

    def edges_of(self, triple: int) -> tuple[Edge, ...]:
        """The edges that a triple rests on; none where the network was read from a table."""
        return self.edges[triple] if self.edges else ()

    def of_groups(self, groups: Ints) -> "Network":
        """The network of these `groups` alone (ascending positions), with the same nodes."""
        taken = self.triples_in(groups)
        return replace(
            self,
            buyer=self.buyer[groups],
            product=[self.product[int(group)] for group in groups],
            operator=self.operator[groups],
            essentiality=self.essentiality[groups],
            weight=self.weight[groups],
            kinds=self.kind[groups],
            start=(np.cumsum(self.sizes[groups]) - self.sizes[groups]).astype(np.int64),
            supplier=self.supplier[taken],
            share_lo=self.share_lo[taken],
            share_hi=self.share_hi[taken],
            prior=self.prior[taken],
            p=self.p[taken],
            edges=tuple(self.edges[int(triple)] for triple in taken) if self.edges else (),
        )
