"""The slots of the frames: a name for each place around a trigger word, and who looks there."""

from collections.abc import Callable
from typing import TypeVar

from spacy.tokens import Doc, Token

from ingest.grammar.arguments import before_a_sum, described, holders, objects, possessors, subjects, surface_subjects
from ingest.grammar.context import forbidders, inverted, lawgivers, listed, namers, prohibitors, sayers, set_apart, topic
from ingest.grammar.coordination import expanded
from ingest.grammar.owners import STAKES, bare_revenues, earners, owners_of_subject, sellers
from ingest.grammar.permissions import allowed, conferred, licensed, permissions
from ingest.grammar.prepositions import prepositional, taken_for_deeds, wholes
from ingest.grammar.trade import (
    aided,
    behalf,
    causers,
    costing,
    deal_partners,
    designers,
    funders,
    givers,
    makers_before,
    shedding,
    sources,
    switched_to,
    takers,
    users,
    users_of_subject,
)
from ingest.grammar.tree import governors

T = TypeVar("T")
_KNOWN = "looked up"
BOUND = frozenset(["destined", "bound", "headed", "shipped", "sent", "meant", "intended"])
STOCK = frozenset("stock share equity capital vote".split())
NEEDS = frozenset("need requirement demand consumption".split())
BUYING = ("buy", "purchase", "need", "use", "consume", "procure")
MAKING = frozenset("make making production manufacture manufacturing fabrication".split())
HOLDINGS = frozenset(["holding", "shareholding", "interest"])
RESTS = frozenset(["rest", "remainder", "balance"])
RAISE = frozenset("raise secure close complete receive land announce attract".split())


def fillers(trigger: Token, slot: str) -> list[Token]:
    """The words in `slot` of the trigger, with those coordinated to them on the same side of it: of "CDT (bought by Sumitomo) and
    Canon" only the first was bought. A slot that SLOTS does not list is a preposition.

    They are remembered as long as the Doc keeps its parse (`forget`)."""
    doc = trigger.doc
    positions = remembered(doc, (trigger.i, slot), lambda: tuple(one.i for one in _found(trigger, slot)))
    return [doc[position] for position in positions]


def remembered(doc: Doc, key: tuple[object, ...], look: Callable[[], T]) -> T:
    """What `look` finds on the parse that the Doc has, looked for once."""
    known: dict[tuple[object, ...], T] = doc.user_data.setdefault(_KNOWN, {})
    if key not in known:
        known[key] = look()
    return known[key]


def forget(doc: Doc) -> None:
    """Forget what was looked up on the parse of a Doc that gets another."""
    doc.user_data.pop(_KNOWN, None)


def _found(trigger: Token, slot: str) -> list[Token]:
    find = SLOTS.get(slot)
    found = find(trigger) if find is not None else prepositional(trigger, slot)
    if slot == "whole":  # "for 27% of Intel's sales and Dell for 14%": Dell is no whole
        return found
    return [one for token in found for one in expanded(token) if token.i > trigger.i or one.i < trigger.i or one.i == token.i == trigger.i]


def itself(trigger: Token) -> list[Token]:
    """The trigger, where it is itself the word for one end: "the regulation of the ministry"."""
    return [trigger]


def raisers(verb: Token) -> list[Token]:
    """Who raises the money of a round: of "raised $40 million in a round led by Aurum" with `lead` as the trigger."""
    above = next((one for one in governors(verb) if one.pos_ == "VERB" and one.lemma_ in RAISE), None)
    return surface_subjects(above, 0) if above is not None else []


def joiners(verb: Token) -> list[Token]:
    """Who joins, whatever the parser makes of the list: of "led by Aurum, with Larkin and Odessa joining" Larkin and Odessa."""
    start = next((one.i for one in reversed(verb.doc[verb.sent.start : verb.i]) if one.lower_ == "with" or one.pos_ == "VERB"), None)
    listed = verb.doc[start + 1 : verb.i] if start is not None and verb.doc[start].lower_ == "with" and verb.tag_ == "VBG" else ()
    return [one for one in listed if one.pos_ in ("PROPN", "NOUN")]


