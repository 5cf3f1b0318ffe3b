"""Dates and durations: words -> partial ISO forms of graph/dates.py, relative to the day of publication."""

import re
from datetime import date, timedelta

from ingest.number_words import NUMBERS
from ingest.period_patterns import PATTERNS
from ingest.reading import Figure

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}
LENGTHS = ("duration", "a_duration")
OF_NO_YEAR = ("later", "quarter_alone", "half_alone", "season", "to_month", "ended", "decade")
"""What no partial form of a date says, or the words alone place in no year: "two months later", "the year ended March 31, 2025"."""
_LENGTH = ("year", "month", "week", "day", "decade")
_STEPS = (("last", -1), ("previous", -1), ("next", 1), ("coming", 1))
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
    if kind == "quarter_of_century":
        return f"20{match['yy']}-Q{match['q'] or match['q2']}"
    if kind == "half_of_century":
        return f"20{match['yy']}"
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
    if kind == "quarter_of":
        return f"{_near(f'{match[3]} year', base)}-Q{_ORDINAL[match[2]]}"
    if kind == "half_of":
        return _near(f"{match[2]} year", base)
    if kind == "end_of_month":
        return _month_near(match.group().lower(), _month(match[2]), base)
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
    return None if match[1].lower().startswith(("same", "following")) else _near(match[1].lower(), base)


def _month_near(words: str, month: int, base: date) -> str:
    """A month without a year: the last one of that name, but for "next", "this" and what is done by then."""
    past = month > base.month and not words.startswith(("next", "this", "by"))
    return f"{base.year - past + (words.startswith('next') and month <= base.month)}-{month:02d}"


def _near(words: str, base: date) -> str:
    """today, last year, next month …"""
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if words in days:
        return (base + timedelta(days=days[words])).isoformat()
    step = next((number for word, number in _STEPS if word in words.split()), 0)
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
    if unit == "decade":
        return str(base.year - 10 * int(count))
    days = {"day": 1, "week": 7, "month": 30, "quarter": 91}[unit] * count
    then = (base - timedelta(days=int(days))).isoformat()
    return then[:7] if unit in ("month", "quarter") else then


def _length(match: re.Match[str]) -> tuple[float | None, str]:
    if "at" in match.groupdict():
        unit = next(one for one in match.groups()[1:] if one in _LENGTH)
        return (10.0, "year") if unit == "decade" else (1.0, unit)
    if match[3]:
        return 10.0, "year"
    unit = match[2].split()[-1].rstrip("s")
    count = _number(match[1])
    return (10.0 * count if count else None, "year") if unit == "decade" else (count, unit)


def _number(word: str) -> float | None:
    return float(word) if word.isdigit() else ({"a": 1} | NUMBERS).get(word.lower())


def _month(word: str) -> int:
    return next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
