"""Who else has a hand in a thing: by whom it is made, who uses it, for whom or on whose design it is made."""

from spacy.tokens import Token

from ingest.grammar.arguments import objects, surface_subjects
from ingest.grammar.tree import governors, is_passive

MADE = frozenset("make supply produce build manufacture deliver provide sell fabricate package ship grow refine mine".split())
DESIGNED = frozenset(["design", "develop", "engineer"])
TAKEN = frozenset("take receive get have stock fit fly drive adopt choose test".split())
RENTED = frozenset(["rent", "lease", "source", "obtain", "procure", "license", "borrow"])
MONEY = frozenset("loan credit bond fund money cash grant help advice".split())
SUMS = frozenset("million billion trillion crore lakh euro dollar yen yuan won pound capital money cash financing loan".split())
DEALS = frozenset("agreement contract deal order accord pact arrangement".split())
TALKS = frozenset(["talk", "negotiation", "discussion"])
USED = frozenset("use buy need consume require order purchase import employ deploy install instal".split())


def causers(verb: Token) -> list[Token]:
    """Who has something done: "Zuiderlicht has its valve seats made by De Boer"."""
    if verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "xcomp", "acl", "oprd") and verb.head.lemma_ in ("have", "get"):
        return surface_subjects(verb.head, 0)
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ == "VBN" and verb.head.lemma_ != "have":
        return causers(verb.head)  # "has its dies made by A and packaged by B"
    above = next((one for one in governors(verb) if one.pos_ in ("VERB", "AUX")), None)
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and above is not None and above.lemma_ in ("have", "get") and verb.head.dep_ == "dobj":
        return surface_subjects(above, 0)
    return []


def sources(verb: Token) -> list[Token]:
    """Of "uses wafers made by Larkin", "uses wafers from Larkin" with `use` as the trigger: Larkin."""
    things = _things(verb)
    made = [one for thing in things for one in _agents(thing, MADE)]
    bought = [clause for thing in things for clause in thing.children if clause.dep_ == "acl" and clause.lemma_ in USED | RENTED]
    made += [p for clause in bought for prep in clause.children if prep.lower_ == "from" for p in prep.children if p.dep_ == "pobj"]
    return made or [
        p for thing in things for prep in thing.children if prep.lower_ in ("from", "by") for p in prep.children if p.dep_ == "pobj"
    ]


def switched_to(verb: Token) -> list[Token]:
    """Of "switched from Odessa to wafers made by Larkin", "turned to wafers from Larkin" with the verb as the trigger: Larkin."""
    goods = [p for to in verb.children if to.lower_ == "to" for p in to.children if p.dep_ == "pobj" and p.lemma_ not in MONEY]
    after = [prep for prep in verb.children if prep.lower_ == "from" and goods and prep.i > goods[-1].i]
    from_ = [prep for thing in goods for prep in thing.children if prep.lower_ == "from"] + after
    return [one for thing in goods for one in _agents(thing, MADE)] + [p for prep in from_ for p in prep.children if p.dep_ == "pobj"]


