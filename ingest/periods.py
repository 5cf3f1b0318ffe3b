"""Dates and durations: words -> partial ISO forms of graph/dates.py, relative to the day of publication."""

import re
from datetime import date, timedelta

from ingest.period_patterns import PATTERNS
from ingest.reading import Figure

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}
LENGTHS = ("duration", "a_duration")
OF_NO_YEAR = ("later", "quarter_alone", "half_alone", "season")
"""What the words alone place in no year: "two months later", "in the third quarter", "by spring"."""
_LEAD = re.compile(
    r"(?i)^(?:(?:on|the|in|since|until|from|by|between|before|after|and|to|through) )*(?:(?:next|past|last|coming|first|following) (?=\w+[ -](?:years?|months?|weeks?|days?|decades?|quarters?)$))?"
)
"""What stands before the date itself."""


def dates(text: str, published: str | None) -> list[Figure]:
    """Dates and durations in `text`; what is relative has a value only where the day of publication is known."""
    found: list[Figure] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            iso = _iso(kind, match, published)
            if iso == "":
                continue
            start, end = _span(match)
            figure = Figure("DATE", start, end, text[start:end], iso=iso, duration=kind in LENGTHS)
            if figure.duration:
                figure.value, figure.unit = _length(match)
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the date itself is: the group `at`, else all but the words before it."""
    named = next((name for name in ("at", "at2") if match.groupdict().get(name) is not None), None)
    if named is not None:
        return match.span(named)
    words = match.group()
    return match.start() + len(words) - len(_LEAD.sub("", words)), match.end()


def _iso(kind: str, match: re.Match[str], published: str | None) -> str | None:
    """The partial ISO form; None when it cannot be known, "" when the words are no date after all."""
    part = match.groups()
    if kind == "iso":
        return _day(int(part[0]), int(part[1]), int(part[2]))
    if kind == "day":
        return _day(int(part[2]), _month(part[0]), int(part[1]))
    if kind == "day_first":
        return _day(int(part[2]), _month(part[1]), int(part[0]))
    if kind == "month":
        return f"{part[2]}-{_month(part[1]):02d}"
    if kind == "quarter":
        return f"{part[1]}-Q{_ORDINAL[part[0]]}"
    if kind == "quarter_short":
        return f"{part[1]}-Q{part[0]}"
    if kind in ("half", "half_short", "season_of"):
        return str(part[1])
    if kind == "year":
        return str(part[0])
    if kind in (*LENGTHS, *OF_NO_YEAR):
        return None
    return _relative(kind, match, published)


def _relative(kind: str, match: re.Match[str], published: str | None) -> str | None:
    if published is None:
        return None
    base = date.fromisoformat(published[:10])
    if kind in ("day_only", "day_first_only"):
        month, number = (match[1], match[2]) if kind == "day_only" else (match[2], match[1])
        day = _day(base.year, _month(month), int(number))
        if day and (date.fromisoformat(day) - base).days > 183:
            return _day(base.year - 1, _month(month), int(number))
        return day
    if kind == "month_only":
        return _month_near(match.group().lower(), _month(match[2] or match[4]), base)
    if kind == "part":
        return None if "that " in match["at"] or "decade" in match["at"] else _near(f"{match[2] or 'this'} {match[3] or 'year'}", base)
    if kind == "ago":
        return _ago(match, base)
    if kind == "weekday":
        back = (base.weekday() - _DAYS.index(match[1].lower())) % 7
        if match.group().lower().startswith("next"):
            return (base + timedelta(days=7 - back)).isoformat()
        return (base - timedelta(days=back or (7 if match.group().lower().startswith("last") else 0))).isoformat()
    return _near(match[1].lower(), base)


def _month_near(words: str, month: int, base: date) -> str:
    """A month without a year: the last one of that name, "next" and "this" apart."""
    past = month > base.month and not words.startswith(("next", "this"))
    return f"{base.year - past + (words.startswith('next') and month <= base.month)}-{month:02d}"


def _near(words: str, base: date) -> str:
    """today, last year, next month …"""
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if words in days:
        return (base + timedelta(days=days[words])).isoformat()
    step = next((number for word, number in (("last", -1), ("next", 1)) if word in words.split()), 0)
    if words.endswith("year"):
        return str(base.year + step)
    if words.endswith(("spring", "summer", "autumn", "fall", "winter")):
        return str(base.year + step)
    if words.endswith("month"):
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    if words.endswith("quarter"):
        quarters = base.year * 4 + (base.month - 1) // 3 + step
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    return (base + timedelta(days=7 * step)).isoformat()[:7]


def _ago(match: re.Match[str], base: date) -> str | None:
    count = _number(match[1])
    if count is None:
        return None
    unit = match[2].rstrip("s")
    if unit == "year":
        return str(base.year - int(count))
    days = {"day": 1, "week": 7, "month": 30}[unit] * count
    then = (base - timedelta(days=int(days))).isoformat()
    return then[:7] if unit == "month" else then


def _length(match: re.Match[str]) -> tuple[float | None, str]:
    if "at" in match.groupdict():
        return (10.0, "year") if match[2] == "decade" else (1.0, match[2])
    if match[3]:
        return 10.0, "year"
    unit = match[2].rstrip("s")
    count = _number(match[1])
    return (10.0 * count if count else None, "year") if unit == "decade" else (count, unit)


def _number(word: str) -> float | None:
    words = {
        "a": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "fifteen": 15,
        "eighteen": 18,
        "twenty": 20,
        "twelve": 12,
    }
    return float(word) if word.isdigit() else words.get(word.lower())


def _month(word: str) -> int:
    return next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
