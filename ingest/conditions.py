"""Whether a frame may speak at a word: its ends, and the words that it needs or lacks around it."""

from spacy.tokens import Token

from graph.ontology import EDGE_BY_TYPE
from ingest.frames import Frame
from ingest.grammar import fillers
from ingest.reading import reading_of

CAPITAL = frozenset("funding capital money investment equity financing debt loan stock grant aid subsidy support credit".split())


def has_ends(frame: Frame, types: set[str | None]) -> bool:
    """Whether each end may be filled; the slot `lead` looks elsewhere."""
    edge = EDGE_BY_TYPE[frame.type]
    heads, tails = frame.head_labels or edge.source, frame.tail_labels or edge.target
    return ("lead" in frame.head or not types.isdisjoint(heads)) and ("lead" in frame.tail or not types.isdisjoint(tails))


def fits(frame: Frame, token: Token) -> bool:
    """Whether every slot holds what the frame needs there and none what it must not."""
    for slot, lemmas in frame.needs.items():
        if not any(_means(one, lemmas) for one in _words(token, slot)):
            return False
    return not any(_means(one, lemmas) for slot, lemmas in frame.lacks.items() for one in _words(token, slot))


def _words(token: Token, slot: str) -> list[Token]:
    """What fills a slot for a condition: `prt` and `child` look at the trigger's own words, `head` at the word above."""
    if slot == "head":
        return [token.head]
    if slot == "child":
        return list(token.children)
    return fillers(token, slot)


def _means(token: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether it is one of `lemmas`; "*" is any word, "#money" an amount of money, "#sum" one that is no price of goods."""
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


def is_money(token: Token) -> bool:
    """Whether the word belongs to an amount of money."""
    return any(one.type == "MONEY" and one.start <= token.idx < one.end for one in reading_of(token.doc).figures)
