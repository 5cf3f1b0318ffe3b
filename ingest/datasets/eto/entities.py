"""The entities of the ETO chip supply chain: inputs and stages by their names, countries and firms as articles have them."""

from collections import defaultdict
from collections.abc import Mapping

from graph.errors import DataSetError
from graph.evidence import Entity, entity_id
from ingest.datasets.eto.tables import Tables
from ingest.datasets.parties import country_of, named

DESIGN_STAGE, DESIGN_ID, DESIGN_NAME = "S1", "DESIGN", "Logic chip design categories"
"""The inputs of the first stage are kinds of design, variants of one category that the files do not name."""


def inputs(tables: Tables) -> dict[str, Entity]:
    """ETO id -> entity, of every input and stage, and of the category of design where there is one.

    Raises
    ------
    DataSetError
        If two of them have one name."""
    others = _other_names(tables)
    found = {
        id: _input(id, one.said.input_name, one.said.type, one.said.size, others, one.said.stage_id) for id, one in tables.inputs.items()
    }
    found |= {id: _input(id, one.said.stage_name, "stage", one.said.size, others) for id, one in tables.stages.items()}
    if designs(tables):
        found[DESIGN_ID] = _input(DESIGN_ID, DESIGN_NAME, "process", None, others, DESIGN_STAGE)
    by_entity: dict[str, str] = {}
    for id, entity in found.items():
        if by_entity.setdefault(entity.id, id) != id:
            raise DataSetError(f"inputs.csv and stages.csv call {by_entity[entity.id]} and {id} both {entity.name!r}; rename one")
    return found


def designs(tables: Tables) -> list[str]:
    """Ids of the inputs that are kinds of design."""
    return [id for id, record in tables.inputs.items() if record.said.stage_id == DESIGN_STAGE]


def providers(tables: Tables) -> dict[str, Entity]:
    """ETO id -> entity, of every provider but "Various"; a firm of the lexicon keeps the country that it has there.

    Raises
    ------
    DataSetError
        If a firm's name holds neither letter nor digit."""
    found: dict[str, Entity] = {}
    for id, record in tables.providers.items():
        said = record.said
        if said.provider_type == "country":
            found |= {} if said.is_various else {id: country_of(said.provider_name)}
            continue
        try:
            entity = named(said.provider_name, ("Company",))
        except ValueError as error:
            raise record.row.problem(f"provider_name: {error}") from None
        code = country_of(said.country or "").properties["country"]
        found[id] = entity.model_copy(update={"properties": {"country": code, **entity.properties}})
    return found


def _input(id: str, name: str, kind: str, size: float | None, others: Mapping[str, set[str]], stage: str | None = None) -> Entity:
    known: dict[str, str | float | None] = {"kind": kind, "stage": stage, "market_size": size, "eto_id": id}
    return Entity(
        id=entity_id("Input", name),
        type="Input",
        name=name,
        aliases=tuple(sorted({id, *others.get(id, ())} - {name})),
        properties={key: value for key, value in known.items() if value is not None},
    )


def _other_names(tables: Tables) -> dict[str, set[str]]:
    """ETO id -> the names that the rows of provision.csv and sequence.csv give it."""
    found: dict[str, set[str]] = defaultdict(set)
    for cells in [record.row.cells for record in tables.provision] + [record.row.cells for record in tables.sequence]:
        for column in ("provided", "input", "goes_into", "is_type_of"):
            if name := cells.get(f"{column}_name"):
                found[cells[f"{column}_id"]].add(name)
    return found
