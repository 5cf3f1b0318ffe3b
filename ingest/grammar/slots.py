"""The slots of the frames: a name for each place around a trigger word, and who looks there."""

from collections.abc import Callable

from spacy.tokens import Token

from ingest.grammar.arguments import described, holders, objects, possessors, subjects
from ingest.grammar.context import forbidders, lawgivers, listed, sayers, topic
from ingest.grammar.coordination import expanded
from ingest.grammar.owners import earners, owners_of_subject, sellers
from ingest.grammar.prepositions import prepositional, wholes
from ingest.grammar.trade import behalf, causers, designers, sources, users


def fillers(trigger: Token, slot: str) -> list[Token]:
    """The words in `slot` of the trigger, with those coordinated to them on the same side of it: of "CDT (bought by Sumitomo) and
    Canon" only the first was bought. A slot that SLOTS does not list is a preposition."""
    find = SLOTS.get(slot)
    found = find(trigger) if find is not None else prepositional(trigger, slot)
    return [one for token in found for one in expanded(token) if token.i > trigger.i or one.i < trigger.i]


def modifiers(noun: Token) -> list[Token]:
    """What stands before a noun and narrows it."""
    return [child for child in noun.lefts if child.dep_ in ("compound", "nmod", "amod")]


SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "subj": subjects,
    "obj": objects,
    "poss": possessors,
    "is": described,
    "holder": holders,
    "comp": modifiers,
    "whole": wholes,
    "whose": owners_of_subject,
    "earner": earners,
    "seller": sellers,
    "causer": causers,
    "source": sources,
    "user": users,
    "behalf": behalf,
    "designer": designers,
    "topic": topic,
    "forbidder": forbidders,
    "lawgiver": lawgivers,
    "sayer": sayers,
    "listed": listed,
}
"""What each slot means stands at its function."""
