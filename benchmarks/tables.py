"""A report as Markdown tables, so that docs/extraction.md can hold what the terminal shows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.gold import SPLITS
from benchmarks.published import SETS
from benchmarks.report import Report
from ingest.confidence import GIVEN_WEIGHT, PRIOR_WEIGHT

MOST_APART = 0.15
"""Development above test by more than this means rules tuned on the text."""
FIGURES = {
    "entities_precision": "entities, exact span and type: precision",
    "entities_recall": "… recall",
    "entities_f1": "… F1",
    "unlisted_companies_recall": "names of firms that no lexicon lists: recall",
    "references_recall": "nominals and pronouns that stand in a relation: recall",
    "values_f1": "amounts, percentages, quantities, dates: F1",
    "relations_precision": "relations, type, both ends, polarity: precision",
    "relations_recall": "… recall",
    "relations_f1": "… F1",
    "with_modality_f1": "… with modality: F1",
    "figures_bound_recall": "numbers and dates bound to the relations found: recall",
    "figures_bound_precision": "… precision",
    "qualifiers_f1": "all qualifiers, name and text: F1",
    "qualifiers_lenient_f1": "… amount, percent and share as one name: F1",
    "denied_asserted": "denied facts asserted as true: number",
    "affirmed_negated": "stated facts returned as denied: number",
    "denied_returned": "denied facts returned as negated: share",
    "traps_share": "relations between what the text does not relate: share of those returned",
}
COUNTS = ("denied_asserted", "affirmed_negated")
PARTS = ("entities", "values", "relations")


def markdown(report: Report) -> str:
    """All tables of the report."""
    parts = [_headline(report), *(_by_type(report, part) for part in PARTS)]
    parts += [_ablations(report)] if report["ablations"] else []
    parts += [_reliability(report), _weightings(report), *_published(report)]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; its first column is words, the others are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _headline(report: Report) -> str:
    dev, test = (report["gold"][split]["figures"] for split in SPLITS)
    rows = [
        (words, _figure(dev[name], name), _figure(test[name], name), _gap(dev[name], test[name], name)) for name, words in FIGURES.items()
    ]
    return table([f"figure ({_articles(report)})", *SPLITS, "gap"], rows)


def _articles(report: Report) -> str:
    return ", ".join(f"{report['gold'][split]['articles']} articles in {split}" for split in SPLITS)


def _gap(dev: float | None, test: float | None, name: str) -> str:
    if dev is None or test is None or name in (*COUNTS, "traps_share") or dev - test <= MOST_APART:
        return ""
    return f"{_share(dev - test)} !"


def _by_type(report: Report, part: str) -> str:
    types = sorted({type for split in SPLITS for type in report["gold"][split][part]})
    head = [part, *(f"{split} {column}" for split in SPLITS for column in ("wanted", "found", "precision", "recall", "F1"))]
    return table(head, ([type, *(cell for split in SPLITS for cell in _cells(report["gold"][split][part].get(type)))] for type in types))


def _cells(row: dict[str, Any] | None) -> list[str]:
    if row is None:
        return ["", "", "", "", ""]
    return [str(row["wanted"]), str(row["found"]), _share(row["precision"]), _share(row["recall"]), _share(row["f1"])]


def _ablations(report: Report) -> str:
    names = list(report["ablations"]["everything"]["dev"])
    head = ["pipeline", *(f"{split} {name.replace('_', ' ')}" for split in SPLITS for name in names)]
    rows = ([words, *(_share(one[split][name]) for split in SPLITS for name in names)] for words, one in report["ablations"].items())
    return table(head, rows)


def _reliability(report: Report) -> str:
    one = report["calibration"]
    rows = [
        [f"{dev['low']:.1f} to {dev['high']:.1f}", *_bin(dev), *_bin(test)]
        for dev, test in zip(one["dev"]["bins"], one["test"]["bins"], strict=True)
    ]
    for name, words in (("ece", "expected calibration error"), ("brier", "Brier score")):
        rows.append([words, "", "", _share(one["dev"][name], 3), "", "", _share(one["test"][name], 3)])
    return table(["confidence", *(f"{split} {column}" for split in SPLITS for column in ("statements", "mean", "right"))], rows)


def _bin(one: dict[str, Any]) -> list[str]:
    return [str(one["count"]), _share(one["confidence"]), _share(one["right"])] if one["count"] else ["0", "", ""]


def _weightings(report: Report) -> str:
    """Priors down, weights of given spans across; the chosen ones in bold."""
    weights, priors = ({one[name]: None for one in report["weightings"]} for name in ("given", "prior"))
    rows = [[f"{prior:g}", *(_weighting(one) for one in report["weightings"] if one["prior"] == prior)] for prior in priors]
    return table(["ECE / Brier on dev: prior \\ weight of given spans", *(f"{weight:g}" for weight in weights)], rows)


def _weighting(one: dict[str, float]) -> str:
    words = f"{_share(one['ece'], 3)} / {_share(one['brier'], 3)}"
    return f"**{words}**" if (one["given"], one["prior"]) == (GIVEN_WEIGHT, PRIOR_WEIGHT) else words


def _published(report: Report) -> Iterator[str]:
    for one in SETS:
        if one.name in report["absent"]:
            yield f"{one.name} is not in LITHOGRAPH_DATA: skipped."
            continue
        found = report["published"][one.name]
        rows = {**found["types"], "all": found["all"]}
        if one.recall_alone:
            yield table([one.name, "wanted", "recall"], ([type, str(row["wanted"]), _share(row["recall"])] for type, row in rows.items()))
        else:
            yield table([one.name, "wanted", "found", "precision", "recall", "F1"], ([type, *_cells(row)] for type, row in rows.items()))


def _figure(value: float | None, name: str) -> str:
    return f"{value:.0f}" if name in COUNTS and value is not None else _share(value)


def _share(value: float | None, digits: int = 2) -> str:
    return "-" if value is None else f"{value:.{digits}f}".replace("0.", ".", 1) if 0 <= value < 1 else f"{value:.{digits}f}"
