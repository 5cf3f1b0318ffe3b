"""Guesses what two given spans have to do with each other where neither frames nor word patterns say: a linear model over the
words between and around them, learnt by benchmarks/train_pairs.py from CORE and FIRE (docs/extraction.md, "Pairs").

For spans given from outside alone; numpy only, the same weights give the same answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.frames import load_frames
from ingest.grammar import meeting
from ingest.reading import Found, Relation, reading_of
from ingest.structure import may_relate

WEIGHTS = Path(__file__).with_name("pairs.npz")
THRESHOLD = 0.5
"""Least probability of a guess: there the precision of all in cross-validation is above .75."""
THRESHOLDS = {"OWNS": 0.35, "COMPETES_WITH": 0.35}
"""Of the types whose probabilities cross-validation finds too low."""
REACH = 120
"""Tokens between the two at most."""
NONE = "NONE"
BACK = "<"
"""Ends a label whose source is the second of the two in the text."""
WINDOW = 5
_LENGTHS = (0, 1, 3, 7, 15)


@dataclass(frozen=True)
class PairModel:
    """Weights of each feature for each label: a type of relation, in the order of the text or, with BACK, against it."""

    labels: tuple[str, ...]
    index: dict[str, int]
    weights: NDArray[np.float32]

    def probabilities(self, features: list[str]) -> NDArray[np.float64]:
        """Of each label, given the features of a pair."""
        known = [self.index[one] for one in features if one in self.index]
        scores = self.weights[known].sum(axis=0, dtype=np.float64) * scale(len(known))
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum())


def scale(features: int) -> float:
    """What each of a pair's features counts, so that long sentences are no surer than short ones."""
    return float(4 / np.sqrt(max(features, 1)))


@lru_cache(maxsize=1)
def load_model() -> PairModel:
    """The shipped weights."""
    with np.load(WEIGHTS) as data:
        names = bytes(data["features"]).decode("utf-8").split("\n")
        labels = tuple(bytes(data["labels"]).decode("utf-8").split("\n"))
        weights = data["weights"].astype(np.float32) * np.float32(data["step"])
    return PairModel(labels, {name: number for number, name in enumerate(names)}, weights)


def pairs(doc: Doc, model: PairModel | None = None) -> Iterator[Relation]:
    """The likeliest relation of every two given spans, where it is likely enough; `model` is another than the shipped one."""
    model = model or load_model()
    spans = [found for found in reading_of(doc).mentions if found.source == "given" and found.labels]
    for number, first in enumerate(spans):
        for second in spans[number + 1 :]:
            if first.end <= second.start <= first.end + REACH:
                yield from _guess(doc, first, second, spans, model)


def _guess(doc: Doc, first: Found, second: Found, spans: list[Found], model: PairModel) -> Iterator[Relation]:
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


def features(doc: Doc, first: Found, second: Found, spans: list[Found]) -> list[str]:
    """What the model sees of two spans: their form, the words between and around them, their way through the parse."""
    others = {position for found in spans if found is not first and found is not second for position in range(found.start, found.end)}
    seen = {"bias", f"ab={_form(doc, first)}{_entity(doc, first)}-{_form(doc, second)}{_entity(doc, second)}"}
    for name, found in (("a", first), ("b", second)):
        seen.update(f"{name}.{feature}" for feature in _end(doc, found, others))
    seen.update(_between(doc, first, second, others), _around(doc, first, second, others), _way(doc, first, second, others))
    return sorted(seen)


def _form(doc: Doc, found: Found) -> str:
    span = doc[found.start : found.end]
    return "pronoun" if span.root.pos_ == "PRON" else "name" if any(token.pos_ == "PROPN" for token in span) else "noun"


def _entity(doc: Doc, found: Found) -> str:
    """What the statistical model takes most of the span for."""
    kinds = sorted(token.ent_type_ for token in doc[found.start : found.end] if token.ent_type_)
    return max(kinds, key=kinds.count) if kinds else "-"


def _end(doc: Doc, found: Found, others: set[int]) -> Iterator[str]:
    """One of the two: its form, its head word unless that is a name, what hangs on it and what it hangs on."""
    root = doc[found.start : found.end].root
    yield from (f"form={_form(doc, found)}", f"entity={_entity(doc, found)}", f"dep={root.dep_}")
    if root.pos_ != "PROPN":
        yield f"root={root.lemma_.lower()}"
    if found.start and doc[found.start - 1].pos_ in ("DET", "PRON"):
        yield f"det={doc[found.start - 1].lower_}"
    for child in root.children:
        if child.dep_ in ("appos", "amod", "acl", "compound", "poss", "prep", "relcl") and not found.covers(child.i):
            yield f"child={child.dep_}:{_word(child, others)}"
    if not found.covers(root.head.i):
        yield f"head={root.dep_}:{_word(root.head, others)}"


