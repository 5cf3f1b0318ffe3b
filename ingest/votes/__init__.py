"""What type a capitalised stretch has: votes from its own words, from the words around it, and from the statistical model.

Each finder yields (type, weight); ingest/entities.py adds them up over all occurrences of a name in a document."""

from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.votes.ballot import Vote
from ingest.votes.model import by_model
from ingest.votes.neighbours import neighbours, place_after
from ingest.votes.own import is_dateline, own_votes
from ingest.votes.syntax import has_firm_apposed, syntax

__all__ = ["has_firm_apposed", "own_votes", "place_after", "votes"]


def votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """Everything around doc[start:end] that speaks for a type; the type "" speaks for none at all."""
    yield from by_model(doc, start, end)
    yield from neighbours(doc, start, end)
    if doc[start:end].text.isupper() and is_dateline(doc, start, end):
        yield "City", 4.0
    if doc.has_annotation("DEP"):
        yield from syntax(doc, start, end)