def rounds(verb: Token) -> list[Token]:
    """What the firm that gets the money raises: of "closed a $40 million round with Larkin joining" with `join` as the trigger the
    round."""
    above = next((one for one in governors(verb) if one.pos_ == "VERB" and one.lemma_ in RAISE), None)
    return objects(above) if above is not None else []


def stakes_above(noun: Token) -> list[Token]:
    """What the stake is in that a clause above is about: of "lifted its holding in Arm, which makes it the second-largest shareholder" with
    `shareholder` as the trigger Arm."""
    verbs = [one for one in governors(noun) if one.pos_ == "VERB"]
    held = [deep for verb in verbs for one in objects(verb) if one.lemma_.lower() in STAKES | HOLDINGS for deep in (one, verb)]
    return [
        p for one in held for of in one.children if of.i < noun.i and of.lower_ in ("of", "in") for p in of.children if p.dep_ == "pobj"
    ]


def listings(verb: Token) -> list[Token]:
    """On or to what a verb puts a thing."""
    return [one for word in ("to", "on", "onto") for one in prepositional(verb, word)]


def verbs_above(trigger: Token) -> list[Token]:
    """The verb that the trigger belongs to: `build` for "together" in "Together with Bosch, TSMC builds"."""
    return [one for one in governors(trigger) if one.pos_ in ("VERB", "AUX")][:1]


def subjects_above(noun: Token) -> list[Token]:
    """Who does what the noun stands under: of "Intel builds it with the help of imec" with `help` as the trigger Intel."""
    return [one for verb in verbs_above(noun) for one in subjects(verb)]


def opening_for(word: Token) -> list[Token]:
    """What a clause opens with: "For tungsten, Odessa is dependent on Larkin"."""
    return [one for one in prepositional(word, "for") if one.i < word.i]


def engaged(noun: Token) -> list[Token]:
    """Who is engaged in it: "is engaged in a project", "which engages in joint research"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun.head
    if verb.lemma_ not in ("engage", "engaged", "involve", "involved"):
        return []
    return surface_subjects(verb, 0) if verb.pos_ in ("VERB", "AUX") else subjects(verb)


def object_modifiers(verb: Token) -> list[Token]:
    """What narrows the object: "joint" of "runs a joint venture"."""
    return [child for one in objects(verb) for child in modifiers(one)]


def buyers_of_part(verb: Token) -> list[Token]:
    """Who buys what a part is of: of "accounts for 60% of the memory that Nvidia buys", "supplied 46% of what Dell bought" the buyer."""
    inside = (token for token in verb.subtree if token.i > verb.i and token.dep_ in ("relcl", "pcomp", "ccomp"))
    clause = next((token for token in inside if token.lemma_ in (*BUYING, "go", "end")), None)
    if clause is not None and clause.lemma_ not in BUYING:  # "71% of the cells that went into Tesla's cars"
        return owners_of_goods(clause)
    return [child for child in clause.children if child.dep_ == "nsubj"] if clause is not None else []


def owners_of_object(verb: Token) -> list[Token]:
    """Whose the object is said to be: "its" of "sold its stake"."""
    return [child for one in objects(verb) for child in one.children if child.dep_ == "poss"]


def wholes_of_subject(noun: Token) -> list[Token]:
    """What the subject is, or is a part of: of "38% of Orbis is in the hands of Ibara" with `hands` as the trigger: Orbis."""
    above = next((one for one in (noun, *governors(noun)) if one.pos_ in ("VERB", "AUX") or one.lower_ in RESTS), None)
    if above is not None and above.lower_ in RESTS:  # "owns 85% of Altera, with the rest in the hands of Bosch"
        return []
    things = surface_subjects(above, 0) if above is not None else []
    parts = [p for thing in things for of in thing.children if of.lower_ in ("of", "in") for p in of.children if p.dep_ == "pobj"]
    return parts or things


def owners_of_goods(verb: Token) -> list[Token]:
    """Whose goods something goes into: of "sit in the sensors of Bosch", "are found in most of Apple's phones" the firm."""
    things = [one for word in ("into", "in", "inside") for one in prepositional(verb, word)]
    inner = [p for one in things for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
    return [child for one in (*things, *inner) for child in one.children if child.dep_ == "poss"] or inner


def owners_of_stock(verb: Token) -> list[Token]:
    """Whose shares the object is: of "owns 9.8% of Intel's common stock" Intel."""
    held = objects(verb) + shares_of(verb)
    return [child for one in held if one.lemma_.lower() in STOCK for child in one.children if child.dep_ == "poss"]


def owners_of_shares(verb: Token) -> list[Token]:
    """Whose shares a part of them is: of "owns 9.4% of its shares", "holds a tenth of Intel's shares" the owner."""
    held = [one for one in shares_of(verb) if one.lemma_.lower() in ("share", "equity", "capital")]
    return [child for one in held for child in one.children if child.dep_ == "poss"]


def those_under(noun: Token) -> list[Token]:
    """Who is under it: "Huawei has been under American sanctions", "Huawei, under sanctions since 2019"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "under" else noun
    if above.lemma_ in ("be", "remain", "stay", "come", "fall", "operate"):
        return surface_subjects(above, 0)
    return [above] if above.pos_ == "PROPN" else []


