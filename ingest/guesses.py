"""Component: guesses what two mentions of a sentence have to do with each other where no frame says, by a linear model over the words
between and around them, learnt from the development articles (benchmarks/train_guesses.py; docs/extraction.md, "Guesses")."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.ontology import EDGE_BY_TYPE, allows
from ingest.assertion import DENY, NO, NOBODY, UNTRUE, assertion
from ingest.given_up import UNDERTAKINGS, is_given_up
from ingest.grammar import FORBID, meeting
from ingest.guess_features import Sentence, features
from ingest.linear import BACK, LinearModel, load_model
from ingest.reading import Found, Relation, reading_of
from ingest.semicolons import apart
from ingest.withheld import is_question

WEIGHTS = Path(__file__).with_name("guesses.npz")
THRESHOLD = 0.65
"""Least probability of a guess: there precision in cross-validation is that of the frames on articles that they were not written for."""
TAKEN = ("SUPPLIES", "OPERATES", "SUBSIDIARY_OF", "DEPENDS_ON", "ACQUIRES")
"""Types of which a frame that finds one head for a tail in a sentence finds them all; another is guessed across clauses."""
ASIDE = frozenset(["unlike", "instead", "rather", "unable"])
DENYING = NO | NOBODY | UNTRUE | ASIDE
REACH = 40
"""Tokens between the two at most."""


class Guesses:
    """See the module; `model` is another than the shipped one, as cross-validation needs."""

    def __init__(self) -> None:
        self.model: LinearModel | None = None

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        if reading.given or not doc.has_annotation("DEP"):
            return doc
        model = self.model or load_model(WEIGHTS)
        related = {frozenset((one.head.entity, one.tail.entity)) for one in reading.relations}
        taken = {(one.type, one.tail.entity, doc[one.trigger].sent.start) for one in reading.relations if one.type in TAKEN}
        taken |= {("SUPPLIES", one.head.entity, doc[one.trigger].sent.start) for one in reading.relations if _is_of_a_sale(doc, one)}
        taken |= {("SUPPLIES", one.head.entity, doc[one.trigger].sent.start) for one in reading.relations if _bought_a_site(doc, one)}
        replaced = {one.tail.entity for one in reading.relations if one.type == "SUPERSEDES"}
        cut = apart(doc)
        seats = {one.tail.start: one.head.entity for one in reading.relations if one.pattern.startswith("seat.")}
        placed = {one.head.entity for one in reading.relations if one.type == "LOCATED_IN" and one.head.label == "Facility"}
        for sentence in (one for one in sentences(doc) if not _is_denied(one) and _is_stated(one)):
            for first, second in candidates(sentence):
                one, other = sentence.mentions[first], sentence.mentions[second]
                if frozenset((one.entity, other.entity)) not in related and not cut & set(range(one.end, other.start + 1)):
                    guessed = _guess(sentence, first, second, model)
                    fresh = [new for new in guessed if (new.type, new.tail.entity, sentence.start) not in taken]
                    fresh = [new for new in fresh if seats.get(new.tail.start, new.head.entity) == new.head.entity]
                    fresh = [new for new in fresh if new.type != "RESTRICTS" or new.head.entity not in replaced]
                    reading.relations += [new for new in fresh if new.type != "LOCATED_IN" or new.head.entity not in placed]
        return doc


@Language.factory("guesses")
def _guesses(nlp: Language, name: str) -> Guesses:
    return Guesses()


def sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences that hold several mentions."""
    grouped: dict[int, list[Found]] = defaultdict(list)
    labels = {i for part in reading_of(doc).parts if part.role == "label" for i in range(part.start, part.end)}
    for found in sorted(reading_of(doc).mentions, key=lambda one: (one.start, -one.end)):
        if found.entity and found.label and found.start not in labels:
            grouped[doc[found.start].sent.start].append(found)
    yield from (Sentence(doc, mentions) for mentions in grouped.values() if len(mentions) > 1)


