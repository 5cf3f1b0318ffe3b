"""A long text in sections that a model can take, cut where a paragraph or sentence ends. Offsets into the text survive."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+(?:[-_]\w+)*|\S")
"""What a model of words counts as one."""
_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?][\"”’)]*\s+"), re.compile(r"\s+"))
"""Where to cut, the best first."""


def sections(text: str, *, words: int, characters: int) -> Iterator[tuple[int, int]]:
    """`(start, end)` of pieces that cover the text without overlap, none longer than `words` words or `characters` characters."""
    start = 0
    while start < len(text):
        end = _furthest(text, start, words, characters)
        if end < len(text):
            end = _cut(text, start, end)
        if text[start:end].strip():
            yield start, end
        start = end


def _furthest(text: str, start: int, words: int, characters: int) -> int:
    """Where a section that starts at `start` has to end."""
    end = min(start + characters, len(text))
    for number, word in enumerate(_WORD.finditer(text, start, end)):
        if number == words:
            return word.start()
    return end


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut in the second half, or `end` itself."""
    middle = (start + end) // 2
    for cut in _CUTS:
        places = [match.end() for match in cut.finditer(text, middle, end)]
        if places:
            return places[-1]
    return end
