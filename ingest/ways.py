"""The way through the parse from one word to another, as features of a linear model: its arcs, and the words that it passes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from ingest.frames import load_frames
from ingest.grammar import meeting

SHORT = 6
"""Words of a way that is a feature as a whole, less than."""
NOWHERE = "way=none"
"""The feature of two words that no way joins."""


@dataclass(frozen=True)
class Way:
    """The words up from the start and up from the goal, without the one where they meet; `passed` are those in between, in order."""

    up: tuple[Token, ...]
    down: tuple[Token, ...]
    top: Token
    passed: tuple[Token, ...]


def way_between(start: Token, goal: Token, is_end: Callable[[Token], bool]) -> Way | None:
    """The way, or None where the words meet nowhere; words of the ends themselves are not passed."""
    top = meeting(start, goal)
    if top is None:
        return None
    up, down = _steps(start, top), _steps(goal, top)
    passed = tuple(one for one in (*up[1:], top, *reversed(down[1:])) if not is_end(one))
    return Way(up, down, top, passed)


def worded(way: Way, words: Sequence[str]) -> Iterator[str]:
    """The features of a way, with the words that it passes as the model is to see them."""
    yield f"way={'>'.join(one.dep_ for one in way.up)}|{'<'.join(one.dep_ for one in reversed(way.down))}"
    yield from (f"w={word}" for word in words)
    yield from (f"trigger={one.lemma_.lower()} {one.tag_}" for one in way.passed if one.pos_ in ("VERB", "NOUN"))
    if len(words) < SHORT:
        yield f"w.all={' '.join(words)}"
    yield f"w.first={'>'.join(one.dep_ for one in way.up[:2])} {words[0] if words else ''}"
    yield f"w.last={'>'.join(one.dep_ for one in way.down[:2])} {words[-1] if words else ''}"


@lru_cache(maxsize=1)
def kinds() -> dict[str, tuple[str, ...]]:
    """Lemma -> the types that the frames know it for."""
    pairs = sorted({(lemma, frame.type) for frame in load_frames() for lemma in frame.lemmas})
    return {lemma: tuple(type for other, type in pairs if other == lemma) for lemma, _ in pairs}


def _steps(token: Token, top: Token) -> tuple[Token, ...]:
    """The words from `token` up to, but without, `top`."""
    steps = []
    while token.i != top.i:
        steps.append(token)
        token = token.head
    return tuple(steps)
