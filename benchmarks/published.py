"""Published sets of sentences whose spans are given (docs/data.md): what is related, against what the set says.

CORE judges one pair a sentence, so that what is returned for it is right or wrong. FIRE judges every pair of its spans.
KnowledgeNet marks some facts and is silent about others: it tells a recall alone."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks.scoring import Prediction
from ingest.compare import Tally
from ingest.compare.relations import UNDIRECTED
from ingest.given import relate
from ingest.pairs import pairs
from ingest.spans import GivenText


@dataclass(frozen=True, slots=True)
class Published:
    """A set: its file and the edge types that it judges."""

    name: str
    file: str
    types: tuple[str, ...]
    every_pair: bool = False
    """Whether a pair that it does not list is unrelated; else it says nothing of it."""
    recall_alone: bool = False
    learnt_from: bool = False
    """Whether ingest/pairs.npz was learnt from it: it is then related without those guesses (benchmarks/train_pairs.py
    cross-validates them)."""


SETS = (
    Published(
        "CORE",
        "core_train.jsonl",
        tuple("SUPPLIES OWNS SUBSIDIARY_OF ACQUIRES MANUFACTURES PARTNERS_WITH COMPETES_WITH".split()),
        learnt_from=True,
    ),
    Published(
        "FIRE",
        "fire_dev.jsonl",
        tuple("SUBSIDIARY_OF ACQUIRES MANUFACTURES LOCATED_IN WORKS_FOR".split()),
        every_pair=True,
        learnt_from=True,
    ),
    Published("KnowledgeNet", "knowledgenet_dev.jsonl", ("SUBSIDIARY_OF", "LOCATED_IN", "WORKS_FOR"), recall_alone=True),
)
Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Related:
    """What became of a set: by type, and every judged relation with its pattern."""

    tallies: dict[str, Tally]
    predictions: tuple[Prediction, ...]


def folder() -> Path:
    """Where the sets lie."""
    return Path(os.environ.get("LITHOGRAPH_DATA", "../shared")) / "datasets" / "relations"


def is_there(published: Published) -> bool:
    """Whether its file is."""
    return (folder() / published.file).is_file()


def related(published: Published, nlp: Language) -> Related:
    """Relates the spans of every sentence of the set and counts."""
    rows = _rows(folder() / published.file)
    correct, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    predictions: list[Prediction] = []
    texts = [GivenText.model_validate(row) for row in rows]
    guess = None if published.learnt_from else pairs
    for row, done in zip(rows, relate(nlp, texts, guess=guess), strict=True):
        gold = {_triple(one["type"], one["head"], one["tail"]) for one in row["relations"]}
        wanted.update(type for type, _, _ in gold if type in published.types)
        for triple, pattern in judged(done, gold, published):
            found[triple[0]] += 1
            correct[triple[0]] += triple in gold
            predictions.append(Prediction(published.name, pattern, triple[0], triple in gold))
    return Related({type: Tally(correct[type], found[type], wanted[type]) for type in published.types}, tuple(predictions))


def judged(done: dict[str, Any], gold: set[Triple], published: Published) -> Iterator[tuple[Triple, str]]:
    """What was related, as far as the set says anything of it."""
    pairs = {frozenset(one[1:]) for one in gold}
    for one in done["relations"]:
        triple = _triple(one["type"], one["head_id"], one["tail_id"])
        if one["type"] in published.types and one["polarity"] == "affirmed" and (published.every_pair or frozenset(triple[1:]) in pairs):
            yield triple, one["pattern"]


def _triple(type: str, head: Any, tail: Any) -> Triple:
    first, second = sorted((str(head), str(tail))) if type in UNDIRECTED else (str(head), str(tail))
    return type, first, second


@lru_cache(maxsize=len(SETS))
def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
