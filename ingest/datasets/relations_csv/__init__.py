"""Relations of one's own: a CSV file -> one Extraction. All rows or none; every error with its line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from pydantic import ValidationError

from graph import memory
from graph.errors import DataSetError, did_you_mean
from graph.evidence import Article, Entity, Extraction, Statement
from graph.settings import today
from ingest.datasets.checking import faults
from ingest.datasets.relations_csv.groups import contradictions
from ingest.datasets.relations_csv.rows import RelationRow, near
from ingest.datasets.relations_csv.statements import EXTRACTOR, Ends, ends, statement
from ingest.datasets.source import data_set
from ingest.datasets.table import Problem, Row, read_text, require, rows_of

COLUMNS = tuple(RelationRow.model_fields)
NEEDED = ("source", "type", "target")
BYTES_A_ROW = 15_000
"""Memory a row takes here until it is written: 0.73 GB at 50,000 rows, measured."""
SHOWN_PROBLEMS = 10
Read = tuple[Row, Ends, Statement]


def read(path: Path) -> Extraction:
    """All that the rows of `path` say.

    Raises
    ------
    SourceError
        Of a file that is none, a header with a wrong column, or the first ten errors of its rows and how many more there are."""
    text = read_text(path)
    memory.require(text.count("\n"), BYTES_A_ROW, path.name)
    columns, rows = rows_of(text, path.name)
    _known(columns, path.name)
    article = data_set(text, path.stem, title=path.name, published_at=None)
    tomorrow = today() + timedelta(days=1)
    found, problems = _sorted(_read(row, article, tomorrow) for row in rows)
    entities = _entities(found)
    problems += contradictions(((row.line, one) for row, _, one in found), {one.id: one.name for one in entities})
    if problems:
        raise DataSetError(_listed(problems, path.name))
    if not found:
        raise DataSetError(f"{path.name} has a header and no rows")
    return Extraction(
        article=article,
        extractor=EXTRACTOR,
        entities=tuple(entities),
        statements=tuple(one for _, _, one in found),
    )


def _known(columns: Sequence[str], file: str) -> None:
    unknown = next((name for name in columns if name not in COLUMNS), None)
    if len(columns) > 1 and unknown is not None:
        hint = did_you_mean(near(unknown.casefold(), COLUMNS)) or f"; the columns are {', '.join(COLUMNS)}"
        raise DataSetError(f"{file} line 1: unknown column {unknown!r}{hint}")
    require(columns, NEEDED, file)


def _read(row: Row | Problem, article: Article, latest: date) -> Read | list[Problem]:
    """The row with what it says, or what is wrong with it."""
    if isinstance(row, Problem):
        return [row]
    try:
        said = RelationRow.model_validate(row.cells)
        said.known_by(latest)
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


def _entities(found: Iterable[Read]) -> list[Entity]:
    """The entities with every name that a cell gives them. Mentions would say the same at three relationships a row."""
    entities: dict[str, Entity] = {}
    names: dict[str, set[str]] = defaultdict(set)
    for row, named, _ in found:
        for column, entity in zip(("source", "target", "product"), named, strict=True):
            if entity:
                entities[entity.id] = entity
                names[entity.id].add(row.cells[column])
    return [_called(entity, names[id]) for id, entity in sorted(entities.items())]


def _called(entity: Entity, names: set[str]) -> Entity:
    more = names - {entity.name, *entity.aliases}
    return entity.model_copy(update={"aliases": (*entity.aliases, *sorted(more))}) if more else entity
