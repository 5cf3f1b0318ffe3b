"""Verbs that stand between a figure and what it is said of, and do not keep it: "under an accord running until 2031"."""

from spacy.tokens import Token

from ingest.grammar import governors, is_to_do
from ingest.reading import Figure, Relation, mention_at

RUNNING = frozenset("run last extend stretch begin start expire value price estimate total cover span".split())
"""What is said of a contract: its date or price is that of what the contract is about."""
AGREED = frozenset("sign conclude strike agree reach seal ink".split())
"""What is done with a deal on its first day."""
DEALS = frozenset("contract order deal agreement accord pact purchase acquisition takeover award grant investment licence license".split())
BEGINNING = frozenset("begin start commence".split())
BEGUN = frozenset("delivery shipment supply production output service work operation construction".split())
"""What begins when that begins of which it is a part: "will supply cells, with deliveries to begin in May"."""
BOUND = frozenset("bind destine ship sell export use make bound".split())
"""What is done with the goods of a restriction, which has the date itself: "a licence for tools bound for China since May"."""


def passes(verb: Token, figure: Figure, relation: Relation) -> bool:
    """Whether a figure that hangs on `verb` is looked for higher up."""
    if mention_at(verb.doc, verb.i) is not None:
        return True  # "fluorinated polyimide": a part of a name
    if figure.type == "DATE" and (begins(verb) or _bound_for(verb, relation) or _issues(verb, relation) or _is_barred(verb, relation)):
        return True
    if figure.type == "DATE" and _is_part_bought(verb, relation):
        return True
    if _is_deed_of(verb, relation):
        return True
    return figure.type in ("DATE", "MONEY") and (_is_of_the_deal(verb) or _is_to_be_done(verb))


def _is_deed_of(verb: Token, relation: Relation) -> bool:
    """ "Signed a contract with Panasonic to buy cells worth $2 billion until 2029": what is to be done under the deal."""
    deal = verb.doc[relation.trigger]
    if not is_to_do(verb) or not is_a_deal(deal) or verb.i < deal.i:
        return False
    return (verb.dep_ in ("acl", "relcl") and verb.head.i == deal.i) or (verb.dep_ in ("xcomp", "advcl") and verb.head.i == deal.head.i)


def begins(verb: Token) -> bool:
    """ "Starting in January", "with deliveries to begin in May": the first day of what is said above."""
    if verb.lemma_.lower() not in BEGINNING or verb.pos_ not in ("VERB", "ADP", "SCONJ"):
        return False
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "prep", "acl", "pcomp"):
        return all(one.lemma_.lower() in BEGUN for one in verb.children if one.dep_ == "nsubj")
    carriers = [verb.head] if verb.dep_ in ("acl", "relcl") else [one for one in verb.children if one.dep_ == "nsubj"]
    if verb.dep_ == "relcl" and is_a_deal(verb.head):
        return True  # "under the contract, which starts in April 2027"
    within = any(one.dep_ == "prep" and one.lower_ == "with" for one in governors(verb))
    return within and any(one.lemma_.lower() in BEGUN for one in carriers)


def _is_part_bought(verb: Token, relation: Relation) -> bool:
    """ "Supplied all of the gallium we purchased in 2025", "60% of the cells that went into its cars last year"."""
    return relation.pattern == "supplies.part_of_what_is_bought" and verb.dep_ in ("relcl", "pcomp", "ccomp") and verb.i > relation.trigger


def _bound_for(verb: Token, relation: Relation) -> bool:
    """ "Required a licence for tools bound for China since May"."""
    return relation.type == "RESTRICTS" and verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN" and verb.lemma_.lower() in BOUND


def _is_barred(verb: Token, relation: Relation) -> bool:
    """ "Barred it from selling niobium for two years": until when it may not."""
    return relation.type == "RESTRICTS" and verb.dep_ == "pcomp" and verb.head.lower_ == "from" and verb.head.head.i == relation.trigger


def _issues(verb: Token, relation: Relation) -> bool:
    """ "A rule that the bureau published on September 29": the day of who issued it, said of the rule."""
    return relation.type == "ISSUED_BY" and verb.dep_ in ("relcl", "acl") and verb.head.i == relation.trigger


def _is_of_the_deal(verb: Token) -> bool:
    """ "Under an accord running until 2031", "a contract that expires in 2028", "the order was placed in May and runs for a year"."""
    if verb.dep_ in ("acl", "relcl"):
        return verb.lemma_ in RUNNING or is_in_force(verb) or (verb.lemma_ in AGREED and is_a_deal(verb.head) and _is_agreed(verb))
    if verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return verb.lemma_ in RUNNING and is_a_deal(verb.head.head)
    first = verb.head if verb.dep_ == "conj" and verb.lemma_ in RUNNING else None
    return first is not None and any(is_a_deal(one) for one in first.children if one.dep_ in ("nsubj", "nsubjpass"))


def _is_agreed(verb: Token) -> bool:
    """Whether a deal under which something is done was agreed then: "under a 15-year contract signed in 2022"."""
    passive = verb.tag_ == "VBN" and not any(child.dep_ == "nsubj" for child in verb.children)
    return passive and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "under"


def is_in_force(verb: Token) -> bool:
    """ "Takes effect on 1 April", "came into force in May": its day is the first one."""
    return verb.lemma_ in ("take", "come", "enter", "go") and any(one.lower_ in ("effect", "force") for one in verb.subtree)


def is_a_deal(noun: Token) -> bool:
    """Whether what is said of the noun is said of the supply or purchase that it agrees."""
    return noun.lemma_.lower() in DEALS


def _is_to_be_done(verb: Token) -> bool:
    """ "To be delivered by September": when what is said above is carried out."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.dep_ in ("acl", "relcl", "advcl", "xcomp") and verb.tag_ == "VBN" and words == {"to", "be"}


def fronted(token: Token, verb: Token, trigger: Token) -> bool:
    """Whether a date before the first of several verbs is also that of the later one: "on Monday barred A and added B"."""
    chain = {one.i for one in trigger.conjuncts}
    own = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in trigger.children)
    return trigger.pos_ == "VERB" and verb.i in chain and token.i < verb.i < trigger.i and not own


def of_another_verb(token: Token, verb: Token, trigger: Token) -> bool:
    """Whether the figure is another verb's: of the first of two it stands behind ("went public in 2023 and counts"), or of the main one."""
    if trigger.dep_ == "acl":  # "Tongmei, held by AXT, has sought a listing since 2022"
        return verb.pos_ == "VERB" and verb.lemma_ not in ("remain", "stay") and trigger.i < verb.i < token.i
    return trigger.pos_ in ("VERB", "AUX") and verb.i in {one.i for one in trigger.conjuncts} and verb.i < token.i < trigger.i
