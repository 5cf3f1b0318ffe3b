"""Rows of a relations CSV -> statements that quote them; names are linked by the lexicon that articles use."""

import logging
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.evidence import Article, Entity, Qualifier, Statement, statement_id
from graph.ontology import allows
from graph.projection import THINGS
from ingest.datasets.parties import country_of, named
from ingest.datasets.relations_csv.rows import DEFAULT_PRODUCT, DEFAULT_TYPE, RelationRow
from ingest.datasets.table import Row
from ingest.gazetteer import load

log = logging.getLogger(__name__)
EXTRACTOR = "relations-1"
PARTIES = (DEFAULT_TYPE, "ResearchOrg", "GovBody")


class Ends(NamedTuple):
    """The entities that a row names."""

    source: Entity
    target: Entity
    product: Entity | None


def ends(said: RelationRow) -> Ends:
    """The entities of a row. Where it says no type, a body that the lexicon knows is taken as that, if the ontology allows it.

    Raises
    ------
    ValueError
        If source and target are one."""
    target_type = said.target_type or DEFAULT_TYPE
    sources = [said.source_type] if said.source_type else [label for label in PARTIES if allows(said.type, label, target_type)]
    source = _linked(said.source, tuple(sources))
    targets = [said.target_type] if said.target_type else [label for label in PARTIES if allows(said.type, source.type, label)]
    target = _linked(said.target, tuple(targets))
    if source.id == target.id:
        raise ValueError(f"source and target are both {source.name}; correct one of them")
    things = (said.product_type,) if said.product_type else (DEFAULT_PRODUCT, *(one for one in THINGS if one != DEFAULT_PRODUCT))
    return Ends(source, target, _linked(said.product, things) if said.product else None)


@lru_cache(maxsize=100_000)
def _linked(name: str, labels: tuple[str, ...]) -> Entity:
    found = named(name, labels)
    other = load().find(name)
    if found.id not in load().entries and other and other.type not in labels and labels[0] == DEFAULT_TYPE:
        log.warning(
            "%r is taken for a %s; the lexicon knows a %s of that name: if it is meant, say so in a type column",
            name,
            found.type,
            other.type,
        )
    if labels == ("Country",) and not found.properties:
        try:
            return country_of(name)
        except ValueError:
            return found
    return found


def statement(said: RelationRow, row: Row, named: Ends, article: Article) -> Statement:
    """What the row says. Without a date of its own it is known since the file was read."""
    span, product = (row.start, row.end), named.product.id if named.product else None
    lo, hi = said.bounds
    return Statement(
        id=statement_id(article.text_sha256, span, said.type, named.source.id, named.target.id, said.polarity, product),
        type=said.type,
        subject=named.source.id,
        object=named.target.id,
        polarity=said.polarity,
        modality=said.modality,
        product=product,
        share_lo=lo,
        share_hi=hi,
        qualifiers=tuple(_qualifiers(said, row, product)),
        article=article.id,
        sentence=article.text[slice(*span)],
        start=row.start,
        end=row.end,
        head=row.spans["source"],
        tail=row.spans["target"],
        extractor=EXTRACTOR,
        pattern="relations:csv",
        confidence=1.0,
        valid_from=said.valid_from,
        valid_to=said.valid_to,
        known_at=said.published_at or article.known_at,
    )


def _qualifiers(said: RelationRow, row: Row, product: str | None) -> Iterator[Qualifier]:
    if product:
        yield Qualifier(name="product", text=row.cells["product"], entity=product)
    if said.product_weight is not None:
        yield Qualifier(name="product_weight", text=row.cells["product_weight"], value=said.product_weight)
    if said.share is not None:
        yield Qualifier(name="percent" if said.type == "OWNS" else "share", text=row.cells["share"])
    if said.citation:
        yield Qualifier(name="citation", text=said.citation)
