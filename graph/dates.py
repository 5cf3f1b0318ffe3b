"""Partial ISO dates: 2026, 2026-Q1, 2026-05, 2026-05-03. Text in the graph, days when compared."""

import calendar
import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")


def first_day(partial: str) -> date:
    """The first day that `partial` covers.

    Raises
    ------
    ValueError
        If it is not one of the four forms, or no day of the calendar."""
    year, first, _, day = _parse(partial)
    return date(year, first, day or 1)


def last_day(partial: str) -> date:
    """The last day that `partial` covers."""
    year, _, last, day = _parse(partial)
    return date(year, last, day or calendar.monthrange(year, last)[1])


def _parse(partial: str) -> tuple[int, int, int, int | None]:
    """(year, first month, last month, day or None)."""
    match = _PARTIAL.fullmatch(partial[:10])
    if match is None:
        raise ValueError(f"{partial!r} is no date; write 2026, 2026-Q1, 2026-05 or 2026-05-03")
    year, quarter, month, day = match.groups()
    if quarter:
        return int(year), 3 * int(quarter) - 2, 3 * int(quarter), None
    if month:
        return int(year), int(month), int(month), int(day) if day else None
    return int(year), 1, 12, None
