"""The project's own annotated articles, and what the extractor makes of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.language import Language

from benchmarks.scoring import Score, score
from graph.evidence import Article
from ingest.compare import Document, document
from ingest.compare.gold import read_gold
from ingest.exchange import exchange
from ingest.extract import RulesExtractor
from ingest.gazetteer import load
from ingest.reader import Failure, read

FOLDER = Path(__file__).with_name("gold")
SPLITS = ("dev", "test")


@dataclass(frozen=True)
class Annotated:
    """An article and what a careful reader marked in it."""

    article: Article
    gold: Document


def annotated(split: str) -> tuple[Annotated, ...]:
    """The articles of a split, in the order of their names.

    Raises
    ------
    SourceError
        If one of them cannot be read."""
    return tuple(_annotated(path) for path in sorted((FOLDER / split).glob("*.md")))


def scores(articles: Iterable[Annotated], nlp: Language) -> list[Score]:
    """What the pipeline finds in each article, against its gold."""
    extractor = RulesExtractor(nlp)
    return [score(document(exchange(extractor.extract(one.article))), one.gold, listed_companies()) for one in articles]


@lru_cache(maxsize=1)
def listed_companies() -> frozenset[str]:
    """The folded names of all firms in the lexicon."""
    gazetteer = load()
    return frozenset(
        name for name, ids in gazetteer.by_slug.items() if any(gazetteer.entries[id].entity.type == "Company" for id in ids)
    )


def _annotated(path: Path) -> Annotated:
    article = next(read(str(path)))
    if isinstance(article, Failure):
        raise article.error
    return Annotated(article, read_gold(path))
