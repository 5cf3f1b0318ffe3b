"""Dates and durations: words -> partial ISO forms of graph/dates.py, relative to the day of publication."""

import re
from datetime import date, timedelta

from ingest.reading import Figure

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_YEAR = r"(?:19|20)\d\d"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|several|a few)"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", rf"\b({_YEAR})-(\d\d)-(\d\d)\b"),
        ("day", rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR})\b"),
        ("day_first", rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH}),? ({_YEAR})\b"),
        ("month", rf"\b((?:the end of |late |early |mid-?))?({_MONTH}),?(?: of)? ({_YEAR})\b"),
        ("quarter", rf"\b(?:the )?(first|second|third|fourth)[ -]quarter (?:of )?({_YEAR})\b"),
        ("quarter_short", rf"\bQ([1-4]) ?({_YEAR})\b"),
        ("half", rf"\b(?:the )?(first|second) half of ({_YEAR})\b"),
        ("year", rf"(?<![\w$€£¥.,-])(?:the end of |the start of |the middle of |late |early |mid-?|fiscal(?: year)? |FY ?)?({_YEAR})(?![\w%]|[.,]\d|-\d)"),
        ("day_only", rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?![\d,]*\d{{3}}| (?:percent|million|billion))"),
        ("month_only", r"\b(?:(?:last|next|this) )(January|February|March|April|May|June|July|August|September|October|November|December)\b"
                       r"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Bb]etween|[Bb]efore|[Aa]fter|and|to|[Tt]hrough) (January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d)"),
        ("duration", rf"\b(?:(?:the )?(?:next|past|last|coming|first|following) )?({_COUNT})[ -](years?|months?|weeks?|days?|decades?|quarters?)\b(?! ago)"
                     r"|\b(?:the )?(?:next|past|coming) (decade)\b"),
        ("ago", rf"\b({_COUNT}) (years?|months?|weeks?|days?) ago\b"),
        ("relative", r"\b([Tt]oday|[Yy]esterday|[Tt]omorrow|(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this) (?:year|month|week|quarter|spring|summer|autumn|fall|winter))\b"),
        ("weekday", r"\b(?:on |last |next )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"),
    )
)  # fmt: skip

_LEAD = re.compile(
    r"(?i)^(?:(?:on|the|in|since|until|from|by|between|before|after|and|to|through) )*(?:(?:next|past|last|coming|first|following) (?=\w+[ -](?:years?|months?|weeks?|days?|decades?|quarters?)$))?"
)
"""What stands before the date itself."""


def dates(text: str, published: str | None) -> list[Figure]:
    """Dates and durations in `text`; what is relative has a value only where the day of publication is known."""
    found: list[Figure] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            iso = _iso(kind, match, published)
            if iso == "":
                continue
            words = match.group()
            lead = len(words) - len(_LEAD.sub("", words))
            figure = Figure("DATE", start + lead, end, words[lead:], iso=iso, duration=kind == "duration")
            if figure.duration:
                figure.value, figure.unit = _length(match)
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


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
    if kind == "half":
        return str(part[1])
    if kind == "year":
        return str(part[0])
    if kind == "duration":
        return None
    return _relative(kind, match, published)


def _relative(kind: str, match: re.Match[str], published: str | None) -> str | None:
    if published is None:
        return None
    base = date.fromisoformat(published[:10])
    if kind == "day_only":
        day = _day(base.year, _month(match[1]), int(match[2]))
        if day and (date.fromisoformat(day) - base).days > 183:
            return _day(base.year - 1, _month(match[1]), int(match[2]))
        return day
    if kind == "month_only":
        month = _month(match[1] or match[2])
        past = month > base.month and not match.group().lower().startswith(("next", "this"))
        return f"{base.year - past + (match.group().lower().startswith('next') and month <= base.month)}-{month:02d}"
    if kind == "ago":
        return _ago(match, base)
    if kind == "weekday":
        back = (base.weekday() - _DAYS.index(match[1].lower())) % 7
        if match.group().lower().startswith("next"):
            return (base + timedelta(days=7 - back)).isoformat()
        return (base - timedelta(days=back or (7 if match.group().lower().startswith("last") else 0))).isoformat()
    return _near(match[1].lower(), base)


def _near(words: str, base: date) -> str:
    """today, last year, next month …"""
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if words in days:
        return (base + timedelta(days=days[words])).isoformat()
    step = {"last": -1, "next": 1}.get(words.split()[0], 0)
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
