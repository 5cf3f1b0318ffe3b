"""Money put into what the words before name: "Velluna closed a round led by Aurum. Larkin put in $9 million"; "is building a plant in
Ohio and will invest $2 million there"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.assertion import assertion
from ingest.conditions import is_money
from ingest.denotation import mentions_of
from ingest.grammar import fillers
from ingest.reading import Found, Relation, reading_of

GIVING = frozenset("put chip kick contribute add pitch throw".split())
PLACING = frozenset("invest spend sink pour pump".split())
INVESTORS = ("Company", "Person")


def contributions(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """INVESTS_IN relations of who "put in" an amount and does not say where: into the firm last said to have got money; of who invests
    it "there": into the site last spoken of."""
    for token in doc:
        lemma = token.lemma_.lower() if token.pos_ == "VERB" else ""
        if lemma in GIVING and _puts_in(token):
            target, pattern = _firm(doc, token, known), "invests.puts_in"
        elif lemma in PLACING and _is_there(token):
            target, pattern = _site(doc, token), "invests.there"
        else:
            continue
        how = assertion(token)
        for investor in _investors(token) if target is not None else ():
            if target is not None and investor.entity and investor.entity != target.entity:
                yield Relation("INVESTS_IN", investor, target, pattern, token.i, how.polarity, how.modality, how.attribution, how.alleged)


def _is_there(verb: Token) -> bool:
    """ "Plan to invest $1.2 billion there"."""
    paid = [child for child in verb.children if child.dep_ == "dobj"]
    return any(map(is_money, paid)) and any(child.lower_ == "there" for word in (verb, *paid) for child in word.children)


def _site(doc: Doc, verb: Token) -> Found | None:
    """The site spoken of last, in the sentence or the one before."""
    start = _sentence_before(doc, verb)
    sites = [one for one in reading_of(doc).mentions if one.label == "Facility" and one.entity and start <= one.start < verb.i]
    return sites[-1] if sites else None


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
    start = _sentence_before(doc, verb)
    before = [one for one in known if one.type == "INVESTS_IN" and one.tail.label == "Company" and start <= one.trigger < verb.i]
    return max(before, key=_trigger).tail if before else None


def _sentence_before(doc: Doc, verb: Token) -> int:
    """Where the sentence before begins."""
    return doc[verb.sent.start - 1].sent.start if verb.sent.start else 0


def _trigger(relation: Relation) -> int:
    return relation.trigger
