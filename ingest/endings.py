"""Bonds and deliveries that are said to end: "ended its alliance with", "the contract with Intel has lapsed", "cut off supplies to"."""

from spacy.tokens import Token

from ingest.grammar import governors
from ingest.reading import mention_at

ENDED = frozenset(
    (
        "end terminate dissolve sever discontinue exit quit leave unwind suspend pause freeze withhold scrap stop cease halt revoke "
        "rescind annul void cancel"
    ).split()
)
CUT = {"cut": ("off", "out"), "wind": ("down", "up"), "break": ("off",), "call": ("off",), "shut": ("off",)}
"""What ends what it is done to, with its particle: "cut off supplies"."""
STOPPED = frozenset("stop cease halt quit discontinue".split())
LEFT = frozenset("walk pull withdraw back step drop bow".split())
EXPIRED = frozenset("end expire lapse collapse stop cease".split())
"""What a bond does that is over."""
WILL = frozenset(["will", "shall", "'ll", "wo"])


def is_over(trigger: Token) -> bool:
    """Whether what the noun names has ended or is to end."""
    verb = trigger.head
    if trigger.dep_ == "pobj" and verb.lower_ in ("from", "of"):  # "walked away from its alliance", "pulled out of the deal"
        return next((one.lemma_ in LEFT for one in governors(trigger) if one.pos_ == "VERB"), False)
    return _ends(trigger)


def goes_on(trigger: Token) -> bool:
    """ "Micron has not suspended deliveries to Intel", "denied having stopped supplying": it still holds."""
    verb = trigger.head
    stopped = trigger.pos_ == "VERB" and trigger.dep_ in ("xcomp", "pcomp") and verb.lemma_ in STOPPED
    if not stopped and not _ends(trigger):
        return False
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children) or (
        verb.dep_ in ("xcomp", "ccomp", "pcomp") and verb.head.lemma_ == "deny"
    )


def _is_a_site(noun: Token) -> bool:
    """What goods leave: "37 pallets left a warehouse"."""
    found = mention_at(noun.doc, noun.i)
    return found is not None and found.label == "Facility"


def _ends(trigger: Token) -> bool:
    verb = trigger.head
    if trigger.pos_ != "NOUN" or verb.pos_ != "VERB" or (verb.lemma_ == "leave" and _is_a_site(trigger)):
        return False
    if trigger.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_ in ENDED or any(child.dep_ == "prt" and child.lower_ in CUT.get(verb.lemma_, ()) for child in verb.children)
    if any(child.dep_ == "dobj" for child in verb.children):
        return False  # "the curbs stopped a line"
    done = verb.tag_ in ("VBD", "VBN") and not any(child.lower_ in WILL for child in verb.children)
    return done and trigger.dep_ == "nsubj" and verb.lemma_ in EXPIRED
