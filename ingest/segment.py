"""Raw text -> segments that are parsed one by one: paragraphs, headings, bullets, "LABEL: text".

Offsets point into the raw text, so that everything found later can be quoted from it. Knows no language model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.evidence import INVISIBLE

Role = Literal["prose", "heading", "label", "bullet"]

MAX_RUN = 200
"""Longest run without white space that a tokeniser is given."""
MAX_SIGNS = 20
"""Of a run of signs that are neither letters nor digits only this many are read: no name is made of them, and they are slow."""
_BOILERPLATE = re.compile(
    r"(?i)^\W*(discover more from|subscribe (to|now|today|here)|sign up (to|for|here|now)|read more\b|read also\b|share this|follow us|"
    r"click here|©|\(c\) \d{4}|copyright \d{4}|all rights reserved|unsubscribe|view (this email )?in (your )?browser|advertisement\W*$|"
    r"reporting by |additional reporting|editing by |writing by |forwarded this email|manage (your )?preferences|like this:?\W*$|"
    r"leave a comment|loading\W*$|related:?\W*$|privacy policy|terms of (use|service)|our standards:|download the app|join \S+ readers|"
    r"photo(graph)?( by|:)|image( credit)?:|source: (getty|shutterstock)|by [A-Z][a-z]+ [A-Z][\w.]+(,| and [A-Z][\w .]+| \||)\s*$)"
)
_BULLET = re.compile(r"\s*(?:[-*+•‣▪◦·–—●■]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_HEADING_MARK = re.compile(r"\s*#{1,6}\s+")
_QUOTE_MARK = re.compile(r"\s*(?:>\s?)+")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|+=-]{3,}\|?\s*$")
_INLINE_BULLET = re.compile(r"(?<=[.!?”\"]) [-–•] (?=[A-Z])")
_LABEL = re.compile(r"([A-Z“\"][^:.!?;]{1,70}|(?:Mr|Ms|Mrs|Dr|Prof)\. [^:.!?;]{1,60}):\s+(?=[^\s/])")
_ROW = re.compile(
    r"[^:(–—\n]{2,80}(?:\([^)\n]{2,40}\)\s*)?(?::|\s[-–—]|\()\s*(?:(?:about|around|some|roughly|nearly|almost|over) )?"
    r"(?:\d[\d.,]*\s?(?:%|per ?cent)\s*|(?:(?:the|our|its) )?(?:sole|only|exclusive|single) )(?P<whole>of (?:our|its|their|the) )?"
)
"""A name and its share: "Aldmoor Radar Ltd, United Kingdom: 27.4% of our revenue", "Harrow Capital (12%)"."""
_SPEECH = re.compile(
    r"(?i)\b(said|says|say|added|stated|declared|told|wrote|warned|noted|asked|include[sd]?|including|following|as follows|is|are|was|were|will)\b"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z .'/-]{2,30}(?:, [A-Z][A-Za-z. ]{1,20}){0,2}(?:, \w{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)]{2,40}\))?"
    r"|[A-Z][A-Z .'/-]{2,30}, [A-Z][A-Za-z. ]{1,20},? and [A-Z][A-Z .'/-]{2,30}(?:, [A-Z][A-Za-z. ]{1,20})?(?:, \w{3,9}\.? \d{1,2}(?:, \d{4})?)?"
    r"|[A-Z][A-Za-z .'/-]{2,30}(?:, \w{3,9}\.? \d{1,2})? \((?:Reuters|AP|AFP|Bloomberg|Xinhua|Kyodo|Yonhap|dpa)\)"
    r"|[A-Z][A-Za-z .'/-]{2,30}(?:, [A-Z][A-Za-z. ]{1,20})?,? (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?) ?(?:--|[-–—]) "
)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n.*?\n---[ \t]*(?:\n|$)", re.S)
DELETED = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|(?<=\])\(https?://[^)\n]{0,500}\)|</?[A-Za-z][^<>\n]{0,300}>|\*\*|__|`+|(?<=\s)[*_](?=\w)"
    r"|(?<=\w)[*_](?=[\s.,;:!?)])|\[\^?\d{1,3}\](?!\()|\[(?=[^\]\n]{1,300}\]\(https?:)|(?<=\w)\](?=\(https?:)|[\x00-\x08\x0e-\x1f\x7f]"
)
_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " ", "‑": "-", "…": "."})


@dataclass(frozen=True, slots=True)
class Segment:
    """raw[start:end] is parsed on its own."""

    start: int
    end: int
    role: Role


def segment(raw: str) -> list[Segment]:
    """The segments of `raw`, in order, without overlap; front matter, table rules and boilerplate are left out."""
    segments: list[Segment] = []
    for start, end in _blocks(raw):
        if not _BOILERPLATE.match(raw[start:end]):
            segments.extend(_split_block(raw, start, end))
    return [part for part in segments if raw[part.start : part.end].strip()]


def clean(raw: str, part: Segment) -> tuple[str, list[int]]:
    """The segment's text as the tokeniser gets it, and the raw offset of each of its characters.

    Markup and invisible characters are dropped, white space is folded, long runs are broken."""
    dropped: set[int] = set()
    text = raw[part.start : part.end]
    for match in DELETED.finditer(text):
        dropped.update(range(match.start(), match.end()))
    for match in INVISIBLE.finditer(text):
        dropped.update(range(match.start(), match.end()))
    letters: list[str] = []
    offsets: list[int] = []
    run = signs = 0
    for index, letter in enumerate(text.translate(_SAME_LENGTH)):
        if index in dropped:
            continue
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                offsets.append(part.start + index)
            run = signs = 0
            continue
        signs = 0 if letter.isalnum() else signs + 1
        if signs > MAX_SIGNS:
            continue
        if run >= MAX_RUN:
            letters.append(" ")
            offsets.append(part.start + index)
            run = signs = 0
        letters.append(letter)
        offsets.append(part.start + index)
        run += 1
    while letters and letters[-1] == " ":
        letters.pop()
        offsets.pop()
    return "".join(letters), offsets


def _blocks(raw: str) -> Iterator[tuple[int, int]]:
    """Lines, or several lines where the text is wrapped by hand."""
    front = _FRONT_MATTER.match(raw)
    position = front.end() if front else 0
    lines = [(m.start(), m.end()) for m in re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+").finditer(raw, position)]
    lines = [(start, end) for start, end in lines if raw[start:end].strip() and not _TABLE_RULE.match(raw[start:end])]
    width = max((end - start for start, end in lines), default=0)
    wrapped = len(lines) >= 3 and 50 <= width <= 120
    open_block: tuple[int, int] | None = None
    for start, end in lines:
        if open_block and wrapped and _continues(raw, open_block, start, end, width):
            open_block = (open_block[0], end)
            continue
        if open_block:
            yield open_block
        open_block = (start, end)
    if open_block:
        yield open_block


def _continues(raw: str, block: tuple[int, int], start: int, end: int, width: int) -> bool:
    """Whether the line [start, end) goes on with the block before it in a text wrapped at `width`."""
    between = raw[block[1] : start]
    line, previous = raw[start:end], raw[block[0] : block[1]].rsplit("\n", 1)[-1]
    if between.count("\n") > 1 or _BULLET.match(line) or _HEADING_MARK.match(line) or "|" in line or _HEADING_MARK.match(previous):
        return False
    first_word = len(line.split(maxsplit=1)[0])
    return len(previous) + first_word >= 0.8 * width


def _split_block(raw: str, start: int, end: int) -> Iterator[Segment]:
    text = raw[start:end]
    if text.count("|") >= 2 or "\t" in text.strip():
        for match in re.finditer(r"[^|\t]+", text):
            yield from _trimmed(raw, start + match.start(), start + match.end(), "prose")
        return
    heading = _HEADING_MARK.match(text)
    if heading:
        yield from _trimmed(raw, start + heading.end(), end, "heading")
        return
    quote = _QUOTE_MARK.match(text)
    start += quote.end() if quote else 0
    cuts = [match.span() for match in _INLINE_BULLET.finditer(raw, start, end)]
    for piece_start, piece_end in _pieces(start, end, cuts):
        yield from _split_piece(raw, piece_start, piece_end, inline=piece_start != start)


def _pieces(start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for cut_start, cut_end in cuts:
        yield start, cut_start
        start = cut_end
    yield start, end


def _split_piece(raw: str, start: int, end: int, *, inline: bool) -> Iterator[Segment]:
    bullet = _BULLET.match(raw, start, end)
    body: Role = "bullet" if bullet or inline else "prose"
    start = bullet.end() if bullet else start
    dateline = _DATELINE.match(raw, start, end)
    if dateline:
        agency = raw.rfind(" (", start, dateline.end())
        yield from _trimmed(raw, start, agency if agency > start else dateline.end() - 2, "label")
        start = dateline.end()
    plain = re.compile(r"[*_\s]*").match(raw, start, end)
    listed = _ROW.match(raw, start, end)
    row = listed is not None and bool(body == "bullet" or listed["whole"])
    label = None if row else _LABEL.match(raw, plain.end() if plain else start, end)
    if label and _is_label(label.group(1), bulleted=body == "bullet"):
        yield from _trimmed(raw, start, label.end(1), "label")
        start = label.end(1) + 1
    text = raw[start:end].strip(" *_")
    yield from _trimmed(raw, start, end, "heading" if _is_heading(text) and not row and not (label and start > label.start()) else body)


def _is_label(text: str, *, bulleted: bool) -> bool:
    words = text.strip("*_ ").split()
    if _SPEECH.search(text) or len(words) > 9:
        return False
    small = sum(1 for word in words if word[:1].islower() and len(word) > 3)
    return small == 0 or (bulleted and len(words) <= 5)


def _is_heading(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 14 and len(text) <= 100 and text[-1] not in '.!?:;,"”…)'


def _trimmed(raw: str, start: int, end: int, role: Role) -> Iterator[Segment]:
    text = raw[start:end]
    left, right = len(text) - len(text.lstrip(" \t*_#>")), len(text.rstrip())
    if right > left:
        yield Segment(start + left, start + right, role)