def needy(verb: Token) -> list[Token]:
    """Whose needs the object, or what it is a share of, is: of "met a third of Dell's needs" Dell."""
    wants = [one for one in objects(verb) + shares_of(verb) if one.lemma_.lower() in NEEDS]
    owners = [child for one in wants for child in one.children if child.dep_ == "poss"]
    return owners or [p for one in wants for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def names_of_object(verb: Token) -> list[Token]:
    """What the object is called: of "lost its biggest client, Tesla" Tesla."""
    return [name for one in objects(verb) if one.pos_ == "NOUN" for name in described(one)]


def wholes_of_part(noun: Token) -> list[Token]:
    """What a part that changes hands is of: of "the sale of 38% of Arm", "of a stake in Arm" Arm."""
    parts = [p for of in noun.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj" and p.lemma_.lower() in STAKES]
    return [p for one in parts for of in one.children if of.lower_ in ("of", "in") for p in of.children if p.dep_ == "pobj"]


def doers_with(noun: Token) -> list[Token]:
    """Who does something with the noun: of "builds motors with a partner, BYD" with `partner` as the trigger the builder."""
    verb = (
        next((one for one in governors(noun) if one.pos_ == "VERB"), None) if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    )
    return subjects(verb) if verb is not None else []


def made_into(verb: Token) -> list[Token]:
    """What a thing is used in making: of "goes into the production of LEDs" the LEDs."""
    makings = [one for one in prepositional(verb, "into") if one.lemma_.lower() in MAKING]
    return [p for one in makings for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def those_meant(verb: Token) -> list[Token]:
    """Whom the subject is for: of "Power for the site comes from Statkraft" the site."""
    things = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return [p for one in things for meant in one.children if meant.lower_ in ("for", "at") for p in meant.children if p.dep_ == "pobj"]


def shares_of(verb: Token) -> list[Token]:
    """What the object is a share of: of "gets a fifth of its revenue from" the revenue."""
    return [p for one in objects(verb) for of in one.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]


def modifiers(noun: Token) -> list[Token]:
    """What stands before a noun and narrows it."""
    return [child for child in noun.lefts if child.dep_ in ("compound", "nmod", "amod")]


def objects_before(verb: Token) -> list[Token]:
    """What narrows the object, also one that the parser takes for who gets it: "tax" of "grants Intel tax credits"."""
    return [child for one in verb.children if one.dep_ in ("dobj", "dative") for child in modifiers(one)]


def meant_by_object(verb: Token) -> list[Token]:
    """Whom the object is for: of "approved a tax break for Rapidus" Rapidus."""
    meant = [child for one in objects(verb) for child in one.children if child.lower_ in ("for", "to")]
    return [p for one in meant for p in one.children if p.dep_ == "pobj"]


def recipients(verb: Token) -> list[Token]:
    """To whom, where two objects stand without a preposition: of "sells Apple a fifth of the modems" Apple, and of "sold Apple 320 modems"
    too, where the parser takes the firm for a part of the name of the goods."""
    found = [one for one in verb.children if one.dep_ in ("dobj", "dative") and one.pos_ != "ADP" and one.i > verb.i]
    if len(found) > 1:
        return found[:1]
    parts = [one for one in objects(verb) if one.dep_ in ("compound", "nmod") and one.i > verb.i]  # a part of a sum
    return before_a_sum(found) or parts[:1]


def opening_with(verb: Token) -> list[Token]:
    """With whom a sentence opens: "With Bosch, TSMC is to build", a comma before what the sentence says."""
    chain = [verb, *(one for one in governors(verb) if one.pos_ in ("VERB", "AUX"))]
    opened = [prep for one in chain for prep in one.lefts if prep.lower_ == "with" and prep.is_sent_start]
    named = [p for prep in opened for p in prep.children if p.dep_ == "pobj"]
    inside = [token for prep in opened for token in prep.subtree]
    if any(token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADP" and token.lower_ not in ("with", "of")) for token in inside):
        return []  # "With Intel in trouble, TSMC is building"
    return named if inside and verb.doc[inside[-1].i + 1].text == "," else []


def destinations(verb: Token) -> list[Token]:
    """Where goods are on their way to: of "requires a licence for chips destined for China" China."""
    ways = [one for one in verb.subtree if one.lower_ in BOUND and one.i > verb.i]
    return [p for one in ways for to in one.children if to.lower_ in ("for", "to") for p in to.children if p.dep_ == "pobj"]


SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "subj": subjects,
    "obj": objects,
    "poss": possessors,
    "is": described,
    "holder": holders,
    "comp": modifiers,
    "self": itself,
    "raiser": raisers,
    "joiner": joiners,
    "raised": rounds,
    "stake_above": stakes_above,
    "part_of": wholes_of_subject,
    "verb": verbs_above,
    "listing": listings,
    "whole": wholes,
    "whose": owners_of_subject,
    "earner": earners,
    "doer": doers_with,
    "made_into": made_into,
    "whole_of_part": wholes_of_part,
    "bare_revenue": bare_revenues,
    "meant_for": those_meant,
    "seller": sellers,
    "causer": causers,
    "costing": costing,
    "funder": funders,
    "source": sources,
    "switched_to": switched_to,
    "aided": aided,
    "giver": givers,
    "user": users,
    "firm_before": makers_before,
    "taker": takers,
    "deal_with": deal_partners,
    "supplying": shedding,
    "share_of": shares_of,
    "maker": subjects_above,
    "joint": object_modifiers,
    "obj_owner": owners_of_object,
    "buyer_of_part": buyers_of_part,
    "behalf": behalf,
    "designer": designers,
    "topic": topic,
    "forbidder": forbidders,
    "lawgiver": lawgivers,
    "prohibitor": prohibitors,
    "sayer": sayers,
    "listed": listed,
    "permission": permissions,
    "conferred": conferred,
    "allowed": allowed,
    "to_as_deed": taken_for_deeds,
    "licensed": licensed,
    "named_by": namers,
    "set_apart": set_apart,
    "inverted": inverted,
    "engaged": engaged,
    "opening_for": opening_for,
    "opening_with": opening_with,
    "bound_for": destinations,
    "recipient": recipients,
    "obj_comp": objects_before,
    "obj_for": meant_by_object,
    "subject_user": users_of_subject,
    "goods_owner": owners_of_goods,
    "stock": owners_of_stock,
    "its_shares": owners_of_shares,
    "under_it": those_under,
    "obj_name": names_of_object,
    "needy": needy,
}
"""What each slot means stands at its function."""
