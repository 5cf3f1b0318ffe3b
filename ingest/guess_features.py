"""What the model of ingest/guesses.py sees of two mentions of a sentence: their types, the words between and around them, their way
through the parse. Names and numbers are hidden behind their kind, so that it learns wordings and not firms."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from ingest.reading import Found
from ingest.ways import NOWHERE, kinds, way_between, worded

_LENGTHS = (0, 1, 3, 7, 15)
_AROUND = ("appos", "amod", "acl", "compound", "poss", "prep", "relcl")


class Sentence:
    """A sentence's words as the model sees them, and its mentions in the order of the text."""

    def __init__(self, doc: Doc, mentions: Sequence[Found]) -> None:
        self.doc = doc
        self.mentions = mentions
        self.hidden = {position: f"<{one.label}>" for one in mentions for position in range(one.start, one.end)}
        self.roots = [doc[one.start : one.end].root for one in mentions]
        ends = [list(self._end(number)) for number in range(len(mentions))]
        self.firsts = [[f"a.{name}" for name in end] for end in ends]
        self.seconds = [[f"b.{name}" for name in end] for end in ends]
        sentence = doc[mentions[0].start].sent
        self.start, self.end = sentence.start, sentence.end
        self.words = [self.word(token) for token in sentence]
        self.kinds = [kinds().get(token.lemma_.lower(), ()) for token in sentence]

    def word(self, token: Token) -> str:
        """The word without what is peculiar to one text."""
        if token.i in self.hidden:
            return self.hidden[token.i]
        if token.like_num:
            return "<number>"
        if token.pos_ == "PROPN":
            return "<name>"
        return token.lower_ if token.pos_ == "PRON" else token.lemma_.lower()

    def between(self, start: int, end: int) -> list[str]:
        """The words at [start, end), a name of several as one."""
        words = self.words[start - self.start : end - self.start]
        return [word for number, word in enumerate(words) if not (word[0] == "<" and number and word == words[number - 1])]

    def kinds_between(self, start: int, end: int) -> set[str]:
        """The types that the frames know a word at [start, end) for."""
        return {type for kinds in self.kinds[start - self.start : end - self.start] for type in kinds}

    def _end(self, number: int) -> Iterator[str]:
        """A mention by itself: its kind, its head word unless that is a name, what hangs on it and what it hangs on."""
        found, root = self.mentions[number], self.roots[number]
        yield from (f"kind={found.kind}", f"dep={root.dep_}")
        if found.kind != "name":
            yield f"root={root.lemma_.lower()}"
        for child in root.children:
            if child.dep_ in _AROUND and not found.covers(child.i):
                yield f"child={child.dep_}:{self.word(child)}"
        if not found.covers(root.head.i):
            yield f"head={root.dep_}:{self.word(root.head)}"


def features(sentence: Sentence, first: int, second: int) -> set[str]:
    """The features of two mentions of the sentence, by their numbers, in the order of the text."""
    one, other = sentence.mentions[first], sentence.mentions[second]
    types = f"{one.label}-{other.label}"
    seen = {"bias", f"types={types}", f"kinds={one.kind}-{other.kind}"}
    seen.update(sentence.firsts[first], sentence.seconds[second])
    wording = {*_between(sentence, one, other), *_way(sentence, first, second)}
    seen.update(wording, (f"{types} {name}" for name in wording if name[:2] != "m2"))
    seen.update(_around(sentence, one, other))
    seen.update(_beside(sentence, first, second))
    return seen


def _between(sentence: Sentence, one: Found, other: Found) -> Iterator[str]:
    words = sentence.between(one.end, other.start)
    yield f"length={sum(len(words) > limit for limit in _LENGTHS)}"
    yield from (f"m={word}" for word in words)
    yield from (f"m2={word} {next_}" for word, next_ in pairwise(words))
    yield from (f"m.kind={type}" for type in sentence.kinds_between(one.end, other.start))
    if words:
        yield from (f"m.first={' '.join(words[:2])}", f"m.last={' '.join(words[-2:])}", f"m.first={words[0]}", f"m.last={words[-1]}")


def _around(sentence: Sentence, one: Found, other: Found) -> Iterator[str]:
    before = sentence.between(max(sentence.start, one.start - 3), one.start)
    after = sentence.between(other.end, min(sentence.end, other.end + 3))
    yield f"p.last={' '.join(['^', '^', *before][-2:])}"
    yield f"s.first={' '.join([*after, '$', '$'][:2])}"
    yield from (f"p.last={word}" for word in before[-1:])
    yield from (f"s.first={word}" for word in after[:1])


def _beside(sentence: Sentence, first: int, second: int) -> Iterator[str]:
    """How many mentions stand between, and how many of them could stand for either."""
    inner = [one.label for one in sentence.mentions[first + 1 : second]]
    yield f"near={min(len(inner), 4)}"
    yield f"near.a={min(inner.count(sentence.mentions[first].label), 3)}"
    yield f"near.b={min(inner.count(sentence.mentions[second].label), 3)}"


def _way(sentence: Sentence, first: int, second: int) -> Iterator[str]:
    """The words on the way through the parse from one to the other."""
    start, goal = sentence.roots[first], sentence.roots[second]
    way = way_between(start, goal, lambda one: one.i in (start.i, goal.i))
    if way is None:
        yield NOWHERE
        return
    yield from worded(way, [sentence.word(one) for one in way.passed])
    yield from (f"w.kind={type}" for one in way.passed for type in kinds().get(one.lemma_.lower(), ()))
