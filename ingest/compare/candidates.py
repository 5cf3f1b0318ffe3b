"""Pairs of entities that share a sentence and are not related: where a new pattern might find something."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from graph.ontology import EDGE_TYPES, NODE_BY_EXCHANGE
from ingest.compare.document import Document, Mention, Span

SENTENCE = re.compile(r"[^\n]+?(?:(?<=[.!?])(?=\s+[A-Z“\"])|$)", re.MULTILINE)
"""As far as full stops and line breaks tell."""


def candidates(ours: Document, text: str) -> list[dict[str, Any]]:
    """One row a pair and sentence, with the edge types that the ontology allows between the two, in either direction."""
    related = {frozenset(_entity(ours, end) for end in (fact.head, fact.tail)) for fact in ours.facts}
    rows = []
    for found in SENTENCE.finditer(text):
        for one, other in _pairs(ours, found.span()):
            types = allowed(one.type, other.type)
            if types and frozenset((one.entity, other.entity)) not in related:
                ends = {"subject": text[slice(*one.span)], "object": text[slice(*other.span)]}
                rows.append({**ends, "allowed": types, "start": found.start(), "end": found.end(), "sentence": found.group().strip()})
    return rows


def allowed(one: str, other: str) -> list[str]:
    """The edge types between two types of the exchange format, either way."""
    first, second = (NODE_BY_EXCHANGE[type].label for type in (one, other))
    either = ((first, second), (second, first))
    return sorted({edge.type for edge in EDGE_TYPES for source, target in either if source in edge.source and target in edge.target})


def _pairs(ours: Document, sentence: Span) -> Iterator[tuple[Mention, Mention]]:
    """Two mentions of different entities in the sentence, the first of each entity."""
    inside = [one for one in ours.mentions if one.kind != "value" and sentence[0] <= one.start and one.end <= sentence[1]]
    firsts = {one.entity: one for one in sorted(inside, key=lambda one: one.span, reverse=True)}
    yield from combinations(sorted(firsts.values(), key=lambda one: one.span), 2)


def _entity(ours: Document, span: Span) -> str:
    found = ours.at(span)
    return found.entity if found else ""
