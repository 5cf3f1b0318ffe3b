"""Relations of one's own: a CSV file -> one Extraction. All rows or none; every error with its line."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from graph.errors import DataSetError, did_you_mean
from graph.evidence import Article, Entity, Extraction, Mention, Statement
from ingest.datasets.checking import faults
from ingest.datasets.relations_csv.groups import contradictions
from ingest.datasets.relations_csv.rows import RelationRow, near
from ingest.datasets.relations_csv.statements import EXTRACTOR, Ends, ends, statement
from ingest.datasets.source import data_set
from ingest.datasets.table import Problem, Row, read_text, require, rows_of

COLUMNS = tuple(RelationRow.model_fields)
NEEDED = ("source", "type", "target")
SHOWN_PROBLEMS = 10
Read = tuple[Row, Ends, Statement]


def read(path: Path) -> Extraction:
    """All that the rows of `path` say.

    Raises
    ------
    SourceError
        Of a file that is none, a header with a wrong column, or the first ten errors of its rows and how many more there are."""
    text = read_text(path)
    columns, rows = rows_of(text, path.name)
    _known(columns, path.name)
    article = data_set(text, path.stem, title=path.name, published_at=None)
    found, problems = _sorted(_read(row, article) for row in rows)
    problems += contradictions(((row.line, one) for row, _, one in found), _names(found))
    if problems:
        raise DataSetError(_listed(problems, path.name))
    if not found:
        raise DataSetError(f"{path.name} has a header and no rows")
    return Extraction(
        article=article,
        extractor=EXTRACTOR,
        entities=tuple(sorted(_entities(found), key=lambda one: one.id)),
        mentions=tuple(_mentions(found, article)),
        statements=tuple(one for _, _, one in found),
    )


def _known(columns: Sequence[str], file: str) -> None:
    unknown = next((name for name in columns if name not in COLUMNS), None)
    if len(columns) > 1 and unknown is not None:
        hint = did_you_mean(near(unknown.casefold(), COLUMNS)) or f"; the columns are {', '.join(COLUMNS)}"
        raise DataSetError(f"{file} line 1: unknown column {unknown!r}{hint}")
    require(columns, NEEDED, file)


def _read(row: Row | Problem, article: Article) -> Read | list[Problem]:
    """The row with what it says, or what is wrong with it."""
    if isinstance(row, Problem):
        return [row]
    try:
        said = RelationRow.model_validate(row.cells)
        named = ends(said)
    except ValidationError as error:
        return [Problem(row.line, fault) for fault in faults(error)]
    except ValueError as error:
        return [Problem(row.line, str(error))]
    return row, named, statement(said, row, named, article)


def _sorted(found: Iterable[Read | list[Problem]]) -> tuple[list[Read], list[Problem]]:
    good: list[Read] = []
    bad: list[Problem] = []
    for one in found:
        if isinstance(one, list):
            bad += one
        else:
            good.append(one)
    return good, bad


def _listed(problems: Sequence[Problem], file: str) -> str:
    lines = [f"line {one.line}: {one.said}" for one in sorted(problems)]
    if len(lines) == 1:
        return f"{file} {lines[0]}"
    more = [f"and {len(lines) - SHOWN_PROBLEMS} more"] if len(lines) > SHOWN_PROBLEMS else []
    return "\n  ".join([f"{file} has {len(lines)} errors, so nothing is loaded:", *lines[:SHOWN_PROBLEMS], *more])


def _entities(found: Iterable[Read]) -> Iterator[Entity]:
    yield from {one.id: one for _, named, _ in found for one in named if one}.values()


def _names(found: Iterable[Read]) -> dict[str, str]:
    return {one.id: one.name for one in _entities(found)}


def _mentions(found: Iterable[Read], article: Article) -> Iterator[Mention]:
    """Every cell that names an entity."""
    for row, named, _ in found:
        for column, entity in zip(("source", "target", "product"), named, strict=True):
            if entity:
                start, end = row.spans[column]
                yield Mention(entity=entity.id, start=start, end=end, text=article.text[start:end])
