"""What stands after a preposition of a trigger, also where the parser hung it on a word between."""

from spacy.tokens import Token

from ingest.grammar.tree import denied_deed, gerund_after, is_to_do, trigger_head
from ingest.number_words import FRACTIONS

FLOWS = frozenset("export shipment sale supply transfer delivery import reexport".split())
"""Goods on their way."""
PARTS = frozenset("all most half much some part many none bulk rest majority lot".split()) | FRACTIONS


def prepositional(trigger: Token, word: str) -> list[Token]:
    """Objects of the preposition `word` that belongs to the trigger, to its object, or to the verb that a noun hangs on."""
    anchors = [trigger]
    if trigger.pos_ in ("VERB", "AUX"):
        anchors += gerund_after(trigger)
        denied = denied_deed(trigger)
        anchors += [trigger.head, denied] if denied is not None else []
        anchors += [child for child in trigger.children if child.dep_ in ("dobj", "attr", "nsubjpass", "oprd", "prt", "acomp")]
        if word in ("to", "of") and trigger.lemma_ in ("require", "need", "face"):
            anchors += [child for child in trigger.children if child.dep_ == "nsubj"]
        anchors += [
            child
            for child in trigger.children
            if child.lower_ in ("out", "away", "together", "jointly") and child.dep_ in ("prep", "advmod", "prt")
        ]
        anchors += [deep for one in anchors[1:] if one.dep_ == "dobj" for deep in one.conjuncts if deep.i > one.i]
        anchors += [deep for one in anchors[1:] for of in one.children if of.lower_ == "of" for deep in of.children if deep.dep_ == "pobj"]
    elif trigger.pos_ == "ADV" and trigger.head.lower_ == word:  # "together with" as one preposition
        return [p for p in trigger.head.children if p.dep_ == "pobj"]
    else:
        if (
            trigger.dep_ in ("dobj", "attr", "nsubjpass", "acomp", "oprd")
            and trigger.head.pos_ in ("VERB", "AUX")
            or trigger.dep_ == "nsubj"
            and trigger.head.lemma_ == "be"
        ):
            anchors.append(trigger.head)
        anchors += [one for one in trigger.conjuncts if one.i > trigger.i and one.pos_ == trigger.pos_]  # "chairman and CEO of"
    found = [
        pobj
        for anchor in anchors
        for first in anchor.children
        for prep in (first, *(one for one in first.conjuncts if first.dep_ in ("prep", "dative", "agent") and one.i > first.i))
        if prep.lower_ == word
        and (prep.dep_ in ("prep", "dative", "agent", "conj") or prep.pos_ == "ADP")
        and (prep.i > trigger.i - 12 or prep.is_sent_start)
        for pobj in prep.children
        if pobj.dep_ in ("pobj", "pcomp")
    ]
    if not found and word in ("from", "to", "with") and trigger.pos_ in ("VERB", "NOUN"):
        found = _further(trigger, word)
    if not found and word in ("from", "to"):
        found = _of_flow(anchors, word)
    if not found and word in ("on", "against") and trigger.pos_ == "VERB":
        found = _behind_the_agent(trigger, word)
    found = [trigger_head(pobj) if pobj.lower_ in ("which", "whom") else pobj for pobj in found]
    if not found and word == "with" and trigger.pos_ == "NOUN":
        found = _deeper(trigger, word)
    if not found and word in ("at", "in", "for") and trigger.pos_ in ("VERB", "AUX", "NOUN"):
        found = _whereabouts(trigger) or _deeper(trigger, word)
    if not found and trigger.pos_ in ("VERB", "AUX") and trigger.conjuncts:
        later = [one for one in trigger.conjuncts if one.i > trigger.i and one.pos_ == "VERB" and not _is_denied(one) and not _has_own(one)]
        found = [p for one in later[:1] for prep in one.children if prep.lower_ == word for p in prep.children if p.dep_ == "pobj"]
    return found


def _behind_the_agent(verb: Token, word: str) -> list[Token]:
    """On whom, where the parser hangs it on who does it: "a fine imposed by the regulator on Larkin"."""
    agents = [p for by in verb.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]
    return [p for one in agents for prep in one.children if prep.lower_ == word for p in prep.children if p.dep_ == "pobj"]


def taken_for_deeds(verb: Token) -> list[Token]:
    """Of "could be widened to wafer bonders" the goods, where the parser takes "to" and their first word for an infinitive."""
    return [child for child in verb.children if child.dep_ in ("xcomp", "advcl") and is_to_do(child) and child.nbor(-1).lower_ == "to"]


def _is_denied(verb: Token) -> bool:
    """ "Needs wafers and cannot get them from Larkin": nothing is said of Larkin by the first verb."""
    return any(child.dep_ == "neg" or child.lower_ in ("never", "longer", "no", "hardly") for child in verb.children)


def _has_own(verb: Token) -> bool:
    """Whether a verb has a subject of its own: in "TSMC makes it and Amkor packages it for Nvidia" TSMC makes it for nobody."""
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _of_flow(anchors: list[Token], word: str) -> list[Token]:
    """Whereto or wherefrom goods go that a measure is on: "curbs on shipments of photoresist to China"."""
    nouns = [
        p for one in anchors for prep in one.children if prep.lower_ in ("on", "of", "for") for p in prep.children if p.lemma_ in FLOWS
    ]
    return [p for noun in nouns for prep in noun.children if prep.lower_ == word for p in prep.children if p.dep_ == "pobj"]


def _further(trigger: Token, word: str) -> list[Token]:
    """The preposition that the parser hung on a word between: "an order worth $50 million from Verano"."""
    for prep in trigger.subtree:
        if prep.i > trigger.i and prep.lower_ == word and prep.dep_ == "prep":
            between = []
            token = prep.head
            while token.i != trigger.i and token.head.i != token.i:
                between.append(token)
                token = token.head
            if between and not any(
                one.pos_ in ("VERB", "AUX") or (one.dep_ in ("relcl", "acl", "advcl", "appos") and one.lower_ not in PARTS)
                for one in between
            ):
                return [p for p in prep.children if p.dep_ == "pobj"]
    return []


def _whereabouts(trigger: Token) -> list[Token]:
    """The place of "where" in "Opower, where she led sales": the noun that the clause hangs on."""
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    if not any(child.lower_ == "where" for child in verb.children):
        return []
    where = [child for child in verb.children if child.lower_ == "where"]
    return [*where, verb.head] if verb.dep_ == "relcl" else where


def _deeper(trigger: Token, word: str) -> list[Token]:
    """The preposition one noun further down: "professor of physics at MIT", "vice president of sales at Intel"."""
    inner = [
        pobj
        for prep in trigger.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "as", "for", "in")
        for pobj in prep.children
        if pobj.dep_ == "pobj" and pobj.pos_ in ("NOUN", "PROPN")
    ]
    return [p for one in inner for deep in [one, *one.conjuncts] for prep in deep.children if prep.lower_ == word for p in prep.children]


def wholes(trigger: Token) -> list[Token]:
    """What a share is taken of: "accounts for half of output of HBM", "for a fifth of TSMC's revenue"."""
    found: list[Token] = []
    level = prepositional(trigger, "for")
    level += [
        token for one in level for token in one.subtree if token.dep_ in ("conj", "appos") and token.head.dep_ in ("pobj", "appos", "conj")
    ]
    for _ in range(3):
        level = [p for one in level for of in one.children if of.lower_ in ("of", "in") for p in of.children if p.dep_ == "pobj"]
        found += [deep for one in level for deep in (one, *(child for child in one.children if child.dep_ == "poss"))]
    return found
