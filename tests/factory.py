"""Small graphs drawn by hand: builders with defaults for everything a test does not care about."""

from collections.abc import Sequence
from typing import Any

from graph.evidence import Article, Entity, Evidence, Extraction, Mention, Statement, article_ids, entity_id, label_of, statement_id


def article(text: str, **fields: Any) -> Article:
    """An article with this raw text, known since 2026-01-02."""
    id, digest, origin = article_ids(text)
    defaults: dict[str, Any] = {
        "doc_id": id[-6:],
        "fetched_at": "2026-01-03T00:00:00+00:00",
        "published_at": "2026-01-02",
        "origin": origin,
    }
    return Article(id=id, text=text, text_sha256=digest, **(defaults | fields))


def entity(type: str, name: str, *aliases: str, provisional: bool = False, **properties: str | float | bool) -> Entity:
    """An entity; `entity("Company", "TSMC")` has the id company:tsmc."""
    return Entity(id=entity_id(type, name), type=type, name=name, aliases=aliases, provisional=provisional, properties=properties)


def statement(article: Article, type: str, subject: str, object: str, **fields: Any) -> Statement:
    """A statement that the whole article's text is the sentence of."""
    span = (0, len(article.text))
    polarity, product = fields.get("polarity", "affirmed"), fields.get("product")
    defaults: dict[str, Any] = {
        "id": statement_id(article.text_sha256, span, type, subject, object, polarity, product),
        "article": article.id,
        "sentence": article.text,
        "start": span[0],
        "end": span[1],
        "head": (0, 1),
        "tail": (1, 2),
        "extractor": "rules-1",
        "pattern": "test",
        "confidence": 0.9,
        "known_at": article.known_at,
    }
    return Statement(type=type, subject=subject, object=object, **(defaults | fields))


def evidence(*told: tuple[str, str, str, dict[str, Any]]) -> list[Evidence]:
    """One article of its own for each (type, subject, object, fields)."""
    found = []
    for number, (type, subject, object, fields) in enumerate(told):
        written = article(f"{number}.")
        found.append(Evidence(statement=statement(written, type, subject, object, **fields), origin=written.origin, source_kind="wire"))
    return found


def extraction(
    article: Article,
    statements: Sequence[Statement] = (),
    entities: Sequence[Entity] = (),
    mentions: Sequence[Mention] = (),
    extractor: str = "rules-1",
) -> Extraction:
    """What was read from `article`; the ends of statements that are not listed become entities named by their ids."""
    listed = {one.id: one for one in entities}
    for one in statements:
        for id in (one.subject, one.object, one.product):
            if id and id not in listed:
                listed[id] = Entity(id=id, type=label_of(id), name=id.partition(":")[2])
    return Extraction(
        article=article, extractor=extractor, entities=tuple(listed.values()), mentions=tuple(mentions), statements=tuple(statements)
    )


def mention(article: Article, entity: str, text: str, **fields: Any) -> Mention:
    """A mention of `entity` where `text` first stands in the article, or at its start."""
    start = max(article.text.find(text), 0)
    return Mention(entity=entity, start=start, end=start + len(text), text=text, **fields)


def told(text: str, type: str, subject: str, object: str, **fields: Any) -> Extraction:
    """One article with one statement: the shortest way to an edge."""
    source = {name: fields.pop(name) for name in ("source_kind", "published_at", "origin") if name in fields}
    written = article(text, **source)
    return extraction(written, [statement(written, type, subject, object, **fields)])
