"""Money, percentages, quantities and garbled figures: our own grammar, because the libraries lose the magnitude.

`$52 billion` is 5.2e10 USD; `亿` is 1e8; `30Band30Band40B` is recognised as garbled and never guessed."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.currencies import SIGN, WORD, currency
from ingest.number_words import NUMBERS
from ingest.number_words import WORD as SMALL
from ingest.reading import Figure
from ingest.units import JOINED, ONE, RATE, UNITS

MAGNITUDE: dict[str, int] = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "mn": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "bln": 9, "b": 9,
    "trillion": 12, "tn": 12, "trn": 12, "t": 12, "万": 4, "萬": 4, "crore": 7, "lakh": 5, "百万": 6, "亿": 8, "億": 8, "万亿": 12, "兆": 12,
}  # fmt: skip
"""Word -> power of ten."""
WORD_NUMBER: dict[str, int] = NUMBERS | {"zero": 0, "a": 1, "an": 1, "several": 0}
FRACTION = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "fifth": 20.0,
    "sixth": 100 / 6,
    "eighth": 12.5,
    "tenth": 10.0,
    "twelfth": 100 / 12,
}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_TAIL_SCALE = r"(?:[ -]?(?:hundred|thousand|million|billion|trillion|crore|lakh|mln|bln|trn|bn|mn|tn)\b|[kKmMbBT]\b(?!\$)| ?(?:万亿|百万|[万萬亿億兆]))"
_MONEY = re.compile(
    rf"(?P<sign>{SIGN}) ?(?P<n1>{_NUMBER})(?P<m1>{_TAIL_SCALE})?(?![\d%])"
    rf"|(?P<half>\bhalf a (?=[mb]illion))(?P<m3>million|billion) (?P<word3>{WORD})(?![A-Za-z])"
    rf"|(?P<n2>{_NUMBER}|\b(?:{SMALL}|a)\b(?=[ -]{_SCALE}))(?P<m2>{_TAIL_SCALE})? ?-?(?P<word>{WORD})(?![A-Za-z])"
)
_GARBLED = re.compile(r"\$?\d+(?:\.\d+)?[BMKT](?:and|or|to|–)\$?\d[\w.$]*")
_PERCENT = re.compile(
    rf"(?<![\w.-])(?P<from>{_NUMBER}[-–])?(?P<n>{_NUMBER}|\b(?:{SMALL})\b)(?: ?%|[ -](?:percent|per cent|pct\b|p\.c\.)|pc\b)(?!(?:age)? points?)"
)
_ONE_IN = re.compile(rf"\b[Oo]ne in (?:every )?(?P<n>(?!one\b){SMALL})\b(?= (?:of|[a-z]+s)\b)(?! (?:years|months|weeks|days)\b)")
_LISTED = re.compile(rf"(?P<all>(?:{_NUMBER}, )*{_NUMBER} (?:and|or) )(?={_NUMBER}(?: ?%|[ -](?:percent|per cent|pct\b)))")
"""What stands before the last of several shares, which alone bears the sign: "60, 30 and 10 percent"."""
_NO_LIST = re.compile(r"(?:between|from|January|February|March|April|May|June|July|August|September|October|November|December) $")
_FRACTION = re.compile(
    r"(?i)(?<!first )(?<!second )(?<!latter )(?<!other )\b(?:(?P<count>a|an|one|two|three|four|five|seven|nine)[ -])?(?P<part>half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|twelfths?)\b"
    r"(?= (?:of|its|the|their|all|as|more|less|comes?|came|goes|went|is|are|was|were|each|by|and|from|in|to|owned|held|controlled)\b|[.,;)]|$)"
)
_QUANTITY = re.compile(
    rf"\b(?<![A-Za-z]-)(?<!No\. )(?!(?:19|20)\d\d (?:{UNITS}|[A-Z][a-z]+ [a-z]))(?:(?P<n>{_NUMBER}|(?!one\b)(?:{SMALL})\b(?! (?:of|or))|(?:tens|hundreds|thousands|millions|a)(?= (?:of )?(?:{_SCALE}|{_SCALE}s)))"
    rf"(?P<m>{_TAIL_SCALE})?(?P<of> of thousands of| of)?(?: (?!(?:and|or|in|to|for|by|of|on|at|from|with|the|per|a|we|it|he|she|they|has|have|had|held|was|were|is|are|will|that|which|who|largest|biggest|main)\b)[\w.-]+){{0,3}}?[ -](?P<unit>(?:{UNITS}))\b"
    rf"|(?P<n2>{_NUMBER})(?P<unit2>{JOINED})\b)"
    rf"(?:(?: of(?: [\w-]+){{1,4}}?)?(?P<rate>{RATE}))?"
)

_TIMES = r"(?:second|minute|hour|day|week|month|quarter|year|decade|time|point|cent|percent|per|is|was|has|was|does|goes|it|crown|other|this|plu|les)s?\b"
_COUNTED = re.compile(
    rf"(?<![\w.:/-])(?<!January )(?<!February )(?<!March )(?<!April )(?<!May )(?<!June )(?<!July )(?<!August )(?<!September )(?<!October )"
    rf"(?<!November )(?<!December )(?P<n>(?!(?:19|20)\d\d\b){_NUMBER}(?<!\b\d)|(?:{SMALL}) dozen\b|{_NUMBER}(?={_TAIL_SCALE}))(?P<m>{_TAIL_SCALE})?"
    rf"(?: [a-z][a-z-]+){{0,2}}? (?P<unit>(?!{_TIMES})(?:[a-z-]*[a-rt-z]|[a-z-]*[aeiou]s[aeiou])s|[A-Z]{{2,4}}s|[A-Z]{{1,3}}\d{{1,4}}s)(?![\w'’])"
    rf"(?P<rate>{RATE})?"
)
"""A number of several figures and a plural: "140 entities", "36 interferometers", "50,000 H100s"."""


_BARE = re.compile(
    r"(?<![\w$€£¥₩.,/-])(?P<n>\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\b)\d{3,4}|(?:a|one|two|three|\d{1,3}) (?:million|thousand))"
    rf"(?:(?P<rate>{RATE})|"
    r"(?= of (?:them|its|their|these|those|[A-Z][\w.]*(?:'s|’s))\b| more\b(?! than)))"
)
"""A number that says no unit, because what it counts is named elsewhere: "800 of them", "16,000 of Nvidia's chips", "20,000 more"."""


def figures(text: str) -> list[Figure]:
    """Money, percentages and quantities in `text`, in order, without overlap; positions are those of `text`."""
    found: list[Figure] = []
    for finder in (_garbled, _money, _percent, _fraction, _quantity, _counted, _bare):
        for figure in finder(text):
            if not any(figure.start < other.end and other.start < figure.end for other in found):
                found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def money(text: str) -> tuple[float, str] | None:
    """Amount and ISO currency of a string that is one sum of money, else None."""
    match = _MONEY.fullmatch(text.strip())
    value, unit = _amount(match) if match else (0.0, None)
    return (value, unit) if unit else None


def _garbled(text: str) -> list[Figure]:
    return [Figure("MONEY", *match.span(), match.group(), uncertain=True) for match in _GARBLED.finditer(text)]


def _money(text: str) -> list[Figure]:
    found = []
    for match in _MONEY.finditer(text):
        value, unit = _amount(match)
        found.append(Figure("MONEY", *match.span(), match.group(), value=value, unit=unit))
    return found


def _amount(match: re.Match[str]) -> tuple[float, str | None]:
    number, scale = "0.5" if match["half"] else match["n1"] or match["n2"], match["m1"] or match["m2"] or match["m3"]
    return _value(number, scale), currency(match["sign"] or match["word"] or match["word3"])


def _value(number: str, scale: str | None) -> float:
    plain = number.lower().replace(",", "")
    exact = Decimal(WORD_NUMBER[plain]) if plain in WORD_NUMBER else Decimal(plain)
    word = (scale or "").strip(" -").lower()
    return float(exact * (Decimal(10) ** MAGNITUDE[word] if word else 1))


def _percent(text: str) -> list[Figure]:
    found = [
        Figure("PERCENT", *match.span(), match.group(), value=None if match["from"] else _value(match["n"], None), unit="%")
        for match in _PERCENT.finditer(text)
    ]
    return [*found, *_listed(text), *_one_in(text)]


def _one_in(text: str) -> Iterator[Figure]:
    """ "One in four of its wafers"."""
    for match in _ONE_IN.finditer(text):
        yield Figure("PERCENT", *match.span(), match.group(), value=round(100 / NUMBERS[match["n"]], 4), unit="%")


def _listed(text: str) -> Iterator[Figure]:
    """The shares of a list that do not bear the sign; "between 60 and 70 percent" is no list."""
    for match in _LISTED.finditer(text):
        numbers = list(re.finditer(_NUMBER, match["all"]))
        if not _NO_LIST.search(text[: match.start()]) and all(_value(one.group(), None) <= 100 for one in numbers):
            for one in numbers:
                start, end = match.start() + one.start(), match.start() + one.end()
                yield Figure("PERCENT", start, end, one.group(), value=_value(one.group(), None), unit="%")


def _fraction(text: str) -> list[Figure]:
    found = []
    for match in _FRACTION.finditer(text):
        if match["part"].lower() == "half" and re.match(r" (?:a|the) (?:year|century|decade)", text[match.end() :]):
            continue
        remaining = text[: match.start()].endswith(("the remaining ", "the other "))
        if match["count"] is None and match["part"].lower() != "half" and not remaining:
            continue
        count = WORD_NUMBER[(match["count"] or "one").lower()]
        value = count * FRACTION[match["part"].lower().rstrip("s")]
        if value <= 100:
            found.append(Figure("PERCENT", *match.span(), match.group(), value=round(value, 4), unit="%"))
    return found


def _quantity(text: str) -> list[Figure]:
    found = []
    for match in _QUANTITY.finditer(text):
        word, of_what = (match["n"] or match["n2"]).lower(), match["unit"] or match["unit2"]
        if word in WORD_NUMBER and not match["m"] and of_what in ("people", "workers", "employees", "engineers"):
            continue  # "two people with knowledge of the talks"
        vague = word in ("tens", "hundreds", "thousands", "millions") or (word == "a" and bool(match["of"]))
        value = None if vague else _value(word, match["m"])
        if of_what in ONE and value != 1:
            continue  # "the Starling 2 accelerator"
        unit = of_what.lower() + (match["rate"] or "").lower().replace(" per ", " a ")
        found.append(Figure("QUANTITY", *match.span(), match.group(), value=value, unit=unit))
    return found


def _counted(text: str) -> list[Figure]:
    found = []
    for match in _COUNTED.finditer(text):
        dozens = match["n"].lower().removesuffix(" dozen")
        value = _value(dozens, match["m"]) * (12 if match["n"].lower().endswith("dozen") else 1)
        unit = match["unit"].lower() + (match["rate"] or "").lower().replace(" per ", " a ")
        found.append(Figure("QUANTITY", *match.span(), match.group(), value=value, unit=unit))
    return found


def _bare(text: str) -> list[Figure]:
    found = []
    for match in _BARE.finditer(text):
        number, _, scale = match["n"].lower().partition(" ")
        unit = (match["rate"] or "").strip().lower() or None
        found.append(Figure("QUANTITY", *match.span(), match.group(), value=_value(number, f" {scale}" if scale else None), unit=unit))
    return found
