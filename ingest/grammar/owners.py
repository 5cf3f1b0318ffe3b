"""Whose a thing is that a clause speaks of: of the goods that come, of the revenue earned, of the output sold."""

from spacy.tokens import Token

from ingest.grammar.trade import causers, users_of
from ingest.grammar.tree import SUBJECTS, trigger_head
from ingest.number_words import FRACTIONS

MONEY = frozenset("sale revenue turnover income profit earnings".split())
PARTS = frozenset(["percent", "%", "cent", "half", "most", "all", "bulk"]) | FRACTIONS
STAKES = frozenset("share stake percent half majority stock part unit %".split()) | FRACTIONS
OUTPUT = frozenset("sale revenue turnover income business shipment output production delivery book billing".split())


def owners_of_subject(verb: Token) -> list[Token]:
    """Whose the thing is that comes, or is bought, made, delivered: "Its separators are bought from", "Our motors are from"."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    plain = (
        [child for child in verb.children if child.dep_ == "nsubj"]
        if verb.lemma_ in ("come", "be", "stem", "originate", "go", "end", "flow", "sit", "land", "wind", "appear")
        else []
    )
    things = passive or plain
    above = verb
    while not things and above.dep_ in ("xcomp", "conj") and above.head.pos_ in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
        things = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not things and verb.dep_ == "acl" and verb.tag_ == "VBN" and not causers(verb):  # "Odessa's wafers, sourced from"
        things = [verb.head]
    if any(token.lemma_.lower() in MONEY for thing in things for token in thing.subtree):
        return []  # "half of its revenue comes from Apple" is said by another slot
    owners = [owner for thing in things for owner in (_thing_owners(thing) or users_of(thing))]
    return owners or [thing for thing in things if thing.lower_ in ("ours", "mine")]


def _thing_owners(thing: Token) -> list[Token]:
    """The possessor of a thing, also of what it is a part of: "the nickel for its cathodes", "most of its film"."""
    own = [trigger_head(child) if child.lower_ == "whose" else child for child in thing.children if child.dep_ == "poss"]
    if own:
        return own
    inner = [
        p
        for prep in thing.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "in")
        for p in prep.children
        if p.dep_ == "pobj"
    ]
    owners = [owner for one in inner for owner in one.children if owner.dep_ == "poss"]
    whole = [p for of in thing.rights if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
    return owners or ([] if thing.lemma_ in STAKES else whole)  # "no engine of the company"


def earners(verb: Token) -> list[Token]:
    """Whose revenue it is: "40 percent of Larkin's revenue comes from", "of turnover at Larkin"."""
    things = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    revenue = [token for thing in things for token in thing.subtree if token.lemma_.lower() in MONEY]
    owners = [p for one in revenue for p in one.children if p.dep_ == "poss"]
    around = [word for one in revenue for word in (one, one.head.head) if word in one.sent]
    return owners or [p for one in around for of in one.children if of.lower_ in ("of", "at") for p in of.children if p.dep_ == "pobj"]


def _in_passive_subject(token: Token, verb: Token) -> bool:
    """ "Some 70 percent of Brunel's output is bought by Hexagate"."""
    return any(child.dep_ == "nsubjpass" and child.left_edge.i <= token.i <= child.right_edge.i for child in verb.children)


def sellers(verb: Token) -> list[Token]:
    """Whose sales or output a share is of: "38% of the company's sales", "half of its output", "45 percent of what we ship"."""
    for token in verb.subtree:
        if token.lemma_.lower() == "business" and token.dep_ == "dobj" and token.head.i == verb.i:
            continue  # "bought Marvell's Ethernet business"
        if (token.i > verb.i or _in_passive_subject(token, verb)) and token.lemma_.lower() in OUTPUT:
            owners = [child for child in token.children if child.dep_ == "poss"]
            return owners or [p for prep in token.children if prep.lower_ in ("of", "at") for p in prep.children if p.dep_ == "pobj"]
        if (
            token.i > verb.i
            and token.lemma_ in ("ship", "sell", "make", "produce", "pour", "mine", "grow", "refine", "brew", "roll", "cast", "generate")
            and token.dep_ in ("pcomp", "relcl", "ccomp")
        ):
            return [child for child in token.children if child.dep_ in SUBJECTS]
    if verb.lemma_ in ("account", "represent", "provide", "generate"):  # of goods it is the seller that does so
        return _sellers_above(verb)
    parts = [
        p for one in verb.subtree if one.i > verb.i and one.lemma_ in PARTS for of in one.children if of.lower_ == "of" for p in of.children
    ]
    owned = [owner for part in parts for owner in part.children if owner.dep_ == "poss"]
    if owned:  # "takes 70 percent of its transformers"
        return owned
    return _sellers_above(verb)


def _sellers_above(verb: Token) -> list[Token]:
    if verb.pos_ == "NOUN" and verb.head.pos_ in ("VERB", "AUX"):
        return sellers(verb.head)  # "Sales to Whitmore represented 27% of our revenue"
    if verb.dep_ in ("conj", "advcl") and verb.head.lemma_ == verb.lemma_:
        return sellers(verb.head) or _served(verb.head)  # "… while Pukhan accounted for 17 percent"
    return []


def _served(verb: Token) -> list[Token]:
    """Whose customer the subject is: "Larkin's largest customer, Pukhan, contributed 29% of revenue, while …"."""
    customers = [child for child in verb.children if child.dep_ in SUBJECTS and child.lemma_ in ("customer", "client", "buyer")]
    owners = [owner for one in customers for owner in one.children if owner.dep_ == "poss"]
    return owners or [p for one in customers for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def bare_revenues(verb: Token) -> list[Token]:
    """The revenue behind a verb that is said to be nobody's: of "Apple accounted for a further 9% of revenue, TSMC said"."""
    revenue = [one for one in verb.subtree if one.i > verb.i and one.lemma_.lower() in MONEY]
    return [one for one in revenue if not any(child.dep_ in ("poss", "prep", "compound") for child in one.children)]
