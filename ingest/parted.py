"""Verbs that a remark parts from their helper, of which the small model makes two clauses: "Intel does not, the ministry said, own
Altera". They are given the parse of "Intel does not own Altera"; the remark hangs below the verb."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.anaphors import SUBJECTS
from ingest.arcs import Arc, rehang
from ingest.assertion import SAY

HELPERS = frozenset("be do have will shall can may must would could should might".split())
NOT = frozenset(["not", "n't", "never"])
SAYING = SAY | frozenset(["insist", "stress", "maintain", "deny", "assert", "argue", "emphasise", "emphasize"])
WIDTH = 10
"""Tokens of a remark at most."""


@Language.component("parted")
def parted(doc: Doc) -> Doc:
    """Joins the parse of what remarks part."""
    return joined(doc) if doc.has_annotation("DEP") else doc


def joined(doc: Doc) -> Doc:
    """The Doc itself, its parted verbs joined."""
    arcs: dict[int, Arc] = {}
    for helper, said, verb in _remarks(doc):
        arcs |= _arcs(helper, said, verb)
    if arcs:
        rehang(doc, arcs)
    return doc


def _remarks(doc: Doc) -> Iterator[tuple[Token, Token, Token]]:
    """The helper before a remark, the verb of saying in it, and the verb after it, where they hang apart."""
    for comma in doc[2:-3]:
        if comma.text != ",":
            continue
        helper = doc[comma.i - 2] if doc[comma.i - 1].lower_ in NOT else doc[comma.i - 1]
        if helper.lemma_ not in HELPERS:
            continue
        end = next((one.i for one in doc[comma.i + 2 : comma.i + 2 + WIDTH] if one.text == ","), None)
        if end is None or end + 1 >= len(doc) or doc[end + 1].sent.start > helper.i:
            continue
        said = next((one for one in doc[comma.i + 1 : end] if one.lemma_.lower() in SAYING and one.pos_ == "VERB"), None)
        verb = doc[end + 1]
        if said is not None and verb.pos_ == "VERB" and _is_apart(helper, verb):
            yield helper, said, verb


def _is_apart(helper: Token, verb: Token) -> bool:
    return helper.head.i != verb.i or any(helper.children) or not any(child.dep_ in SUBJECTS for child in verb.children)


def _arcs(helper: Token, said: Token, verb: Token) -> dict[int, Arc]:
    three = {helper.i, said.i, verb.i}
    top = next((one for one in (helper, said, verb) if one.head.i not in three or one.head.i == one.i), verb)
    passive = "pass" if verb.tag_ == "VBN" and helper.lemma_ == "be" else ""
    before = [child for word in (helper, said) for child in word.children if child.i < helper.i or child.head.i == helper.i]
    own = [child for child in before if child.i < verb.i and child.i not in three]
    arcs: dict[int, Arc] = {child.i: (verb.i, child.dep_ + passive if child.dep_ == "nsubj" else child.dep_) for child in own}
    arcs[helper.i] = verb.i, "aux" + passive
    arcs[said.i] = verb.i, "parataxis"
    arcs[verb.i] = (verb.i if top.head.i == top.i else top.head.i), top.dep_
    return arcs
