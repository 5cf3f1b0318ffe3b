"""`lithograph ingest` and `lithograph extract`."""

import json
import sys
from typing import Annotated, Any

import typer

from cli.choosing import Show, check_use, chosen_of
from cli.comparing import show_misses, show_rows
from cli.dates import day
from cli.output import ExtractFormat, note, progress, table
from graph.errors import LithographError
from graph.evidence import SourceKind

Sources = Annotated[list[str], typer.Argument(help="Files, folders, URLs or feeds; - is standard input.")]
Date = Annotated[str | None, typer.Option("--date", help="Publication date (YYYY-MM-DD) where the source has none.")]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Publisher where the source names none.")]
Kind = Annotated[str | None, typer.Option("--kind", help="Kind of source: filing, official, wire, newspaper, trade press, …")]
AllowHost = Annotated[list[str] | None, typer.Option("--allow-host", help="HOST:PORT of an intranet page that may be fetched.")]
Tiers = Annotated[str, typer.Option("--extractor", help="rules, gliner, llm, or several joined by +, such as rules+llm.")]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that read articles.")]


def ingest(
    sources: Sources,
    date: Date = None,
    publisher: Publisher = None,
    kind: Kind = None,
    allow_host: AllowHost = None,
    workers: Workers = 1,
    extractor: Tiers = "rules",
) -> None:
    """Read articles into the graph; reading them twice changes nothing."""
    from graph.store import open_store
    from ingest.pipeline import ingest as run
    from ingest.reader import Given

    given = Given(day(date), publisher, _kind(kind), tuple(allow_host or ()))
    check_use(extractor, workers)
    with open_store() as store, progress("Reading") as told:
        chosen = chosen_of(extractor, store.known())
        report = run(sources, store, given, workers=workers, extractor=chosen, progress=told)
    table([line.model_dump(exclude={"reduced"}) for line in report.lines])
    note(report.summary)
    if report.skipped:
        for line in report.skipped:
            note(f"lithograph: {line.reason}")
        raise typer.Exit(1)


def extract(
    files: Sources,
    format: Annotated[ExtractFormat, typer.Option("--format", help="json is the exchange format.")] = ExtractFormat.table,
    date: Date = None,
    allow_host: AllowHost = None,
    workers: Workers = 1,
    extractor: Tiers = "rules",
    given_entities: Annotated[
        bool, typer.Option("--given-entities", help="JSON Lines {id, text, entities: [{id, start, end}]}: relate only those spans.")
    ] = False,
    show: Annotated[
        Show, typer.Option("--show", help="candidates: unrelated pairs of a sentence. misses: against NAME.json beside NAME.md.")
    ] = Show.relations,
) -> None:
    """Print what an article says, without storing it."""
    check_use(extractor, workers, given_entities=given_entities, show=show)
    if given_entities:
        _extract_given(files, format)
        return
    chosen = chosen_of(extractor)
    if show is Show.misses:
        show_misses(files, format=format, date=date, extractor=chosen)
        return
    from ingest.exchange import exchange
    from ingest.many import extract_many
    from ingest.reader import Failure, Given, read
    from ingest.tiers import read_with

    items = [item for source in files for item in read(source, Given(day(date), allow_hosts=tuple(allow_host or ())))]
    failures = [item for item in items if isinstance(item, Failure)]
    articles = [item for item in items if not isinstance(item, Failure)]
    readings = list(read_with(chosen, articles) if chosen else extract_many(articles, workers=workers))
    failures += [one for one in readings if isinstance(one, Failure)]
    found = [exchange(one) for one in readings if not isinstance(one, Failure)]
    texts, errors = {article.doc_id: article.text for article in articles}, [str(failure.error) for failure in failures]
    if show is Show.relations:
        _print(found, texts, format, errors)
    else:
        show_rows([row for doc in found for row in _shown(doc, texts[doc["doc_id"]], show)], format)
        _fail(errors)


def _extract_given(files: list[str], format: ExtractFormat) -> None:
    """Relates the spans that each line of `files` gives."""
    from ingest.given import relate
    from ingest.nlp import build_nlp
    from ingest.spans import BadLine, read_lines

    rows = list(read_lines(files))
    good = [row for row in rows if not isinstance(row, BadLine)]
    found = list(relate(build_nlp(), good)) if good else []
    _print(found, {str(row.id): row.text for row in good}, format, [row.error for row in rows if isinstance(row, BadLine)])


def _print(found: list[dict[str, Any]], texts: dict[str, str], format: ExtractFormat, failures: list[str]) -> None:
    """What was found on standard output, what could not be read on standard error; exit 1 if there is any of that."""
    if format is ExtractFormat.json:
        sys.stdout.write(json.dumps({doc["doc_id"]: doc for doc in found}, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    else:
        table([_row(doc["doc_id"], texts[doc["doc_id"]], relation) for doc in found for relation in doc["relations"]])
    _fail(failures)


def _fail(failures: list[str]) -> None:
    for failure in failures:
        note(f"lithograph: {failure}")
    if failures:
        raise typer.Exit(1)


def _shown(doc: dict[str, Any], text: str, show: Show) -> list[dict[str, Any]]:
    """The entities of one article as rows, or the pairs that might be related and are not."""
    from ingest.compare import document
    from ingest.compare.candidates import candidates

    found = candidates(document(doc), text) if show is Show.candidates else [_entity_row(row, text) for row in doc["entities"]]
    return [{"article": doc["doc_id"], **row} for row in found]


def _entity_row(row: dict[str, Any], text: str) -> dict[str, Any]:
    mention = {"text": text[row["start"] : row["end"]], "type": row["type"], "kind": row.get("kind", "value")}
    return {**mention, "entity": row.get("entity"), "start": row["start"], "end": row["end"]}


def _row(doc_id: str, text: str, relation: dict[str, object]) -> dict[str, object]:
    head, tail = relation["head"], relation["tail"]
    assert isinstance(head, list | tuple)
    assert isinstance(tail, list | tuple)
    return {
        "article": doc_id,
        "subject": text[head[0] : head[1]],
        "relation": relation["type"],
        "object": text[tail[0] : tail[1]],
        "polarity": relation["polarity"],
        "modality": relation["modality"],
        "qualifiers": relation["qualifiers"],
        "confidence": relation["confidence"],
    }


def _kind(kind: str | None) -> SourceKind | None:
    from graph.priors import SOURCE_RELIABILITY

    if kind is None:
        return None
    for known in SOURCE_RELIABILITY:
        if known == kind:
            return known
    raise LithographError(f"--kind {kind!r} is none of {', '.join(SOURCE_RELIABILITY)}")
