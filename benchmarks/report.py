"""Everything that is measured, as one mapping: what `--json` writes, and what tables and floors read."""

import multiprocessing
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks.calibration import Told, brier, expected_error, reliability
from benchmarks.gold import SPLITS, annotated
from benchmarks.held_out import scores_of
from benchmarks.patterns import given_counts, left_out, told, weightings
from benchmarks.published import SETS, Published, Related, is_there, related
from benchmarks.scoring import Score, add
from ingest.compare import Tally
from ingest.compare.tally import total
from ingest.nlp import build_nlp

Report = dict[str, Any]
ABLATED = ("entities_f1", "unlisted_companies_recall", "relations_precision", "relations_recall", "relations_f1")


def report(*, ablated: bool = True) -> Report:
    """The figures on the gold, on the pipeline without one of its parts, and on the published sets that are there.

    Two processes share the work; the answer is the same."""
    present = [one for one in SETS if is_there(one)]
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        golds, others = [pool.submit(_scored, split) for split in SPLITS], [pool.submit(_related, one) for one in present]
        scored = {split: one.result() for split, one in zip(SPLITS, golds, strict=True)}
        published = {one.name: _published(done.result()) for one, done in zip(present, others, strict=True)}
    return {
        "gold": {split: _gold(one, len(annotated(split))) for split, one in scored.items()},
        "ablations": _ablations() if ablated else {},
        "calibration": _calibration(scored),
        "weightings": weightings(scored["dev"].predictions, given_counts()),
        "published": published,
        "absent": [one.name for one in SETS if not is_there(one)],
    }


def _scored(split: str) -> Score:
    return add(scores_of(split, build_nlp()))


def _related(published: Published) -> Related:
    return related(published, build_nlp())


def flat(found: Report) -> dict[str, float | None]:
    """The headline figures by one name each, as in `dev.relations_f1` and `KnowledgeNet.LOCATED_IN.recall`."""
    figures = {f"{split}.{name}": value for split, one in found["gold"].items() for name, value in one["figures"].items()}
    figures |= {f"{split}.ece": one["ece"] for split, one in found["calibration"].items()}
    for name, one in found["published"].items():
        figures |= {f"{name}.{what}": one["all"][what] for what in ("precision", "recall", "f1")}
        figures |= {f"{name}.{type}.recall": row["recall"] for type, row in one["types"].items()}
    return figures


def _gold(score: Score, articles: int) -> Report:
    kinds = {"entities": score.names, "values": score.values, "relations": score.relations, "with_modality": score.with_modality}
    return {"articles": articles, "figures": score.figures_by_name(), **{kind: _rows(tallies) for kind, tallies in kinds.items()}}


def _ablations() -> Report:
    """The same with one part of the pipeline missing."""
    with tempfile.TemporaryDirectory() as empty:
        pipelines = {
            "everything": build_nlp(),
            "without the lexicons": build_nlp(lexicon=Path(empty)),
            "without coreference": _without(build_nlp(), "coreference"),
            "without the statistical model": build_nlp(reduced=True),
        }
        return {name: _ablated(nlp) for name, nlp in pipelines.items()}


def _without(nlp: Language, component: str) -> Language:
    nlp.remove_pipe(component)
    return nlp


def _ablated(nlp: Language) -> Report:
    figures = {split: add(scores_of(split, nlp)).figures_by_name() for split in SPLITS}
    return {split: {name: several.get(name) for name in ABLATED} for split, several in figures.items()}


def _calibration(scored: Mapping[str, Score]) -> Report:
    """On articles that the confidences know nothing of: each of `dev` left out in turn, `test` as it is."""
    judged = {"dev": left_out(scored["dev"].predictions, given_counts()), "test": told(scored["test"].predictions)}
    return {split: _calibrated(one) for split, one in judged.items()}


def _calibrated(judged: Sequence[Told]) -> Report:
    return {
        "statements": len(judged),
        "ece": expected_error(judged),
        "brier": brier(judged),
        "bins": [asdict(one) for one in reliability(judged)],
    }


def _published(one: Related) -> Report:
    return {"all": _row(total(one.tallies.values())), "types": _rows(one.tallies)}


def _rows(tallies: Mapping[str, Tally]) -> Report:
    return {name: _row(one) for name, one in tallies.items()}


def _row(one: Tally) -> Report:
    return {**asdict(one), "precision": one.precision, "recall": one.recall, "f1": one.f1}
