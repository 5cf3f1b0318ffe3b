"""Which words refer to something named elsewhere, and to which types: "it", "the chipmaker", "the measure"."""

from spacy.tokens import Token

from ingest.reading import Found, mention_at
from ingest.words import COMPANY_NOUNS, CORPORATE_VERBS

FIRMS = COMPANY_NOUNS - frozenset(
    ["customer", "client", "unit", "subsidiary", "affiliate", "arm", "division", "rival", "competitor", "parent", "buyer"]
)
WITH_SEAT = frozenset(
    ["rival", "unit", "subsidiary", "affiliate", "arm", "competitor", "parent", "customer", "client", "buyer", "newcomer"]
)
"""Nominals that stand for a firm only with its seat: "the Danish rival"."""
NOMINALS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(FIRMS, ("Company",)),
    **dict.fromkeys(
        (
            "measure measures rule rules ban restriction restrictions controls control order law policy list regulation "
            "regulations curbs act "
            "directive sanctions decree embargo tariff tariffs programme program scheme"
        ).split(),
        ("Policy",),
    ),
    **dict.fromkeys(("plant", "fab", "factory", "site", "facility", "complex", "campus", "mine", "smelter", "refinery"), ("Facility",)),
    **dict.fromkeys(("ministry", "agency", "regulator", "department", "bureau", "watchdog", "commission", "court"), ("GovBody",)),
    **dict.fromkeys(("chip", "processor", "accelerator", "microcontroller", "gpu"), ("Chip",)),
    **dict.fromkeys(("model", "chatbot"), ("AIModel",)),
    **dict.fromkeys(("investment", "fund"), ("Investment",)),
    **dict.fromkeys(("institute", "university", "laboratory"), ("ResearchOrg",)),
    **dict.fromkeys(("country", "nation"), ("Country",)),
    **dict.fromkeys(("metal", "material", "mineral", "element", "chemical", "ore", "gas", "compound", "powder"), ("Material",)),
}
PRONOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("it", "its", "itself"), ("Company", "ResearchOrg", "GovBody", "Country", "Facility", "Policy")),
    **dict.fromkeys(("he", "she", "his", "her", "him"), ("Person",)),
    **dict.fromkeys(("them", "they"), ("Product", "Chip", "Material", "Company")),
}
NOVEL = frozenset("new combined merged joint enlarged resulting unnamed undisclosed newly".split())
"""What is said of a firm that the text has not named: "the combined company"."""
SUBJECTS = ("nsubj", "nsubjpass")
POLICY_VERBS = frozenset("replace supersede amend repeal apply cover expire exempt restrict".split())
NEEDS = frozenset("needs need demand requirements consumption".split())
AIDING = frozenset("promise grant award lend give offer pledge allot".split())
"""What is done to a firm, and hardly to a thing: "has promised it a further $2 million"."""
MADE = frozenset("make manufacture produce fabricate design package assemble train".split())
HANDLED = MADE | frozenset(
    "buy sell use supply need import export ship deliver order purchase deploy install instal refine mine test".split()
)


def types_of(token: Token) -> tuple[str, ...]:
    """The types that the token could stand for; empty when it stands for nothing."""
    word = token.lower_
    if word in PRONOUNS and token.pos_ in ("PRON", "DET"):
        if word in ("them", "they"):
            return _of_them(token)
        if word == "it" and _is_what_is_made(token):
            return ("Product", "Chip", "Material", "AIModel")
        adds_nothing = (
            word == "it" and _is_empty(token) or word == "itself" and token.dep_ not in ("dobj", "pobj", "dative")
        )  # "Intel, …, itself buys"
        return () if adds_nothing else PRONOUNS[word]
    if word == "up" and token.i > 1 and token.nbor(-2).lower_ == "start":
        word = "start-up"
    types = NOMINALS.get(word) or (("Company",) if word.endswith(("maker", "builder")) and word.islower() or word in WITH_SEAT else ())
    if not types or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("attr", "appos", "compound", "oprd"):
        return ()
    if "Company" in types and any(child.lower_ in NOVEL for child in token.lefts):
        return ()
    definite = any(child.lower_ in ("the", "this", "that") and child.dep_ == "det" for child in token.children)
    narrowed = any(child.dep_ in ("relcl", "acl", "poss", "nummod", "prep") and not _is_added(child) for child in token.children)
    seat = seat_of(token) is not None
    if word == "group" and any(
        child.dep_ == "compound" and child.pos_ == "PROPN" and mention_at(token.doc, child.i) is None for child in token.lefts
    ):
        return ()  # "the Malmberg group"
    return types if definite and (seat or (not narrowed and word not in WITH_SEAT)) else ()


