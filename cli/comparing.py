"""`lithograph compare`: articles against their gold annotation."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.output import ExtractFormat, note, table

if TYPE_CHECKING:
    from ingest.compare import Tally
    from ingest.extract import Extractor

Paths = Annotated[list[str], typer.Argument(help="Articles, or folders of them; NAME.json beside NAME.md is its gold annotation.")]
Gold = Annotated[Path | None, typer.Option("--gold", help="Folder that holds the gold, where it is not beside the articles.")]


def compare(
    paths: Paths,
    gold: Gold = None,
    format: Annotated[ExtractFormat, typer.Option("--format", help="json has the spans too.")] = ExtractFormat.table,
    date: Annotated[str | None, typer.Option("--date", help="Publication date (YYYY-MM-DD) where an article has none.")] = None,
) -> None:
    """Print what was missed and what was found wrongly in annotated articles, with its sentence."""
    show_misses(paths, gold=gold, format=format, date=date)


def show_misses(
    paths: list[str], *, gold: Path | None = None, format: ExtractFormat, date: str | None, extractor: "Extractor | None" = None
) -> None:
    """The same of any extractor; without one of the rules."""
    from ingest.compare import document, match, misses
    from ingest.compare.gold import read_annotated
    from ingest.compare.mentions import names
    from ingest.compare.relations import by_type
    from ingest.compare.tally import total
    from ingest.exchange import exchange
    from ingest.extract import RulesExtractor
    from ingest.reader import Given

    annotated = list(read_annotated(paths, gold, Given(date)))
    reader = extractor or RulesExtractor()
    found = [document(exchange(reader.extract(one.article))) for one in annotated]
    pairs = list(zip(found, annotated, strict=True))
    rows = [{"article": one.article.doc_id, **row} for ours, one in pairs for row in misses(ours, one.gold, one.article.text)]
    show_rows(rows, format, ("article", "of", "what", "type", "text", "why", "sentence"))
    entities = total(tally for ours, one in pairs for tally in names(ours, one.gold).values())
    relations = total(tally for ours, one in pairs for tally in by_type(match(ours, one.gold)).values())
    note(f"{len(pairs)} {'article' if len(pairs) == 1 else 'articles'}: {_said('entities', entities)}; {_said('relations', relations)}.")


def show_rows(rows: list[dict[str, Any]], format: ExtractFormat, columns: tuple[str, ...] | None = None) -> None:
    """Prints the rows: all they hold as JSON, the columns as a table."""
    if format is ExtractFormat.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        table(rows, columns)


def _said(what: str, tally: "Tally") -> str:
    figures = (("precision", tally.precision), ("recall", tally.recall))
    return f"{what} " + ", ".join(f"{name} {'-' if value is None else f'{value:.2f}'}" for name, value in figures)
