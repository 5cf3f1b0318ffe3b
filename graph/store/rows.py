"""Models <-> properties in the graph: a node or relationship holds text, numbers, flags and lists of text, never null."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.assemble import Edge
from graph.documents import bands, signature
from graph.errors import StoreError
from graph.evidence import Article, Entity, Evidence, Extraction, Judgement, Mention, Statement
from graph.ontology import EDGE_BY_TYPE, NODE_BY_LABEL

Row = dict[str, Any]
Pair = tuple[str, str, str]
"""(type, source, target) of statements and edges; the ends of an undirected type in alphabetical order."""

WALL_CLOCK = ("fetched_at", "recorded_at", "judged_at")
"""Properties that say when this machine did something: never part of a dump."""
_ENTITY_OWN = frozenset(("id", "type", "name", "aliases", "lexicon_aliases", "provisional", "names"))
_STATEMENT_OWN = frozenset(Statement.model_fields) | {
    *("pair", "superseded_by", "recorded_at", "head_start", "head_end", "tail_start", "tail_end")
}
_PROPERTY = re.compile(r"[a-z][a-z0-9_]{0,63}")


def article_row(extraction: Extraction) -> Row:
    """The properties of the article's node."""
    article = extraction.article
    return (
        _known(article.model_dump())
        | signed(article.text, article.origin)
        | {
            "known_at": article.known_at,
            "extractor": extraction.extractor,
            "reduced": extraction.reduced,
        }
    )


def signed(text: str, origin: str) -> Row:
    """What copies of an article are found by: the origin of its own text, its signature and the bands of that."""
    digits = signature(text)
    return {"text_origin": origin, "signature": digits} | {f"band_{number}": band for number, band in enumerate(bands(digits))}


def article_of(row: Mapping[str, Any]) -> Article:
    """The article a node holds."""
    return Article(**{name: row[name] for name in Article.model_fields if name in row})


def statement_row(statement: Statement, recorded_at: str) -> Row:
    """The properties of the statement's node: its fields, the qualifiers as JSON and again one by one for Cypher."""
    fields = statement.model_dump(exclude={"qualifiers", "head", "tail"})
    (head_start, head_end), (tail_start, tail_end) = statement.head, statement.tail
    spans = {"head_start": head_start, "head_end": head_end, "tail_start": tail_start, "tail_end": tail_end}
    qualifiers = [_known(one.model_dump()) for one in statement.qualifiers]
    own = {"qualifiers": _json(qualifiers), "pair": pair_key(pair_of(statement)), "recorded_at": recorded_at}
    return _flat(qualifiers) | _known(fields) | spans | own


def statement_of(row: Mapping[str, Any]) -> Statement:
    """The statement a node holds."""
    fields = {name: row[name] for name in Statement.model_fields if name in row}
    fields["qualifiers"] = tuple(json.loads(row["qualifiers"]))
    fields["head"] = (row["head_start"], row["head_end"])
    fields["tail"] = (row["tail_start"], row["tail_end"])
    return Statement(**fields)


def evidence_of(row: Mapping[str, Any]) -> Evidence:
    """A statement beside its article's origin and kind, from `{statement, origin, source_kind, revision, revised_at}`."""
    return Evidence(
        statement=statement_of(row["statement"]),
        origin=row["origin"],
        source_kind=row["source_kind"],
        corrected_at=row["revised_at"] if row["revision"] == "corrects" else None,
    )


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """The judgement a node holds."""
    return Judgement(**row)


def entry_of(entity: Entity) -> str:
    """What one article says of an entity, as text: kept beside the article so that its removal leaves no trace."""
    reserved = sorted(key for key in entity.properties if key in _ENTITY_OWN or not _PROPERTY.fullmatch(key))
    if reserved:
        raise StoreError(f"the entity {entity.id!r} has a property {reserved[0]!r}, which is no name for one")
    return _json(entity.model_dump(exclude={"id", "type"}))


