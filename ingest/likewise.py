"""Others of whom a clause says the same: "TSMC depends on ASML, and so do Intel and Samsung", "as does Micron", "nor does AMD"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from ingest.reading import Figure, Found, Relation, chars_of, mention_at, reading_of
from ingest.structure import may_relate

SAME: dict[str, str] = {"so": "affirmed", "as": "affirmed", "nor": "negated", "neither": "negated"}
"""What takes up a clause, and the polarity of the clauses that it takes up."""
HELPING = frozenset("do does did is are was were has have had will would can could may".split())
NOTHING = frozenset("nil zero none no not never nothing stopped ceased ended".split())
JOINS = frozenset([",", "and", "or", "the", "both", "its", "rivals", "rival"])


def likewise(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """The relations of the clause before, with each name after "so do" or "as does" in the place of its subject."""
    for token in doc[1:-2]:
        if token.lower_ not in SAME or token.nbor().lower_ not in HELPING:
            continue
        verbal = [one for one in known if doc[one.trigger].pos_ in ("VERB", "AUX")]
        before = [one for one in verbal if token.sent.start <= one.trigger < token.i and one.polarity == SAME[token.lower_]]
        last = max((one.trigger for one in before), default=-1)
        for name in names_after(doc, token.i + 2):
            for one in before:
                if one.trigger == last:
                    yield from _with(one, name)


def those(doc: Doc, known: list[Relation]) -> Iterator[Relation]:
    """Of "sales to Apple were 31% of Qorvo's revenue and those to Samsung 12%" what is said of the second name."""
    for token in doc[1:-2]:
        preposition = token.nbor()
        if token.lower_ not in ("those", "that") or preposition.lower_ not in ("to", "from", "by", "with"):
            continue
        name = next(iter(names_after(doc, token.i + 2, ends=False)), None)
        if name is not None and NOTHING & {one.lower_ for one in doc[name.end : name.end + 4]}:
            continue
        before = [one for one in known if token.sent.start <= one.trigger < token.i and doc[one.trigger].pos_ == "NOUN"]
        for one in before if name is not None else ():
            other = next((end for end in (one.head, one.tail) if doc[end.start - 1].lower_ == preposition.lower_), None)
            if other is not None and name is not None and other.start > one.trigger and other.label == name.label:
                head, tail = (name, one.tail) if other is one.head else (one.head, name)
                if head.entity != tail.entity and may_relate(one.type, head, tail):
                    yield replace(one, head=head, tail=tail, figures=_behind(doc, name), trigger=token.i)


def _behind(doc: Doc, name: Found) -> tuple[Figure, ...]:
    """The share that follows the name: "and those to Samsung 12%", "represented 14%"."""
    start, end = chars_of(doc, name)[1], doc[min(name.end + 3, len(doc) - 1)].idx
    return tuple(one for one in reading_of(doc).figures if one.type == "PERCENT" and start <= one.start <= end)[:1]


def names_after(doc: Doc, start: int, *, ends: bool = True) -> list[Found]:
    """The names of the list that begins here; none where a verb of their own or a possession follows."""
    position, end = start, doc[start].sent.end
    found: list[Found] = []
    while position < end:
        one = mention_at(doc, position)
        if one is not None and one.kind == "name" and one.entity:
            found.append(one)
            position = one.end
        elif doc[position].lower_ in JOINS:
            position += 1
        else:
            break
    return found if not ends or position >= end or doc[position].is_punct or doc[position - 1].text == "," else []


def _with(relation: Relation, name: Found) -> Iterator[Relation]:
    """The relation with the name in the place of the end before the trigger, if it is of the same type."""
    subject = relation.head if relation.head.start < relation.tail.start else relation.tail
    if subject.start > relation.trigger or subject.label != name.label:
        return
    head, tail = (name, relation.tail) if subject is relation.head else (relation.head, name)
    if head.entity != tail.entity and may_relate(relation.type, head, tail):
        yield replace(relation, head=head, tail=tail, figures=())
