"""The language gate: what is not English is refused with a reason, since the rules read English only."""

from functools import lru_cache

import py3langid

from graph.errors import WrongLanguage

LANGUAGES = ("en", "zh", "ja", "ko", "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "tr", "ar", "he", "vi", "id")
NAMES = dict(
    zip(
        LANGUAGES,
        (
            *("English", "Chinese", "Japanese", "Korean", "German", "French", "Spanish", "Italian", "Dutch", "Portuguese"),
            *("Russian", "Polish", "Turkish", "Arabic", "Hebrew", "Vietnamese", "Indonesian"),
        ),
        strict=True,
    )
)
LEAST_LETTERS = 40
"""Below this many letters any guess is wild (measured on lists of names): such a text is taken as English."""
SAMPLE_CHARACTERS = 5_000


def require_english(text: str, source: str) -> str:
    """`en`.

    Raises
    ------
    WrongLanguage
        If `text` is long enough to tell and is in another language."""
    sample = text[:SAMPLE_CHARACTERS]
    if sum(character.isalpha() for character in sample) < LEAST_LETTERS:
        return "en"
    _restrict()
    code, _ = py3langid.classify(sample)
    if code != "en":
        raise WrongLanguage(f"{source} is in {NAMES[code]}; only English articles can be read")
    return "en"


@lru_cache(maxsize=1)
def _restrict() -> None:
    """Unrestricted it calls Chinese Wu and Russian Uzbek."""
    py3langid.set_languages(list(LANGUAGES))
