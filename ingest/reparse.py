"""A second parse of sentences with names that the small model does not know: well-known names stand in their place.

The small model tags "Lantian" as an adjective and then finds no object of "fined"; it parses "fined Intel" well. Words are replaced
one for one, so that the new parse fits the old words. Beside names only verbs are replaced that were taken for nouns
(ingest/homographs.py)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.amounts_aside import settled
from ingest.gerunds import freed
from ingest.grammar import forget
from ingest.homographs import verbs_taken_for_nouns
from ingest.parted import joined
from ingest.passives import mended
from ingest.reading import Found, reading_of
from ingest.second_subjects import apposed
from ingest.semicolons import apart, join, parsed

STAND_INS: dict[str, tuple[str, str]] = {
    "Company": ("Samsung", "Intel"),
    "ResearchOrg": ("Stanford", "University"),
    "GovBody": ("Justice", "Department"),
    "Person": ("John", "Smith"),
    "City": ("New", "London"),
    "Region": ("New", "Texas"),
    "Chip": ("Intel", "Pentium"),
    "AIModel": ("Microsoft", "Windows"),
    "Product": ("Microsoft", "Windows"),
    "Facility": ("Kennedy", "Airport"),
}
"""Type -> what stands for the first words and for the last word of a name."""
ATTRIBUTES = (HEAD, DEP, TAG, POS, LEMMA)
IN_NAMES = frozenset("PROPN PUNCT NOUN ADP CCONJ DET NUM".split())
Parse = NDArray[np.uint64]
Stretch = tuple[int, int]
"""Tokens [start, end) that are parsed together."""
Replaced = tuple[str, str | None]
"""What stands for a word, and the lemma of a verb; a name's word is its own."""


def parse_of(doc: Doc) -> Parse:
    """The parse as it stands: a row a token, relative heads."""
    return np.asarray(doc.to_array(list(ATTRIBUTES)))


def set_parse(doc: Doc, parse: Parse) -> None:
    """Give the Doc this parse."""
    forget(doc)
    doc.from_array(list(ATTRIBUTES), parse)  # type: ignore[arg-type]


def stretches(doc: Doc) -> Iterator[Stretch]:
    """The sentences; two that a name straddles are one."""
    inside = {position for one in reading_of(doc).mentions for position in range(one.start + 1, one.end)}
    starts = [sentence.start for sentence in doc.sents if sentence.start not in inside]
    yield from pairwise([*starts, len(doc)])


def is_doubtful(doc: Doc, found: Found) -> bool:
    """Whether a name's last word was taken for no proper noun, or one before it for a word that no name has."""
    before = (token.pos_ for token in doc[found.start : found.end - 1])
    return doc[found.end - 1].pos_ != "PROPN" or any(pos not in IN_NAMES for pos in before)


def reparsed(nlp: Language, asked: Sequence[tuple[Doc, Sequence[Stretch]]]) -> list[Parse]:
    """The parse of each Doc with that of the stretches chosen in it, at least one, anew, names in them replaced."""
    replaced = [_replaced(doc) for doc, _ in asked]
    agains = parsed(nlp, [_again(doc, chosen, words) for (doc, chosen), words in zip(asked, replaced, strict=True)])
    return [_with(again, doc, chosen, words) for (doc, chosen), words, again in zip(asked, replaced, agains, strict=True)]


def _replaced(doc: Doc) -> dict[int, Replaced]:
    """Position -> what stands for the word there, and its lemma."""
    names: dict[int, Replaced] = {position: (word, None) for one in reading_of(doc).mentions for position, word in _stand_ins(doc, one)}
    return {**names, **{position: (word, lemma) for position, word, lemma in verbs_taken_for_nouns(doc)}}


def _tokens(doc: Doc, chosen: Sequence[Stretch]) -> list[Token]:
    return [doc[position] for start, end in chosen for position in range(start, end)]


def _again(doc: Doc, chosen: Sequence[Stretch], words: Mapping[int, Replaced]) -> Doc:
    """The words to be parsed."""
    tokens = _tokens(doc, chosen)
    starts = {start for start, _ in chosen} | (apart(doc) & {token.i for token in tokens})
    return Doc(
        doc.vocab,
        words=[words[token.i][0] if token.i in words else token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[token.i in starts for token in tokens],
    )


def _with(again: Doc, doc: Doc, chosen: Sequence[Stretch], words: Mapping[int, Replaced]) -> Parse:
    """The Doc's parse, with the new one where there is one."""
    parse = parse_of(doc)
    tokens = _tokens(doc, chosen)
    join(again, [number for number, token in enumerate(tokens) if token.i in apart(doc)])
    for row, token in zip(parse_of(settled(freed(apposed(joined(mended(again)))))), tokens, strict=True):
        parse[token.i] = row
        if token.i in words:
            parse[token.i][-1] = doc.vocab.strings.add(words[token.i][1] or token.text)
    return parse


def _stand_ins(doc: Doc, found: Found) -> list[tuple[int, str]]:
    """Position -> stand-in of each word of a name; small words and signs inside it stay."""
    if found.kind != "name" or found.label not in STAND_INS:
        return []
    first, last = STAND_INS[found.label]
    inner = [(position, first) for position in range(found.start, found.end - 1) if doc[position].text[:1].isupper()]
    return [*inner, (found.end - 1, last)]
