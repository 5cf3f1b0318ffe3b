"""Statements -> edges: one pure, deterministic function. Knows no store.

An edge is keyed by its type, ends, product and modality, so plans and facts never share one. It carries the ids of
its statements, the probability that it exists, and the share bounds that words or figures imply."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from graph.dates import first_day, last_day
from graph.evidence import Evidence, Judgement, Modality, Model, Share, SourceKind, Statement
from graph.ontology import EDGE_BY_TYPE
from graph.priors import HALF_LIFE_DAYS, MODALITY_FACTOR, SOURCE_RELIABILITY

Standing = Literal["reported", "confirmed", "disputed", "denied"]


class Edge(Model):
    """A relation between two entities, as all that was said about it adds up to."""

    id: str
    type: str
    source: str
    target: str
    product: str | None
    modality: Modality
    alleged: bool
    """Whether nobody states it in their own voice."""
    standing: Standing
    """`confirmed` by another origin, `disputed` when somebody denies it, `denied` when the newest word is a denial."""
    statements: tuple[str, ...]
    """Ids of the statements that affirm it, then of those that deny it; sorted."""
    p: Share
    """Probability that it exists."""
    share_lo: Share | None
    share_hi: Share | None
    cue: str | None
    product_weight: Share | None = None
    """Part of the buyer's purchases that the product is; None where no source says, or where sources disagree."""
    valid_from: str | None
    valid_to: str | None
    origins: int
    """Independent sources that affirm it."""
    source_kinds: tuple[SourceKind, ...]
    inferred: bool = False


def assemble(
    evidence: Iterable[Evidence],
    *,
    as_of: date | None = None,
    known_at: date | None = None,
    judgements: Iterable[Judgement] = (),
) -> list[Edge]:
    """The edges that `evidence` adds up to, sorted by id.

    With `as_of`, statements that did not hold on that day are left out and each counts less with age (half-lives of
    graph.priors); with `known_at`, so are those that were not known by then. Without them nothing ages. A pair that is
    only denied has no edge. Within one origin the strongest statement counts; across origins
    p = 1 - prod(1 - r), r = confidence x reliability x modality x 2^(-age / half-life) (docs/methods.md, "Edge weight").
    Once an article is corrected, the correction's statements count instead of its own. A statement judged wrong counts
    for nothing; one judged right is extracted with confidence 1. Judgements say how the sentence is to be read, so they
    hold at every `known_at`."""
    groups: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for item in judged(evidence, judgements):
        if _stands(item, known_at) and _applies(item.statement, as_of, known_at):
            groups[_ends(item.statement)].append(item)
    edges = [edge for ends in groups for edge in _edges(ends, groups[ends], as_of)]
    return sorted(edges, key=lambda edge: edge.id)


def judged(evidence: Iterable[Evidence], judgements: Iterable[Judgement]) -> Iterator[Evidence]:
    """The evidence without what is judged wrong, and with confidence 1 of what is judged right."""
    verdicts = {one.statement: one.verdict for one in judgements}
    for item in evidence:
        verdict = verdicts.get(item.statement.id)
        if verdict == "confirm":
            yield item.model_copy(update={"statement": item.statement.model_copy(update={"confidence": 1.0})})
        elif verdict is None:
            yield item


def edge_id(type: str, source: str, target: str, product: str | None, modality: Modality) -> str:
    """The key of the edge; it depends on nothing else."""
    return "edge:" + hashlib.sha256("\x1f".join((type, source, target, product or "", modality)).encode()).hexdigest()[:20]


def _stands(item: Evidence, known_at: date | None) -> bool:
    """Not where its article was corrected by then."""
    return item.corrected_at is None or (known_at is not None and first_day(item.corrected_at) > known_at)


def _applies(statement: Statement, as_of: date | None, known_at: date | None) -> bool:
    if known_at and first_day(statement.known_at) > known_at:
        return False
    if not as_of:
        return True
    started = statement.valid_from is None or first_day(statement.valid_from) <= as_of
    return started and (statement.valid_to is None or last_day(statement.valid_to) >= as_of)


