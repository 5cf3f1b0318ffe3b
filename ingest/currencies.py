"""The world's money: signs, codes and names of currencies -> ISO 4217, and an expression for each kind."""

import re
from collections.abc import Iterable

SIGNS: dict[str, str] = {
    "US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "CN¥": "CNY", "RMB": "CNY", "¥": "JPY", "₩": "KRW", "NT$": "TWD", "HK$": "HKD",
    "A$": "AUD", "C$": "CAD", "S$": "SGD", "NZ$": "NZD", "AU$": "AUD", "CA$": "CAD", "SG$": "SGD", "R$": "BRL",
    "Mex$": "MXN", "MX$": "MXN", "₹": "INR", "Rs": "INR", "Rs.": "INR",
    "RM": "MYR", "Rp": "IDR", "NKr": "NOK", "SKr": "SEK", "DKr": "DKK", "SFr": "CHF", "₱": "PHP", "₫": "VND", "₺": "TRY", "₽": "RUB",
    "₴": "UAH", "₦": "NGN", "₪": "ILS", "฿": "THB", "₸": "KZT", "zł": "PLN", "Kč": "CZK",
    **{code: code for code in (
        "USD EUR GBP CNY JPY KRW TWD INR CHF SEK NOK DKK PLN CZK HUF AUD CAD SGD HKD NZD MXN BRL ZAR THB VND IDR MYR PHP ILS AED SAR TRY "
        "RON"
    ).split()},
}  # fmt: skip
"""What stands before a number."""
_SINGLE: dict[str, str] = {
    "yuan": "CNY", "renminbi": "CNY", "元": "CNY", "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR",
    "yen": "JPY", "円": "JPY", "日元": "JPY", "美元": "USD", "欧元": "EUR", "won": "KRW", "euro": "EUR", "euros": "EUR", "kronor": "SEK",
    "rupiah": "IDR", "reais": "BRL", "baht": "THB", "dong": "VND", "zloty": "PLN", "zlotys": "PLN", "lira": "TRY", "metical": "MZN",
    "meticais": "MZN", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK", "lei": "RON", "leva": "BGN", "hryvnia": "UAH",
    "hryvnias": "UAH", "tenge": "KZT", "taka": "BDT", "kwacha": "ZMW", "naira": "NGN", "cedis": "GHS", "shekels": "ILS", "rand": "ZAR",
    "riyal": "SAR", "riyals": "SAR", "dirham": "AED", "dirhams": "AED", "rubles": "RUB", "roubles": "RUB", "ringgit": "MYR",
    "birr": "ETB", "pula": "BWP", "kip": "LAK", "kyat": "MMK", "manat": "AZN",
}  # fmt: skip
"""Names of one currency."""
_SHARED: dict[str, dict[str, str]] = {
    "dollars": {
        "": "USD", "U.S.": "USD", "US": "USD", "American": "USD", "Australian": "AUD", "Canadian": "CAD", "Hong Kong": "HKD",
        "Taiwan": "TWD", "Taiwanese": "TWD", "New Taiwan": "TWD", "Singapore": "SGD", "Singaporean": "SGD", "New Zealand": "NZD",
    },
    "pounds": {"": "GBP", "British": "GBP", "Egyptian": "EGP"},
    "rupees": {"": "INR", "Indian": "INR", "Pakistani": "PKR", "Sri Lankan": "LKR", "Nepalese": "NPR"},
    "francs": {"": "CHF", "Swiss": "CHF", "CFA": "XOF", "Congolese": "CDF", "Rwandan": "RWF", "Guinean": "GNF"},
    "pesos": {"": "", "Mexican": "MXN", "Philippine": "PHP", "Chilean": "CLP", "Argentine": "ARS", "Colombian": "COP"},
    "kroner": {"": "", "Norwegian": "NOK", "Danish": "DKK"},
    "crowns": {"": "", "Norwegian": "NOK", "Swedish": "SEK", "Danish": "DKK", "Czech": "CZK"},
    "soles": {"Peruvian": "PEN"},
    "dinars": {"Serbian": "RSD", "Kuwaiti": "KWD", "Jordanian": "JOD", "Algerian": "DZD", "Tunisian": "TND", "Iraqi": "IQD"},
    "shillings": {"": "", "Kenyan": "KES", "Ugandan": "UGX", "Tanzanian": "TZS"},
    "dirhams": {"Moroccan": "MAD"},
    "sums": {"Uzbek": "UZS"},
}  # fmt: skip
"""Names of several currencies: adjective -> code; without one the code that is mostly meant, "" where none is."""
WORDS: dict[str, str] = _SINGLE | {
    f"{adjective} {name}".strip(): code
    for plural, several in _SHARED.items()
    for adjective, code in several.items()
    for name in (plural, plural.removesuffix("s"), *(("pounds sterling",) if (plural, adjective) == ("pounds", "") else ()))
}
"""What stands behind a number -> code; "" where it could be of several countries."""


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


_NATION = r"(?:South )?[A-Z][a-z]+(?:ese|an|ish|ch|kh|i) "
WORD = rf"(?:(?:{_NATION})?(?:{_longest_first(_SINGLE)})|{_longest_first(WORDS.keys() - _SINGLE.keys())})"
"""An expression for any of them, "Swedish" and the like before those of one country too."""
SIGN = rf"(?<![A-Za-z])(?:{_longest_first(SIGNS)})"


def currency(words: str) -> str | None:
    """The ISO 4217 code of a sign or name; None where the name is that of several currencies ("crowns")."""
    return SIGNS.get(words) or WORDS.get(words) or WORDS.get(words.split()[-1]) or None
