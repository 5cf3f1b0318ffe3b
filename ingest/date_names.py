"""What a date of a relation is: its day, its beginning, its end, its deadline."""

import itertools

from spacy.tokens import Doc, Span, Token

from ingest.asides import begins, is_in_force
from ingest.grammar import governors
from ingest.reading import Figure, Relation

BEFORE_A_DATE = frozenset("the about around early late mid at end of".split())
BEGINNINGS = {
    "WORKS_FOR": frozenset("join hire name appoint become recruit poach promote elect take succeed replace".split()),
}
ENDINGS = {
    "WORKS_FOR": frozenset("leave resign quit retire depart fire dismiss oust remove".split()),
    "SUPPLIES": frozenset("stop halt cease end suspend terminate discontinue lose drop".split()),
    "OWNS": frozenset("sell divest dispose offload".split()),
    "SUBSIDIARY_OF": frozenset("sell divest split".split()),
    "OPERATES": frozenset("close shut shutter".split()),
    "RESTRICTS": frozenset("lift scrap repeal revoke rescind drop withdraw expire lapse end".split()),
}
"""Verbs whose date is the first or the last day of what they say."""
DEADLINES = frozenset(["by", "before"])
STARTS = frozenset(["since", "from", "starting", "effective", "beginning", "commencing"])
ENDS = frozenset(["until", "till", "through", "beyond"])
BEGUN = frozenset(["begin", "start", "commence"])
LASTING = frozenset(["SUPPLIES", "MANUFACTURES", "USES"])
"""What goes on from the day it is begun."""
RUNNING_OUT = frozenset("expire end lapse run last".split())
"""Verbs of a contract whose date is its last day: "expires in", "runs to"."""


def date_name(doc: Doc, figure: Figure, relation: Relation) -> str:
    """`date`, or what the verb or the word before makes of it: `start`, `end`, `deadline`."""
    verb = _verb(doc[relation.trigger])
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is not None and span.start and doc[span.start - 1].lower_ in ("until", "since"):
        return "end" if doc[span.start - 1].lower_ == "until" else "start"
    if verb in BEGINNINGS.get(relation.type, ()):
        return "start"
    if verb in ENDINGS.get(relation.type, ()) and not _is_handed_over(relation):
        return "end"
    if span is not None and (named := _of_a_span(span) or _last_day(span)):
        return named
    if span is not None and any(begins(one) or is_in_force(one) for one in itertools.islice(governors(span.root), 2)):
        return "start"
    own = next((one.lemma_ for one in governors(span.root) if one.pos_ == "VERB"), "") if span is not None else ""
    if own in BEGINNINGS.get(relation.type, ()):
        return "start"  # "said Inchbald, who took over as chief executive in September"
    before = {t.lower_ for t in doc[max(span.start - 2, 0) : span.start]} if span is not None else set()
    if span is not None and span.start and doc[span.start - 1].lower_ not in DEADLINES | STARTS | ENDS | BEFORE_A_DATE:
        before = set()  # "bought from Larkin last year"
    before |= {span.root.head.lower_} if span is not None else set()
    for words, name in ((DEADLINES, "deadline"), (STARTS, "start"), (ENDS, "end")):
        if before & words:
            if name == "deadline" and relation.type == "RESTRICTS" and "before" in before:
                return "end"  # "may not sell the site before 2038"
            return "date" if name == "deadline" and _is_done(doc[relation.trigger], span) else name
    return "start" if relation.type in LASTING and _is_begun(doc[relation.trigger]) else "date"


def _is_begun(trigger: Token) -> bool:
    """ "Began shipping chips in March", "will start production in 2027": the day is the first of many."""
    begun = trigger.head if trigger.dep_ in ("xcomp", "dobj") else trigger
    return begun.lemma_ in BEGUN


def _is_done(trigger: Token, span: Span | None) -> bool:
    """ "By the end of 2023 it had bought": a day by which it was done, and none by which it is to be ("ordered to be delivered by")."""
    words = {token.lower_ for token in trigger.doc[trigger.i + 1 : span.start]} if span is not None else set()
    return words.isdisjoint(("to", "due")) and trigger.tag_ == "VBN" and any(child.lower_ == "had" for child in trigger.children)


def _is_handed_over(relation: Relation) -> bool:
    """ "Intel sold half of it to SoftBank": what ends for the one begins for the other."""
    return relation.type == "OWNS" and relation.modality != "historical" and relation.polarity == "affirmed"


def _verb(trigger: Token) -> str:
    """What is done: the trigger, or the verb that a noun hangs on ("removed Zhang as chief executive", "sold its stake")."""
    done = trigger.dep_ in ("xcomp", "pcomp", "dobj") and trigger.tag_ == "VBG"  # "stopped supplying"
    above = next((one for one in governors(trigger) if one.pos_ == "VERB"), trigger) if trigger.pos_ == "NOUN" or done else trigger
    return above.lemma_.lower()


def _of_a_span(date: Span) -> str | None:
    """ "Between 2022 and 2024", "from 2020 to 2023": the first is the start, the second the end."""
    doc = date.doc
    before = [token.lower_ for token in doc[max(date.sent.start, date.start - 6) : date.start]]
    after = [token.lower_ for token in doc[date.end : min(date.end + 2, date.sent.end)]]
    if before[-1:] == ["between"] and after[:1] == ["and"]:
        return "start"
    if before[-1:] == ["and"] and "between" in before:
        return "end"
    return "end" if before[-1:] == ["to"] and "from" in before else None


def _last_day(date: Span) -> str | None:
    """ "Their contract expires in December 2026", "an accord that runs to 2031"."""
    preposition = date.root.head
    verb = preposition.head
    running = preposition.dep_ == "prep" and preposition.lower_ in ("in", "on", "to", "at") and verb.pos_ == "VERB"
    return "end" if running and verb.lemma_ in RUNNING_OUT else None
