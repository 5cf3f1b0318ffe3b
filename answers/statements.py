"""Statements as rows: who said what, with three doubts kept apart; and the search over them."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from answers.snapshot import Snapshot
from graph.dates import first_day
from graph.evidence import Evidence, Modality, Model, Polarity, Share, SourceKind, Verdict

Standing = Literal["stated", "alleged", "denied", "confirmed", "corrected"]


class StatementRow(Model):
    """One statement beside its article. `confidence`, `source_kind` and `standing` are three doubts, never one number."""

    id: str
    type: str
    subject: str
    subject_name: str
    object: str
    object_name: str
    polarity: Polarity
    modality: Modality
    attribution: str | None
    alleged: bool
    confidence: Share
    """How sure the extraction is: the measured precision of its pattern; 1 once an analyst has confirmed it."""
    source_kind: SourceKind
    standing: Standing
    """The claim's own: alleged by somebody, denied, confirmed by another origin, or of an article that was corrected since."""
    sentence: str
    qualifiers: dict[str, str]
    article: str
    title: str | None
    publisher: str | None
    published_at: str | None
    start: int
    end: int
    head: tuple[int, int]
    tail: tuple[int, int]
    pattern: str
    known_at: str
    sample: bool
    verdict: Verdict | None
    """What an analyst says of it. A rejected statement counts for nothing."""
    note: str | None


def rows(snapshot: Snapshot, evidence: Iterable[Evidence]) -> list[StatementRow]:
    """Rows for `evidence`, newest first."""
    found = sorted((_row(snapshot, item) for item in evidence), key=lambda row: (row.article, row.start, row.id))
    return sorted(found, key=lambda row: row.known_at, reverse=True)


def rows_of(snapshot: Snapshot, ids: Iterable[str]) -> list[StatementRow]:
    """Rows for statement ids."""
    return rows(snapshot, [snapshot.evidence[id] for id in ids if id in snapshot.evidence])


def search(
    snapshot: Snapshot,
    *,
    text: str = "",
    types: tuple[str, ...] = (),
    polarity: Polarity | None = None,
    modality: Modality | None = None,
    since: date | None = None,
    until: date | None = None,
    entity: str | None = None,
) -> list[StatementRow]:
    """Statements whose sentence or ends contain every word of `text`, case ignored, and that pass the filters."""
    words = text.casefold().split()
    found = []
    for item in snapshot.evidence.values():
        said = item.statement
        known = first_day(said.known_at)
        if (types and said.type not in types) or (polarity and said.polarity != polarity) or (modality and said.modality != modality):
            continue
        if (since and known < since) or (until and known > until) or (entity and entity not in (said.subject, said.object)):
            continue
        haystack = f"{said.sentence} {snapshot.name(said.subject)} {snapshot.name(said.object)}".casefold()
        if all(word in haystack for word in words):
            found.append(item)
    return rows(snapshot, found)


def _row(snapshot: Snapshot, item: Evidence) -> StatementRow:
    said = item.statement
    article = snapshot.articles.get(said.article)
    judgement = snapshot.judgements.get(said.id)
    return StatementRow(
        **said.model_dump(
            include={
                *("id", "type", "subject", "object", "polarity", "modality", "attribution", "alleged", "sentence"),
                *("article", "start", "end", "head", "tail", "pattern", "known_at"),
            }
        ),
        confidence=1.0 if judgement and judgement.verdict == "confirm" else said.confidence,
        subject_name=snapshot.name(said.subject),
        object_name=snapshot.name(said.object),
        source_kind=item.source_kind,
        standing=_standing(snapshot, item),
        qualifiers={qualifier.name: qualifier.text for qualifier in said.qualifiers},
        title=article.title if article else None,
        publisher=article.publisher if article else None,
        published_at=article.published_at if article else None,
        sample=item.source_kind == "sample",
        verdict=judgement.verdict if judgement else None,
        note=judgement.note if judgement else None,
    )


def _standing(snapshot: Snapshot, item: Evidence) -> Standing:
    if item.corrected_at and (snapshot.known_at is None or first_day(item.corrected_at) <= snapshot.known_at):
        return "corrected"
    if item.statement.polarity == "negated":
        return "denied"
    if item.statement.alleged:
        return "alleged"
    return "confirmed" if item.statement.id in snapshot.confirmed else "stated"
