"""Many articles: read in this process or in several, a few at a time; the extractions come in the articles' order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from graph.errors import UnreadableSource
from graph.evidence import Article, Entity, Extraction
from ingest.extract import RulesExtractor
from ingest.nlp import BATCH, SECTION
from ingest.reader import Failure
from ingest.workers import MEMORY_BYTES, Lost, apart

Batch = tuple[Article, ...]
Reader = Callable[[Batch], list[Extraction]]


def allowed(article: Article) -> float:
    """Seconds that a worker may take for an article: 25 times what is usual, and a minute for a slow start."""
    return 60 + len(article.text) / 1000


def extract_many(
    articles: Iterable[Article],
    *,
    learnt: Sequence[Entity] = (),
    workers: int = 1,
    seconds: Callable[[Article], float] = allowed,
    reader: Reader | None = None,
) -> Iterator[Extraction | Failure]:
    """The extractions of `articles` in their order, read by `workers` processes; a Failure in the place of one that was given up.

    All are read with what is `learnt` before the first of them, so that no result depends on which worker is done when.
    One process has no limits of its own: it is the caller's. `reader` is another than the rules, picklable."""
    if workers == 1 and reader is None:
        yield from RulesExtractor(learnt=learnt).extract_all(articles)
        return
    reader = reader or _Rules(learnt)
    for batch, found in apart(reader, batches(articles), workers=workers, seconds=lambda batch: sum(map(seconds, batch))):
        yield from _alone(reader, batch, found, seconds) if isinstance(found, str) else found


def batches(articles: Iterable[Article]) -> Iterator[Batch]:
    """What a worker gets at once: articles of a section's length together, and never more than the model reads at once."""
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == BATCH or sum(len(one.text) for one in batch) >= SECTION:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


class _Rules:
    """The rules as a worker calls them: loaded there, once."""

    def __init__(self, learnt: Sequence[Entity]) -> None:
        self.learnt = learnt

    def __call__(self, batch: Batch) -> list[Extraction]:
        return list(self._extractor.extract_all(batch))

    @cached_property
    def _extractor(self) -> RulesExtractor:
        return RulesExtractor(learnt=self.learnt)


def _alone(reader: Reader, batch: Batch, lost: Lost, seconds: Callable[[Article], float]) -> Iterator[Extraction | Failure]:
    """The articles of a batch that was lost, one by one: the one at fault is given up."""
    if len(batch) == 1:
        yield _failure(batch[0], lost, seconds(batch[0]))
        return
    for (article,), found in apart(reader, [(one,) for one in batch], workers=1, seconds=lambda one: seconds(one[0])):
        yield _failure(article, found, seconds(article)) if isinstance(found, str) else found[0]


def _failure(article: Article, lost: Lost, seconds: float) -> Failure:
    why = (
        f"it took longer than {seconds:,.3g} s"
        if lost == "late"
        else f"the process that read it needed over {MEMORY_BYTES >> 30} GiB or died"
    )
    return Failure(article.doc_id, UnreadableSource(f"{article.doc_id} was given up: {why}"))
