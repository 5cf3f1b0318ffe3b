"""Numbers in words: "fourteen", "twenty-five", "forty" -> their value, and an expression for any of them."""

_UNDER_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, int] = (
    {word: value for value, word in enumerate(_UNDER_TWENTY, 1)}
    | {word: 10 * tens for tens, word in enumerate(_TENS, 2)}
    | {
        f"{word}{joint}{digit}": 10 * tens + value
        for tens, word in enumerate(_TENS, 2)
        for value, digit in enumerate(_UNDER_TWENTY[:9], 1)
        for joint in "- "
    }
)
"""Word -> 1 to 99."""
FRACTIONS = frozenset("third quarter fifth sixth seventh eighth ninth tenth twelfth".split())
"""Nouns of parts, "half" apart."""
WORD = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNDER_TWENTY[:9])})\b)?|(?:{'|'.join(sorted(_UNDER_TWENTY, key=len, reverse=True))}))"
)
"""An expression for any of them."""
