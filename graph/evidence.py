"""Who said what, where, when and how surely: articles, entities, mentions and statements.

A statement is what one sentence of one article says about two entities. Statements are append-only; edges are
assembled from them (graph/assemble.py). Knows no store and no language model."""

import hashlib
import re
import unicodedata
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph.errors import OntologyError
from graph.ontology import EDGE_BY_TYPE, NODE_BY_LABEL, NODE_TYPES, allows

Share = Annotated[float, Field(ge=0.0, le=1.0)]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "planned", "possible", "historical"]
SourceKind = Literal[
    "filing", "official", "wire", "newspaper", "trade press", "newsletter", "blog", "analyst", "data set", "sample", "unknown"
]
Revision = Literal["corrects", "updates"]
Verdict = Literal["confirm", "reject"]
ValueType = Literal["MONEY", "PERCENT", "QUANTITY", "DATE"]
MentionKind = Literal["name", "nominal", "pronoun"]
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")

_LABEL_BY_PREFIX = {node.prefix: node.label for node in NODE_TYPES}


class Model(BaseModel):
    """Frozen, nothing extra: what crosses a package border."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Model):
    """A text and where it comes from. The id is made of the text alone: no id depends on the order of ingestion."""

    id: str
    doc_id: str
    """The file's stem, or the last part of the URL: the key in `extract --format json`."""
    text: str
    text_sha256: str
    title: str | None = None
    url: str | None = None
    host: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    """ISO date; None when the source says none."""
    fetched_at: str
    """ISO moment at which it was read."""
    language: str = "en"
    source_kind: SourceKind = "unknown"
    origin: str
    """Groups copies of one story: equal origins count as one source. The store joins the origins of near copies."""
    revises: Revision | None = None
    """Whether it says of itself that it corrects or updates an earlier article."""

    @property
    def known_at(self) -> str:
        """ISO date at which it could be known: the publication date, else the day it was read."""
        return (self.published_at or self.fetched_at)[:10]


class Entity(Model):
    """A node. The id carries the type (`company:tsmc`) and never changes."""

    id: str
    type: str
    """Its label, such as `Company`."""
    name: str
    aliases: tuple[str, ...] = ()
    provisional: bool = False
    """Whether only text knows it (no lexicon does)."""
    properties: dict[str, str | float | bool] = {}

    @model_validator(mode="after")
    def _known_type(self) -> "Entity":
        if self.type not in NODE_BY_LABEL:
            raise OntologyError(f"no node type {self.type!r} in the ontology")
        return self


class Mention(Model):
    """A stretch of the raw text that names or refers to an entity: text[start:end]."""

    entity: str
    start: int
    end: int
    text: str
    kind: MentionKind = "name"


class Value(Model):
    """A stretch of the raw text that is an amount, a percentage, a quantity or a date."""

    type: ValueType
    start: int
    end: int
    text: str
    value: float | None = None
    unit: str | None = None
    iso: str | None = None
    """For a DATE: 2026, 2026-Q1, 2026-05 or 2026-05-03."""


class Qualifier(Model):
    """Something the sentence adds to a relation: its name, the verbatim text, and what could be read from it."""

    name: str
    text: str
    value: float | None = None
    unit: str | None = None
    iso: str | None = None
    entity: str | None = None
    """Id, where the qualifier names an entity (a product, a facility)."""
    uncertain: bool = False
    """Whether the text was garbled: kept raw, never guessed."""


class Statement(Model):
    """What one sentence says of two entities; subject -> object as the edge type reads."""

    id: str
    type: str
    subject: str
    object: str
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: str | None = None
    alleged: bool = False
    product: str | None = None
    """Id of the product the relation is about, where it is an entity."""
    share_lo: Share | None = None
    share_hi: Share | None = None
    """Only bounds that words or figures imply: the share of the target's purchases (SUPPLIES) or of the source's
    (DEPENDS_ON); of the target's ownership (OWNS)."""
    cue: str | None = None
    """Name of the wording that tells how large the reliance is, a key of graph.priors.CUES."""
    qualifiers: tuple[Qualifier, ...] = ()
    article: str
    sentence: str
    start: int
    end: int
    """Offsets of the sentence in the article's raw text."""
    head: tuple[int, int]
    tail: tuple[int, int]
    """Offsets of the subject's and the object's mention."""
    extractor: str
    pattern: str
    confidence: Share
    valid_from: str | None = None
    valid_to: str | None = None
    known_at: str

    @model_validator(mode="after")
    def _fits_the_ontology(self) -> "Statement":
        if self.type not in EDGE_BY_TYPE:
            raise OntologyError(f"no edge type {self.type!r} in the ontology")
        source, target = label_of(self.subject), label_of(self.object)
        if not allows(self.type, source, target):
            raise OntologyError(f"{self.type} does not run from {source} to {target}")
        if self.share_lo is not None and self.share_hi is not None and self.share_lo > self.share_hi:
            raise ValueError(f"share bounds {self.share_lo} > {self.share_hi} of {self.type} {self.subject} -> {self.object}")
        return self


class Evidence(Model):
    """A statement beside what is needed of its article to weigh it."""

    statement: Statement
    origin: str
    source_kind: SourceKind
    corrected_at: str | None = None
    """ISO date since which a correction of its article is known: from then on the correction's reading stands."""


class Judgement(Model):
    """What an analyst says of one statement: that it reads its sentence right, or wrong. One a statement; the last counts."""

    id: str
    statement: str
    verdict: Verdict
    note: str | None = None
    judged_at: str
    """ISO moment; no part of a dump."""


class Extraction(Model):
    """Everything read from one article; what the store writes whole or not at all."""

    article: Article
    extractor: str
    """Name and version, such as `rules-1`."""
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    values: tuple[Value, ...] = ()
    statements: tuple[Statement, ...] = ()
    reduced: bool = False
    """Whether it was read without the statistical model."""


def slug(name: str) -> str:
    """`name` as the second part of an id: NFKC, case-folded, invisible characters gone, words joined by hyphens."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", name)).casefold()
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def entity_id(label: str, name: str) -> str:
    """The id of the entity of type `label` called `name`: `company:tsmc`."""
    return f"{NODE_BY_LABEL[label].prefix}:{slug(name)}"


def label_of(entity: str) -> str:
    """The node label that an entity id carries.

    Raises
    ------
    OntologyError
        If the id's prefix is no type of the ontology."""
    prefix = entity.partition(":")[0]
    if prefix not in _LABEL_BY_PREFIX:
        raise OntologyError(f"the id {entity!r} names no type of the ontology")
    return _LABEL_BY_PREFIX[prefix]


def statement_id(
    text_sha256: str, span: tuple[int, int], type: str, subject: str, object: str, polarity: Polarity, product: str | None = None
) -> str:
    """An id that depends on the article's text, the sentence's span, the type, the ends, polarity and product alone."""
    parts = (text_sha256, str(span[0]), str(span[1]), type, subject, object, polarity, product or "")
    return "statement:" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def judgement_id(statement: str) -> str:
    """The id of the judgement on `statement`: it depends on nothing else."""
    return "judgement:" + statement.removeprefix("statement:")


def article_ids(text: str) -> tuple[str, str, str]:
    """`(id, text_sha256, origin)` of an article with this raw text; the origin ignores case, space and punctuation."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    words = " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
    return f"article:{digest[:20]}", digest, "origin:" + hashlib.sha256(words.encode()).hexdigest()[:20]
