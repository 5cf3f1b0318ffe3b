"""Clauses that leave out what was just said: "uses bonders from A and handlers from B", "A owns 34% of C, B 25%".

The parser hangs such a rest anywhere. The words themselves tell: no verb since, the same preposition again, or a name and a figure."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from ingest.reading import Figure, Found, Relation, mention_at, reading_of
from ingest.structure import may_relate

PREPOSITIONS = frozenset("from by for to with at in on".split())
TYPES = (
    "SUPPLIES",
    "MANUFACTURES",
    "OWNS",
    "DEPENDS_ON",
    "USES",
    "INVESTS_IN",
    "ACQUIRES",
    "SUBSIDISES",
    "PENALISES",
    "OPERATES",
    "HOLDS_STOCK",
)
SHARED = ("OWNS", "SUPPLIES", "DEPENDS_ON", "HOLDS_STOCK")
"""Of these a name and a figure are enough for a rest."""
JOINS = frozenset([",", ";", "and", "or", "while", "but", "with"])
REST = frozenset(["rest", "remainder", "balance"])
SMALL = frozenset(
    "the a an about around some roughly nearly almost just over under only another further more than little for at good".split()
)
STATES = ("GovBody", "Country", "Region")
FAR = 18
"""Words that a rest has at most before its name."""


def gapped(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """The relations of the rests that follow the relations `known`, each with the figures of its own."""
    waiting = [one for one in known if one.type in TYPES]
    for relation in waiting:
        yield from _before_figures(doc, relation)
    while waiting:
        found = list(_after_preposition(doc, waiting.pop(0)))
        yield from found
        waiting += found


def _after_preposition(doc: Doc, relation: Relation) -> Iterator[Relation]:
    """ "… from Larkin, and the controllers from Odessa": the name after the same preposition takes the place of the one before."""
    for end in (relation.head, relation.tail):
        word = _preposition(doc, end) if end.start > relation.trigger else None
        found = _again(doc, end, word) if word is not None else None
        if found is not None and found.kind == "name":
            between = [token.lower_ for token in doc[end.end : found.start]]
            yield from _with(doc, _turned(relation, between), end, found, (end.end, found.start))


def _turned(relation: Relation, between: list[str]) -> Relation:
    """ "not from Larkin but from Odessa", "from Larkin, but not from Odessa": the second is the opposite of the first."""
    if "not" in between:
        return replace(relation, polarity="negated")
    return replace(relation, polarity="affirmed") if "but" in between else relation


def _preposition(doc: Doc, end: Found) -> str | None:
    """The preposition right before a name, "the" and adjectives apart."""
    for position in range(end.start - 1, max(end.start - 5, doc[end.start].sent.start - 1), -1):
        token = doc[position]
        if token.lower_ in PREPOSITIONS:
            return token.lower_
        if token.pos_ not in ("DET", "ADJ", "PART", "NOUN", "PROPN") and token.lower_ != "'s":
            return None
    return None


def _again(doc: Doc, end: Found, word: str) -> Found | None:
    """The name after the next `word`, where nothing between has a verb or names another that could be meant."""
    joined = False
    for token in doc[end.end : min(end.end + FAR, doc[end.start].sent.end - 1)]:
        if _says_more(token):
            return None
        joined = joined or token.lower_ in JOINS
        if joined and token.lower_ == word:
            return _named_after(doc, token)
        other = mention_at(doc, token.i)
        if other is not None and other.label == end.label and other.kind != "pronoun" and joined:
            return None
    return None


def _says_more(token: Token) -> bool:
    """Whether a word opens a clause of its own; a participle before a noun does not."""
    inside = mention_at(token.doc, token.i)
    goods = inside is not None and inside.label in ("Product", "Material")
    verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound") and not goods
    return verb or token.lower_ in ("which", "who", "whose", "that", "said", "where") or token.text in ("(", '"', ":")


def _named_after(doc: Doc, preposition: Token) -> Found | None:
    for token in doc[preposition.i + 1 : min(preposition.i + 6, preposition.sent.end)]:
        found = mention_at(doc, token.i)
        if found is not None and (found.kind == "nominal" or (found.end < len(doc) and doc[found.end].text == "-")):
            continue  # "the Dutch firm Holtec", "Volvo-backed Etikon"
        if found is not None and found.label in ("Company", "GovBody", "ResearchOrg", "Person", "Country"):
            if found.label == "Country" and not _ends(doc, found):
                continue  # "by the Estonian chemicals group Rannamets"
            owned = found.end < len(doc) and doc[found.end].lower_ == "'s"
            return None if owned else found
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART") and token.text != "-" and token.i and doc[token.i - 1].text != "-":
            return None
    return None


def _ends(doc: Doc, found: Found) -> bool:
    """Whether nothing that a country's name narrows follows it."""
    return found.end >= len(doc) or doc[found.end].pos_ not in ("NOUN", "PROPN", "ADJ")


