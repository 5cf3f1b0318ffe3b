"""The straight line: read -> extract -> write, one article at a time, with a report of what became of each."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, Protocol

from graph.evidence import Article, Entity, Extraction, Model
from ingest.extract import EXTRACTOR, Extractor
from ingest.many import extract_many
from ingest.reader import Failure, Given, read
from ingest.tiers import read_with

Outcome = Literal["added", "known", "skipped"]


class Written(Protocol):
    """What a store says after writing."""

    @property
    def known(self) -> bool: ...
    @property
    def entities(self) -> int: ...
    @property
    def statements(self) -> int: ...


class Stored(Protocol):
    """What a store says of an article it holds."""

    @property
    def id(self) -> str: ...
    @property
    def extractor(self) -> str: ...


class Writable(Protocol):
    """The part of a store that ingestion needs."""

    def write(self, extraction: Extraction, /, *, progress: Callable[[int, int], None] | None = None) -> Written: ...
    def articles(self) -> Sequence[Stored]: ...
    def known(self) -> Sequence[Entity]: ...


class Line(Model):
    """What became of one article."""

    source: str
    outcome: Outcome
    reason: str | None = None
    entities: int = 0
    """New entities."""
    statements: int = 0
    """New statements."""
    reduced: bool = False


class Report(Model):
    """What was read, found, skipped and why."""

    lines: tuple[Line, ...]

    @property
    def skipped(self) -> tuple[Line, ...]:
        """The sources that could not be read."""
        return tuple(line for line in self.lines if line.outcome == "skipped")

    @property
    def summary(self) -> str:
        """One sentence."""
        counts = {outcome: sum(line.outcome == outcome for line in self.lines) for outcome in ("added", "known", "skipped")}
        found = f"{sum(line.statements for line in self.lines)} statements and {sum(line.entities for line in self.lines)} entities are new"
        reduced = "; read without the statistical model" if any(line.reduced for line in self.lines) else ""
        return f"{counts['added']} articles added, {counts['known']} already known, {counts['skipped']} skipped; {found}{reduced}."


def ingest(
    sources: Sequence[str],
    store: Writable,
    given: Given = Given(),  # noqa: B008 - frozen
    *,
    workers: int = 1,
    extractor: Extractor | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> Report:
    """Reads `sources` into `store`; what cannot be read is skipped with its reason, what is known changes nothing.

    Names that the graph knew when the run began are recognised; what the run itself adds is for the next one.
    `extractor` is another than the rules; it reads in this process, whatever `workers` says.
    `progress` is told (articles done, articles in all or None where a feed or URL does not tell)."""
    lines: dict[int, Line] = {}
    name = extractor.name if extractor else EXTRACTOR
    known = {(article.id, article.extractor) for article in store.articles()}
    items = enumerate(item for source in sources for item in read(source, given))
    turns: deque[int] = deque()
    fresh = _fresh(items, lambda article: (article.id, name) in known, lines, turns)
    for found in read_with(extractor, fresh) if extractor else extract_many(fresh, learnt=store.known(), workers=workers):
        lines[turns.popleft()] = _skipped(found) if isinstance(found, Failure) else write(found, store)
        if progress:
            progress(len(lines), None)
    return Report(lines=tuple(lines[number] for number in sorted(lines)))


def write(extraction: Extraction, store: Writable, *, progress: Callable[[int, int], None] | None = None) -> Line:
    """Writes what was read of one source, and says what became of it; `progress` is told (done, in all)."""
    written = store.write(extraction, progress=progress)
    return Line(
        source=extraction.article.doc_id,
        outcome="known" if written.known else "added",
        entities=written.entities,
        statements=written.statements,
        reduced=extraction.reduced,
    )


def _fresh(
    items: Iterable[tuple[int, Article | Failure]], known: Callable[[Article], bool], lines: dict[int, Line], turns: deque[int]
) -> Iterator[Article]:
    """Articles not known yet, their numbers noted in `turns`; what becomes of the others is noted in `lines`."""
    for number, item in items:
        if isinstance(item, Failure):
            lines[number] = _skipped(item)
        elif known(item):
            lines[number] = Line(source=item.doc_id, outcome="known")
        else:
            turns.append(number)
            yield item


def _skipped(failure: Failure) -> Line:
    return Line(source=failure.source, outcome="skipped", reason=str(failure.error))
