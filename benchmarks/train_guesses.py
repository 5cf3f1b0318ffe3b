"""Learns ingest/guesses.npz: what two mentions of a sentence have to do with each other, from the development articles.

`python -m benchmarks.train_guesses` writes the weights; two runs give the same file. `make eval` judges every development article
by weights that have not seen it."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.language import Language

from benchmarks.gold import annotated
from benchmarks.linear import Pair, learn, write
from ingest.compare.arguments import Arguments
from ingest.compare.document import Document, Span, document, overlap
from ingest.compare.gold import Annotated
from ingest.compare.relations import UNDIRECTED
from ingest.exchange import exchange
from ingest.extract import RulesExtractor
from ingest.guess_features import Sentence, features
from ingest.guesses import WEIGHTS, candidates, sentences
from ingest.linear import BACK, NONE, LinearModel
from ingest.nlp import build_nlp
from ingest.reading import raw_of, reading_of

PENALTY = 3e-4
FOLDS = 6


def main() -> int:
    """Learns from everything and writes the weights."""
    write(learn(labelled(annotated("dev"), pipeline()), penalty=PENALTY), WEIGHTS)
    return 0


def fold(doc_id: str) -> int:
    """The part of the articles that one is held out with."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % FOLDS


@lru_cache(maxsize=1)
def models() -> tuple[LinearModel, ...]:
    """For each fold of the development articles the model that has not seen it."""
    nlp = pipeline()
    pairs = [(fold(one.gold.doc_id), labelled([one], nlp)) for one in annotated("dev")]
    return tuple(learn([pair for held, its in pairs if held != number for pair in its], penalty=PENALTY) for number in range(FOLDS))


def pipeline() -> Language:
    """The pipeline without the guesses."""
    nlp = build_nlp()
    nlp.disable_pipe("guesses")
    return nlp


def labelled(articles: Sequence[Annotated], nlp: Language) -> list[Pair]:
    """Every two mentions of ours, with what the gold says of them in their sentence."""
    extractor = RulesExtractor(nlp)
    found: list[Pair] = []
    for article, gold in articles:
        arguments = Arguments(document(exchange(extractor.extract(article))), gold)
        found += [pair for doc in extractor.read(article) for one in sentences(doc) for pair in _pairs(one, arguments, gold)]
    return found


def _pairs(sentence: Sentence, arguments: Arguments, gold: Document) -> Iterator[Pair]:
    doc, reading = sentence.doc, reading_of(sentence.doc)
    span = reading.raw_span(doc[sentence.start].idx, doc[sentence.end - 1].idx + len(doc[sentence.end - 1]))
    ends = [arguments.candidates(raw_of(doc, one)) for one in sentence.mentions]
    for first, second in candidates(sentence):
        yield tuple(features(sentence, first, second)), _label(ends[first], ends[second], span, arguments, gold)


def _label(one: tuple[str, ...], other: tuple[str, ...], span: Span, arguments: Arguments, gold: Document) -> str:
    """The type that the gold states between them in this sentence, the first by name."""
    said = []
    for fact in gold.facts:
        if overlap(fact.evidence, span):
            head, tail = arguments.of_gold(fact.head), arguments.of_gold(fact.tail)
            said += [fact.type] if head in one and tail in other else []
            said += [fact.type + ("" if fact.type in UNDIRECTED else BACK)] if head in other and tail in one else []
    return min(said, default=NONE)


if __name__ == "__main__":
    sys.exit(main())
