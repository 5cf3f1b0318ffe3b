"""The figures of one article against its gold, and their sum over several. Pure; the comparison itself is ingest/compare."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any

from ingest.compare import Document, Tally, match
from ingest.compare.mentions import names, references, unlisted_companies, values
from ingest.compare.qualifiers import qualifiers
from ingest.compare.relations import Matching, by_type, by_type_and_modality
from ingest.compare.tally import tally, total


@dataclass(frozen=True, slots=True)
class Prediction:
    """One statement of ours and whether the gold has it."""

    article: str
    pattern: str
    type: str
    right: bool
    confidence: float | None = None


@dataclass(frozen=True)
class Score:
    """All counts of one article or of several."""

    names: dict[str, Tally] = field(default_factory=dict)
    values: dict[str, Tally] = field(default_factory=dict)
    references: Tally = Tally()
    unlisted_companies: Tally = Tally()
    relations: dict[str, Tally] = field(default_factory=dict)
    with_modality: dict[str, Tally] = field(default_factory=dict)
    qualifiers: Tally = Tally()
    qualifiers_lenient: Tally = Tally()
    figures: Tally = Tally()
    """Of the qualifiers, the numbers and dates, counted leniently."""
    denied: Tally = Tally()
    """Denied facts returned as negated, as a recall."""
    denied_asserted: int = 0
    affirmed_negated: int = 0
    traps: Tally = Tally()
    """`correct` of `found`: relations returned between entities that the gold does not relate, of all returned."""
    predictions: tuple[Prediction, ...] = ()

    def figures_by_name(self) -> dict[str, float | None]:
        """The headline figures, by the names that benchmarks/floors.json uses."""
        entities, relations, modality = total(self.names.values()), total(self.relations.values()), total(self.with_modality.values())
        return {
            "entities_precision": entities.precision,
            "entities_recall": entities.recall,
            "entities_f1": entities.f1,
            "values_f1": total(self.values.values()).f1,
            "references_recall": self.references.recall,
            "unlisted_companies_recall": self.unlisted_companies.recall,
            "relations_precision": relations.precision,
            "relations_recall": relations.recall,
            "relations_f1": relations.f1,
            "with_modality_f1": modality.f1,
            "qualifiers_f1": self.qualifiers.f1,
            "qualifiers_lenient_f1": self.qualifiers_lenient.f1,
            "figures_bound_recall": self.figures.recall,
            "figures_bound_precision": self.figures.precision,
            "denied_asserted": float(self.denied_asserted),
            "affirmed_negated": float(self.affirmed_negated),
            "denied_returned": self.denied.recall,
            "traps_share": self.traps.precision,
        }


def score(ours: Document, gold: Document, listed: Container[str]) -> Score:
    """The counts of one article; `listed` holds the folded names of the firms that a lexicon knows."""
    matching = match(ours, gold)
    found, denied = set(matching.found), matching.denied()
    return Score(
        names=names(ours, gold),
        values=values(ours, gold),
        references=references(ours, gold),
        unlisted_companies=unlisted_companies(ours, gold, listed),
        relations=by_type(matching),
        with_modality=by_type_and_modality(matching),
        qualifiers=qualifiers(matching),
        qualifiers_lenient=qualifiers(matching, lenient=True),
        figures=qualifiers(matching, lenient=True, figures=True),
        denied=tally(found & denied, denied),
        denied_asserted=len(matching.denied_asserted()),
        affirmed_negated=len(matching.affirmed_negated()),
        traps=Tally(len(matching.traps()), len(found)),
        predictions=tuple(_predictions(matching, gold.doc_id)),
    )


def add(scores: Iterable[Score]) -> Score:
    """The counts of several articles together: ratios of the sum are micro averages."""
    summed: dict[str, Any] = {}
    for one in scores:
        for name, value in vars(one).items():
            summed[name] = _plus(summed[name], value) if name in summed else value
    return Score(**summed)


def _predictions(matching: Matching, article: str) -> Iterable[Prediction]:
    for one in matching.judged:
        yield Prediction(article, one.fact.pattern, one.fact.type, one.right, one.fact.confidence)


def _plus(one: Any, other: Any) -> Any:
    if isinstance(one, dict):
        return {key: one.get(key, Tally()) + other.get(key, Tally()) for key in sorted({*one, *other})}
    return one + other
