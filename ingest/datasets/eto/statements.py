"""Rows -> statements, each quoting its row: who provides what, what goes into what, what is a type of what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.evidence import Article, Entity, Qualifier, Statement, statement_id
from ingest.datasets.eto.entities import DESIGN_ID, DESIGN_STAGE, designs
from ingest.datasets.eto.shares import bounds, totals
from ingest.datasets.eto.tables import Tables
from ingest.datasets.parties import country_of
from ingest.datasets.table import Row, Span

EXTRACTOR = "eto-1"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a statement: the entity and where the row, or another, names it."""

    entity: str
    span: Span


def statements(tables: Tables, article: Article, inputs: Mapping[str, Entity], providers: Mapping[str, Entity]) -> Iterator[Statement]:
    """Every statement that the tables make."""
    yield from _provision(tables, article, inputs, providers)
    yield from _sequence(tables, article, inputs)
    yield from _stages(tables, article, inputs)


def _provision(tables: Tables, article: Article, inputs: Mapping[str, Entity], providers: Mapping[str, Entity]) -> Iterator[Statement]:
    """PROVIDES; "Various" only enters the sums."""
    summed = totals(tables)
    for record in tables.provision:
        said, row = record.said, record.row
        if said.provider_id in providers:
            subject = End(providers[said.provider_id].id, row.place("provider"))
            object = End(inputs[said.provided_id].id, row.place("provided"))
            qualifiers = tuple(_qualifiers(row, tables.providers[said.provider_id].said.country))
            yield _statement(
                "PROVIDES", subject, object, row, article, bounds(said, summed), qualifiers, cue="negligible" if said.negligible else None
            )


def _qualifiers(row: Row, country: str | None) -> Iterator[Qualifier]:
    """The raw share, the word "negligible", and for a firm the country that the data set has its headquarters in."""
    if share := row.cells["share_provided"]:
        yield Qualifier(name="share", text=share)
    if word := row.cells["negligible_market_share"]:
        yield Qualifier(name="negligible", text=word)
    if country:
        yield Qualifier(name="headquarters", text=country, entity=country_of(country).id)


def _sequence(tables: Tables, article: Article, inputs: Mapping[str, Entity]) -> Iterator[Statement]:
    for record in tables.sequence:
        said, row = record.said, record.row
        first = End(inputs[said.input_id].id, row.place("input"))
        for type, column, id in (("INPUT_TO", "goes_into", said.goes_into_id), ("VARIANT_OF", "is_type_of", said.is_type_of_id)):
            if id:
                yield _statement(type, first, End(inputs[id].id, row.place(column)), row, article)


def _stages(tables: Tables, article: Article, inputs: Mapping[str, Entity]) -> Iterator[Statement]:
    """The capacity of every stage goes into the product, and so does the category of design, whose variants inputs.csv lists."""
    output = End(inputs[tables.output.said.input_id].id, tables.output.row.place("input"))
    for id, record in tables.stages.items():
        span = record.row.place("stage")
        yield _statement("INPUT_TO", End(inputs[id].id, span), output, record.row, article)
        if id == DESIGN_STAGE and DESIGN_ID in inputs:
            yield _statement("INPUT_TO", End(inputs[DESIGN_ID].id, span), output, record.row, article)
    for id in designs(tables):
        row = tables.inputs[id].row
        category = End(inputs[DESIGN_ID].id, row.place("stage"))
        yield _statement("VARIANT_OF", End(inputs[id].id, row.place("input")), category, row, article)


def _statement(
    type: str,
    subject: End,
    object: End,
    row: Row,
    article: Article,
    share: tuple[float | None, float | None] = (None, None),
    qualifiers: tuple[Qualifier, ...] = (),
    cue: str | None = None,
) -> Statement:
    span = (row.start, row.end)
    return Statement(
        id=statement_id(article.text_sha256, span, type, subject.entity, object.entity, "affirmed"),
        type=type,
        subject=subject.entity,
        object=object.entity,
        share_lo=share[0],
        share_hi=share[1],
        cue=cue,
        qualifiers=qualifiers,
        article=article.id,
        sentence=article.text[slice(*span)],
        start=row.start,
        end=row.end,
        head=subject.span,
        tail=object.span,
        extractor=EXTRACTOR,
        pattern=f"eto:{row.file}",
        confidence=1.0,
        known_at=article.known_at,
    )
