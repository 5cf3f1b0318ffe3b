"""What the pipeline has found so far in one spaCy Doc: mentions, figures, and the way back to the raw text.

Every component reads and extends the Doc's Reading; offsets into the raw text come from here and nowhere else."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from graph.evidence import Entity, MentionKind, Modality, Polarity, ValueType
from ingest.segment import Role

if TYPE_CHECKING:
    from ingest.learnt import Learnt

_KEY = "reading"


@dataclass(slots=True)
class Found:
    """A mention as token positions [start, end); `label` is None where nothing is known of its type."""

    start: int
    end: int
    label: str | None
    source: str
    """`lexicon`, `learnt`, `model`, `cue`, `phrase`, `coreference` or `given`."""
    entity: str = ""
    kind: MentionKind = "name"
    name: str = ""
    """The canonical name, where the finder knows one."""
    properties: dict[str, str | float | bool] = field(default_factory=dict)
    chars: tuple[int, int] | None = None
    """Exact offsets in the Doc's text where they differ from the tokens'."""

    owner: "Found | None" = None
    """Of a site: the firm that runs it, where the phrase or its sentence says so."""
    place: "Found | None" = None
    """Of a site: where it stands."""

    labels: frozenset[str] = frozenset()
    """Of a span given from outside: every type that it may have."""

    def covers(self, position: int) -> bool:
        return self.start <= position < self.end

    def can_be(self, *labels: str) -> bool:
        """Whether it is, or where its type is open may be, of one of `labels`."""
        return self.label in labels if self.label else not self.labels.isdisjoint(labels)


@dataclass(slots=True)
class Figure:
    """An amount, percentage, quantity, date or duration, as character positions in the Doc's text."""

    type: ValueType
    start: int
    end: int
    text: str
    value: float | None = None
    unit: str | None = None
    iso: str | None = None
    duration: bool = False
    uncertain: bool = False


@dataclass(slots=True)
class Part:
    """A segment as token positions [start, end)."""

    start: int
    end: int
    role: Role


@dataclass(slots=True)
class Relation:
    """A relation between two mentions as the frames found it, before it becomes a statement."""

    type: str
    head: Found
    tail: Found
    pattern: str
    trigger: int
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: str | None = None
    alleged: bool = False
    cue: str | None = None
    trend: str | None = None
    product: Found | None = None
    chance: float | None = None
    """Of a guess (ingest/pairs.py): how likely it is; a pattern is as sure as it was measured to be."""
    figures: tuple[Figure, ...] | None = None
    """Those that its pattern binds by itself; where it does not say, they are bound by where they stand."""


@dataclass(slots=True)
class Reading:
    """The working state of one Doc."""

    raw: str
    chars: list[int]
    """Raw offset of each character of the Doc's text."""
    parts: list[Part]
    published: str | None = None
    known_at: str = ""
    filer: str | None = None
    """The firm whose filing the text is."""
    learnt: "Learnt | None" = None
    """Names that the graph knows."""
    mentions: list[Found] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    text: str = ""
    homes: dict[str, set[str]] | None = None
    """Where firms are, once it was looked for (ingest/homes.py)."""
    lead: "Found | None" = None
    """The firm that the article is about, once it was looked for."""
    cover: dict[int, list[Found]] = field(default_factory=dict)
    """Token -> the mentions that cover it."""
    covered: tuple[int, int] = (0, 0)
    """Which state of `mentions` the `cover` was made of."""
    words: frozenset[str] = frozenset()
    """English words (ingest/dictionary.py)."""
    given: bool = False
    """Whether the mentions were given from outside and nothing else may be related."""

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the characters [start, end) of the Doc's text."""
        return self.chars[start], self.chars[end - 1] + 1


def attach(doc: Doc, reading: Reading) -> None:
    """Make `reading` the Doc's."""
    doc.user_data[_KEY] = reading


def reading_of(doc: Doc) -> Reading:
    """The Doc's Reading."""
    found: Reading = doc.user_data[_KEY]
    return found


def chars_of(doc: Doc, found: Found) -> tuple[int, int]:
    """Positions in the Doc's text of a mention."""
    if found.chars:
        return found.chars
    last = doc[found.end - 1]
    return doc[found.start].idx, last.idx + len(last)


def raw_of(doc: Doc, found: Found) -> tuple[int, int]:
    """Raw offsets of a mention."""
    return reading_of(doc).raw_span(*chars_of(doc, found))


def text_of(doc: Doc, found: Found) -> str:
    """The mention as the Doc's (cleaned) text has it."""
    start, end = chars_of(doc, found)
    return full_text(doc)[start:end]


def full_text(doc: Doc) -> str:
    """The Doc's text, put together once: spaCy joins it anew at every call."""
    reading = reading_of(doc)
    if not reading.text:
        reading.text = doc.text
    return reading.text


def mention_at(doc: Doc, position: int) -> Found | None:
    """The longest mention that covers the token, if any."""
    covering = mentions_at(doc, position)
    return covering[0] if len(covering) == 1 else max(covering, key=_length, default=None)


def mentions_at(doc: Doc, position: int) -> list[Found]:
    """The mentions that cover the token, in the order of the text."""
    reading = reading_of(doc)
    if reading.covered != (id(reading.mentions), len(reading.mentions)):
        reading.cover = _cover(reading.mentions)
        reading.covered = (id(reading.mentions), len(reading.mentions))
    return reading.cover.get(position, [])


def _cover(mentions: list[Found]) -> dict[int, list[Found]]:
    """Token -> the mentions that cover it, made anew when mentions were added."""
    cover: dict[int, list[Found]] = {}
    for found in mentions:
        for inside in range(found.start, found.end):
            cover.setdefault(inside, []).append(found)
    return cover


def _length(found: Found) -> tuple[int, int]:
    return found.end - found.start, -found.start


def sentence_of(doc: Doc, position: int) -> Span:
    """The sentence that holds the token."""
    return doc[position].sent
