"""How dates and durations are written: the patterns of ingest/periods.py, in the order in which they are tried.

What a group `at` covers is the date itself; else the whole, without the words before it."""

import re

from ingest.number_words import WORD

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:19|20)\d\d"
_COUNT = rf"(?:\d{{1,3}}|{WORD}|several|a few)"
_UNIT = "(?:years?|months?|weeks?|(?:working |business |calendar |trading )?days?|hours?|decades?|quarters?)"
_STRETCH = rf"(?:year|half|quarter|(?:{_COUNT}) months)"
_PART = "(?:late |early |mid-?)"
_NO_LAW = "(?<!Act )(?<!Order )(?<!Regulation )(?<!Regulations )(?<!Rules )(?<!Bill )"
_SEASON = "(?:spring|summer|autumn|winter)"
_BEFORE = "(?:(?:early|late|soon) as|[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Bb]etween|[Bb]efore|[Aa]fter|and|to|[Tt]hrough)"

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("ended", rf"\b(?P<at>{_STRETCH} (?:ended|ending) (?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}})?,? {_YEAR})\b"),
        ("to_month", rf"\b(?P<at>{_STRETCH} (?:to|ended|ending) (?:the end of )?(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}})?)\b"
                     rf"(?!,? {_YEAR}| \d)"),
        ("iso", rf"\b({_YEAR})-(\d\d)-(\d\d)\b"),
        ("day", rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR})\b"),
        ("day_first", rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH}),? ({_YEAR})\b"),
        ("month", rf"\b((?:(?:the )?end of |{_PART}))?({_MONTH}),?(?: of)? ({_YEAR})\b"),
        ("quarter", rf"\b(?:the )?(first|second|third|fourth)[ -]quarter (?:of )?(?:fiscal (?:year )?|FY ?)?({_YEAR})\b"),
        ("quarter_of", r"\b(?:the )?(?P<at>(first|second|third|fourth)[ -]quarter of (this|the|next|last) year)\b"),
        ("quarter_short", rf"\bQ([1-4]) ?(?:FY ?)?({_YEAR})\b"),
        ("quarter_of_century", r"\b(?P<at>(?:Q(?P<q>[1-4]) ?(?:FY)?|(?P<q2>[1-4])Q ?)['’]?(?P<yy>[0-4]\d))\b"),
        ("half", rf"\b(?:the )?(first|second) half of (?:fiscal (?:year )?|FY ?)?({_YEAR})\b"),
        ("half_of", r"\b(?:the )?(?P<at>(?:first|second) half of (this|the|next|last) year)\b"),
        ("half_of_century", r"\b(?P<at>(?:[12]H ?|H[12] ?)['’]?(?P<yy>[0-4]\d))\b"),
        ("half_short", rf"\bH([12]) ?({_YEAR})\b"),
        ("season_of", rf"\b(?P<at>{_PART}?{_SEASON}(?: of)? ({_YEAR}))\b"),
        ("year", rf"(?<![\w$€£¥.,-]){_NO_LAW}(?:(?:the )?(?:end|start|middle) of |{_PART}|fiscal(?: year)? |FY ?)?"
                 rf"({_YEAR})(?![\w%]|[.,/]\d|-\d)"),
        ("day_only", rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?![\d,]*\d{{3}}| (?:percent|million|billion))"),
        ("day_first_only", rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_FULL})\b"),
        ("end_of_month", rf"\b(?:by )?(?:the )?(?P<at>(?:end|start|beginning|middle|close) of ({_FULL}))\b"),
        ("decade", r"\b(?:the )?(?P<at>(?:19|20)\d0s)\b"),
        ("month_only", rf"\b(?P<at>(?:[Ll]ast|[Nn]ext) ({_FULL}))\b|\b(?:{_BEFORE}|[Tt]his) (?P<at2>{_PART}?({_FULL}))\b(?! \d)"),
        ("quarter_alone", r"\b(?:the )?(?P<at>(?:first|second|third|fourth)[ -]quarter)\b"),
        ("half_alone", r"\b(?:in|of|for) (?:the )?(?P<at>(?:first|second) half)"
                       r"(?=[,.;)]|$| (?:of (?:the|this|next) year|and|with)\b)"),
        ("season", rf"\b{_BEFORE} (?:the )?(?P<at>{_PART}?{_SEASON})\b"),
        ("later", rf"\b(?P<at>(?:(?i:{_COUNT}|a|an) {_UNIT}|[Yy]ears|[Mm]onths|[Ww]eeks|[Dd]ays) (?:earlier|later))\b(?! than)"),
        ("part", r"\b(?:the )?(?P<at>(?:end|start|beginning|middle|close) of "
                 r"(this|the|next|last|that) (year|month|quarter|decade)|[Yy]ear-end)\b"),
        ("duration", rf"\b(?:(?:the )?(?:next|past|last|coming|first|following) )?((?i:{_COUNT}))[ -](?:(?:more|further|additional) )?"
                     rf"({_UNIT})\b(?! ago)"
                     r"|\b(?:the )?(?:next|past|coming) (decade)\b"),
        ("a_duration", r"\b(?:(?:for|within|than|least|nearly|almost|roughly) (?:about |almost |nearly |over |at least )?"
                       r"(?P<at>a (year|month|week|day|decade)(?!['’]s| (?:of|and|ago)\b))|(?P<at2>(?:another (year|month|week|decade)"
                       r"|a (year|month|week|day)(?= (?:after|before)\b|['’]s (?:worth|supply|stock|output|notice))))\b)"),
        ("ago", rf"\b((?i:{_COUNT}|a)) (years?|months?|weeks?|days?|decades?|quarters?) ago\b"),
        ("relative", r"\b([Tt]oday|[Yy]esterday|[Tt]omorrow|"
                     rf"(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this|[Ee]arly next|[Ll]ate last) "
                     rf"(?:year|month|week|quarter|{_SEASON}|fall)|"
                     r"(?:[Cc]oming|[Pp]revious|[Ss]ame|[Ff]ollowing) (?:year|quarter|month))\b"),
        ("weekday", r"\b(?:on |[Ll]ast |[Nn]ext )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"),
    )
)  # fmt: skip