def _is_what_is_made(token: Token) -> bool:
    """ "Makes most of it", "packages it": goods, and no firm."""
    whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return whole.dep_ in ("dobj", "nsubjpass") and whole.head.lemma_.lower() in MADE and whole.head.pos_ == "VERB"


def _of_them(token: Token) -> tuple[str, ...]:
    """What is made, bought or used is goods; from whom, to whom or with whom is a firm."""
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in HANDLED:
        return ("Product", "Chip", "Material")
    return ("Company",) if token.dep_ == "pobj" and token.head.lower_ in ("from", "to", "with") else ()


def _is_added(clause: Token) -> bool:
    """Whether a comma sets a relative clause off, so that it tells of the thing and does not say which is meant."""
    first = clause.left_edge.i
    return clause.dep_ == "relcl" and first > 0 and clause.doc[first - 1].text == ","


def _is_empty(token: Token) -> bool:
    """`it is likely that …`, `it remains unclear whether …`"""
    verb = token.head
    return (
        token.dep_ in SUBJECTS
        and verb.lemma_ in ("be", "remain", "seem", "appear", "take")
        and any(c.dep_ in ("ccomp", "acomp", "attr", "advcl") for c in verb.children)
        and any(
            grand.dep_ in ("ccomp", "xcomp") or grand.tag_ == "TO"
            for child in verb.children
            for grand in (child, *child.children)
            if grand.i > verb.i
        )
    )


def fitting(token: Token, types: tuple[str, ...]) -> tuple[str, ...]:
    """The types that fit the verb whose subject a pronoun is: "It replaces an interim regulation" is no firm."""
    if len(types) > 1 and token.dep_ == "dative" and token.head.lemma_.lower() in AIDING and "Company" in types:
        return ("Company",)  # "Saxony has promised it a further $2 million"
    if token.dep_ not in SUBJECTS or len(types) < 2:
        return types
    if token.dep_ == "nsubjpass" and token.head.lemma_.lower() in MADE and token.lower_ == "it":
        return ("Chip", "Product", "AIModel")
    if token.head.lemma_ == "cover" and any(one.lower_ in NEEDS for one in token.head.subtree):
        return ("Company",)  # "it will cover 55% of its needs"
    if token.head.lemma_.lower() in POLICY_VERBS:
        return ("Policy",)
    if token.head.lemma_.lower() in CORPORATE_VERBS:
        return tuple(one for one in types if one in ("Company", "ResearchOrg"))
    return types


def seat_of(token: Token) -> Found | None:
    """The place before a nominal: "the Korean company", "the Oslo-based firm"."""
    for position in range(token.i - 1, max(token.i - 6, token.sent.start) - 1, -1):
        if (
            token.doc[position].lower_ in ("the", "this", "that")
            or token.doc[position].pos_ in ("VERB", "ADP", "PUNCT", "AUX")
            and not _joins(token.doc[position])
        ):
            return None
        found = mention_at(token.doc, position)
        if found is not None:
            return found if found.label in ("Country", "City", "Region") and found.kind == "name" else None
    return None


def _joins(token: Token) -> bool:
    return token.text == "-" or token.lower_ in ("based", "owned")
