"""Money put into a firm that the words before name: "Velluna closed a round led by Aurum. Larkin put in $9 million"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.conditions import is_money
from ingest.denotation import mentions_of
from ingest.grammar import fillers
from ingest.reading import Found, Relation

GIVING = frozenset("put chip kick contribute add pitch throw".split())
INVESTORS = ("Company", "Person")


def contributions(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """INVESTS_IN relations of who "put in" an amount and does not say where: the firm last said to have got money."""
    for token in doc:
        if token.lemma_.lower() not in GIVING or token.pos_ != "VERB" or not _puts_in(token):
            continue
        firm = _firm(doc, token, known)
        how = assertion(token)
        for investor in _investors(token) if firm is not None else ():
            if firm is not None and investor.entity and investor.entity != firm.entity:
                yield Relation(
                    "INVESTS_IN", investor, firm, "invests.puts_in", token.i, how.polarity, how.modality, how.attribution, how.alleged
                )


def _investors(verb: Token) -> list[Found]:
    """Who does; of "Larkin, which has backed it since 2023, put in $9 million" the small model takes the verb for a participle."""
    reduced = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" else []
    return [one for word in (*fillers(verb, "subj"), *reduced) for one in mentions_of(word, INVESTORS)]


def _puts_in(verb: Token) -> bool:
    """ "Put in $9 million", "chipped in with $9 million": no place, firm or site stands after "in"."""
    into = [child for child in verb.children if child.lower_ == "in" and child.i == verb.i + 1]
    after = [p for child in into for p in child.children if p.dep_ == "pobj"]
    paid = [child for child in verb.children if child.dep_ == "dobj"] + fillers(verb, "with") + after
    return bool(into) and all(map(is_money, after)) and any(map(is_money, paid))


def _firm(doc: Doc, verb: Token, known: list[Relation]) -> Found | None:
    """The firm that somebody invested in last, in the sentence or the one before."""
    start = doc[verb.sent.start - 1].sent.start if verb.sent.start else 0
    before = [one for one in known if one.type == "INVESTS_IN" and one.tail.label == "Company" and start <= one.trigger < verb.i]
    return max(before, key=_trigger).tail if before else None


def _trigger(relation: Relation) -> int:
    return relation.trigger
