"""The form of a language model's answer. Each row is read on its own, so that a bad one costs no good one."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import TierError
from graph.evidence import Modality, Polarity
from graph.ontology import EDGE_TYPES, NODE_TYPES

LONGEST_QUOTE = 1000
Short = Annotated[str, Field(min_length=1, max_length=300)]
SAID = frozenset("amount percent share quantity capacity date start end until duration deadline role product period".split())
"""Qualifiers that any type may carry, beside those of its own."""


class Row(BaseModel):
    """Frozen and closed: what the schema does not name makes a row invalid."""

    model_config = ConfigDict(frozen=True, extra="forbid")


RowType = TypeVar("RowType", bound=Row)


class SaidEntity(Row):
    """An entity, by the words that the article uses for it."""

    id: Short
    type: Short
    """As in the exchange format: `AI_MODEL`."""
    name: Short
    also: Annotated[tuple[Short, ...], Field(max_length=20)] = ()
    """Other words for it: short names, "the Dutch firm", "it"."""


class SaidQualifier(Row):
    """A figure, date or role, in the words of the quote."""

    name: Short
    text: Short


class SaidFact(Row):
    """A relation, with the words that state it."""

    type: Short
    subject: Short
    object: Short
    polarity: Polarity
    modality: Modality
    attribution: Short | None = None
    alleged: bool = False
    qualifiers: Annotated[tuple[SaidQualifier, ...], Field(max_length=20)] = ()
    quote: Annotated[str, Field(min_length=1, max_length=LONGEST_QUOTE)]


class Answer(Row):
    """What was well formed of an answer, and how many rows were not."""

    entities: tuple[SaidEntity, ...]
    facts: tuple[SaidFact, ...]
    malformed: int


class _Raw(BaseModel):
    model_config = ConfigDict(extra="forbid")

    entities: Annotated[list[Any], Field(max_length=500)]
    facts: Annotated[list[Any], Field(max_length=500)]


def read_answer(content: str) -> Answer:
    """The answer that `content` holds.

    Raises
    ------
    TierError
        If it is not one JSON object with `entities` and `facts`."""
    try:
        raw = _Raw.model_validate_json(content)
    except ValidationError:
        raise TierError("the language model's answer is no JSON object with entities and facts") from None
    entities = [said for row in raw.entities if (said := _row(SaidEntity, row))]
    facts = [fact for row in raw.facts if (fact := _row(SaidFact, row))]
    malformed = len(raw.entities) + len(raw.facts) - len(entities) - len(facts)
    return Answer(entities=tuple(entities), facts=tuple(facts), malformed=malformed)


def answer_schema() -> dict[str, Any]:
    """The JSON Schema that an endpoint is asked to hold to, with closed lists of types; every field is required."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    entity = {"id": text, "type": _one_of([node.exchange for node in NODE_TYPES]), "name": text, "also": texts}
    fact = {
        "type": _one_of([edge.type for edge in EDGE_TYPES]),
        "subject": text,
        "object": text,
        "polarity": _one_of(["affirmed", "negated"]),
        "modality": _one_of(["actual", "planned", "possible", "historical"]),
        "attribution": {"type": ["string", "null"]},
        "alleged": {"type": "boolean"},
        "qualifiers": {"type": "array", "items": _closed({"name": text, "text": text})},
        "quote": text,
    }
    rows = {"entities": {"type": "array", "items": _closed(entity)}, "facts": {"type": "array", "items": _closed(fact)}}
    return _closed(rows)


def _row(model: type[RowType], row: Any) -> RowType | None:
    try:
        return model.model_validate(row)
    except ValidationError:
        return None


def _one_of(values: list[str]) -> dict[str, Any]:
    return {"type": "string", "enum": values}


def _closed(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
