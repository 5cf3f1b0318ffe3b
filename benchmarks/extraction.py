"""Measures the extraction on the project's gold articles and on published sets: `python -m benchmarks.extraction`.

`--json FILE` writes all figures, `--check` fails where one is below its floor, `--write-precision` counts the patterns anew,
`--write-docs` puts the tables into docs/extraction.md."""

import argparse
import json
import sys
from pathlib import Path

from spacy.language import Language

from benchmarks.floors import below
from benchmarks.held_out import scores_of
from benchmarks.patterns import counted, given_counts, together, write
from benchmarks.published import SETS, is_there, related
from benchmarks.report import flat, report
from benchmarks.scoring import add
from benchmarks.tables import markdown
from ingest.nlp import build_nlp

DOCS = Path(__file__).resolve().parent.parent / "docs" / "extraction.md"
MARKS = ("<!-- Measured by `make eval`. -->", "<!-- End of what is measured. -->")


def main(arguments: list[str]) -> int:
    """Prints the tables; see the options above."""
    asked = _options(arguments)
    if asked.write_precision:
        write_precision(build_nlp())
        return 0
    found = report(ablated=not asked.check)
    if asked.check:
        failures = list(below(flat(found), found["absent"]))
        sys.stderr.writelines(f"{one}\n" for one in failures)
        return 1 if failures else 0
    sys.stdout.write(markdown(found))
    if asked.json:
        asked.json.write_text(json.dumps({**found, "flat": flat(found)}, indent=1) + "\n", encoding="utf-8")
    if asked.write_docs:
        DOCS.write_text(_between_marks(DOCS.read_text(encoding="utf-8"), markdown(found)), encoding="utf-8")
    return 0


def write_precision(nlp: Language) -> None:
    """Counts every pattern on the development articles and the published sets that tell a precision.

    Where one of these sets is absent, their counts stay as they are."""
    sets = [one for one in SETS if not one.recall_alone]
    complete = all(map(is_there, sets))
    given = together(*(counted(related(one, nlp).predictions, given=True) for one in sets)) if complete else given_counts()
    write(together(given, counted(add(scores_of("dev", nlp)).predictions)))


def _between_marks(page: str, tables: str) -> str:
    before, _, rest = page.partition(MARKS[0])
    return f"{before}{MARKS[0]}\n\n{tables}\n{MARKS[1]}{rest.partition(MARKS[1])[2]}"


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description="Measure the extraction.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures")
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--write-precision", action="store_true", help="count the patterns anew: ingest/precision.csv")
    parser.add_argument("--write-docs", action="store_true", help="put the tables into docs/extraction.md")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
