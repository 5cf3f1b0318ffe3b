"""What the model of ingest/pairs.py sees of two given spans: their form, the words between and around them, their way through
the parse. Names and numbers are hidden, so that it learns wordings and not firms."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from ingest.reading import Found
from ingest.ways import NOWHERE, kinds, way_between, worded

WINDOW = 5
"""Words looked at before the first span and after the second."""
_LENGTHS = (0, 1, 3, 7, 15)


def features(doc: Doc, first: Found, second: Found, spans: list[Found]) -> list[str]:
    """The features of `first` and `second`, in the order of the text; `spans` are all that are given in it."""
    others = {position for found in spans if found is not first and found is not second for position in range(found.start, found.end)}
    seen = {"bias", f"ab={_form(doc, first)}{_entity(doc, first)}-{_form(doc, second)}{_entity(doc, second)}"}
    for name, found in (("a", first), ("b", second)):
        seen.update(f"{name}.{feature}" for feature in _end(doc, found, others))
    seen.update(_between(doc, first, second, others), _around(doc, first, second, others), _way(doc, first, second, others))
    return sorted(seen)


def _form(doc: Doc, found: Found) -> str:
    span = doc[found.start : found.end]
    return "pronoun" if span.root.pos_ == "PRON" else "name" if any(token.pos_ == "PROPN" for token in span) else "noun"


def _entity(doc: Doc, found: Found) -> str:
    """What the statistical model takes most of the span for."""
    kinds = sorted(token.ent_type_ for token in doc[found.start : found.end] if token.ent_type_)
    return max(kinds, key=kinds.count) if kinds else "-"


def _end(doc: Doc, found: Found, others: set[int]) -> Iterator[str]:
    """One of the two: its form, its head word unless that is a name, what hangs on it and what it hangs on."""
    root = doc[found.start : found.end].root
    yield from (f"form={_form(doc, found)}", f"entity={_entity(doc, found)}", f"dep={root.dep_}")
    if root.pos_ != "PROPN":
        yield f"root={root.lemma_.lower()}"
    if found.start and doc[found.start - 1].pos_ in ("DET", "PRON"):
        yield f"det={doc[found.start - 1].lower_}"
    for child in root.children:
        if child.dep_ in ("appos", "amod", "acl", "compound", "poss", "prep", "relcl") and not found.covers(child.i):
            yield f"child={child.dep_}:{_word(child, others)}"
    if not found.covers(root.head.i):
        yield f"head={root.dep_}:{_word(root.head, others)}"


def _word(token: Token, others: set[int]) -> str:
    """The word without what is peculiar to one text: names by their kind, numbers by their being one."""
    if token.i in others:
        return "<span>"
    if token.like_num:
        return "<number>"
    if token.pos_ == "PROPN" and token.ent_type_:
        return f"<{token.ent_type_}>"
    return token.lower_ if token.pos_ == "PRON" else token.lemma_.lower()


def _words(tokens: list[Token], others: set[int]) -> list[str]:
    """The words, a name of several as one."""
    found = [_word(token, others) for token in tokens]
    return [word for number, word in enumerate(found) if not (word.startswith("<") and number and word == found[number - 1])]


def _between(doc: Doc, first: Found, second: Found, others: set[int]) -> Iterator[str]:
    tokens = list(doc[first.end : second.start])
    words = _words(tokens, others)
    yield f"length={sum(len(words) > limit for limit in _LENGTHS)}"
    yield from (f"m={word}" for word in words)
    yield from (f"m2={one} {two}" for one, two in pairwise(words))
    yield from (f"kind={type}" for token in tokens for type in kinds().get(token.lemma_.lower(), ()))
    if words:
        yield from (f"m.first={' '.join(words[:2])}", f"m.last={' '.join(words[-2:])}", f"m.first={words[0]}", f"m.last={words[-1]}")


def _around(doc: Doc, first: Found, second: Found, others: set[int]) -> Iterator[str]:
    """The words before the first and after the second, and the content words of their sentences wherever they stand."""
    before = _words(list(doc[max(0, first.start - WINDOW) : first.start]), others)
    after = _words(list(doc[second.end : second.end + WINDOW]), others)
    yield from (f"p={word}" for word in before)
    yield from (f"s={word}" for word in after)
    yield f"p.last={' '.join(['^', '^', *before][-2:])}"
    yield f"s.first={' '.join([*after, '$', '$'][:2])}"
    yield from (f"p.last={word}" for word in before[-1:])
    yield from (f"s.first={word}" for word in after[:1])
    for sentence in {doc[first.start].sent.start: doc[first.start].sent, doc[second.start].sent.start: doc[second.start].sent}.values():
        for token in sentence:
            if token.pos_ in ("VERB", "NOUN", "ADJ") and not first.covers(token.i) and not second.covers(token.i):
                yield f"bag={token.lemma_.lower()}"


def _way(doc: Doc, first: Found, second: Found, others: set[int]) -> Iterator[str]:
    """The words on the way through the parse from one to the other."""
    start, goal = doc[first.start : first.end].root, doc[second.start : second.end].root
    way = way_between(start, goal, lambda one: first.covers(one.i) or second.covers(one.i))
    if way is None:
        yield NOWHERE
        return
    yield from worded(way, [_word(one, others) for one in way.passed])
    yield f"w.top={_word(way.top, others)} {way.up[-1].dep_ if way.up else ''} {way.down[-1].dep_ if way.down else ''}"
