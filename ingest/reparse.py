"""A second parse of sentences with names that the small model does not know: well-known names stand in their place.

The small model tags "Lantian" as an adjective and then finds no object of "fined"; it parses "fined Intel" well. Words are replaced
one for one, so that the new parse fits the old words. Beside names only verbs are replaced that were taken for nouns
(ingest/homographs.py)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from ingest.amounts_aside import settled
from ingest.gerunds import freed
from ingest.grammar import forget
from ingest.homographs import verbs_taken_for_nouns
from ingest.parted import joined
from ingest.passives import mended
from ingest.reading import Found, reading_of
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


def reparsed(nlp: Language, doc: Doc, chosen: Sequence[Stretch]) -> Parse:
    """The Doc's parse with that of the `chosen` stretches anew, names in them replaced."""
    parse = parse_of(doc)
    if not chosen:
        return parse
    words = {position: word for one in reading_of(doc).mentions for position, word in _stand_ins(doc, one)}
    verbs = {position: (word, lemma) for position, word, lemma in verbs_taken_for_nouns(doc)}
    words |= {position: word for position, (word, _) in verbs.items()}
    tokens = [doc[position] for start, end in chosen for position in range(start, end)]
    starts = {start for start, _ in chosen} | (apart(doc) & {token.i for token in tokens})
    again = Doc(
        doc.vocab,
        words=[words.get(token.i, token.text) for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[token.i in starts for token in tokens],
    )
    again = parsed(nlp, again)
    join(again, [number for number, token in enumerate(tokens) if token.i in apart(doc)])
    for row, token in zip(parse_of(settled(freed(joined(mended(again))))), tokens, strict=True):
        parse[token.i] = row
        if token.i in words:
            parse[token.i][-1] = doc.vocab.strings.add(verbs[token.i][1]) if token.i in verbs else token.orth
    return parse


def _stand_ins(doc: Doc, found: Found) -> list[tuple[int, str]]:
    """Position -> stand-in of each word of a name; small words and signs inside it stay."""
    if found.kind != "name" or found.label not in STAND_INS:
        return []
    first, last = STAND_INS[found.label]
    inner = [(position, first) for position in range(found.start, found.end - 1) if doc[position].text[:1].isupper()]
    return [*inner, (found.end - 1, last)]
