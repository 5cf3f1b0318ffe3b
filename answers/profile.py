"""The profile of one entity: suppliers, customers, owners, sites, controls, newest statements."""

from datetime import date

from answers.snapshot import Snapshot
from answers.statements import StatementRow, rows_of, search
from graph.assemble import Edge
from graph.evidence import Model, Share

NEWEST = 20


class RelationRow(Model):
    """One relation of the entity, the other end first."""

    entity: str
    name: str
    type: str
    """Type of the other end."""
    relation: str
    product: str | None
    modality: str
    standing: str
    share_lo: Share | None
    share_hi: Share | None
    cue: str | None
    p: Share
    origins: int
    valid_from: str | None
    valid_to: str | None
    sentences: tuple[str, ...]
    statements: tuple[str, ...]
    sample: bool


class Section(Model):
    """A titled table of relations."""

    title: str
    rows: tuple[RelationRow, ...]


class ProfileAnswer(Model):
    """All that the graph says of one entity, by what a reader looks for."""

    entity: str
    name: str
    type: str
    aliases: tuple[str, ...]
    provisional: bool
    properties: dict[str, str | float | bool]
    as_of: date
    finding: str
    sections: tuple[Section, ...]
    newest: tuple[StatementRow, ...]


SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Suppliers and inputs", (("SUPPLIES", "in"), ("DEPENDS_ON", "out"), ("USES", "out"), ("MANUFACTURES", "in"), ("INPUT_TO", "in"))),
    ("Customers and dependants", (("SUPPLIES", "out"), ("DEPENDS_ON", "in"), ("USES", "in"), ("INPUT_TO", "out"))),
    ("Products and models", (("MANUFACTURES", "out"), ("DEVELOPS", "out"), ("PROVIDES", "out"))),
    ("Developers and providers", (("DEVELOPS", "in"), ("PROVIDES", "in"))),
    ("Owners", (("OWNS", "in"), ("SUBSIDIARY_OF", "out"), ("ACQUIRES", "in"), ("INVESTS_IN", "in"))),
    ("Holdings", (("OWNS", "out"), ("SUBSIDIARY_OF", "in"), ("ACQUIRES", "out"), ("INVESTS_IN", "out"))),
    ("Sites and places", (("OPERATES", "out"), ("OPERATES", "in"), ("LOCATED_IN", "out"), ("LOCATED_IN", "in"), ("EXPANDS_TO", "out"))),
    (
        "Controls and public money",
        (
            *(("RESTRICTS", "in"), ("RESTRICTS", "out"), ("SUBSIDISES", "in"), ("SUBSIDISES", "out"), ("PENALISES", "in")),
            *(("PENALISES", "out"), ("PAYS", "out"), ("ISSUED_BY", "out"), ("ISSUED_BY", "in"), ("AFFECTS", "in"), ("AFFECTS", "out")),
            *(("GRANTED_TO", "in"), ("GRANTED_TO", "out"), ("COVERS", "in"), ("COVERS", "out")),
            *(("AMENDS", "out"), ("AMENDS", "in"), ("SUSPENDS", "out"), ("SUSPENDS", "in"), ("SUPERSEDES", "out"), ("SUPERSEDES", "in")),
        ),
    ),
    (
        "Partners, rivals and people",
        (
            *((type, way) for type in ("PARTNERS_WITH", "COMPETES_WITH", "WORKS_FOR", "ALIGNS_WITH") for way in ("out", "in")),
            *(("HOLDS_STOCK", "out"), ("HOLDS_STOCK", "in"), ("EXPANDS_TO", "in"), ("EXPORTS_TO", "out"), ("EXPORTS_TO", "in")),
            *(("PART_OF", "out"), ("PART_OF", "in"), ("VARIANT_OF", "out"), ("VARIANT_OF", "in")),
        ),
    ),
)
"""Title, and which relations belong there: `in` when the entity is the target."""


def answer(snapshot: Snapshot, name: str) -> ProfileAnswer:
    """The profile of the entity called `name`.

    Raises
    ------
    UnknownEntity
        With near names, if it is not in the graph."""
    entity = snapshot.find(name)
    touching = [edge for edge in snapshot.edges if entity.id in (edge.source, edge.target)]
    sections = tuple(_section(snapshot, entity.id, title, kinds, touching) for title, kinds in SECTIONS)
    filled = tuple(section for section in sections if section.rows)
    newest = search(snapshot, entity=entity.id)
    return ProfileAnswer(
        entity=entity.id,
        name=entity.name,
        type=entity.type,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
        provisional=entity.provisional,
        properties=entity.properties,
        as_of=snapshot.as_of,
        finding=_finding(entity.name, filled, len(newest)),
        sections=filled,
        newest=tuple(newest[:NEWEST]),
    )


def _section(snapshot: Snapshot, entity: str, title: str, kinds: tuple[tuple[str, str], ...], edges: list[Edge]) -> Section:
    found = []
    for edge in edges:
        ways = [way for way, end in (("out", edge.source), ("in", edge.target)) if end == entity]
        if any((edge.type, way) in kinds for way in ways):
            found.append(_relation(snapshot, entity, edge))
    return Section(title=title, rows=tuple(sorted(found, key=lambda row: (row.relation, -row.p, row.entity, row.modality))))


def _relation(snapshot: Snapshot, entity: str, edge: Edge) -> RelationRow:
    outward = edge.source == entity
    other = edge.target if outward else edge.source
    said = rows_of(snapshot, edge.statements)
    return RelationRow(
        entity=other,
        name=snapshot.name(other),
        type=snapshot.entities[other].type,
        relation=edge.type.lower().replace("_", " ") + ("" if outward else " (by)"),
        product=snapshot.name(edge.product) if edge.product else None,
        **edge.model_dump(
            include={"modality", "standing", "share_lo", "share_hi", "cue", "p", "origins", "valid_from", "valid_to", "statements"}
        ),
        sentences=tuple(row.sentence for row in said),
        sample="sample" in edge.source_kinds,
    )


def _finding(name: str, sections: tuple[Section, ...], statements: int) -> str:
    counts = ", ".join(f"{len(section.rows)} under “{section.title}”" for section in sections) or "nothing"
    return f"{statements} statements mention {name}; the relations they add up to: {counts}."
