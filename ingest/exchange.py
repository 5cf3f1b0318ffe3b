"""An extraction in the exchange format of docs/ontology.md: what `extract --format json` prints and gold files hold."""

from typing import Any

from graph.evidence import Extraction, Mention, Statement, label_of
from graph.ontology import NODE_BY_LABEL


def exchange(extraction: Extraction) -> dict[str, Any]:
    """`{doc_id, entities, relations}`; offsets into the raw text, mentions of names, nominals and pronouns alike."""
    names = {entity.id: entity.name for entity in extraction.entities}
    mentions = sorted(
        {(one.start, one.end, one.entity): one for one in extraction.mentions}.values(), key=lambda one: (one.start, one.end, one.entity)
    )
    rows = [_mention(one, names.get(one.entity, one.text)) for one in mentions]
    rows += [{"type": v.type, "name": v.text, "start": v.start, "end": v.end} for v in extraction.values]
    rows.sort(key=lambda row: (row["start"], row["end"], row["type"]))
    return {
        "doc_id": extraction.article.doc_id,
        "entities": [{"id": f"e{number}", **row} for number, row in enumerate(rows, 1)],
        "relations": [_relation(one) for one in extraction.statements],
    }


def _mention(mention: Mention, name: str) -> dict[str, Any]:
    return {
        "type": NODE_BY_LABEL[label_of(mention.entity)].exchange,
        "name": name,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "entity": mention.entity,
    }


def _relation(statement: Statement) -> dict[str, Any]:
    return {
        "type": statement.type,
        "head": list(statement.head),
        "tail": list(statement.tail),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "attribution": statement.attribution,
        "alleged": statement.alleged,
        "qualifiers": {q.name: q.text for q in statement.qualifiers},
        "evidence": {"start": statement.start, "end": statement.end},
        "pattern": statement.pattern,
        "confidence": statement.confidence,
    }
