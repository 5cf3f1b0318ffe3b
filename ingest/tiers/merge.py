"""Several readings of one article -> one. Pure, and the same in whatever order they come.

Agreement on type, ends, polarity and stated time raises confidence by noisy-or, 1 - (1 - a)(1 - b), up to CAP: readers of the
same words err together, so two of them are never as sure as two sources. Disagreement keeps both, each with its extractor.
A reading that denies a fact, and nowhere asserts it, beats the assertion of another for the same pair and date; a date that is
not stated fits any, what is over and what holds are two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce

from graph.evidence import Entity, Extraction, Mention, Qualifier, Statement, Value, statement_id
from graph.ontology import EDGE_BY_TYPE
from ingest.tiers.unify import same_entities

CAP = 0.97
"""As sure as agreement can make."""
ORDER = ("rules", "gliner", "llm")
Claim = tuple[str, str, str]
"""Type and ends; those of an undirected type in alphabetical order."""
When = tuple[str | None, str | None, str | None, bool]


def merge(readings: Iterable[Extraction]) -> Extraction:
    """The readings of one article as one; its extractor names all of theirs."""
    ordered = sorted(readings, key=lambda one: (_rank(one.extractor), one.model_dump_json()))
    article = ordered[0].article
    if any(one.article.id != article.id for one in ordered):
        raise ValueError("only readings of one article can be merged")
    renamed = same_entities(ordered)
    statements = _weighed(_undenied([_renamed(one, renamed, article.text_sha256) for reading in ordered for one in reading.statements]))
    return Extraction(
        article=article,
        extractor=joined(one.extractor for one in ordered),
        entities=tuple(_entities(ordered, renamed)),
        mentions=tuple(_mentions(ordered, renamed)),
        values=tuple(_values(ordered)),
        statements=tuple(sorted(statements, key=lambda one: (one.start, one.head, one.tail, one.type, one.id, one.extractor))),
        reduced=any(one.reduced for one in ordered),
    )


def joined(extractors: Iterable[str]) -> str:
    """`rules-2+llm-1`, each tier once, in the order of ORDER."""
    return "+".join(sorted({tier for name in extractors for tier in name.split("+")}, key=_rank))


def noisy_or(confidences: Iterable[float]) -> float:
    """The confidence of several that agree: never below the surest, and raised to at most CAP."""
    held = list(confidences)
    doubt = reduce(lambda doubt, one: doubt * (1 - one), sorted(held), 1.0)
    return max(round(min(1 - doubt, CAP), 4), *held)


def _rank(extractor: str) -> tuple[int, str]:
    known = [number for number, tier in enumerate(ORDER) if extractor.startswith(tier)]
    return (known[0] if known else len(ORDER), extractor)


def _undenied(statements: Sequence[Statement]) -> list[Statement]:
    """Without the assertions that another reading denies; looked at again until none is beaten any more."""
    claims: dict[Claim, list[Statement]] = defaultdict(list)
    for one in statements:
        claims[_claim(one)].append(one)
    return [one for claim in claims.values() for one in _standing(claim)]


def _standing(claim: list[Statement]) -> list[Statement]:
    if {one.polarity for one in claim} != {"affirmed", "negated"}:
        return claim
    left = [one for one in claim if one.polarity == "negated" or not _is_beaten(one, claim)]
    return left if len(left) == len(claim) else _standing(left)


def _is_beaten(asserted: Statement, claim: Sequence[Statement]) -> bool:
    """Whether a reader denies it and asserts it nowhere."""
    near = [one for one in claim if _compatible(_when(one), _when(asserted))]
    deniers = {tier for one in near if one.polarity == "negated" for tier in _tiers(one)}
    return not deniers <= {tier for one in near if one.polarity == "affirmed" for tier in _tiers(one)}


def _weighed(statements: Sequence[Statement]) -> list[Statement]:
    """With the confidence and the extractors of those that agree; no two have one id."""
    groups: dict[tuple[Claim, str, When], list[Statement]] = defaultdict(list)
    for one in statements:
        groups[_claim(one), one.polarity, _when(one)].append(one)
    found = [one for group in groups.values() for one in _agreed(group)]
    held: dict[str, Statement] = {}
    for one in sorted(found, key=_order):  # of two that differ in time alone, and so have one id, the first reader's stays
        held.setdefault(one.id, one)
    return list(held.values())


def _agreed(group: Sequence[Statement]) -> list[Statement]:
    """The group with the confidence of its independent readers; as it is where one reader is part of another."""
    surest: dict[str, float] = defaultdict(float)
    for one in group:
        surest[one.extractor] = max(surest[one.extractor], one.confidence)
    readers = [tier for name in surest for tier in name.split("+")]
    kept = _once(group)
    if len(surest) < 2 or len(set(readers)) < len(readers):
        return kept
    told = {"confidence": noisy_or(surest.values()), "extractor": joined(surest)}
    return [one.model_copy(update=told) for one in kept]


def _once(group: Sequence[Statement]) -> list[Statement]:
    """Statements of two readers that stand in one sentence as one: that of the reader which comes first in ORDER."""
    kept: list[Statement] = []
    for one in sorted(group, key=_order):
        at = next((number for number, held in enumerate(kept) if _same(held, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _combined(kept[at], one)
    return kept


def _same(held: Statement, one: Statement) -> bool:
    if held.id == one.id:
        return True
    overlap = held.start < one.end and one.start < held.end
    alike = (held.product, held.modality) == (one.product, one.modality)
    return held.extractor != one.extractor and overlap and alike


def _combined(held: Statement, one: Statement) -> Statement:
    """The first with what the second adds."""
    names = {qualifier.name for qualifier in held.qualifiers}
    more = tuple(qualifier for qualifier in one.qualifiers if qualifier.name not in names)
    update = {
        "qualifiers": (*held.qualifiers, *more),
        "attribution": held.attribution or one.attribution,
        "confidence": max(held.confidence, one.confidence),
        "extractor": joined((held.extractor, one.extractor)),
    }
    return held.model_copy(update=update)


def _claim(statement: Statement) -> Claim:
    ends = (statement.subject, statement.object)
    first, second = ends if EDGE_BY_TYPE[statement.type].directed else sorted(ends)
    return statement.type, first, second


def _when(statement: Statement) -> When:
    """The dates that are stated, and whether it is over."""
    day = next((q.iso for q in statement.qualifiers if q.name == "date"), None)
    return statement.valid_from, statement.valid_to, day, statement.modality == "historical"


def _compatible(one: When, other: When) -> bool:
    """Whether the two may be the same time: a date that is not stated fits any."""
    return one[3] == other[3] and all(mine == its or None in (mine, its) for mine, its in zip(one[:3], other[:3], strict=True))


def _order(statement: Statement) -> tuple[tuple[int, str], int, int, str]:
    return _rank(statement.extractor), statement.start, statement.end, statement.model_dump_json()


def _tiers(statement: Statement) -> set[str]:
    return set(statement.extractor.split("+"))


def _renamed(statement: Statement, renamed: dict[str, str], text_sha256: str) -> Statement:
    """The statement between the entities as they are called now; its id follows."""
    subject, object = renamed.get(statement.subject, statement.subject), renamed.get(statement.object, statement.object)
    product = renamed.get(statement.product, statement.product) if statement.product else None
    qualifiers = tuple(_requalified(one, renamed) for one in statement.qualifiers)
    if (subject, object, product, qualifiers) == (statement.subject, statement.object, statement.product, statement.qualifiers):
        return statement
    span = (statement.start, statement.end)
    id = statement_id(text_sha256, span, statement.type, subject, object, statement.polarity, product)
    return statement.model_copy(update={"id": id, "subject": subject, "object": object, "product": product, "qualifiers": qualifiers})


def _requalified(qualifier: Qualifier, renamed: dict[str, str]) -> Qualifier:
    return qualifier.model_copy(update={"entity": renamed[qualifier.entity]}) if qualifier.entity in renamed else qualifier


def _entities(readings: Sequence[Extraction], renamed: dict[str, str]) -> list[Entity]:
    """Each once, sorted by id: the lexicon's entry before what only the text tells."""
    found = [one for reading in readings for one in reading.entities if one.id not in renamed]
    held: dict[str, Entity] = {}
    for one in sorted(found, key=lambda one: one.provisional):
        held.setdefault(one.id, one)
    return [held[id] for id in sorted(held)]


def _mentions(readings: Sequence[Extraction], renamed: dict[str, str]) -> list[Mention]:
    held: dict[tuple[int, int, str], Mention] = {}
    for one in (mention for reading in readings for mention in reading.mentions):
        entity = renamed.get(one.entity, one.entity)
        held.setdefault((one.start, one.end, entity), one.model_copy(update={"entity": entity}))
    return [held[key] for key in sorted(held)]


def _values(readings: Sequence[Extraction]) -> list[Value]:
    held: dict[tuple[int, int, str], Value] = {}
    for one in (value for reading in readings for value in reading.values):
        held.setdefault((one.start, one.end, one.type), one)
    return [held[key] for key in sorted(held)]
