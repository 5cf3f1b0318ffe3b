"""The ETO Advanced Semiconductor Supply Chain Dataset: five CSV files -> one Extraction.

One Extraction means one transaction: nothing is ever half loaded. The files are the user's own copy (CC BY-NC): cite them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graph.evidence import Article, Entity, Extraction, Mention, Statement
from ingest.datasets.eto.entities import inputs, providers
from ingest.datasets.eto.statements import EXTRACTOR, statements
from ingest.datasets.eto.tables import Tables, load
from ingest.datasets.parties import country_of
from ingest.datasets.source import data_set

TITLE = "ETO Advanced Semiconductor Supply Chain Dataset"
PUBLISHER = "Emerging Technology Observatory"
ADDRESS = "https://github.com/georgetown-cset/eto-supply-chain"


def read(folder: Path, *, published_at: str | None = None) -> Extraction:
    """All that the five files in `folder` say. The rows bear no date: without `published_at` they are known since today.

    Raises
    ------
    SourceError
        In one sentence with file and line: of a missing file or column, another encoding, an unknown id or country code, a
        share or an amount that cannot be read."""
    tables = load(folder)
    article = data_set(tables.text, "eto", title=TITLE, publisher=PUBLISHER, url=ADDRESS, published_at=published_at)
    categories, parties = inputs(tables), providers(tables)
    said = tuple(statements(tables, article, categories, parties))
    listed = {one.id: one for one in (*categories.values(), *parties.values(), *_homes(tables))}
    return Extraction(
        article=article,
        extractor=EXTRACTOR,
        entities=tuple(sorted(listed.values(), key=lambda one: one.id)),
        mentions=tuple(_mentions(said, article, _names(tables, categories, parties))),
        statements=tuple(sorted(said, key=lambda one: (one.start, one.type, one.id))),
    )


def _homes(tables: Tables) -> Iterator[Entity]:
    """The countries that firms have their headquarters in."""
    yield from (country_of(one.said.country) for one in tables.providers.values() if one.said.country)


def _names(tables: Tables, categories: Mapping[str, Entity], parties: Mapping[str, Entity]) -> set[tuple[str, str]]:
    """(entity id, name) of all that may be called so elsewhere; a name that contradicts its id is none."""
    called = {(one.id, name) for one in categories.values() for name in (one.name, *one.aliases)}
    return called | {(entity.id, tables.providers[id].said.provider_name) for id, entity in parties.items()}


def _mentions(said: Iterable[Statement], article: Article, names: set[tuple[str, str]]) -> Iterator[Mention]:
    """Where the rows name the ends of their statements."""
    places = sorted({(*span, entity) for one in said for span, entity in ((one.head, one.subject), (one.tail, one.object))})
    for start, end, entity in places:
        text = article.text[start:end]
        yield Mention(entity=entity, start=start, end=end, text=text, kind="name" if (entity, text) in names else "nominal")
