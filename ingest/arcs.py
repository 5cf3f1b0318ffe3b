"""A Doc's parse changed arc by arc."""

from collections.abc import Mapping

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc

from ingest.grammar import forget

Arc = tuple[int, str]
"""Where a token hangs, and as what; on itself a root."""


def rehang(doc: Doc, arcs: Mapping[int, Arc]) -> None:
    """Hang the tokens of these positions elsewhere; the parse stays as it is where they would hang in a circle."""
    heads, names = [token.head.i for token in doc], [token.dep_ for token in doc]
    for position, (head, name) in arcs.items():
        heads[position], names[position] = head, name
    if any(_is_in_a_circle(heads, position) for position in arcs):
        return
    strings = doc.vocab.strings
    rows = [(np.uint64((head - i) % 2**64), np.uint64(strings.add(name))) for i, (head, name) in enumerate(zip(heads, names, strict=True))]
    doc.from_array([HEAD, DEP], np.array(rows, dtype=np.uint64))  # type: ignore[arg-type]
    forget(doc)


def _is_in_a_circle(heads: list[int], position: int) -> bool:
    """Whether the way up from there never comes to a root."""
    seen: set[int] = set()
    while heads[position] != position:
        if position in seen:
            return True
        seen.add(position)
        position = heads[position]
    return False
