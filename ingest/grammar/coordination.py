"""Words that stand beside another: coordinated, in apposition, as examples."""

from spacy.tokens import Token

SUCH = frozenset(["as", "including", "like"])


def expanded(token: Token) -> list[Token]:
    """`token`, what is coordinated to it, and the examples that stand for it: "makers such as A and B"."""
    group = [token, *(one for one in token.conjuncts if one.i > token.i and one.pos_ not in ("VERB", "AUX"))]
    more: list[Token] = []
    for one in group:
        for child in one.rights:
            if child.dep_ in ("prep", "appos") and child.lower_ in SUCH:
                more += [deep for pobj in child.children if pobj.dep_ == "pobj" for deep in [pobj, *pobj.conjuncts]]
            elif child.dep_ == "appos" and not any(one.lower_ in ("all", "both", "each") for one in child.lefts):
                more += [child, *(deep for deep in child.conjuncts if deep.i > child.i)]
    return [*group, *more]
