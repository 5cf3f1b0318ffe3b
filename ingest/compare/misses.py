"""What was missed and what was returned wrongly, one row each, with the sentence it stands in."""

from typing import Any

from ingest.compare.document import Document, Fact, Mention, Span, overlap
from ingest.compare.mentions import wrong_names
from ingest.compare.relations import Judged, Key, Matching, match, opposite

Row = dict[str, Any]


def misses(ours: Document, gold: Document, text: str) -> list[Row]:
    """Mentions first, then relations, each in the order of the text. `what` is missed, wrong or denied (a denied fact
    returned as true); `why` says what was returned instead, or what is wrong with it."""
    missed, spurious = wrong_names(ours, gold)
    mentions = [_mention_row("missed", one, ours, text) for one in missed] + [_mention_row("wrong", one, gold, text) for one in spurious]
    matching = match(ours, gold)
    relations = [
        _fact_row("missed", facts[0], _why_missed(key, facts[0], matching, ours), gold, text) for key, facts in matching.missed.items()
    ]
    first = {one.key: one for one in reversed(matching.judged) if not one.right}
    relations += [_fact_row(_verdict(one, matching), one.fact, _why_wrong(one, matching), ours, text) for one in first.values()]
    return sorted(mentions, key=_place) + sorted(relations, key=_place)


def _place(row: Row) -> tuple[int, int, str]:
    return row["start"], row["end"], row["what"]


def _mention_row(what: str, mention: Mention, other: Document, text: str) -> Row:
    near = [one for one in other.mentions if overlap(one.span, mention.span)]
    whose = "gold has" if what == "wrong" else "returned"
    instead = ", ".join(f"{one.type} “{_quote(text, one.span)}”" for one in near)
    return {
        "of": "entity",
        "what": what,
        "type": mention.type,
        "text": _quote(text, mention.span),
        "why": f"{whose} {instead}" if near else "",
        "start": mention.start,
        "end": mention.end,
        "sentence": _quote(text, _line(text, mention.span)),
    }


def _fact_row(what: str, fact: Fact, why: str, document: Document, text: str) -> Row:
    qualifiers = "".join(f"; {name}: {value}" for name, value in fact.qualifiers)
    said = f"{_named(document, fact.head, text)} → {_named(document, fact.tail, text)} ({fact.polarity}, {fact.modality}{qualifiers})"
    return {
        "of": "relation",
        "what": what,
        "type": fact.type,
        "text": said,
        "why": why,
        "start": fact.evidence[0],
        "end": fact.evidence[1],
        "head": list(fact.head),
        "tail": list(fact.tail),
        "pattern": fact.pattern,
        "sentence": _quote(text, fact.evidence),
    }


def _named(document: Document, span: Span, text: str) -> str:
    """The words of an end, and the name behind a nominal or pronoun."""
    mention, words = document.at(span), _quote(text, span)
    if mention is None or mention.kind == "name":
        return words
    name = next((one for one in document.chains[mention.entity] if one.kind == "name"), None)
    return f"{words} [{_quote(text, name.span)}]" if name else words


def _why_missed(key: Key, fact: Fact, matching: Matching, ours: Document) -> str:
    """What ours have between the same two ends, or which end ours do not mention where gold states the fact."""
    between = {one for one in matching.found if frozenset(one[1:3]) == frozenset(key[1:3])}
    if between:
        return "returned " + ", ".join(sorted(_short(one, key) for one in between))
    unseen = [end for end, span in (("head", fact.head), ("tail", fact.tail)) if ours.at(span) is None]
    return f"no mention of the {' and the '.join(unseen)}" if unseen else "nothing between the two"


def _why_wrong(one: Judged, matching: Matching) -> str:
    if opposite(one.key) in matching.wanted:
        return f"gold has it {opposite(one.key)[3]}"
    if not one.known:
        return "an end is no entity of the gold"
    between = {key for key in matching.wanted if frozenset(key[1:3]) == frozenset(one.key[1:3])}
    return "gold has " + ", ".join(sorted(_short(key, one.key) for key in between)) if between else "gold does not relate the two"


def _verdict(one: Judged, matching: Matching) -> str:
    return "denied" if opposite(one.key) in matching.denied_asserted() else "wrong"


def _short(key: Key, beside: Key) -> str:
    """A relation between the same ends in three words."""
    direction = "" if key[1:3] == beside[1:3] else " the other way"
    return f"{key[0]}{direction}" + (" negated" if key[3] == "negated" else "")


def _line(text: str, span: Span) -> Span:
    """The sentence or line around a mention, as far as a full stop or line break tells."""
    start = max(text.rfind(mark, 0, span[0]) + len(mark) for mark in ("\n", ". ") if mark in text[: span[0]] or mark == "\n")
    end = min((position + 1 for mark in ("\n", ". ") if (position := text.find(mark, span[1])) >= 0), default=len(text))
    return start, end


def _quote(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split())
