"""Words that are no lemmas in news of trade, though the lemmatiser's index has them: "lense", "fin" of fined, "hop" of hopes, "dy" of dies.

Of several lemmas that the index has spaCy takes the first before 3.8.8 and the last from then on; without these there is one."""

from typing import cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer

LEMMATIZER = "lemmatizer"
INDEX = "lemma_index"
NEVER = {"noun": frozenset(["lense", "dy"]), "verb": frozenset("fin hop plat rat spar tap".split())}
"""Part of speech as the lemmatiser calls it -> such words."""


def correct_lemmas(nlp: Language) -> None:
    """Let the pipeline's rule lemmatiser, where it has one, not know them."""
    if not nlp.has_pipe(LEMMATIZER):
        return
    lookups = cast(Lemmatizer, nlp.get_pipe(LEMMATIZER)).lookups
    if lookups.has_table(INDEX):
        index = lookups.get_table(INDEX)
        for part, words in NEVER.items():
            index[part] = frozenset(index[part]) - words
