"""Guesses what two given spans have to do with each other where neither frames nor word patterns say: a linear model over the
words between and around them, learnt by benchmarks/train_pairs.py from CORE and FIRE (docs/extraction.md, "Pairs").

For spans given from outside alone; numpy only, the same weights give the same answer."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from ingest.assertion import assertion
from ingest.grammar import meeting
from ingest.linear import BACK, NONE, LinearModel, load_model
from ingest.pair_features import features
from ingest.reading import Found, Relation, reading_of
from ingest.structure import may_relate

WEIGHTS = Path(__file__).with_name("pairs.npz")
THRESHOLD = 0.5
"""Least probability of a guess: there the precision of all in cross-validation is above .75."""
THRESHOLDS = {"OWNS": 0.35, "COMPETES_WITH": 0.35}
"""Of the types whose probabilities cross-validation finds too low."""
REACH = 120
"""Tokens between the two at most."""


def pairs(doc: Doc, model: LinearModel | None = None) -> Iterator[Relation]:
    """The likeliest relation of every two given spans, where it is likely enough; `model` is another than the shipped one."""
    model = model or load_model(WEIGHTS)
    spans = [found for found in reading_of(doc).mentions if found.source == "given" and found.labels]
    for number, first in enumerate(spans):
        for second in spans[number + 1 :]:
            if first.end <= second.start <= first.end + REACH:
                yield from _guess(doc, first, second, spans, model)


def _guess(doc: Doc, first: Found, second: Found, spans: list[Found], model: LinearModel) -> Iterator[Relation]:
    chances = model.probabilities(features(doc, first, second, spans))
    best = int(np.argmax(np.where(np.array(model.labels) == NONE, 0, chances)))
    label = model.labels[best]
    head, tail = (second, first) if label.endswith(BACK) else (first, second)
    type = label.removesuffix(BACK)
    if chances[best] >= THRESHOLDS.get(type, THRESHOLD) and may_relate(type, head, tail):
        trigger = meeting(doc[first.start : first.end].root, doc[second.start : second.end].root) or doc[second.start]
        said = assertion(trigger)
        chance = round(float(chances[best]), 4)
        yield Relation(type, head, tail, f"pair.{type}", trigger.i, polarity=said.polarity, modality=said.modality, chance=chance)
