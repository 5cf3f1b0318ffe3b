"""The project's own annotated articles, and what the extractor makes of them."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from spacy.language import Language

from benchmarks.scoring import Score, score
from ingest.compare import document
from ingest.compare.gold import Annotated, read_annotated
from ingest.exchange import exchange
from ingest.extract import RulesExtractor
from ingest.gazetteer import load

FOLDER = Path(__file__).with_name("gold")
SPLITS = ("dev", "test")


@lru_cache(maxsize=len(SPLITS))
def annotated(split: str) -> tuple[Annotated, ...]:
    """The articles of a split, in the order of their names."""
    return tuple(read_annotated(str(path) for path in sorted((FOLDER / split).glob("*.md"))))


def scores(articles: Iterable[Annotated], nlp: Language) -> list[Score]:
    """What the pipeline finds in each article, against its gold."""
    extractor = RulesExtractor(nlp)
    return [score(document(exchange(extractor.extract(one.article))), one.gold, listed_companies()) for one in articles]


@lru_cache(maxsize=1)
def listed_companies() -> frozenset[str]:
    """The folded names of all firms in the lexicon."""
    held = load()
    return frozenset(name for name, ids in held.by_slug.items() if any(held.entries[id].entity.type == "Company" for id in ids))
