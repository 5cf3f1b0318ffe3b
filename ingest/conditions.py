"""Whether a frame may speak at a word: its ends, and the words that it needs or lacks around it."""

from functools import lru_cache

from spacy.tokens import Token

from graph.ontology import EDGE_BY_TYPE
from ingest.frames import Frame
from ingest.grammar import fillers
from ingest.reading import mention_at, reading_of

Labels = tuple[str, ...]
CAPITAL = frozenset("funding capital money investment equity financing debt loan stock grant aid subsidy support credit".split())


def has_ends(frame: Frame, types: frozenset[str | None]) -> bool:
    """Whether each end may be filled; the slot `lead` looks elsewhere."""
    ends = frame.head_labels, frame.tail_labels
    return _may_be(frame.type, *ends, types, "lead" in frame.head, "lead" in frame.tail)


@lru_cache(maxsize=8192)
def _may_be(type: str, heads: Labels, tails: Labels, types: frozenset[str | None], from_lead: bool, to_lead: bool) -> bool:
    edge = EDGE_BY_TYPE[type]
    return (from_lead or not types.isdisjoint(heads or edge.source)) and (to_lead or not types.isdisjoint(tails or edge.target))


def fits(frame: Frame, token: Token) -> bool:
    """Whether every slot holds what the frame needs there and none what it must not."""
    for slot, lemmas in frame.needs.items():
        if not any(_means(one, lemmas) for one in _words(token, slot)):
            return False
    return not any(
        _means(one, lemmas) and (lemmas == ("*",) or not _is_of_a_firm(one))
        for slot, lemmas in frame.lacks.items()
        for one in _words(token, slot)
    )


def _is_of_a_firm(token: Token) -> bool:
    """Whether it is a word of a firm's name, which says nothing of what the firm is dealt with for: "owns 9% of Siemens Energy"."""
    found = mention_at(token.doc, token.i) if token.text[:1].isupper() else None
    return found is not None and found.kind == "name" and found.label == "Company"


def _words(token: Token, slot: str) -> list[Token]:
    """What fills a slot for a condition: `prt` and `child` look at the trigger's own words, `head` at the word above."""
    if slot == "head":
        return [token.head]
    if slot == "child":
        return list(token.children)
    return fillers(token, slot)


def _means(token: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether it is one of `lemmas`; "*" is any word, "#money" an amount of money, "#sum" one that is no price of goods, "#goods" goods
    by name or a quantity of them."""
    if "#goods" in lemmas and _is_of_goods(token):
        return True
    if "#money" in lemmas and is_money(token):
        return True
    if "#sum" in lemmas and is_money(token) and not any(_is_goods(one) for one in _parts(token)):
        return True
    return lemmas == ("*",) or token.lemma_.lower() in lemmas or token.lower_ in lemmas


def _parts(token: Token) -> list[Token]:
    """What an amount is an amount of: "$3 million of lasers", "$3 million worth of lasers"."""
    words = (token, *(one for one in token.children if one.dep_ == "npadvmod"))  # "10 billion yen a year of wafers"
    return [p for word in words for of in word.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def _is_goods(noun: Token) -> bool:
    return noun.lemma_.lower() not in CAPITAL


def _is_of_goods(token: Token) -> bool:
    found, place = mention_at(token.doc, token.i), token.idx
    named = found is not None and found.label in ("Product", "Material", "Chip")
    return named or any(one.start <= place < one.end and one.type == "QUANTITY" for one in reading_of(token.doc).figures)


def is_money(token: Token) -> bool:
    """Whether the word belongs to an amount of money."""
    place = token.idx
    return any(one.start <= place < one.end and one.type == "MONEY" for one in reading_of(token.doc).figures)
