"""Tables that several pages show, each with its downloads."""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from answers.export import to_csv, to_json
from answers.statements import StatementRow
from graph.evidence import Model
from views.words import JUDGED, entity_address, entity_column, statement_address

STATEMENT_COLUMNS: dict[str, Any] = {
    "type": "Type",
    "polarity": "Polarity",
    "modality": "Modality",
    "known": "Known",
    "sample": "Sample",
    "subject": entity_column("Subject"),
    "object": entity_column("Object"),
    "confidence": st.column_config.NumberColumn("Extraction confidence", format="%.2f", help="Measured precision of the pattern"),
    "source_kind": st.column_config.TextColumn("Kind of source"),
    "standing": st.column_config.TextColumn("Standing of the claim"),
    "judgement": st.column_config.TextColumn("Judgement", help="Yours; a rejected statement counts for nothing"),
    "sentence": st.column_config.TextColumn("Sentence", width="medium"),
    "open": st.column_config.LinkColumn("Article", display_text="open"),
}


def statements(rows: Sequence[StatementRow], key: str) -> None:
    """Statements with their three doubts in three columns."""
    st.dataframe([_statement(row) for row in rows], column_config=STATEMENT_COLUMNS, hide_index=True, width="stretch", key=key)
    downloads([row.model_dump(mode="json") for row in rows], key)


def _statement(row: StatementRow) -> dict[str, object]:
    return {
        "subject": entity_address(row.subject, row.subject_name),
        "type": row.type,
        "object": entity_address(row.object, row.object_name),
        "sentence": row.sentence,
        "open": statement_address(row.id),
        "polarity": row.polarity,
        "modality": row.modality,
        "confidence": row.confidence,
        "source_kind": row.source_kind,
        "standing": row.standing,
        "judgement": JUDGED[row.verdict] if row.verdict else "",
        "known": row.known_at,
        "sample": "sample" if row.sample else "",
    }


def downloads(rows: Sequence[dict[str, object]], name: str) -> None:
    """The rows as CSV and JSON; cells that a spreadsheet would run are neutralised."""
    if rows:
        with st.container(horizontal=True):
            st.download_button("CSV", to_csv(rows), f"{name}.csv", "text/csv", icon=":material/download:", key=f"{name}-csv")
            st.download_button("JSON", to_json(rows), f"{name}.json", "application/json", icon=":material/download:", key=f"{name}-json")


def percents(titles: dict[str, str]) -> dict[str, ColumnConfig]:
    """Columns of shares under these titles."""
    return {name: st.column_config.NumberColumn(title, format="percent") for name, title in titles.items()}


def dumped(rows: Sequence[Model]) -> list[dict[str, object]]:
    """Answer rows as plain dictionaries."""
    return [row.model_dump(mode="json") for row in rows]
