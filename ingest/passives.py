"""Passives that a phrase of time or manner splits, which the small model takes for a copula with a clause of its own: "Arm was in 2016
bought by SoftBank", "the chips are for now made by TSMC". They are given the parse of "Arm was bought by SoftBank in 2016"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.arcs import Arc, rehang
from ingest.grammar import governors

PREPOSITIONS = frozenset("in at on for from since by until within during under".split())
TIMES = frozenset(
    "time moment point stage day week month quarter year decade summer winter spring autumn january february march april may june "
    "july august september october november december monday tuesday wednesday thursday friday saturday sunday now then present "
    "once first last past part fact effect practice theory principle turn general particular addition return secret public private "
    "whole full question circumstance means way condition account".split()
)
"""Nouns that say when or how and are no place or thing that a participle after them could be said of."""
BESIDE = frozenset("not n't never also still already only just indeed however thus therefore".split())
"""Adverbs that may stand before the phrase: "was not in 2016 bought"."""
WIDTH = 7


@Language.component("passives")
def passives(doc: Doc) -> Doc:
    """Mends the parse of the Doc's split passives."""
    return mended(doc) if doc.has_annotation("DEP") else doc


def mended(doc: Doc) -> Doc:
    """The Doc itself, its split passives joined."""
    arcs: dict[int, Arc] = {}
    for helper, verb in _split(doc):
        arcs |= {child.i: (verb.i, "nsubjpass" if child.dep_ == "nsubj" else child.dep_) for child in helper.children}
        arcs[verb.i] = (verb.i if helper.head.i == helper.i else helper.head.i), helper.dep_
        arcs[helper.i] = verb.i, "auxpass"
    for helper, verb in _doubled(doc):
        arcs |= {child.i: (verb.i, "nsubjpass") for child in helper.children if child.dep_ == "nsubj"}
    if arcs:
        rehang(doc, arcs)
    return doc


def _doubled(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """A form of "be" that has the subject for itself, though it only helps: "Sorfoss is 30% owned by Valmondet"."""
    for helper in doc:
        own = helper.dep_ == "auxpass" and any(child.dep_ == "nsubj" for child in helper.children)
        if own and not any(child.dep_ in ("nsubj", "nsubjpass") for child in helper.head.children):
            yield helper, helper.head


def _split(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """A form of "be" and the participle that belongs to it."""
    for verb in doc:
        if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl", "pcomp"):
            continue
        helper = next((one for one in governors(verb) if one.lemma_ == "be"), None)
        if helper is not None and _is_split(helper, verb):
            yield helper, verb


def _is_split(helper: Token, verb: Token) -> bool:
    """Whether nothing but a phrase of time or manner stands between the two, and the copula says nothing else."""
    if not helper.i + 2 < verb.i <= helper.i + WIDTH or any(child.dep_ in ("attr", "acomp", "auxpass") for child in helper.children):
        return False
    if not any(child.dep_ == "nsubj" and child.i < helper.i for child in helper.children):
        return False
    words = [token for token in helper.doc[helper.i + 1 : verb.i] if token.text != "," and token.lower_ not in BESIDE]
    return len(words) > 1 and words[0].lower_ in PREPOSITIONS and (words[-1].like_num or words[-1].lemma_.lower() in TIMES)
