"""What a date of a relation is: its day, its beginning, its end, its deadline."""

from spacy.tokens import Doc

from ingest.reading import Figure, Relation

BEFORE_A_DATE = frozenset("the about around early late mid at end of".split())
BEGINNINGS = {
    "WORKS_FOR": frozenset("join hire name appoint become recruit poach promote elect".split()),
}
ENDINGS = {"WORKS_FOR": frozenset("leave resign quit retire depart fire dismiss oust".split())}
"""Verbs whose date is the first or the last day of what they say."""
DEADLINES = frozenset(["by", "before"])
STARTS = frozenset(["since", "from", "starting", "effective"])
ENDS = frozenset(["until", "till", "through"])


def date_name(doc: Doc, figure: Figure, relation: Relation) -> str:
    """`date`, or what the verb or the word before makes of it: `start`, `end`, `deadline`."""
    verb = doc[relation.trigger].lemma_.lower()
    if verb in BEGINNINGS.get(relation.type, ()):
        return "start"
    if verb in ENDINGS.get(relation.type, ()):
        return "end"
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    before = {t.lower_ for t in doc[max(span.start - 2, 0) : span.start]} if span is not None else set()
    if span is not None and span.start and doc[span.start - 1].lower_ not in DEADLINES | STARTS | ENDS | BEFORE_A_DATE:
        before = set()  # "bought from Larkin last year"
    before |= {span.root.head.lower_} if span is not None else set()
    for words, name in ((DEADLINES, "deadline"), (STARTS, "start"), (ENDS, "end")):
        if before & words:
            return name
    return "date"
