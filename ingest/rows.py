"""Rows of a list: "Aldmoor Radar Ltd, United Kingdom: 27.4% of our revenue", "Principal shareholders: Harrow Capital (12%), Dell 8%".

A name, a mark and a share make a row; what the share is of, or else the words above the list, tell what it says of whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.reading import Figure, Found, Part, Relation, mention_at, reading_of
from ingest.row_words import goods_of, kind_of, owner_of
from ingest.speakers import filing_firm
from ingest.structure import may_relate

PARTIES = ("Company", "Person", "GovBody", "Country", "ResearchOrg")
MARKS = frozenset(":(–—-")
JOINS = frozenset([",", ";", "and"])
ABOUT = frozenset("about around some roughly nearly almost over approximately".split())
SOLE = frozenset("sole only exclusive single".split())
MOST = 6
"""Words that stand at most between a name and its share: where it is, who it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """Who it is about, and where its words begin and end."""

    who: Found
    start: int
    end: int


def with_rows(doc: Doc, known: list[Relation]) -> list[Relation]:
    """The relations `known` and those of rows; a row speaks for itself: shares "bought from Corvane" are no supply."""
    told = list(rows(doc))
    here = {doc[one.trigger].sent.start for one in told if one.type != "LOCATED_IN"}
    places = {one.head.start for one in told if one.type == "LOCATED_IN"}
    others = [one for one in known if one.type not in ("SUPPLIES", "OWNS") or doc[one.trigger].sent.start not in here]
    return [one for one in others if one.type != "LOCATED_IN" or one.head.start not in places] + told


def rows(doc: Doc) -> Iterator[Relation]:
    """What the rows of the lists in a text say: customers and suppliers with their share, holders with their stake."""
    above: tuple[int, int] = (0, 0)
    for part in reading_of(doc).parts:
        start = _begins(doc, part, above)
        found = _rows(doc, part, start)
        if start > part.start or not found:
            above = (part.start, start if start > part.start else part.end)
        for row in found:
            yield from (one for one in (_said(doc, row, above), _placed(doc, row)) if one is not None)


def _begins(doc: Doc, part: Part, above: tuple[int, int]) -> int:
    """Where a list may begin: behind the colon that ends words for what it lists, else at the first word."""
    colon = next((token.i for token in doc[part.start : part.end] if token.text == ":"), None)
    led = colon is not None and kind_of(doc, part.start, colon) is not None and mention_at(doc, part.start) is None
    return colon + 1 if colon is not None and led else part.start


def _rows(doc: Doc, part: Part, start: int) -> list[Row]:
    """The rows, each as far as the next; a line that does not begin with one has none."""
    names = [one for one in reading_of(doc).mentions if start <= one.start < part.end and one.kind == "name" and one.label in PARTIES]
    first = [(one, at) for one in names if one.entity and _opens(doc, one, start) and (at := _behind(doc, one, part.end)) is not None]
    if not first or first[0][0].start > start + 1:
        return []
    stop = next((token.i for token in doc[first[-1][1] : part.end] if token.text == "."), part.end)
    ends = [one.start for one, _ in first[1:]] + [stop]
    return [Row(one, at, end) for (one, at), end in zip(first, ends, strict=True)]


def _opens(doc: Doc, found: Found, start: int) -> bool:
    return found.start == start or (found.label != "Country" and doc[found.start - 1].lower_ in JOINS | {"the"})


def _behind(doc: Doc, found: Found, end: int) -> int | None:
    """Where the share begins, or "sole source", behind a name, what is said of it after a comma or in brackets, and a mark."""
    marked = False
    for token in doc[found.end : min(found.end + MOST + 2, end)]:
        if _share_at(doc, token) is not None:
            return token.i if marked or token.i == found.end else None
        if marked and token.lower_ in SOLE:
            return token.i
        if token.pos_ in ("VERB", "AUX") or (marked and token.lower_ not in ABOUT | {")", ":", "):"} and mention_at(doc, token.i) is None):
            return None
        marked = marked or token.text in MARKS
    return None


def _share_at(doc: Doc, token: Token) -> Figure | None:
    return next((one for one in reading_of(doc).figures if one.type == "PERCENT" and one.start == token.idx), None)


def _said(doc: Doc, row: Row, above: tuple[int, int]) -> Relation | None:
    """Whose customer, supplier or holder it is, with its share."""
    whose = owner_of(doc, row.start, row.end, row.who) or owner_of(doc, *above, row.who)
    kind = kind_of(doc, row.start, row.end) or kind_of(doc, *above)
    thing = goods_of(doc, row.start, row.end) or goods_of(doc, *above) if kind != "holder" else None
    kind = kind or ("supplier" if thing is not None and whose is not None else None)
    whose = whose or (filing_firm(doc) if kind is not None and reading_of(doc).filer else None)
    if kind is None or whose is None or whose.entity == row.who.entity:
        return None
    head, tail = (whose, row.who) if kind == "customer" else (row.who, whose)
    type = "OWNS" if kind == "holder" else "SUPPLIES"
    if row.who.label == "Country" and type == "SUPPLIES" or not may_relate(type, head, tail):
        return None  # "South Korea: 14% of our revenue": from whom, is not said
    return Relation(type, head, tail, f"rows.{kind}", row.start, product=thing, figures=_figures(doc, row))


def _placed(doc: Doc, row: Row) -> Relation | None:
    """ "Brenner Gase GmbH, Germany:", "Brenner Gase (Germany):" say where the firm is."""
    after = row.who.end
    place = mention_at(doc, after + 1) if doc[after].text in (",", "(") and after + 1 < row.start else None
    if place is None or row.who.label != "Company" or place.label not in ("Country", "Region", "City") or place.end >= row.start:
        return None
    return Relation("LOCATED_IN", row.who, place, "rows.place", row.who.start)


def _figures(doc: Doc, row: Row) -> tuple[Figure, ...]:
    first, last = doc[row.start].idx, doc[row.end - 1].idx
    return tuple(one for one in reading_of(doc).figures if first <= one.start <= last)
