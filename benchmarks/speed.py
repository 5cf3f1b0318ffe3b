"""Times extraction beside the bare spaCy pipeline in one run, on the sample corpus. `python -m benchmarks.speed`."""

import resource
import sys
import time
from collections.abc import Callable

from ingest.extract import RulesExtractor
from ingest.nlp import DEFAULT_MODEL
from ingest.reader import Failure, read
from ingest.sample import FOLDER

ROUNDS = 3


def main() -> int:
    """Prints words per CPU second of both, their ratio and the memory."""
    import importlib

    articles = [item for item in read(str(FOLDER)) if not isinstance(item, Failure)]
    words = sum(len(article.text.split()) for article in articles)
    bare = importlib.import_module(DEFAULT_MODEL).load()
    extractor = RulesExtractor()
    ours = _best(lambda: [extractor.extract(article) for article in articles])
    theirs = _best(lambda: [bare(article.text) for article in articles])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{len(articles)} articles, {words} words, best of {ROUNDS} rounds, one process\n")
    sys.stdout.write(f"extraction   {words / ours:8.0f} words per CPU second\n")
    sys.stdout.write(f"bare spaCy   {words / theirs:8.0f} words per CPU second\n")
    sys.stdout.write(f"ratio        {ours / theirs:8.2f} times the bare pipeline\nmemory       {memory:8.0f} MB at most\n")
    return 0


def _best(run: Callable[[], object]) -> float:
    """CPU seconds of the fastest round; the first one warms up."""
    run()
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    sys.exit(main())
