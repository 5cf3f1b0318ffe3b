"""Shares that contradict one another: what one buyer has of one product cannot add up to more than all of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from graph.dates import first_day, last_day
from graph.evidence import Statement, label_of
from graph.network import UNSPECIFIED
from graph.projection import MEANING
from ingest.datasets.table import Problem

TOLERANCE = 1e-6
SHOWN_LINES = 10
Group = tuple[str, str, str]


class Part(NamedTuple):
    """A least share that one line states, and when it holds."""

    line: int
    supplier: str
    least: float
    since: date
    until: date


def contradictions(statements: Iterable[tuple[int, Statement]], names: Mapping[str, str]) -> Iterator[Problem]:
    """One problem for each buyer and product whose least shares add up to more than 1 on some day; they are (line, statement).

    Of one supplier the least of its shares counts. Plans, possibilities, the past and facts are apart; denials do not count."""
    groups: dict[Group, list[Part]] = defaultdict(list)
    for line, one in statements:
        if one.polarity == "affirmed" and one.share_lo:
            for buyer, product, supplier in _ends(one):
                groups[buyer, product, one.modality].append(Part(line, supplier, one.share_lo, *_period(one)))
    for (buyer, product, _), parts in groups.items():
        together = _overfull(parts)
        if together:
            yield _problem(together, names.get(buyer, buyer), names.get(product, product))


def _ends(one: Statement) -> Iterator[tuple[str, str, str]]:
    """(buyer, product, supplier), as the projection reads an edge of this type."""
    for row in MEANING:
        if row.type == one.type and label_of(one.object) in row.target:
            ends = {"source": one.subject, "target": one.object, "product": one.product or UNSPECIFIED}
            yield ends[row.buyer], ends.get(row.group, row.group), ends[row.supplier]


def _period(one: Statement) -> tuple[date, date]:
    since = first_day(one.valid_from) if one.valid_from else date.min
    return since, last_day(one.valid_to) if one.valid_to else date.max


def _overfull(parts: Sequence[Part]) -> list[Part]:
    """The parts that hold on one day and add up to more than 1; none where there is no such day."""
    if _total(parts) <= 1 + TOLERANCE:
        return []
    for day in sorted({part.since for part in parts}):
        together = [part for part in parts if part.since <= day <= part.until]
        if _total(together) > 1 + TOLERANCE:
            return together
    return []


def _total(parts: Iterable[Part]) -> float:
    least: dict[str, float] = {}
    for part in parts:
        least[part.supplier] = min(part.least, least.get(part.supplier, 1.0))
    return sum(least.values())


def _problem(parts: Sequence[Part], buyer: str, product: str) -> Problem:
    lines = [str(part.line) for part in parts]
    rest = f" and {len(lines) - SHOWN_LINES} more" if len(lines) > SHOWN_LINES else ""
    what = "purchases without a named product" if product == UNSPECIFIED else f"group {product!r}"
    said = f"the least shares of {buyer}'s {what} add up to {100 * _total(parts):.7g} % in lines {', '.join(lines[:SHOWN_LINES])}{rest}"
    return Problem(parts[0].line, f"{said}; lower them, or name the products apart")
