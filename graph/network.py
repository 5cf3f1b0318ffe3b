"""Network: the sparse arrays every measure works on. A plain holder; graph/projection.py builds it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.assemble import Edge
from graph.errors import OntologyError

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


@dataclass(frozen=True, eq=False)
class Network:
    """Triples (buyer, product group, supplier): n nodes, G groups sorted by buyer, T triples sorted by group."""

    ids: tuple[str, ...]
    """n entity ids; every index below is a position in it."""
    buyer: Ints
    """(G,) the buyer of each group; ascending."""
    product: tuple[str, ...]
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
    edges: tuple[tuple[Edge, ...], ...]
    """(T,) the edges that each triple rests on."""
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
        sizes = np.diff(np.append(self.start, len(self.supplier)))
        return np.repeat(np.arange(len(self.start)), sizes)

    @cached_property
    def documented(self) -> NDArray[np.bool_]:
        """(n,) whether any input of the node is documented."""
        has = np.zeros(len(self.ids), dtype=bool)
        has[self.buyer] = True
        return has

    def position(self, entity: str) -> int:
        """The position of `entity`.

        Raises
        ------
        OntologyError
            If it is not in the network."""
        if entity not in self.index:
            raise OntologyError(f"{entity!r} is not in the network")
        return self.index[entity]

    def positions(self, entities: Iterable[str]) -> Ints:
        """Positions of those of `entities` that are in the network."""
        return np.array(sorted({self.index[entity] for entity in entities if entity in self.index}), dtype=np.int64)

    def triples_of(self, buyer: int) -> Ints:
        """Positions of the triples in which `buyer` buys."""
        return np.flatnonzero(self.buyer[self.group_of] == buyer)
