"""Who is exposed to what: one buyer on all countries, or all buyers on some targets, in one pass each."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from answers.snapshot import Snapshot
from graph.evidence import Model, Share, label_of
from graph.provision import market_of
from risk.closure import upstream_of
from risk.exposure import Exposure, exposures
from risk.groups import Figure

FELT = 1e-9


class ExposureRow(Model):
    """What one buyer loses when one target goes."""

    buyer: str
    buyer_name: str
    target: str
    target_name: str
    face: Share
    """Bought from the target itself; central, with priors."""
    linear_lo: Share
    linear: Share
    linear_hi: Share
    """Through all tiers: documented bounds, and central with priors between them."""
    hidden: Share
    """Central look-through beyond face value."""
    leontief_lo: Share
    leontief: Share
    leontief_hi: Share
    """As scarce as the scarcest essential input."""


class ExposureAnswer(Model):
    """Rows with something to lose, the greatest possible loss first."""

    as_of: date
    known_at: date | None
    rows: tuple[ExposureRow, ...]
    iterations: int
    residual: float


def by_country(snapshot: Snapshot, buyer: str) -> ExposureAnswer:
    """The exposure of `buyer` (a name, an alias or an id) to every country in which anything upstream of it stands.

    Raises
    ------
    UnknownEntity
        With near names, if it is not in the graph."""
    firm, network = snapshot.find(buyer), snapshot.network
    near = upstream_of(network, [network.position(firm.id)])
    reached = [network.ids[int(node)] for node in np.unique(near.supplier)]
    places = {place for entity in reached for place in network.countries.get(entity, {})}
    places |= {entity for entity in reached if label_of(entity) == "Country" and not market_of(entity)}
    return _answer(snapshot, sorted(places & network.index.keys()), [firm.id])


def of_all(snapshot: Snapshot, targets: Sequence[str]) -> ExposureAnswer:
    """The exposure of everybody that has a documented input to each of `targets` (names, aliases or ids).

    Raises
    ------
    UnknownEntity
        With near names, if one of them is not in the graph."""
    ids = list(dict.fromkeys(snapshot.find(name).id for name in targets))
    buyers = [snapshot.network.ids[int(node)] for node in np.unique(snapshot.network.buyer)]
    return _answer(snapshot, ids, [buyer for buyer in buyers if buyer in snapshot.entities])


def _answer(snapshot: Snapshot, targets: Sequence[str], buyers: Sequence[str]) -> ExposureAnswer:
    figures: tuple[Figure, ...] = ("lo", "central", "hi")
    linear = {figure: exposures(snapshot.network, targets, reading="linear", figure=figure) for figure in figures}
    scarce = {figure: exposures(snapshot.network, targets, reading="leontief", figure=figure) for figure in figures}
    rows = [
        _row(snapshot, buyer, target, column, linear, scarce)
        for buyer in buyers
        for column, target in enumerate(targets)
        if linear["hi"].outside[snapshot.network.position(buyer), column]
    ]
    solved = [*linear.values(), *scarce.values()]
    return ExposureAnswer(
        as_of=snapshot.as_of,
        known_at=snapshot.known_at,
        rows=tuple(sorted((row for row in rows if row.leontief_hi > FELT), key=_order)),
        iterations=max(one.iterations for one in solved),
        residual=max(one.residual for one in solved),
    )


def _order(row: ExposureRow) -> tuple[float, float, float, str, str]:
    return (-row.linear, -row.leontief, -row.leontief_hi, row.buyer, row.target)


def _row(
    snapshot: Snapshot, buyer: str, target: str, column: int, linear: dict[Figure, Exposure], scarce: dict[Figure, Exposure]
) -> ExposureRow:
    place = snapshot.network.position(buyer), column
    through = [_share(linear[figure].through[place]) for figure in ("lo", "central", "hi")]
    scarcest = [_share(scarce[figure].through[place]) for figure in ("lo", "central", "hi")]
    return ExposureRow(
        buyer=buyer,
        buyer_name=snapshot.name(buyer),
        target=target,
        target_name=snapshot.name(target),
        face=_share(linear["central"].face[place]),
        **dict(zip(("linear_lo", "linear", "linear_hi"), through, strict=True)),
        hidden=_share(linear["central"].hidden[place]),
        **dict(zip(("leontief_lo", "leontief", "leontief_hi"), scarcest, strict=True)),
    )


def _share(value: float) -> float:
    """Without the dust of floating point."""
    return float(np.clip(round(float(value), 12), 0.0, 1.0))
