"""Measures the precision of every pattern on labelled sentences and writes ingest/precision.csv.

The sets (CORE, FIRE, KnowledgeNet; see docs/data.md) mark pairs of spans with their relation or NONE. The relation stage runs
on those spans alone; a relation found counts as correct when the set has it, as wrong when the set says another or NONE.
Pairs that a set does not judge are not counted. `python -m benchmarks.precision` prints and writes the table."""

import csv
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.extract import PRECISION
from ingest.nlp import build_nlp, read_given

FILES = ("core_train.jsonl", "fire_dev.jsonl", "knowledgenet_dev.jsonl")
UNDIRECTED = ("PARTNERS_WITH", "COMPETES_WITH")
JUDGED = ("SUPPLIES", "OWNS", "SUBSIDIARY_OF", "ACQUIRES", "MANUFACTURES", "LOCATED_IN", "WORKS_FOR", "PARTNERS_WITH", "COMPETES_WITH")
LABELS = {
    "SUPPLIES": ("Company", "Company"),
    "OWNS": ("Company", "Company"),
    "SUBSIDIARY_OF": ("Company", "Company"),
    "ACQUIRES": ("Company", "Company"),
    "MANUFACTURES": ("Company", "Product"),
    "LOCATED_IN": ("Company", "City"),
    "WORKS_FOR": ("Person", "Company"),
}


def main() -> int:
    """Counts correct and found per pattern and type over the sets that are there."""
    folder = Path(os.environ.get("LITHOGRAPH_DATA", "../shared")) / "datasets" / "relations"
    files = [folder / name for name in FILES if (folder / name).exists()]
    if not files:
        sys.stderr.write(f"no labelled sets in {folder}; set LITHOGRAPH_DATA\n")
        return 1
    correct: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    wanted: Counter[str] = Counter()
    nlp = build_nlp()
    for row in _rows(files):
        gold = _gold(row)
        wanted.update(type for type, _, _ in gold if type in JUDGED)
        judged = {(head, tail) for _, head, tail in gold} | {(tail, head) for _, head, tail in gold}
        for pattern, type, head, tail in read_given(nlp, row["text"], _spans(row)):
            if type in JUDGED and (head, tail) in judged:
                found[pattern, type] += 1
                correct[pattern, type] += _is_right(type, head, tail, gold)
    _write(correct, found)
    _print(correct, found, wanted)
    return 0


def _rows(files: list[Path]) -> Iterator[dict[str, Any]]:
    for path in files:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _gold(row: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {(one["type"], str(one["head"]), str(one["tail"])) for one in row["relations"]}


def _spans(row: dict[str, Any]) -> dict[str, tuple[int, int, str]]:
    """Entity id -> (start, end, label); the label is what its relations ask for, else a firm."""
    labels: dict[str, str] = {}
    for one in row["relations"]:
        for end, label in zip((one["head"], one["tail"]), LABELS.get(one["type"], ("Company", "Company")), strict=True):
            labels.setdefault(str(end), label)
    return {str(one["id"]): (one["start"], one["end"], labels.get(str(one["id"]), "Company")) for one in row["entities"]}


def _is_right(type: str, head: str, tail: str, gold: set[tuple[str, str, str]]) -> bool:
    return (type, head, tail) in gold or (type in UNDIRECTED and (type, tail, head) in gold)


def _write(correct: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> None:
    with PRECISION.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["pattern", "type", "correct", "found"])
        writer.writerows([*key, correct[key], found[key]] for key in sorted(found))


def _print(correct: Counter[tuple[str, str]], found: Counter[tuple[str, str]], wanted: Counter[str]) -> None:
    sys.stdout.write(f"{'type':16}{'found':>7}{'precision':>11}{'recall':>9}\n")
    for type in JUDGED:
        hits, all_found = (sum(count for (_, kind), count in counter.items() if kind == type) for counter in (correct, found))
        precision = f"{hits / all_found:.2f}" if all_found else "-"
        recall = f"{hits / wanted[type]:.2f}" if wanted[type] else "-"
        sys.stdout.write(f"{type:16}{all_found:7}{precision:>11}{recall:>9}\n")
    total, right = sum(found.values()), sum(correct.values())
    sys.stdout.write(f"{'all':16}{total:7}{right / total:11.2f}\n")


if __name__ == "__main__":
    sys.exit(main())
