"""How long a supply runs that an article has told of, where a later clause speaks of the deal alone: "Our agreement with Bosch expires in
December 2027" says no more of who supplies whom than that it is known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from ingest.grammar.trade import DEALS
from ingest.reading import Found, Relation, mention_at

TERMS = frozenset("expire end run last lapse extend begin start commence continue".split())


def deal_terms(doc: Doc, known: Sequence[Relation]) -> Iterator[Relation]:
    """The supply between the two parties of each deal whose term is told, at the word for the deal."""
    supplies = [one for one in known if one.type == "SUPPLIES" and one.polarity == "affirmed"]
    for token in doc if supplies else ():
        if token.lemma_.lower() not in DEALS or token.dep_ != "nsubj" or token.head.lemma_ not in TERMS:
            continue
        ends = {one.entity: one for one in _parties(token)}
        told = next((one for one in supplies if {one.head.entity, one.tail.entity} == ends.keys() and one.trigger < token.i), None)
        if told is not None:
            head, tail = ends[told.head.entity], ends[told.tail.entity]
            yield replace(
                told, head=head, tail=tail, pattern="deals.term", trigger=token.i, product=None, figures=None, cue=None, trend=None
            )


def _parties(deal: Token) -> list[Found]:
    """Whose deal it is, and with whom."""
    words = [child for child in deal.children if child.dep_ == "poss"]
    words += [p for child in deal.children if child.lower_ in ("with", "between") for p in child.children if p.dep_ == "pobj"]
    named = [mention_at(deal.doc, one.i) for word in words for one in (word, *word.conjuncts)]
    return [one for one in named if one is not None and one.entity]