def _word(token: Token, others: set[int]) -> str:
    """The word without what is peculiar to one text: names by their kind, numbers by their being one."""
    if token.i in others:
        return "<span>"
    if token.like_num:
        return "<number>"
    if token.pos_ == "PROPN" and token.ent_type_:
        return f"<{token.ent_type_}>"
    return token.lower_ if token.pos_ == "PRON" else token.lemma_.lower()


def _words(tokens: list[Token], others: set[int]) -> list[str]:
    """The words, a name of several as one."""
    found = [_word(token, others) for token in tokens]
    return [word for number, word in enumerate(found) if not (word.startswith("<") and number and word == found[number - 1])]


def _between(doc: Doc, first: Found, second: Found, others: set[int]) -> Iterator[str]:
    tokens = list(doc[first.end : second.start])
    words = _words(tokens, others)
    yield f"length={sum(len(words) > limit for limit in _LENGTHS)}"
    yield from (f"m={word}" for word in words)
    yield from (f"m2={one} {two}" for one, two in pairwise(words))
    yield from (f"kind={type}" for token in tokens for type in _kinds().get(token.lemma_.lower(), ()))
    if words:
        yield from (f"m.first={' '.join(words[:2])}", f"m.last={' '.join(words[-2:])}", f"m.first={words[0]}", f"m.last={words[-1]}")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    """Lemma -> the types that the frames know it for."""
    pairs = sorted({(lemma, frame.type) for frame in load_frames() for lemma in frame.lemmas})
    return {lemma: tuple(type for other, type in pairs if other == lemma) for lemma, _ in pairs}


def _around(doc: Doc, first: Found, second: Found, others: set[int]) -> Iterator[str]:
    """The words before the first and after the second, and the content words of their sentences wherever they stand."""
    before = _words(list(doc[max(0, first.start - WINDOW) : first.start]), others)
    after = _words(list(doc[second.end : second.end + WINDOW]), others)
    yield from (f"p={word}" for word in before)
    yield from (f"s={word}" for word in after)
    yield f"p.last={' '.join(['^', '^', *before][-2:])}"
    yield f"s.first={' '.join([*after, '$', '$'][:2])}"
    yield from (f"p.last={word}" for word in before[-1:])
    yield from (f"s.first={word}" for word in after[:1])
    for sentence in {doc[first.start].sent.start: doc[first.start].sent, doc[second.start].sent.start: doc[second.start].sent}.values():
        for token in sentence:
            if token.pos_ in ("VERB", "NOUN", "ADJ") and not first.covers(token.i) and not second.covers(token.i):
                yield f"bag={token.lemma_.lower()}"


def _way(doc: Doc, first: Found, second: Found, others: set[int]) -> Iterator[str]:
    """The words on the way through the parse from one to the other."""
    start, goal = doc[first.start : first.end].root, doc[second.start : second.end].root
    top = meeting(start, goal)
    if top is None:
        yield "way=none"
        return
    up, down = _steps(start, top), _steps(goal, top)
    yield f"way={'>'.join(one.dep_ for one in up)}|{'<'.join(one.dep_ for one in reversed(down))}"
    passed = [one for one in (*up[1:], top, *reversed(down[1:])) if not first.covers(one.i) and not second.covers(one.i)]
    words = [_word(one, others) for one in passed]
    yield from (f"w={word}" for word in words)
    yield from (f"trigger={one.lemma_.lower()} {one.tag_}" for one in passed if one.pos_ in ("VERB", "NOUN"))
    if len(words) < WINDOW + 1:
        yield f"w.all={' '.join(words)}"
    yield f"w.first={'>'.join(one.dep_ for one in up[:2])} {words[0] if words else ''}"
    yield f"w.last={'>'.join(one.dep_ for one in down[:2])} {words[-1] if words else ''}"
    yield f"w.top={_word(top, others)} {up[-1].dep_ if up else ''} {down[-1].dep_ if down else ''}"


def _steps(token: Token, top: Token) -> list[Token]:
    """The words from `token` up to, but without, `top`."""
    steps = []
    while token.i != top.i:
        steps.append(token)
        token = token.head
    return steps
