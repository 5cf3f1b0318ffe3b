"""One article in the exchange format as mentions and facts, whoever wrote it: the extractor or an annotator."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

VALUES = ("MONEY", "PERCENT", "QUANTITY", "DATE")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the raw text and what it stands for; `kind` is name, nominal, pronoun or value."""

    start: int
    end: int
    type: str
    kind: str
    name: str
    """The entity's."""
    text: str
    """As it stands there, where the format says it; else the name."""
    entity: str
    """Groups the mentions of one entity in the document."""

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation as the exchange format holds it; `pattern` and `confidence` are empty in gold."""

    type: str
    head: Span
    tail: Span
    polarity: str = "affirmed"
    modality: str = "actual"
    qualifiers: tuple[tuple[str, str], ...] = ()
    evidence: Span = (0, 0)
    pattern: str = ""
    confidence: float | None = None


@dataclass(frozen=True)
class Document:
    """The mentions and facts of one article."""

    doc_id: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]

    @cached_property
    def chains(self) -> Mapping[str, tuple[Mention, ...]]:
        """Entity -> its mentions, in the order of the text."""
        found: dict[str, tuple[Mention, ...]] = {}
        for mention in sorted(self.mentions, key=lambda one: one.span):
            if mention.kind != "value":
                found[mention.entity] = (*found.get(mention.entity, ()), mention)
        return found

    def at(self, span: Span) -> Mention | None:
        """The mention that a relation's end stands for: with this very span, else the one that overlaps it most."""
        near = [one for one in self.mentions if one.kind != "value" and overlap(one.span, span)]
        return max(near, key=lambda one: (likeness(one.span, span), one.kind == "name", -one.start), default=None)


def document(exchange: Mapping[str, Any]) -> Document:
    """The document that an object of the exchange format describes.

    Where mentions carry no `entity`, those of one type and name are one entity; without `kind` they are names."""
    return Document(
        doc_id=str(exchange.get("doc_id", "")),
        mentions=tuple(_mention(row) for row in exchange.get("entities", ())),
        facts=tuple(_fact(row) for row in exchange.get("relations", ())),
    )


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def likeness(one: Span, other: Span) -> float:
    """Characters shared over characters covered: 1 for equal spans."""
    shared = overlap(one, other)
    return shared / (one[1] - one[0] + other[1] - other[0] - shared) if shared else 0.0


def _mention(row: Mapping[str, Any]) -> Mention:
    kind = "value" if row["type"] in VALUES else row.get("kind") or "name"
    name = str(row.get("name") or "")
    entity = str(row.get("entity") or f"{row['type']}:{name}")
    return Mention(row["start"], row["end"], row["type"], kind, name, str(row.get("text") or name), entity)


def _fact(row: Mapping[str, Any]) -> Fact:
    evidence = row.get("evidence") or {}
    return Fact(
        type=row["type"],
        head=(row["head"][0], row["head"][1]),
        tail=(row["tail"][0], row["tail"][1]),
        polarity=row.get("polarity") or "affirmed",
        modality=row.get("modality") or "actual",
        qualifiers=tuple((name, str(text)) for name, text in (row.get("qualifiers") or {}).items()),
        evidence=(evidence.get("start", 0), evidence.get("end", 0)),
        pattern=row.get("pattern") or "",
        confidence=row.get("confidence"),
    )