def candidates(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Two mentions, by their numbers, between which the ontology has an edge either way."""
    for first, one in enumerate(sentence.mentions):
        for second in range(first + 1, len(sentence.mentions)):
            other = sentence.mentions[second]
            near = one.entity != other.entity and one.end <= other.start <= one.end + REACH
            if near and edges(one, other) and not (_reports(sentence.roots[first]) or _reports(sentence.roots[second])):
                yield first, second


def _is_of_a_sale(doc: Doc, relation: Relation) -> bool:
    """Whose buyer bought a firm or a part of it, and no goods: "sold 51 percent of Altera to Silver Lake"."""
    return relation.type in ("OWNS", "ACQUIRES") and doc[relation.trigger].lemma_ in ("sell", "transfer", "divest")


def _bought_a_site(doc: Doc, relation: Relation) -> bool:
    """ "Bought a factory in Swindon from Brackley": the seller supplied nothing."""
    return relation.type == "OWNS" and relation.tail.label == "Facility" and doc[relation.trigger].lemma_ in ("buy", "acquire", "purchase")


def _reports(root: Token) -> bool:
    """ "…, Bloomberg reported": who reports is no party."""
    return root.dep_ == "nsubj" and root.head.lemma_ == "report"


def _guess(sentence: Sentence, first: int, second: int, model: LinearModel) -> Iterator[Relation]:
    one, other = sentence.mentions[first], sentence.mentions[second]
    possible = edges(one, other)
    chances = model.probabilities(features(sentence, first, second))
    best = int(np.argmax(np.where(_mask(model.labels, possible), chances, 0)))
    if chances[best] < THRESHOLD or model.labels[best] not in possible:
        return
    head, tail = (other, one) if model.labels[best].endswith(BACK) else (one, other)
    trigger = meeting(sentence.roots[first], sentence.roots[second]) or sentence.roots[second]
    said = assertion(trigger)
    type = model.labels[best].removesuffix(BACK)
    yield Relation(type, head, tail, f"guess.{type}", trigger.i, modality=said.modality, attribution=said.attribution, alleged=said.alleged)


def edges(one: Found, other: Found) -> frozenset[str]:
    """The labels that the ontology allows between them: types of relation, with BACK those from the second to the first.

    Where a firm sits is not guessed of a word that stands for it, nor of the place in another's "Dutch toolmaker"."""
    return _edges(one.label or "", other.label or "", one.kind == "pronoun", other.kind == "pronoun")


@cache
def _edges(one: str, other: str, one_stands_for_it: bool, other_stands_for_it: bool) -> frozenset[str]:
    forward, backward = _allowed(one, other), _allowed(other, one)
    seatless = {"LOCATED_IN" + back for pronoun, back in ((one_stands_for_it, ""), (other_stands_for_it, BACK)) if pronoun}
    undirected = {type for type in backward if not EDGE_BY_TYPE[type].directed}
    return frozenset(forward | {type + BACK for type in backward - undirected}) - seatless


@cache
def _mask(labels: tuple[str, ...], possible: frozenset[str]) -> NDArray[np.bool_]:
    return np.array([label in possible for label in labels])


@cache
def _allowed(source: str, target: str) -> frozenset[str]:
    return frozenset(type for type in EDGE_BY_TYPE if allows(type, source, target))


def _is_stated(sentence: Sentence) -> bool:
    """Whether it is no question, and neither what ought to have been done nor what may not be."""
    words = sentence.doc[sentence.start : sentence.end]
    lower = [token.lower_ for token in words]
    barred = any(token.lemma_ in FORBID and "from" in lower[number + 1 : number + 4] for number, token in enumerate(words))
    return not is_question(words) and ("should", "have") not in zip(lower, lower[1:], strict=False) and not barred


def _is_denied(sentence: Sentence) -> bool:
    """Whether anything in the sentence is denied: of what else it says the model cannot tell whether it is."""
    words = list(sentence.doc[sentence.start : sentence.end])
    lemmas = {token.lemma_.lower() for token in words}
    if not DENY.isdisjoint(lemmas) or any(token.dep_ == "neg" or token.lower_ in DENYING for token in words):
        return True
    return not UNDERTAKINGS.isdisjoint(lemmas) and any(is_given_up(token) for token in words)
