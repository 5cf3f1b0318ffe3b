"""What a clause about the buyer or the seller adds to a supply: "…, which took 1,900 tonnes last year", "…, accounting for 31% of its
revenue", "…, whose share of its purchases fell to 12%"."""

from spacy.tokens import Token

from ingest.grammar import governors
from ingest.grammar.owners import MONEY
from ingest.reading import Found, Relation

TAKING = frozenset(
    "account represent take buy contribute generate absorb consume order purchase constitute comprise make provide bring yield".split()
)
"""What a buyer does with a part of what the seller makes or earns."""
MEETING = frozenset("cover meet supply provide fill satisfy".split())
"""What a seller does with a part of what the buyer needs."""
HELD = frozenset("stake holding shareholding interest share".split())
SHARED = ("SUPPLIES", "DEPENDS_ON")
WHO = frozenset(["which", "that", "who"])
MOVING = frozenset("fall rise drop grow climb slip shrink increase decline be stand".split())


def adds(token: Token, relation: Relation) -> bool:
    """Whether a figure at `token` is said by a clause that says more of an end of the supply, or how a stake was bought."""
    return share_added(token, relation) is not None or says_how_bought(token, relation)


def says_how_bought(token: Token, relation: Relation) -> bool:
    """ "Owns 4.9% of Brightmoor, a stake it bought for $95 million in 2023", "is owned by Kagan, which bought the stake in 2021"."""
    verb = next((one for one in governors(token) if one.pos_ == "VERB"), None) if relation.type == "OWNS" else None
    if verb is None or verb.lemma_ not in ("buy", "acquire", "purchase") or verb.i <= relation.trigger or verb.dep_ != "relcl":
        return False
    stake = [verb.head, *(child for child in verb.children if child.dep_ == "dobj")]
    return any(one.lemma_.lower() in HELD and not any(child.lower_ in ("in", "of") for child in one.children) for one in stake)


def share_added(token: Token, relation: Relation) -> str | None:
    """What a percentage of such a clause is; None where it is of no such clause."""
    verb = next((one for one in governors(token) if one.pos_ == "VERB"), None) if relation.type in SHARED else None
    if verb is None or verb.i == relation.trigger or (relation.trigger > verb.i and verb.dep_ != "relcl"):
        return None
    seller, buyer = (relation.head, relation.tail) if relation.type == "SUPPLIES" else (relation.tail, relation.head)
    if verb.lemma_ in TAKING and (_tells_of(verb, buyer) or _is_said_of(verb, buyer)):
        return "share_of_revenue"
    if verb.lemma_ in MEETING and _tells_of(verb, seller):
        return "share"
    return "share" if verb.lemma_ in MOVING and _whose_share(verb, seller) else None


def _tells_of(verb: Token, end: Found) -> bool:
    """Whether the verb's clause hangs on the name and has it for its subject."""
    if verb.dep_ == "relcl":
        return end.covers(verb.head.i) and any(child.dep_ == "nsubj" and child.lower_ in WHO for child in verb.children)
    alone = verb.tag_ == "VBG" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    if not alone or verb.dep_ not in ("advcl", "acl"):
        return False
    above = verb.head
    return end.covers(above.i) or any(end.covers(child.i) for child in above.children if child.dep_ in ("nsubj", "attr"))


def _is_said_of(verb: Token, end: Found) -> bool:
    """Whether the verb says of the name, or of what is called so, what part of revenue it is: "Ford made up 22% of its sales"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    named = [*subjects, *(deep for one in subjects for deep in one.children if deep.dep_ == "appos")]
    revenue = any(
        one.lemma_.lower() in MONEY and any(child.dep_ == "poss" for child in one.children) for one in verb.subtree if one.i > verb.i
    )
    return revenue and any(end.covers(one.i) for one in named)


def _whose_share(verb: Token, end: Found) -> bool:
    shares = [child for child in verb.children if child.dep_ == "nsubj" and child.lemma_ in ("share", "proportion", "part")]
    whose = any(child.lower_ == "whose" for one in shares for child in one.children)
    return whose and verb.dep_ == "relcl" and end.covers(verb.head.i)
