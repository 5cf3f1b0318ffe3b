"""Learns ingest/pairs.npz: which relation two given spans stand in, from CORE and FIRE (CC BY 4.0; docs/data.md).

`python -m benchmarks.train_pairs` cross-validates rules and guesses together, no model having seen the texts it is asked
about, and writes the weights; with `--check` it writes nothing. Needs no package that the product does not need."""

import hashlib
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.linear import Pair, learn, write
from ingest.given import read_given, relate
from ingest.linear import BACK, NONE
from ingest.nlp import build_nlp
from ingest.pair_features import features
from ingest.pairs import WEIGHTS, pairs
from ingest.reading import reading_of
from ingest.spans import GivenText

FILES = {
    "core_train.jsonl": ("SUPPLIES", "OWNS", "SUBSIDIARY_OF", "ACQUIRES", "MANUFACTURES", "PARTNERS_WITH", "COMPETES_WITH"),
    "fire_dev.jsonl": ("LOCATED_IN", "MANUFACTURES", "SUBSIDIARY_OF", "ACQUIRES", "WORKS_FOR"),
}
"""The types that each set judges; whatever else it marks, and a pair that it does not mark, is NONE."""
UNDIRECTED = ("PARTNERS_WITH", "COMPETES_WITH")
PENALTY = 1e-4
FOLDS = 5


@dataclass(frozen=True)
class Text:
    """A line of a set and what the set says of its spans."""

    set: str
    given: GivenText
    gold: dict[tuple[str, str], str]

    @property
    def fold(self) -> int:
        """The part that it is held out with."""
        return int(hashlib.sha256(self.given.text.encode()).hexdigest(), 16) % FOLDS


def main() -> int:
    """Cross-validates, then learns from everything."""
    folder = Path(os.environ.get("LITHOGRAPH_DATA", "../shared")) / "datasets" / "relations"
    missing = [name for name in FILES if not (folder / name).exists()]
    if missing:
        sys.stderr.write(f"no {', '.join(missing)} in {folder}; set LITHOGRAPH_DATA\n")
        return 1
    nlp = build_nlp()
    texts = [text for name in FILES for text in read_set(folder / name)]
    docs = [doc for _, doc in read_given(nlp, (text.given for text in texts), guess=None)]
    labelled = [list(pairs_of(text, doc)) for text, doc in zip(texts, docs, strict=True)]
    _print(texts, cross_validated(nlp, texts, labelled))
    if "--check" not in sys.argv:
        write(learn([pair for its in labelled for pair in its], penalty=PENALTY), WEIGHTS)
    return 0


def read_set(path: Path) -> Iterator[Text]:
    """The texts of one file."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Text(path.name, GivenText.model_validate(row), _gold(row, FILES[path.name]))


def _gold(row: dict[str, Any], types: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """(first, second) -> label, for either order in which the two may stand."""
    gold = {}
    for one in row["relations"]:
        if one["type"] in types:
            gold[str(one["head"]), str(one["tail"])] = one["type"]
            gold[str(one["tail"]), str(one["head"])] = one["type"] if one["type"] in UNDIRECTED else one["type"] + BACK
    return gold


def pairs_of(text: Text, doc: Doc) -> Iterator[Pair]:
    """Every two spans of the text, with what the set says of them."""
    spans = [found for found in reading_of(doc).mentions if found.source == "given" and found.labels]
    ids = {f"given:{number}": str(span.id) for number, span in enumerate(text.given.entities)}
    for number, first in enumerate(spans):
        for second in spans[number + 1 :]:
            if first.end <= second.start:
                yield tuple(features(doc, first, second, spans)), text.gold.get((ids[first.entity], ids[second.entity]), NONE)


def cross_validated(nlp: Language, texts: list[Text], labelled: list[list[Pair]]) -> Iterator[tuple[Text, dict[str, Any]]]:
    """What is related in each text, with a model that has not seen it."""
    for fold in range(FOLDS):
        model = learn([pair for text, its in zip(texts, labelled, strict=True) if text.fold != fold for pair in its], penalty=PENALTY)
        held_out = [text for text in texts if text.fold == fold]
        yield from zip(held_out, relate(nlp, (one.given for one in held_out), guess=partial(pairs, model=model)), strict=True)


def _print(texts: list[Text], related: Iterator[tuple[Text, dict[str, Any]]]) -> None:
    """Wanted, found, precision, recall and F1 by set and type."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        for label in {frozenset(ends): label for ends, label in text.gold.items()}.values():
            _count(counts, text.set, label.removesuffix(BACK), "wanted")
    for text, done in related:
        for one in done["relations"]:
            if one["type"] in FILES[text.set] and one["polarity"] == "affirmed":
                _count(counts, text.set, one["type"], "found")
                if text.gold.get((str(one["head_id"]), str(one["tail_id"]))) == one["type"]:
                    _count(counts, text.set, one["type"], "right")
    sys.stdout.write(f"{'set':18}{'type':16}{'wanted':>8}{'found':>8}{'precision':>11}{'recall':>9}{'F1':>7}\n")
    for name, types in FILES.items():
        for type in (*types, "all"):
            wanted, found, right = (counts[name, type][what] for what in ("wanted", "found", "right"))
            figures = f"{right / max(found, 1):11.2f}{right / max(wanted, 1):9.2f}{2 * right / max(found + wanted, 1):7.2f}"
            sys.stdout.write(f"{name:18}{type:16}{wanted:8}{found:8}{figures}\n")


def _count(counts: dict[tuple[str, str], Counter[str]], name: str, type: str, what: str) -> None:
    counts[name, type][what] += 1
    counts[name, "all"][what] += 1


if __name__ == "__main__":
    sys.exit(main())
