"""Relates spans that come with the text, and only those: one JSON object a line in, the exchange format out.

The lines are read by ingest/spans.py. The types of the spans are open (ingest/kinds.py): the frames choose."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.ontology import EDGE_BY_TYPE
from ingest.binding import bind
from ingest.confidence import confidence
from ingest.kinds import possible
from ingest.nlp import COMPONENTS
from ingest.pairs import pairs
from ingest.reading import Found, Part, Reading, Relation, attach, reading_of
from ingest.segment import Segment, clean
from ingest.sequences import sequences
from ingest.spans import GivenSpan, GivenText
from ingest.standins import standins

LEARNT = frozenset("SUPPLIES OWNS SUBSIDIARY_OF ACQUIRES MANUFACTURES PARTNERS_WITH COMPETES_WITH LOCATED_IN WORKS_FOR".split())
"""The types that word patterns and guesses tell; a frame's relation of another type does not speak against one of them."""
WHOLE = ("subsidiary.owned_by",)
"""Patterns that say more than another reading of the same words: "owned by" without a share names the parent."""


Source = Callable[[Doc], Iterator[Relation]]
"""What finds relations in a Doc."""


def relate(nlp: Language, rows: Iterable[GivenText], *, guess: Source | None = pairs) -> Iterator[dict[str, Any]]:
    """`{doc_id, entities, relations}` of each text: the spans given, and what the text says between them.

    Without a `guess` by rules alone."""
    for row, doc in read_given(nlp, rows, guess=guess):
        spans = {f"given:{number}": span for number, span in enumerate(row.entities)}
        yield {
            "doc_id": str(row.id),
            "entities": [_entity(span, row.text) for span in row.entities],
            "relations": [_row(doc, one, spans) for one in _once(reading_of(doc).relations)],
        }


def read_given(nlp: Language, rows: Iterable[GivenText], *, guess: Source | None = pairs) -> Iterator[tuple[GivenText, Doc]]:
    """Each text with its Doc, whose mentions are the given spans and whose relations are between them; none without a parse."""
    listed = list(rows)
    find_relations = nlp.get_pipe("relations")
    docs = nlp.pipe([_doc(nlp, row) for row in listed], batch_size=64, disable=[name for name in COMPONENTS if name != "figures"])
    for row, doc in zip(listed, docs, strict=True):
        yield row, _related(find_relations(_typed(doc)), guess) if doc.has_annotation("DEP") else doc


def _related(doc: Doc, guess: Source | None) -> Doc:
    """The Doc with what the words around its spans say, and then the likeliest guess, added for spans that no frame has related."""
    reading = reading_of(doc)
    for source in (sequences, guess) if guess else (sequences,):
        done = {frozenset((one.head.entity, one.tail.entity)) for one in reading.relations if one.type in LEARNT}
        reading.relations += [one for one in source(doc) if frozenset((one.head.entity, one.tail.entity)) not in done]
    return doc


def _typed(doc: Doc) -> Doc:
    """The parsed Doc with the types that its mentions may have, and the words that stand for them."""
    reading = reading_of(doc)
    for found in reading.mentions:
        found.labels = possible(doc, found)
    reading.mentions = sorted([*reading.mentions, *standins(doc)], key=lambda found: (found.start, -found.end))
    return doc


def _doc(nlp: Language, row: GivenText) -> Doc:
    """The text's tokens, cut where a span begins or ends, with the spans as mentions of open type."""
    text, offsets = clean(row.text, Segment(0, len(row.text), "prose"))
    places = [_place(span, offsets) for span in row.entities]
    cuts = sorted({cut for place in places if place for cut in place})
    tokens = nlp.tokenizer(text) if text else []
    pieces = [piece for token in tokens for piece in _pieces(token, [cut for cut in cuts if token.idx < cut < token.idx + len(token)])]
    doc = Doc(nlp.vocab, words=[word for word, _ in pieces], spaces=[space for _, space in pieces])
    reading = Reading(raw=row.text, chars=offsets, parts=[Part(0, len(doc), "prose")], given=True)
    attach(doc, reading)
    for number, (span, place) in enumerate(zip(row.entities, places, strict=True)):
        chars = doc.char_span(*place, alignment_mode="expand") if place else None
        if chars is not None:
            reading.mentions.append(Found(chars.start, chars.end, None, "given", f"given:{number}", name=span.type or ""))
    reading.mentions.sort(key=lambda found: (found.start, -found.end))
    return doc


def _place(span: GivenSpan, offsets: list[int]) -> tuple[int, int] | None:
    """Where the span stands in the cleaned text, if anything of it is left there."""
    start, end = bisect_left(offsets, span.start), bisect_left(offsets, span.end)
    return (start, end) if start < end else None


def _pieces(token: Token, cuts: list[int]) -> Iterator[tuple[str, bool]]:
    """The token's word, cut in pieces, each with whether a space follows."""
    borders = [0, *(cut - token.idx for cut in cuts), len(token)]
    for start, end in pairwise(borders):
        yield token.text[start:end], bool(token.whitespace_) and end == len(token)


def _once(relations: list[Relation]) -> list[Relation]:
    """One relation of each type between two spans, and one for each trigger, the surest; spans that overlap are not related."""
    kept: dict[tuple[str, ...], Relation] = {}
    triggers: set[tuple[str, str, int]] = set()
    for one in sorted(relations, key=_rank):
        ends = sorted((one.head.entity, one.tail.entity))
        key = (one.type, *(ends if not EDGE_BY_TYPE[one.type].directed else (one.head.entity, one.tail.entity)))
        apart = one.head.end <= one.tail.start or one.tail.end <= one.head.start
        if apart and key not in kept and (ends[0], ends[1], one.trigger) not in triggers:
            kept[key] = one
            triggers.add((ends[0], ends[1], one.trigger))
    return list(kept.values())


def _rank(relation: Relation) -> tuple[bool, bool, float, int]:
    return relation.type not in LEARNT, relation.pattern not in WHOLE, -_sureness(relation), relation.trigger


def _entity(span: GivenSpan, text: str) -> dict[str, Any]:
    said = {"type": span.type} if span.type else {}
    return {"id": span.id, **said, "name": text[span.start : span.end], "start": span.start, "end": span.end}


def _row(doc: Doc, relation: Relation, spans: dict[str, GivenSpan]) -> dict[str, Any]:
    head, tail = spans[relation.head.entity], spans[relation.tail.entity]
    sentence = doc[relation.trigger].sent
    start, end = reading_of(doc).raw_span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
    return {
        "type": relation.type,
        "head": [head.start, head.end],
        "tail": [tail.start, tail.end],
        "head_id": head.id,
        "tail_id": tail.id,
        "polarity": relation.polarity,
        "modality": relation.modality,
        "attribution": relation.attribution,
        "alleged": relation.alleged,
        "qualifiers": {q.name: q.text for q in bind(doc, relation)},
        "evidence": {"start": start, "end": end},
        "pattern": relation.pattern,
        "confidence": _sureness(relation),
    }


def _sureness(relation: Relation) -> float:
    return confidence(relation.pattern, relation.type) if relation.chance is None else relation.chance
