"""Subjects that the parser hangs on the phrase that opens the sentence: "According to BIS, Larkin and Odessa have …"."""

from spacy.tokens import Token

from ingest.grammar.tree import SUBJECTS

FINITE = frozenset(["VBZ", "VBD", "VBP", "MD"])


def lost_subjects(verb: Token) -> list[Token]:
    """What stands between the opening phrase's comma and a verb that has no subject: a noun, or the one of a "whose"."""
    helping = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    first = min([verb, *helping], key=_place)
    if first.tag_ not in FINITE or any(child.dep_ in (*SUBJECTS, "nsubjpass", "expl") for child in verb.children):
        return []
    opening = next((child for child in verb.lefts if child.dep_ in ("prep", "advcl") and child.left_edge.is_sent_start), None)
    if opening is None or opening.right_edge.i >= first.i:
        return []
    words = verb.doc[opening.left_edge.i : first.i]
    whose = [token.head for token in words if token.lower_ == "whose" and token.head.pos_ == "NOUN"]
    if whose:  # "For Inverlay, whose rival, Oxenby, obtains"
        return whose[:1]
    commas = [token.i for token in words if token.text == ","]
    if not commas:
        return []
    if commas[-1] == first.i - 1:  # "After a year of talks Larkin, a maker of lasers, has": the noun before the apposition
        return _bearer(verb, opening, commas)
    stretch = range(commas[-1] + 1, first.i)
    return [token for token in words if token.i in stretch and token.head.i not in stretch and token.pos_ in ("NOUN", "PROPN")][:1]


def _bearer(verb: Token, opening: Token, commas: list[int]) -> list[Token]:
    """The name that the apposition between the two last commas belongs to."""
    if len(commas) < 2:
        return []
    before = verb.doc[commas[-2] - 1]
    apposed = any(child.dep_ == "appos" and commas[-2] < child.i < commas[-1] for child in before.children)
    return [before] if apposed and before.pos_ == "PROPN" and before.i > opening.i else []


def _place(token: Token) -> int:
    return token.i
