"""What a permission is for: what is given or refused, the goods, and where they may go."""

from spacy.tokens import Token

from ingest.grammar.arguments import objects
from ingest.grammar.context import PERMITS
from ingest.grammar.prepositions import FLOWS
from ingest.grammar.tree import governors, is_passive


def conferred(verb: Token) -> list[Token]:
    """What is given or refused, also where the one who gets it is the subject, "Larkin was refused a licence", and where a clause
    says who gives it: "the licence it had granted Larkin"."""
    kept = [child for child in verb.children if child.dep_ in ("dobj", "oprd")] if is_passive(verb) else []
    above = [verb.head] if verb.dep_ == "relcl" and verb.head.lower_ in PERMITS else []
    return [*kept, *above, *objects(verb)]


def licensed(verb: Token) -> list[Token]:
    """What a permission is given for, also where the parser hangs it on who gets it: "granted to Larkin GmbH for pumps"."""
    things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "dative", "agent", "prep", "oprd")]
    named = [p for one in things if one.lower_ in ("to", "by") for p in one.children if p.dep_ == "pobj"]
    anchors = [verb, *things, *named]
    return [p for one in anchors for prep in one.children if prep.lower_ == "for" for p in prep.children if p.dep_ == "pobj"]


def allowed(verb: Token) -> list[Token]:
    """Who is allowed to do something, also where the parser makes them the subject of the deed: "lets Larkin run its plant"."""
    below = [child for child in verb.children if child.dep_ == "ccomp" and child.tag_ == "VB"]
    return [child for one in below for child in one.children if child.dep_ == "nsubj"] or objects(verb)


def permissions(trigger: Token) -> list[Token]:
    """Of "a licence to sell the H20" with `sell` as the trigger the licence; of "a licence for sales of the H20" with `sales` too."""
    head = trigger.head
    if trigger.pos_ in ("VERB", "AUX"):
        if trigger.dep_ in ("acl", "relcl", "xcomp", "advcl") and head.lower_ in PERMITS:
            return [head]
        kept = [child for child in head.children if child.dep_ in ("dobj", "nsubjpass") and child.lower_ in PERMITS]
        return kept if trigger.dep_ in ("xcomp", "advcl") and trigger.tag_ == "VB" else []
    if trigger.lemma_ not in FLOWS:
        return []
    return _above(trigger)


def _above(flow: Token) -> list[Token]:
    """The permission that a flow of goods stands under: behind its "for", or as the object of what it allows."""
    verb = next((one for one in governors(flow) if one.pos_ in ("VERB", "AUX")), None)
    before = [one for one in governors(flow) if one.lower_ in PERMITS and (verb is None or one.i > verb.i or verb.i in _below(one))]
    if before:
        return before[:1]
    if flow.dep_ == "pobj" and flow.head.lower_ == "for" and verb is not None:
        return conferred(verb)
    return []


def _below(noun: Token) -> set[int]:
    return {one.i for one in noun.subtree}
