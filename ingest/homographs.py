"""Verbs that the small model takes for nouns after a name: "neither Intel nor SoftBank control Arm", "Aurelith Devices, Inc. designs and
makes lasers". In a second parse (ingest/reparse.py) a word that is a verb alone stands in their place."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.reading import Found, reading_of

BASES = frozenset(
    "run last cost near top design ship supply control use need order back fund export import license licence package process "
    "source test market stretch place host rent lease cover head limit ban fine mine plan power drive rival partner share store "
    "stock target value sponsor offer purchase count halt bar cap award grant train staff man pump refine forge cast mould mold "
    "paint print engineer build produce machine finance fuel trade benefit profit contract project price tap plant feed charge "
    "risk handle house coat etch mill slice bond mount weld grind polish fit load service repair lead sample stack dope tool "
    "manufacture".split()
)
S_FORMS = {(base[:-1] + "ies" if base[-1] == "y" else base + ("es" if base[-1] in "sxh" else "s")): base for base in BASES}
"""Third person -> verb."""
_NAMED = ("Company", "ResearchOrg", "GovBody", "Country", "Person", "Chip", "Product", "AIModel")


def verbs_taken_for_nouns(doc: Doc) -> Iterator[tuple[int, str, str]]:
    """Position, stand-in and lemma of each word that may be a verb after its subject and was taken for a noun."""
    for one in reading_of(doc).mentions:
        if one.label in _NAMED and one.end < len(doc) - 1 and one.kind != "nominal":
            word = doc[one.end]
            if word.is_sent_start or word.pos_ not in ("NOUN", "PROPN", "ADJ") or not word.is_lower or not _may_begin_object(word.nbor()):
                continue
            if word.lower_ in S_FORMS:
                yield word.i, "buys", S_FORMS[word.lower_]
                yield from _joined(word)
            elif word.lower_ in BASES and _is_one_of_several(doc, one):
                yield word.i, "buy", word.lower_


def _joined(verb: Token) -> Iterator[tuple[int, str, str]]:
    """The second of two verbs: "designs and manufactures power semiconductors"."""
    second = verb.nbor(2) if verb.i + 3 < len(verb.doc) and verb.nbor().lower_ in ("and", "or") else None
    if second is not None and second.lower_ in S_FORMS and second.pos_ in ("NOUN", "ADJ") and _may_begin_object(second.nbor()):
        yield second.i, "buys", S_FORMS[second.lower_]


def _may_begin_object(word: Token) -> bool:
    """Whether an object, a further verb or a preposition may begin with the word, and no verb whose subject the noun would be."""
    return word.pos_ not in ("VERB", "AUX", "PUNCT") or word.tag_ == "VBG"


def _is_one_of_several(doc: Doc, one: Found) -> bool:
    """Whether another subject stands before, so that the verb has no -s: "neither Intel nor SoftBank control"."""
    return one.start > 1 and not doc[one.start].is_sent_start and doc[one.start - 1].lower_ in ("and", "or", "nor", "&")