def _ends(statement: Statement) -> tuple[str, str, str]:
    """(type, source, target); the two ends of an undirected type in alphabetical order."""
    ends = (statement.subject, statement.object)
    if not EDGE_BY_TYPE[statement.type].directed:
        ends = (min(ends), max(ends))
    return (statement.type, *ends)


def _edges(ends: tuple[str, str, str], items: Sequence[Evidence], as_of: date | None) -> list[Edge]:
    denials = [item for item in items if item.statement.polarity == "negated"]
    groups: dict[tuple[str | None, Modality], list[Evidence]] = defaultdict(list)
    for item in items:
        if item.statement.polarity == "affirmed":
            groups[item.statement.product, item.statement.modality].append(item)
    return [
        _edge(ends, product, modality, affirmed, [d for d in denials if d.statement.product in (None, product)], as_of)
        for (product, modality), affirmed in groups.items()
    ]


def _edge(
    ends: tuple[str, str, str],
    product: str | None,
    modality: Modality,
    affirmed: Sequence[Evidence],
    denials: Sequence[Evidence],
    as_of: date | None,
) -> Edge:
    statements = [item.statement for item in affirmed]
    share_lo, share_hi = _bounds(statements)
    origins = {item.origin for item in affirmed}
    return Edge(
        id=edge_id(*ends, product, modality),
        type=ends[0],
        source=ends[1],
        target=ends[2],
        product=product,
        modality=modality,
        alleged=all(statement.alleged for statement in statements),
        standing=_standing(affirmed, denials),
        statements=(*sorted(s.id for s in statements), *sorted(d.statement.id for d in denials)),
        p=_probability(affirmed, as_of),
        share_lo=share_lo,
        share_hi=share_hi,
        product_weight=_weight_of_product(statements),
        cue=min((s.cue for s in statements if s.cue), key=_cue_order, default=None),
        valid_from=min((s.valid_from for s in statements if s.valid_from), default=None),
        valid_to=None if any(s.valid_to is None for s in statements) else max(s.valid_to for s in statements if s.valid_to),
        origins=len(origins),
        source_kinds=tuple(sorted({item.source_kind for item in affirmed})),
    )


def _cue_order(cue: str) -> int:
    """The strongest wording first."""
    return ("sole", "dominant", "most", "relies", "main", "supplies", "partner", "negligible").index(cue)


def _weight_of_product(statements: Sequence[Statement]) -> float | None:
    stated = {q.value for s in statements for q in s.qualifiers if q.name == "product_weight" and q.value is not None}
    return stated.pop() if len(stated) == 1 else None


def _bounds(statements: Sequence[Statement]) -> tuple[float | None, float | None]:
    """Least and greatest share that any of the statements implies: claims that disagree widen it, they are not averaged."""
    stated = [s for s in statements if s.share_lo is not None or s.share_hi is not None]
    if not stated:
        return None, None
    return min(s.share_lo or 0.0 for s in stated), max(1.0 if s.share_hi is None else s.share_hi for s in stated)


def _standing(affirmed: Sequence[Evidence], denials: Sequence[Evidence]) -> Standing:
    if denials:
        newest_word = max(item.statement.known_at for item in affirmed)
        return "denied" if max(d.statement.known_at for d in denials) >= newest_word else "disputed"
    return "confirmed" if len({item.origin for item in affirmed}) > 1 else "reported"


def _probability(affirmed: Sequence[Evidence], as_of: date | None) -> float:
    strongest: dict[str, float] = defaultdict(float)
    for item in affirmed:
        strongest[item.origin] = max(strongest[item.origin], _weight(item, as_of))
    doubt = 1.0
    for origin in sorted(strongest):
        doubt *= 1 - strongest[origin]
    return 1 - doubt


def _weight(item: Evidence, as_of: date | None) -> float:
    """r of one statement."""
    statement = item.statement
    weight = statement.confidence * SOURCE_RELIABILITY[item.source_kind] * MODALITY_FACTOR[statement.modality]
    half_life = HALF_LIFE_DAYS.get(statement.type)
    if as_of is None or half_life is None:
        return weight
    age = max(0, (as_of - first_day(statement.known_at)).days)
    return float(weight * 2 ** (-age / half_life))
