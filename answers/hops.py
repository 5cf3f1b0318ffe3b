"""Steps of a chain of supply with every sentence behind them."""

from collections.abc import Iterable

from pydantic import ConfigDict, Field

from answers.snapshot import Snapshot
from answers.statements import StatementRow, rows_of
from graph.assemble import Edge
from graph.evidence import Model, Share
from graph.network import UNSPECIFIED
from risk.paths import Hop

ROLES = {
    "provider": "world market",
    "manufacture": "manufacture",
    "design": "design",
    "operator": "operation",
    "variants": "types of it",
    UNSPECIFIED: "product not stated",
}
"""What a group is called that is no product: the role its suppliers have."""


def input_name(snapshot: Snapshot, product: str) -> str:
    """What a group is, in words."""
    return ROLES.get(product) or snapshot.name(product)


class HopAnswer(Model):
    """One step of a chain, buyer -> supplier, with every sentence that says so."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    type: str
    """Types of the relations it rests on, joined by `+`; the direction is always from the buyer to the supplier."""
    from_: str = Field(serialization_alias="from")
    to: str
    from_name: str
    to_name: str
    product: str | None
    product_name: str | None
    share_lo: Share | None
    share_hi: Share | None
    """None: the size is not stated."""
    cue: str | None
    p: Share
    statements: tuple[StatementRow, ...]


class PathAnswer(Model):
    """A chain of supply from the buyer to the target."""

    hops: tuple[HopAnswer, ...]


def hop_answer(snapshot: Snapshot, hop: Hop) -> HopAnswer:
    """The step with names, bounds and sentences."""
    network = snapshot.network
    edges = network.edges_of(hop.triple)
    stated = any(edge.share_lo is not None or edge.share_hi is not None for edge in edges)
    product = hop.product if hop.product != UNSPECIFIED else None
    return HopAnswer(
        type="+".join(sorted({edge.type for edge in edges})),
        from_=hop.buyer,
        to=hop.supplier,
        from_name=snapshot.name(hop.buyer),
        to_name=snapshot.name(hop.supplier),
        product=product,
        product_name=input_name(snapshot, product) if product else None,
        share_lo=float(network.share_lo[hop.triple]) if stated else None,
        share_hi=float(network.share_hi[hop.triple]) if stated else None,
        cue=_cue(edges),
        p=min(1.0, float(network.p[hop.triple])),
        statements=tuple(rows_of(snapshot, dict.fromkeys(id for edge in edges for id in edge.statements))),
    )


def _cue(edges: Iterable[Edge]) -> str | None:
    return next((edge.cue for edge in edges if edge.cue), None)
