"""The risk score of entities, each the exact sum of named contributions; one row an entity for batch and page."""

from collections.abc import Callable, Iterable
from datetime import date
from statistics import median

from answers.snapshot import Snapshot
from answers.statements import StatementRow, rows_of
from graph.evidence import Model
from graph.network import UNSPECIFIED
from risk.components import Control, Measured, measure
from risk.score import COMPONENTS, READS, Component, Score, score

SCORED = "Company"


class EntityScore(Model):
    """One entity's score with what it rests on."""

    entity: str
    name: str
    type: str
    as_of: date
    score: Score
    origin: str | None
    """Name of the foreign country or of the supplier whose loss would cost it most."""
    binding: str | None
    """Name of the direct input through which that hurts."""
    chain: tuple[str, ...]
    """Names along the best evidenced chain to the origin."""
    statements: tuple[StatementRow, ...]
    """Behind the chain and behind the controls that name the entity."""
    sample: bool


class ScoreRow(Model):
    """A score as one flat row, for tables and files; None is not measured or withheld."""

    entity: str
    name: str
    score: float | None
    base: float
    exposure: float | None
    substitutability: float | None
    concentration: float | None
    jurisdiction: float | None
    policy: float | None
    exposure_points: float | None
    substitutability_points: float | None
    concentration_points: float | None
    jurisdiction_points: float | None
    policy_points: float | None
    evidence_discount: float
    floor_uplift: float
    clipping: float
    evidence: float
    origin: str | None
    binding: str | None
    withheld: str | None
    sample: bool
    as_of: date


def answer(snapshot: Snapshot, names: Iterable[str] | None = None, *, progress: Callable[[float], None] | None = None) -> list[EntityScore]:
    """Scores of the named entities, or of all firms; highest first, withheld ones last.

    Medians are those of all firms in the graph, whichever are asked for.

    Raises
    ------
    UnknownEntity
        If one of `names` is not in the graph."""
    firms = [entity.id for entity in snapshot.entities.values() if entity.type == SCORED]
    asked = [snapshot.find(name).id for name in names] if names is not None else firms
    measured = measure(snapshot.network, {*firms, *asked}, _controls(snapshot), progress=progress)
    medians = _medians([measured[firm] for firm in firms])
    found = [_row(snapshot, entity, measured[entity], medians) for entity in dict.fromkeys(asked)]
    return sorted(found, key=lambda row: (row.score.value is None, -(row.score.value or 0.0), row.entity))


def flat(scored: EntityScore) -> ScoreRow:
    """The score as one row; base and points add up to it."""
    points = {row.name: row.points for row in scored.score.contributions}
    return ScoreRow(
        entity=scored.entity,
        name=scored.name,
        score=scored.score.value,
        base=scored.score.base,
        **{name: scored.score.components[name] for name in COMPONENTS},
        **{f"{name}_points": points.get(name) for name in COMPONENTS},
        evidence_discount=points["evidence discount"],
        floor_uplift=points["floor uplift"],
        clipping=points["clipping"],
        evidence=scored.score.evidence,
        origin=scored.origin,
        binding=scored.binding,
        withheld=scored.score.withheld,
        sample=scored.sample,
        as_of=scored.as_of,
    )


def explained() -> list[tuple[Component, str]]:
    """Each component with what it reads, for the page and the docs."""
    return [(name, READS[name]) for name in COMPONENTS]


def _controls(snapshot: Snapshot) -> list[Control]:
    """The controls that the scope admits."""
    return [Control(edge.id, edge.target, edge.p) for edge in snapshot.edges if edge.type == "RESTRICTS" and snapshot.scope.admits(edge)]


def _medians(measured: Iterable[Measured]) -> dict[Component, float]:
    """Median of each component over the firms where it is measured; 0 where it is measured nowhere."""
    rows = list(measured)
    return {name: median([v for row in rows if (v := row.components[name]) is not None] or [0.0]) for name in COMPONENTS}


def _row(snapshot: Snapshot, entity: str, found: Measured, medians: dict[Component, float]) -> EntityScore:
    edges = {edge.id: edge for edge in snapshot.edges}
    behind = [edge for hop in found.chain for edge in snapshot.network.edges[hop.triple]] + [edges[id] for id in found.controls]
    statements = rows_of(snapshot, dict.fromkeys(id for edge in behind for id in edge.statements))
    return EntityScore(
        entity=entity,
        name=snapshot.name(entity),
        type=snapshot.entities[entity].type,
        as_of=snapshot.as_of,
        score=score(found.components, medians, found.evidence, documented=found.documented),
        origin=snapshot.name(found.origin) if found.origin else None,
        binding=snapshot.name(found.product) if found.product and found.product != UNSPECIFIED else None,
        chain=tuple(snapshot.name(id) for id in (entity, *(hop.supplier for hop in found.chain))) if found.chain else (),
        statements=tuple(statements),
        sample=any(row.sample for row in statements),
    )