def _before_figures(doc: Doc, relation: Relation) -> Iterator[Relation]:
    """ "Reyes owns 34% of MSS, Tembusu 25%, Silay 12%": each name and share take the places of the subject and its own."""
    subject = relation.head if relation.head.end <= relation.trigger else relation.tail
    if subject.end > relation.trigger or relation.type not in SHARED:
        return
    first = relation.figures or _shares(doc, relation, relation.trigger, doc[relation.trigger].sent.end)
    start = _after(doc, first[0]) if first else None
    while start is not None:
        found = _name_and_share(doc, start, relation)
        if found is not None:
            yield from _with(doc, relation, subject, found[0], found[1])
        start = found[1][1] if found is not None else None


def _name_and_share(doc: Doc, start: int, relation: Relation) -> tuple[Found, tuple[int, int]] | None:
    """The next name that a share follows at once, past what the first share is of."""
    joined, end = False, doc[relation.trigger].sent.end
    for token in doc[start : min(start + FAR, end)]:
        if _says_more(token):
            return None
        found = mention_at(doc, token.i) if joined else None
        if found is not None and found.kind == "name" and found.label in ("Company", "Person", "GovBody"):
            stop = _share_after(doc, relation, found.end, end)
            return (found, (found.end, stop)) if stop is not None else None
        joined = joined or token.lower_ in JOINS
    return None


def _share_after(doc: Doc, relation: Relation, position: int, end: int) -> int | None:
    """Where the share ends that begins here, or "the rest"; a country may stand between, "of Pennsylvania", or an apposition."""
    if position + 1 < end and doc[position].lower_ == "of" and (place := mention_at(doc, position + 1)) is not None:
        position = place.end
    position = _past_apposition(doc, position, end)
    for number in range(position, min(position + 4, end)):
        shares = _shares(doc, relation, number, end)
        if shares and doc[number].idx == shares[0].start:
            return _after(doc, shares[0])
        if doc[number].lower_ in REST or (doc[number].text.isdigit() and _closes(doc, number + 1, end)):
            return number + 1
        if doc[number].lower_ not in SMALL:
            return None
    return None


def _past_apposition(doc: Doc, position: int, end: int) -> int:
    """Behind what is said of a name between commas: "Cassa Euganea, a regional bank, 20%"."""
    if position + 1 >= end or doc[position].text != "," or doc[position + 1].lower_ not in ("a", "an", "the", "its"):
        return position
    aside = doc[position + 1 : min(position + FAR, end)]
    stop = next((one.i for one in aside if one.text == "," or one.pos_ in ("VERB", "AUX")), None)
    return stop + 1 if stop is not None and doc[stop].text == "," else position


def _closes(doc: Doc, position: int, end: int) -> bool:
    """Whether a clause ends here, so that a bare number before is a share like the one said in full."""
    return position >= end or doc[position].text in (",", ";", ".") or doc[position].lower_ == "and"


def _shares(doc: Doc, relation: Relation, start: int, end: int) -> tuple[Figure, ...]:
    """The shares, or of what is in stock the weeks and amounts."""
    first, last = doc[start].idx, doc[end - 1].idx
    kinds = ("DATE", "QUANTITY") if relation.type == "HOLDS_STOCK" else ("PERCENT",)
    within = (one for one in reading_of(doc).figures if one.type in kinds and first <= one.start <= last)
    return tuple(one for one in within if one.type != "DATE" or one.duration)


def _figures(doc: Doc, start: int, end: int) -> tuple[Figure, ...]:
    first, last = doc[start].idx, doc[end - 1].idx
    return tuple(one for one in reading_of(doc).figures if first <= one.start <= last)


def _after(doc: Doc, figure: Figure) -> int | None:
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span.end if span is not None else None


def _with(doc: Doc, relation: Relation, end: Found, other: Found, stretch: tuple[int, int]) -> Iterator[Relation]:
    """The relation with `other` in the place of `end`; its figures are those within the stretch of words."""
    head, tail = (other, relation.tail) if end is relation.head else (relation.head, other)
    if relation.type == "INVESTS_IN" and head.label in STATES and end is relation.head and end.label not in STATES:
        relation = replace(relation, type="SUBSIDISES")  # "$750 million from Apollo and a grant from the ministry"
    if head.entity and tail.entity and may_relate(relation.type, head, tail) and head.entity != tail.entity:
        yield replace(relation, head=head, tail=tail, product=None, figures=_figures(doc, *stretch) if stretch[0] < stretch[1] else ())