def givers(noun: Token) -> list[Token]:
    """From whom the money comes: of "$1 billion in aid from Saxony", "a grant from Saxony" Saxony."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun
    froms = [child for word in (noun, above) for child in word.children if child.lower_ in ("from", "by") and child.i > noun.i]
    return [p for one in froms for p in one.children if p.dep_ == "pobj"]


def costing(verb: Token) -> list[Token]:
    """Of what a part of the cost is paid: of "builds a plant for $3 million, of which Saxony pays $1 million" with `pay` as the trigger the
    plant."""
    clause = verb.head if verb.dep_ == "xcomp" else verb
    of_which = any(of.lower_ == "of" and any(p.lower_ == "which" for p in of.children) for of in clause.children)
    above = next((one for one in governors(clause) if one.pos_ == "VERB"), None) if of_which and clause.dep_ == "relcl" else None
    if above is None:
        return []
    return surface_subjects(above, 0) if above.lemma_ == "cost" else objects(above, 0)


def funders(verb: Token) -> list[Token]:
    """Whose money something is built with: of "opens a plant with $3 million from Saxony" Saxony."""
    sums = [
        p for prep in verb.children if prep.lower_ == "with" for p in prep.children if p.dep_ == "pobj" and (p.like_num or p.lemma_ in SUMS)
    ]
    froms = [child for money in sums for one in (money, verb) for child in one.children if child.lower_ == "from" and child.i > money.i]
    return [p for one in froms[:1] for p in one.children if p.dep_ == "pobj"]


def aided(noun: Token) -> list[Token]:
    """What is built, bought or run with money of which the noun is told: of "is building a plant with $3 million in aid from Saxony" the
    plant; where no site is told of, who does it."""
    verb = next((one for one in governors(noun) if one.pos_ == "VERB"), None)
    if verb is None or not any(one.lower_ == "with" for one in governors(noun)):
        return []
    into = [p for prep in verb.children if prep.lower_ in ("into", "in", "on") for p in prep.children if p.dep_ == "pobj"]
    return [one for one in (*objects(verb, 0), *into) if one.i < noun.i]


def users(verb: Token) -> list[Token]:
    """Of "supplies 60 percent of the wafers used by Odessa" with `supply` as the trigger: Odessa."""
    return [one for thing in _things(verb) for one in _agents(thing, USED | DESIGNED)]


def users_of_subject(verb: Token) -> list[Token]:
    """Of "two thirds of the gallium used by Odessa comes from Larkin" with `come` as the trigger: Odessa."""
    named = surface_subjects(verb, 0)
    parts = [p for one in named for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
    return [one for thing in (*named, *parts) for one in _agents(thing, USED)]


def deal_partners(verb: Token) -> list[Token]:
    """With whom the deal is under which something is done: of "will supply cells under an agreement with Tesla" Tesla."""
    unders = [one for word in (verb, *objects(verb, 0)) for one in word.children if one.lower_ == "under"]
    deals = [p for under in unders for p in under.children if p.dep_ == "pobj" and p.lemma_.lower() in DEALS]
    deals += [one for one in governors(verb) if one.lemma_.lower() in TALKS and verb.tag_ == "VB"][:1]  # "in talks with Tesla to supply"
    if any(p.lower_ == "which" for under in unders for p in under.children):  # "a contract with Tesla, under which it supplies cells"
        deals += [one for one in governors(verb) if one.lemma_.lower() in DEALS][:1]
    return [p for deal in deals for one in deal.children if one.lower_ == "with" for p in one.children if p.dep_ == "pobj"]


def makers_before(participle: Token) -> list[Token]:
    """Of "Larkin-made wafers" with the participle as the trigger: Larkin."""
    return [child for child in participle.lefts if child.i == participle.i - 2 and participle.nbor(-1).text == "-"]


def takers(participle: Token) -> list[Token]:
    """Who buys or uses what a participle narrows: of "Odessa uses Larkin-made wafers" Odessa."""
    thing = participle.head
    verb = next((one for one in governors(thing) if one.pos_ == "VERB"), None)
    if thing.dep_ == "poss" or verb is None or verb.lemma_ not in USED | RENTED | TAKEN:
        return []
    if is_passive(verb):
        return _agents_of(verb)
    return surface_subjects(verb, 0)


def _agents_of(verb: Token) -> list[Token]:
    return [p for by in verb.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]


def shedding(verb: Token) -> list[Token]:
    """As what, or from which list, one is dropped: "dropped Larkin as a supplier", "cut Larkin from its list of suppliers"."""
    return [p for prep in verb.subtree if prep.i > verb.i and prep.lower_ in ("as", "from") for p in prep.children if p.dep_ == "pobj"]


def _things(verb: Token) -> list[Token]:
    """What a verb has as its object or after "on", and what that is a part of: "60 percent of the wafers"."""
    found = objects(verb, 0) + [p for prep in verb.children if prep.lower_ in ("on", "upon") for p in prep.children if p.dep_ == "pobj"]
    return found + [p for one in found for prep in one.children if prep.lower_ == "of" for p in prep.children if p.dep_ == "pobj"]


def users_of(thing: Token) -> list[Token]:
    """Who uses a thing, as a clause after it says: "the scanners installed at Odessa", "the cells Odessa uses"."""
    places = [
        p
        for child in thing.children
        if child.dep_ == "acl" and child.lemma_ in USED
        for at in child.children
        if at.lower_ == "at"
        for p in at.children
    ]
    return places + _agents(thing, USED)


def _agents(thing: Token, verbs: frozenset[str]) -> list[Token]:
    """By whom a thing is made or used, as a clause after it says: "wafers supplied by Larkin", "wafers that Odessa uses"."""
    clauses = [child for child in thing.children if child.dep_ in ("acl", "relcl") and child.lemma_ in verbs]
    clauses += [deep for clause in clauses for deep in clause.conjuncts if deep.lemma_ in verbs]
    found = [p for clause in clauses for by in clause.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]
    active = [clause for clause in clauses if clause.dep_ == "relcl" and not is_passive(clause)]
    return found + [
        one for clause in active for one in clause.children if one.dep_ == "nsubj" and one.lower_ not in ("which", "that", "who")
    ]


def behalf(verb: Token) -> list[Token]:
    """For whom it is done: "on behalf of Odessa"."""
    behalf = [p for token in verb.subtree if token.lower_ == "on" for p in token.children if p.lower_ == "behalf"]
    return [p for one in behalf for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def designers(verb: Token) -> list[Token]:
    """Of "designed by Odessa and manufactured by Larkin" with `manufacture` as the trigger: Odessa."""
    others = [one for one in (verb.head, *verb.conjuncts) if one.i != verb.i and one.lemma_ in ("design", "develop") and one.tag_ == "VBN"]
    return [p for one in others for by in one.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]
