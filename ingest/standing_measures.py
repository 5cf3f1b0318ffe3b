"""Words that stand for a measure that has no name of its own: "it", "the rule", "the curbs" after "Washington's new export rule".

Measures are found when pronouns are read already (ingest/phrases.py), so that these words are looked at once more."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.measures import MEASURES
from ingest.reading import Found, mention_at, reading_of

SUBJECTS = ("nsubj", "nsubjpass")
GENERAL = frozenset(["measure", "measures", "move", "step"])
"""Nouns that any measure may be called by."""


def stand_for_measures(doc: Doc) -> None:
    """Add to the mentions the words that stand for a measure said before."""
    reading = reading_of(doc)
    measures = [one for one in reading.mentions if one.label == "Policy" and one.source == "phrase" and one.entity]
    if not measures or reading.given:
        return
    taken = {id(one) for one in measures}
    for token, measure in [*_nouns(doc, measures), *_pronouns(doc, measures)]:
        before = mention_at(doc, token.i)
        if before is not None and id(before) not in taken and before.kind != "name":
            reading.mentions = [one for one in reading.mentions if one is not before]
        kind = "pronoun" if token.pos_ == "PRON" else "nominal"
        reading.mentions.append(Found(token.i, token.i + 1, "Policy", "coreference", measure.entity, kind, measure.name))  # type: ignore[arg-type]
    reading.mentions.sort(key=_place)


def _place(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _nouns(doc: Doc, measures: list[Found]) -> Iterator[tuple[Token, Found]]:
    """Definite nouns without more about them, and the last measure before that bears the same noun."""
    for token in doc:
        known = token.lower_ in MEASURES or token.lower_ in GENERAL
        if not known or token.pos_ != "NOUN" or mention_at(doc, token.i) is not None or token.dep_ == "compound":
            continue
        definite = any(child.lower_ in ("the", "this", "these", "those", "that") and child.dep_ == "det" for child in token.children)
        narrowed = any(child.dep_ in ("prep", "acl", "amod", "compound", "poss") for child in token.children)
        said = [one for one in measures if one.end <= token.i and (token.lower_ in GENERAL or _same(doc[one.end - 1], token))]
        if definite and not narrowed and said:
            yield token, said[-1]


def _same(one: Token, other: Token) -> bool:
    return one.lemma_.lower() == other.lemma_.lower()


def _pronouns(doc: Doc, measures: list[Found]) -> Iterator[tuple[Token, Found]]:
    """ "It" as the subject of a sentence whose neighbour before has the measure as its subject."""
    for token in doc:
        if token.lower_ not in ("it", "they") or token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT" or not token.sent.start:
            continue
        before = doc[token.sent.start - 1].sent
        subjects = [child for child in before.root.children if child.dep_ in SUBJECTS]
        said = [one for one in measures for child in subjects if one.covers(child.i)]
        other = mention_at(doc, token.i)
        if said and (other is None or other.label != "Policy"):
            yield token, said[0]
