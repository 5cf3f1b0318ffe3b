"""One article with every entity and every relation marked: what opens when a reader asks where a number comes from."""

from answers.snapshot import Snapshot
from answers.statements import StatementRow, rows
from graph.evidence import Article, Extraction, Model, label_of


class Mark(Model):
    """A stretch of the text that names an entity."""

    start: int
    end: int
    entity: str
    name: str
    type: str


class Piece(Model):
    """A stretch of text as it is shown: plain, or a mark, or inside the sentence asked for."""

    text: str
    mark: Mark | None = None
    highlighted: bool = False


class ArticleAnswer(Model):
    """The article in pieces whose texts join to the raw text exactly, and its statements."""

    article: Article
    pieces: tuple[Piece, ...]
    statements: tuple[StatementRow, ...]


def answer(snapshot: Snapshot, article: Article, marks: list[Mark], *, span: tuple[int, int] | None = None) -> ArticleAnswer:
    """The stored article with the `span` asked for highlighted."""
    said = [item for item in snapshot.evidence.values() if item.statement.article == article.id]
    return ArticleAnswer(article=article, pieces=pieces(article.text, marks, span), statements=tuple(rows(snapshot, said)))


def marks_of(extraction: Extraction) -> list[Mark]:
    """The name mentions of a fresh extraction."""
    names = {entity.id: entity.name for entity in extraction.entities}
    return [
        Mark(start=m.start, end=m.end, entity=m.entity, name=names.get(m.entity, m.text), type=label_of(m.entity))
        for m in extraction.mentions
        if m.kind == "name"
    ]


def pieces(text: str, marks: list[Mark], span: tuple[int, int] | None = None) -> tuple[Piece, ...]:
    """`text` cut at every mark and at the ends of `span`; overlapping marks keep the earlier, longer one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    cuts = sorted({0, len(text), *(c for m in kept for c in (m.start, m.end)), *(span or ())})
    by_start = {mark.start: mark for mark in kept}
    found = []
    current: Mark | None = None
    for start, end in zip(cuts, cuts[1:], strict=False):
        current = by_start.get(start, current if current and start < current.end else None)
        inside = span is not None and span[0] <= start and end <= span[1]
        found.append(Piece(text=text[start:end], mark=current, highlighted=inside))
    return tuple(found)
