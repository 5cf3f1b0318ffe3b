"""Statements of several readings of one article weighed against one another: who agrees, who denies, what is said twice. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce

from graph.evidence import Statement
from graph.ontology import EDGE_BY_TYPE

CAP = 0.97
"""As sure as agreement can make."""
ORDER = ("rules", "gliner", "llm")
Claim = tuple[str, str, str]
"""Type and ends; those of an undirected type in alphabetical order."""
When = tuple[str | None, str | None, str | None, bool]


def weighed(statements: Sequence[Statement]) -> list[Statement]:
    """What stands of the statements of all readings, with the confidence and the extractors of those that agree."""
    return _weighed(_undenied(_of_one_time(statements)))


def joined(extractors: Iterable[str]) -> str:
    """`rules-2+llm-1`, each tier once, in the order of ORDER."""
    return "+".join(sorted({tier for name in extractors for tier in name.split("+")}, key=rank))


def noisy_or(confidences: Iterable[float]) -> float:
    """The confidence of several that agree: never below the surest, and raised to at most CAP."""
    held = list(confidences)
    doubt = reduce(lambda doubt, one: doubt * (1 - one), sorted(held), 1.0)
    return max(round(min(1 - doubt, CAP), 4), *held)


def rank(extractor: str) -> tuple[int, str]:
    """Where a reader stands in ORDER."""
    known = [number for number, tier in enumerate(ORDER) if extractor.startswith(tier)]
    return (known[0] if known else len(ORDER), extractor)


def _of_one_time(statements: Sequence[Statement]) -> list[Statement]:
    """Of those with one id, which does not tell the time, the ones of the first reader's time: first of all, for what is dropped
    later would still have spoken against a denial."""
    times: dict[str, When] = {}
    for one in sorted(statements, key=_order):
        times.setdefault(one.id, _when(one))
    return [one for one in statements if _when(one) == times[one.id]]


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
    """With the confidence and the extractors of those that agree."""
    groups: dict[tuple[Claim, str, When], list[Statement]] = defaultdict(list)
    for one in statements:
        groups[_claim(one), one.polarity, _when(one)].append(one)
    return [one for group in groups.values() for one in _agreed(group)]


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
    bounded = held if (held.share_lo, held.share_hi) != (None, None) else one
    update = {
        "share_lo": bounded.share_lo,
        "share_hi": bounded.share_hi,
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


def _tiers(statement: Statement) -> set[str]:
    return set(statement.extractor.split("+"))


def _order(statement: Statement) -> tuple[tuple[int, str], int, int, str]:
    return rank(statement.extractor), statement.start, statement.end, statement.model_dump_json()
