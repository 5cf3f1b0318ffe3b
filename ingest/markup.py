"""The signs of Markdown in a raw text: what a page need not show, while every offset stays that of the text."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ingest.segment import DELETED

_HEADING = re.compile(r"(?m)^[ \t]*#{1,6}[ \t]+(?=\S)")
_CLOSING = re.compile(r"(?m)(?<=\S)[ \t]+#+[ \t]*$")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_BULLET = re.compile(r"(?m)^[ \t]*[-*+](?=[ \t]+\S)")
_RULE = re.compile(r"(?m)^(?=[^\n]*[-=*_])(?:[ \t:|+=-]{3,}|[ \t*]{3,}|[ \t_]{3,})$")


class Sign(NamedTuple):
    """raw[start:end] is shown as `instead`, most often not at all."""

    start: int
    end: int
    instead: str = ""


def signs(raw: str) -> list[Sign]:
    """The signs of emphasis, headings, quotes, rules, links and markup in `raw`, in order, without overlap; a bullet becomes a dot."""
    found: list[Sign] = []
    for sign in sorted(_found(raw)):
        if not found or sign.start >= found[-1].end:
            found.append(sign)
    return found


def visible(raw: str) -> list[str]:
    """What is shown of each character of `raw`, often itself and sometimes nothing."""
    shown = list(raw)
    for start, end, instead in signs(raw):
        shown[start:end] = [instead, *[""] * (end - start - 1)]
    return shown


def bare(line: str) -> str:
    """A line such as a title, without its signs."""
    return "".join(visible(line))


def headings(raw: str) -> list[int]:
    """Where the lines begin that are headings by their sign."""
    return [match.start() for match in _HEADING.finditer(raw)]


def _found(raw: str) -> Iterator[Sign]:
    rules = [Sign(*match.span()) for match in _RULE.finditer(raw)]
    lines = {sign.start for sign in rules}
    hidden = chain.from_iterable(pattern.finditer(raw) for pattern in (_HEADING, _QUOTED, DELETED))
    yield from rules
    yield from (Sign(*match.span()) for match in hidden)
    yield from (Sign(match.end() - 1, match.end(), "•") for match in _BULLET.finditer(raw) if match.start() not in lines)
    for start in headings(raw):
        closing = _CLOSING.search(raw, start, _end(raw, start))
        if closing:
            yield Sign(*closing.span())


def _end(raw: str, start: int) -> int:
    """Where the line that begins at `start` ends."""
    end = raw.find("\n", start)
    return len(raw) if end < 0 else end
