"""Times extraction beside the bare spaCy pipeline in one run, on the sample corpus. `python -m benchmarks.speed`."""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from spacy.language import Language
from spacy.tokens import Doc

from graph.evidence import Article
from ingest.extract import RulesExtractor
from ingest.nlp import COMPONENTS, DEFAULT_MODEL, build_nlp
from ingest.nlp import read as docs_of
from ingest.reader import Failure, read
from ingest.sample import FOLDER

ROUNDS = 7


def main() -> int:
    """Prints words per CPU second of both (the best round), the median of their ratios, the memory and where the time goes."""
    import importlib

    articles = [item for item in read(str(FOLDER)) if not isinstance(item, Failure)]
    words = sum(len(article.text.split()) for article in articles)
    extractor = RulesExtractor()
    ours = [_timed(lambda: list(extractor.extract_all(articles)))]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before the bare pipeline takes its own
    bare = importlib.import_module(DEFAULT_MODEL).load()
    theirs = [_timed(lambda: [bare(article.text) for article in articles])]
    for _ in range(ROUNDS):  # by turns, since a machine is not equally fast at all times; the first of each warmed up
        ours.append(_timed(lambda: list(extractor.extract_all(articles))))
        theirs.append(_timed(lambda: [bare(article.text) for article in articles]))
    ratios = [mine / its for mine, its in zip(ours[1:], theirs[1:], strict=True)]
    sys.stdout.write(f"{len(articles)} articles, {words} words, {ROUNDS} rounds, one process\n")
    sys.stdout.write(f"extraction   {words / min(ours):8.0f} words per CPU second\n")
    sys.stdout.write(f"bare spaCy   {words / min(theirs):8.0f} words per CPU second\n")
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    sys.stdout.write(
        f"ratio        {median(ratios):8.2f} times the bare pipeline ({spread})\n"
        f"memory       {memory:8.0f} MB at most\n\nshare of the time\n"
    )
    spent = by_component(articles)
    for name, seconds in spent.items():
        sys.stdout.write(f"{name:22}{seconds / sum(spent.values()):7.0%}\n")
    return 0


def by_component(articles: Sequence[Article]) -> dict[str, float]:
    """CPU seconds of segmentation with tokens, of the statistical model and of each component of ours, in their order."""
    nlp, docs, seconds = build_nlp(), list[Doc](), dict[str, float]()
    with nlp.select_pipes(enable=[]):
        seconds["segments, tokens"] = _timed(lambda: docs.extend(_docs(nlp, articles)))
    for name, pipe in nlp.pipeline:
        part = name if name in COMPONENTS else "statistical model"
        seconds[part] = seconds.get(part, 0.0) + _timed(lambda pipe=pipe: [pipe(doc) for doc in docs])  # type: ignore[misc]
    return seconds


def _docs(nlp: Language, articles: Sequence[Article]) -> list[Doc]:
    return [doc for one in articles for doc in docs_of(nlp, one.text, published=one.published_at, known_at=one.known_at)]


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
