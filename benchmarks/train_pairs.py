"""Learns ingest/pairs.npz: which relation two given spans stand in, from CORE and FIRE (CC BY 4.0; docs/data.md).

`python -m benchmarks.train_pairs` prints cross-validated figures, grouped by text, and writes the weights; with `--check` it
writes nothing. Needs no package that the product does not need."""

import hashlib
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from benchmarks.logistic import Array, fit, lay_out
from ingest.given import GivenText, read_given
from ingest.nlp import build_nlp
from ingest.pairs import BACK, NONE, THRESHOLD, WEIGHTS, PairModel, features
from ingest.reading import Found, reading_of

FILES = {
    "core_train.jsonl": ("SUPPLIES", "OWNS", "SUBSIDIARY_OF", "ACQUIRES", "MANUFACTURES", "PARTNERS_WITH", "COMPETES_WITH"),
    "fire_dev.jsonl": ("LOCATED_IN", "MANUFACTURES", "SUBSIDIARY_OF", "ACQUIRES", "WORKS_FOR"),
}
"""The types that each set judges; whatever else it marks, and a pair that it does not mark, is NONE."""
UNDIRECTED = ("PARTNERS_WITH", "COMPETES_WITH")
PENALTY = 1e-4
LEAST = 2
"""Pairs in which a feature must be met."""
FOLDS = 5
LEVELS = 127


@dataclass(frozen=True)
class Pair:
    """Two spans in the order of their text."""

    set: str
    text: str
    features: tuple[str, ...]
    label: str


def main() -> int:
    """Cross-validates, then learns from everything."""
    folder = Path(os.environ.get("LITHOGRAPH_DATA", "../shared")) / "datasets" / "relations"
    missing = [name for name in FILES if not (folder / name).exists()]
    if missing:
        sys.stderr.write(f"no {', '.join(missing)} in {folder}; set LITHOGRAPH_DATA\n")
        return 1
    found = list(labelled(build_nlp(), folder))
    _print(found, cross_validated(found))
    if "--check" not in sys.argv:
        write(learn(found))
    return 0


def labelled(nlp: Language, folder: Path) -> Iterator[Pair]:
    """Every two spans of every text, with what the sets say of them."""
    for name, types in FILES.items():
        with (folder / name).open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        texts = [GivenText.model_validate(row) for row in rows]
        for row, (text, doc) in zip(rows, read_given(nlp, texts), strict=True):
            gold = _gold(row, types)
            spans = [found for found in reading_of(doc).mentions if found.source == "given" and found.labels]
            for number, first in enumerate(spans):
                for second in spans[number + 1 :]:
                    if first.end <= second.start:
                        seen = tuple(features(doc, first, second, spans))
                        yield Pair(name, text.text, seen, gold.get((_id(text, first), _id(text, second)), NONE))


def _id(text: GivenText, found: Found) -> str:
    return str(text.entities[int(found.entity.partition(":")[2])].id)


def _gold(row: dict[str, Any], types: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """(first, second) -> label, for either order in which the two may stand."""
    gold = {}
    for one in row["relations"]:
        if one["type"] in types:
            gold[str(one["head"]), str(one["tail"])] = one["type"]
            gold[str(one["tail"]), str(one["head"])] = one["type"] if one["type"] in UNDIRECTED else one["type"] + BACK
    return gold


def learn(pairs: list[Pair]) -> PairModel:
    """The model of `pairs`."""
    counts = Counter(name for pair in pairs for name in pair.features)
    index = {name: number for number, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST))}
    labels = tuple(sorted({pair.label for pair in pairs}))
    rows = lay_out([[index[name] for name in pair.features if name in index] for pair in pairs], len(index))
    wanted: NDArray[np.int64] = np.array([labels.index(pair.label) for pair in pairs])
    return PairModel(labels, index, fit(rows, wanted, len(labels), penalty=PENALTY))


def cross_validated(pairs: list[Pair]) -> list[tuple[str, float]]:
    """The likeliest relation of each pair and its probability, by a model that has not seen its text."""
    folds = [int(hashlib.sha256(pair.text.encode()).hexdigest(), 16) % FOLDS for pair in pairs]
    guesses: list[tuple[str, float]] = [(NONE, 0.0)] * len(pairs)
    for fold in range(FOLDS):
        model = learn([pair for pair, one in zip(pairs, folds, strict=True) if one != fold])
        for number, pair in enumerate(pairs):
            if folds[number] == fold:
                guesses[number] = guess(model, pair)
    return guesses


def guess(model: PairModel, pair: Pair) -> tuple[str, float]:
    """The likeliest label that is a relation."""
    chances = np.where(np.array(model.labels) == NONE, 0, model.probabilities(list(pair.features)))
    best = int(np.argmax(chances))
    return model.labels[best], float(chances[best])


def write(model: PairModel) -> None:
    """The weights in 8 bits each, without the features that say next to nothing."""
    step = float(np.abs(model.weights).max()) / LEVELS
    small: Array = np.round(model.weights / step)
    kept = [name for name, number in model.index.items() if np.abs(small[number]).max() >= 1]
    rows = small[[model.index[name] for name in kept]].astype(np.int8)
    text = [np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8) for names in (kept, model.labels)]
    np.savez_compressed(WEIGHTS, features=text[0], labels=text[1], weights=rows, step=np.float32(step))


def _print(pairs: list[Pair], guesses: list[tuple[str, float]]) -> None:
    sys.stdout.write(f"{'set':18}{'type':16}{'wanted':>8}{'found':>8}{'precision':>11}{'recall':>9}{'F1':>7}\n")
    for name in FILES:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for pair, (label, chance) in zip(pairs, guesses, strict=True):
            if pair.set != name:
                continue
            for type in ("all", pair.label.removesuffix(BACK)):
                counts[type]["wanted"] += pair.label != NONE
            for type in ("all", label.removesuffix(BACK)) if chance >= THRESHOLD else ():
                counts[type]["found"] += 1
                counts[type]["right"] += label == pair.label
        for type in (*FILES[name], "all"):
            wanted, found, right = (counts[type][what] for what in ("wanted", "found", "right"))
            precision, recall = right / max(found, 1), right / max(wanted, 1)
            f1 = 2 * right / max(found + wanted, 1)
            sys.stdout.write(f"{name:18}{type:16}{wanted:8}{found:8}{precision:11.2f}{recall:9.2f}{f1:7.2f}\n")


if __name__ == "__main__":
    sys.exit(main())
