"""Which articles tell one story: copies by their wording, corrections and updates by what they say of themselves.

Pure: `linked` holds between two articles whatever else is known, so that groups depend on no order of reading."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

import numpy as np

from graph.evidence import Model, Revision

HASHES, BANDS, ROWS = 128, 16, 3
SHINGLE, LEAST_WORDS = 3, 40
ALIKE = 0.6
"""Jaccard similarity of the sets of three-word runs from which two texts are copies: 5 % of the words changed leave about 0.74."""
CHUNK = 8192

_CORRECTS = re.compile(
    r"(?im)^\W*correct(?:ion|ed|s)\b\s*(?:[:\u2013\u2014-]|(?:to|in|paragraph|headline|throughout|appended)\b)"
    r"|\(\s*correct(?:ion|ed|s)\b|\ban earlier version of this (?:article|story|report)\b"
)
_UPDATES = re.compile(r"(?im)^\W*updated?\b\s*\d*\s*[:\u2013\u2014-]|\(\s*(?:updates|updated|recasts|adds)\b")
_EDGE = 600
"""Characters at the start and at the end of a text in which it says what it is."""


class Document(Model):
    """What is needed of an article to see whose story it tells."""

    id: str
    text_origin: str
    signature: str = ""
    url: str | None = None
    revises: Revision | None = None
    known_at: str


class Story(Model):
    """Where an article belongs, and what came after it."""

    origin: str
    revised_by: str | None = None
    revision: Revision | None = None
    revised_at: str | None = None


def signature(text: str) -> str:
    """MinHash of the three-word runs of `text` as hexadecimal digits; empty below forty words, where only equal texts are copies."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    if len(words) < LEAST_WORDS:
        return ""
    runs = sorted({" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)})
    hashed = np.array([_number(run) for run in runs], dtype=np.uint64)
    least = np.full(HASHES, 0xFFFFFFFF, dtype=np.uint64)
    for at in range(0, len(hashed), CHUNK):
        mixed = (hashed[at : at + CHUNK, None] * _FACTORS + _OFFSETS) >> np.uint64(32)
        least = np.minimum(least, mixed.min(axis=0))
    return least.astype(">u4").tobytes().hex()


def bands(signature: str) -> tuple[str, ...]:
    """Keys of which two copies share one: they find each other by these, and `linked` decides."""
    size = ROWS * 8
    return tuple(signature[at * size : (at + 1) * size] for at in range(BANDS)) if signature else ()


def similarity(one: str, other: str) -> float:
    """The estimated part of their three-word runs that two texts share, by their signatures."""
    if not (one and other):
        return 0.0
    left, right = (np.frombuffer(bytes.fromhex(text), dtype=">u4") for text in (one, other))
    return float(np.mean(left == right))


def revision(title: str | None, text: str) -> Revision | None:
    """Whether an article says of itself that it corrects or updates an earlier one."""
    said = "\n".join((title or "", text[:_EDGE], text[-_EDGE:]))
    return "corrects" if _CORRECTS.search(said) else "updates" if _UPDATES.search(said) else None


def linked(one: Document, other: Document) -> bool:
    """Whether the two tell one story: equal or nearly equal texts, or one address where one of them revises."""
    revised = one.url is not None and one.url == other.url and bool(one.revises or other.revises)
    return revised or one.text_origin == other.text_origin or similarity(one.signature, other.signature) >= ALIKE


def stories(documents: Sequence[Document]) -> dict[str, Story]:
    """The story of each of `documents`, a set that holds everything linked to any of them."""
    group = {one.id: one.id for one in documents}
    for number, one in enumerate(documents):
        for other in documents[number + 1 :]:
            if linked(one, other):
                group = _joined(group, one.id, other.id)
    origins: dict[str, str] = {}
    for one in documents:
        origins[group[one.id]] = min(one.text_origin, origins.get(group[one.id], one.text_origin))
    return {one.id: _story(one, documents, origins[group[one.id]]) for one in documents}


def _joined(group: dict[str, str], one: str, other: str) -> dict[str, str]:
    if group[one] == group[other]:
        return group
    return {id: group[one] if key == group[other] else key for id, key in group.items()}


def _story(one: Document, documents: Iterable[Document], origin: str) -> Story:
    """With the first correction of it, else the first update."""
    later = [other for other in documents if other.revises and _follows(other, one) and linked(one, other)]
    if not later:
        return Story(origin=origin)
    first = min(later, key=lambda other: (str(other.revises), other.known_at, other.id))
    return Story(origin=origin, revised_by=first.id, revision=first.revises, revised_at=first.known_at)


def _follows(later: Document, earlier: Document) -> bool:
    """A day later; on one day what says that it revises follows what does not."""
    return later.known_at > earlier.known_at or (later.known_at == earlier.known_at and earlier.revises is None and later.id != earlier.id)


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


_FACTORS = np.array([_number(f"factor {number}") | 1 for number in range(HASHES)], dtype=np.uint64)
_OFFSETS = np.array([_number(f"offset {number}") for number in range(HASHES)], dtype=np.uint64)
