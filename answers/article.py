"""One article with every mention and every relation marked: what opens when a reader asks where a number comes from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from answers.snapshot import ArticleLike, Snapshot
from answers.statements import StatementRow, rows
from graph.evidence import Article, Evidence, Extraction, Mention, MentionKind, Model, label_of
from graph.projection import FACTS
from graph.settings import today
from graph.store import ArticleRow
from ingest.markup import headings, visible

Role = Literal["subject", "object"]
How = Literal["copy", "corrects this", "updates this", "corrected by this", "updated by this"]
Span = tuple[int, int]


class Mark(Model):
    """A stretch of the text that names an entity or refers to it."""

    start: int
    end: int
    entity: str
    name: str
    type: str
    kind: MentionKind = "name"


class Piece(Model):
    """A stretch of text: plain, or a mark, or inside the sentence asked for."""

    text: str
    """Verbatim."""
    shown: str
    """Without the signs of Markdown."""
    heading: bool = False
    """Whether a heading begins with it."""
    mark: Mark | None = None
    highlighted: bool = False
    role: Role | None = None
    """Which end of the relation asked for it is."""


class Passage(Model):
    """The text up to the end of a sentence that relates something, and what that sentence says, in its order."""

    pieces: tuple[Piece, ...]
    statements: tuple[StatementRow, ...] = ()


class Legend(Model):
    """A type of entity that the article mentions, and how often."""

    type: str
    mentions: int


class Related(Model):
    """Another article of the same story, and how it stands to this one."""

    id: str
    title: str
    published_at: str | None
    how: How


class ArticleAnswer(Model):
    """The article in passages whose texts join to the raw text exactly, and its statements."""

    article: Article
    legend: tuple[Legend, ...]
    passages: tuple[Passage, ...]
    statements: tuple[StatementRow, ...]
    asked: StatementRow | None = None
    story: tuple[Related, ...] = ()
    """The others that count as one source with it, oldest first."""


def answer(snapshot: Snapshot, article: Article, mentions: Sequence[Mention], *, asked: str | None = None) -> ArticleAnswer:
    """The article with the sentence and the two ends of the statement `asked` for highlighted."""
    found = tuple(rows(snapshot, (item for item in snapshot.evidence.values() if item.statement.article == article.id)))
    wanted = next((row for row in found if row.id == asked), None)
    marks = [_mark(snapshot, mention) for mention in mentions]
    counted = Counter(mark.type for mark in marks)
    return ArticleAnswer(
        article=article,
        legend=tuple(Legend(type=type, mentions=count) for type, count in sorted(counted.items())),
        passages=tuple(_passages(article.text, marks, found, wanted)),
        statements=found,
        asked=wanted,
        story=tuple(_story(snapshot, article.id)),
    )


def preview(extraction: Extraction) -> ArticleAnswer:
    """The same of an article that is not in the graph."""
    article = extraction.article
    said = [Evidence(statement=one, origin=article.origin, source_kind=article.source_kind) for one in extraction.statements]
    alone = Snapshot(
        version=0,
        as_of=today(),
        known_at=None,
        scope=FACTS,
        entities={entity.id: entity for entity in extraction.entities},
        evidence={item.statement.id: item for item in said},
        articles={article.id: _row(extraction)},
        judgements={},
    )
    return answer(alone, article, extraction.mentions)


def pieces(
    text: str, marks: Iterable[Mark], span: Span | None = None, ends: Mapping[Span, Role] | None = None, stops: Iterable[int] = ()
) -> tuple[Piece, ...]:
    """`text` cut at marks, headings, `ends`, `stops` and the ends of `span`; of overlapping marks the earlier, longer one stays."""
    roles = dict(ends or {})
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    spans = [(mark.start, mark.end) for mark in kept] + list(roles) + ([span] if span else [])
    begun = set(headings(text))
    cuts = sorted({0, len(text), *stops, *begun, *(cut for one in spans for cut in one)})
    by_start = {mark.start: mark for mark in kept}
    shown = visible(text)
    found = []
    current: Mark | None = None
    for start, end in zip(cuts, cuts[1:], strict=False):
        current = by_start.get(start, current if current and start < current.end else None)
        inside = span is not None and span[0] <= start and end <= span[1]
        role = next((role for one, role in roles.items() if one[0] <= start and end <= one[1]), None)
        looks = {"text": text[start:end], "shown": "".join(shown[start:end]), "heading": start in begun}
        found.append(Piece(**looks, mark=current, highlighted=inside, role=role))
    return tuple(found)


def _row(extraction: Extraction) -> ArticleRow:
    fields = extraction.article.model_dump(include=set(ArticleRow.model_fields))
    return ArticleRow(**fields, extractor=extraction.extractor, statements=len(extraction.statements))


def _story(snapshot: Snapshot, id: str) -> Iterable[Related]:
    this = snapshot.articles[id]
    others = [one for one in snapshot.articles.values() if one.id != id and (one.origin == this.origin or one.revised_by == id)]
    for one in sorted(others, key=lambda one: (one.published_at or "", one.id)):
        yield Related(id=one.id, title=one.title or one.id, published_at=one.published_at, how=_how(this, one))


def _how(this: ArticleLike, other: ArticleLike) -> How:
    if this.revised_by == other.id:
        return "corrects this" if this.revision == "corrects" else "updates this"
    if other.revised_by == this.id:
        return "corrected by this" if other.revision == "corrects" else "updated by this"
    return "copy"


def _mark(snapshot: Snapshot, mention: Mention) -> Mark:
    name, type = snapshot.name(mention.entity), label_of(mention.entity)
    return Mark(start=mention.start, end=mention.end, entity=mention.entity, name=name, type=type, kind=mention.kind)


def _passages(text: str, marks: list[Mark], found: Sequence[StatementRow], asked: StatementRow | None) -> Iterable[Passage]:
    stops = sorted({row.end for row in found} | {len(text)})
    span = (asked.start, asked.end) if asked else None
    ends: dict[Span, Role] = {asked.tail: "object", asked.head: "subject"} if asked else {}
    left, position = iter(pieces(text, marks, span, ends, stops)), 0
    for stop in stops:
        taken: list[Piece] = []
        while position < stop:
            taken.append(next(left))
            position += len(taken[-1].text)
        said = sorted((row for row in found if row.end == stop), key=lambda row: (row.head, row.tail, row.type, row.id))
        yield Passage(pieces=tuple(taken), statements=tuple(said))