def joined(id: str, type: str, entries: Iterable[str], surfaces: Iterable[str], stored: Mapping[str, Any] | None = None) -> Row:
    """The properties of an entity's node: all that was said of it, in no order, on top of what is `stored`.

    The name is the first in the alphabet of those that a lexicon gives, else of all; `provisional` only if every
    article says so; where articles give one property different values, the greatest text wins."""
    said = [json.loads(entry) for entry in sorted(set(entries))]
    before = dict(stored or {})
    if stored:
        own = {key: value for key, value in before.items() if key not in _ENTITY_OWN}
        said.append({"name": before["name"], "provisional": before["provisional"], "aliases": before["lexicon_aliases"], "properties": own})
    provisional, name = min((bool(one["provisional"]), str(one["name"])) for one in said)
    properties: Row = {}
    for one in said:
        for key, value in one["properties"].items():
            properties[key] = max(value, properties.get(key, value), key=_json)
    lexicon = sorted({alias for one in said for alias in one["aliases"]})
    aliases = sorted({*lexicon, *surfaces, *before.get("aliases", ())})
    row = {"id": id, "type": type, "name": name, "provisional": provisional, "lexicon_aliases": lexicon, "aliases": aliases}
    return properties | row | {"names": "\n".join(sorted({name, *aliases}))}


def entity_of(row: Mapping[str, Any]) -> Entity:
    """The entity a node holds; its own name is not among the aliases."""
    properties = {key: value for key, value in sorted(row.items()) if key not in _ENTITY_OWN}
    aliases = tuple(alias for alias in row["aliases"] if alias != row["name"])
    return Entity(id=row["id"], type=row["type"], name=row["name"], aliases=aliases, provisional=row["provisional"], properties=properties)


def mention_row(article: str, mention: Mention) -> Row:
    """A row for a MENTIONS relationship, with the key it is merged on."""
    fields = mention.model_dump(exclude={"entity"})
    return {"entity": mention.entity, "props": fields | {"id": f"{article}/{mention.start}-{mention.end}/{mention.entity}"}}


def edge_row(edge: Edge) -> Row:
    """A row for a relationship between entities: its ends and its properties."""
    fields = _known(edge.model_dump(exclude={"type", "source", "target"}))
    lists = {"statements": list(edge.statements), "source_kinds": list(edge.source_kinds)}
    return {"source": edge.source, "target": edge.target, "props": fields | lists}


def edge_of(row: Mapping[str, Any]) -> Edge:
    """The edge in `{type, source, target, props}`."""
    absent = dict.fromkeys(("product", "share_lo", "share_hi", "cue", "product_weight", "valid_from", "valid_to"))
    return Edge(type=row["type"], source=row["source"], target=row["target"], **(absent | row["props"]))


def pair_of(statement: Statement) -> Pair:
    """What a statement is about."""
    return pair(statement.type, statement.subject, statement.object)


def pair(type: str, subject: str, object: str) -> Pair:
    """`(type, source, target)`, the ends in alphabetical order where the type has no direction."""
    ends = (subject, object) if EDGE_BY_TYPE[type].directed else (min(subject, object), max(subject, object))
    return (type, *ends)


def pair_key(pair: Pair) -> str:
    """`pair` as the indexed property of statements."""
    return "|".join(pair)


def known_label(label: str) -> str:
    """`label`, if the ontology has it: the only names that are ever put into a query's text."""
    if label not in NODE_BY_LABEL:
        raise StoreError(f"no node type {label!r} in the ontology")
    return label


def _flat(qualifiers: Iterable[Mapping[str, Any]]) -> Row:
    """`amount`, `amount_value`, `amount_unit`, `amount_iso`; the first of a name counts, JSON has them all.

    A name that a statement's own field has already (`product`) is written with `_text` behind it."""
    found: Row = {}
    for one in qualifiers:
        name = one["name"]
        if _PROPERTY.fullmatch(name):
            parts = {f"{name}_text" if name in _STATEMENT_OWN else name: one["text"]}
            parts |= {f"{name}_{part}": one[part] for part in ("value", "unit", "iso", "entity") if part in one}
            found = {key: value for key, value in parts.items() if key not in _STATEMENT_OWN} | found
    return found


def _known(fields: Mapping[str, Any]) -> Row:
    """`fields` without those that are unknown."""
    return {name: value for name, value in fields.items() if value is not None}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
