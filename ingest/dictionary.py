"""English words, from the index of the model's lemmatiser: a capitalised word that is none of them is most likely a name."""

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Token

from ingest.reading import reading_of

_INDEX = "lemma_index"


def english(nlp: Language) -> frozenset[str]:
    """Every noun, verb, adjective and adverb that the lemmatiser knows; empty where there is none."""
    return _words(nlp) if "lemmatizer" in nlp.pipe_names else frozenset()


@lru_cache(maxsize=2)
def _words(nlp: Language) -> frozenset[str]:
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table(_INDEX):
        return frozenset()
    return frozenset(word for words in lookups.get_table(_INDEX).values() for word in words)


def is_word(token: Token) -> bool:
    """Whether it is an English word, or a form of one, when written small."""
    words = reading_of(token.doc).words
    return token.lower_ in words or token.lemma_.lower() in words or token.lower_.removesuffix("s") in words
