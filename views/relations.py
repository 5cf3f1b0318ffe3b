"""The relations of one sentence as rows of a table: what each says, three doubts apart, and the buttons to judge it."""

from collections.abc import Callable, Sequence

import streamlit as st

from answers.statements import StatementRow
from graph.evidence import Verdict
from views.words import JUDGED, entity_link, plain

Judge = Callable[[StatementRow, Verdict | None, str | None], None]
WIDTHS = (1.6, 1.6, 1.7, 1.6, 1.2, 1.3, 2)
HEADINGS = ("Polarity, modality", "Attributed to", "Pattern", "Extraction confidence", "Kind of source", "Standing of the claim", "")


def show_relations(rows: Sequence[StatementRow], opened: str | None, open_: Callable[[StatementRow], None], judge: Judge) -> None:
    """A row each; a click on a relation opens it, `judge` hears what the reader says of it (None: take it back)."""
    with st.container(border=True, gap=None):
        _headings()
        for row in rows:
            _heading(row, open_)
            *cells, last = st.columns(WIDTHS, vertical_alignment="center")
            _doubts(row, cells)
            with last.container(horizontal=True, gap="small"):
                _buttons(row, judge)
            if row.id == opened:
                _details(row)


def show_relations_alone(rows: Sequence[StatementRow]) -> None:
    """The same without anything to click, for an article that is not stored."""
    with st.container(border=True, gap=None):
        _headings()
        for row in rows:
            st.markdown(_title(row))
            _doubts(row, st.columns(WIDTHS)[:-1])


def _headings() -> None:
    for cell, heading in zip(st.columns(WIDTHS), HEADINGS, strict=True):
        cell.caption(heading)


def _heading(row: StatementRow, open_: Callable[[StatementRow], None]) -> None:
    """The relation to click on, and what was said of it."""
    title = _title(row)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(f"~~{title}~~" if row.verdict == "reject" else title, key=f"open-{row.id}", type="tertiary", help="Show both ends"):
            open_(row)
        if row.verdict:
            st.markdown(f":{'green' if row.verdict == 'confirm' else 'red'}-badge[{JUDGED[row.verdict]}]")


def _buttons(row: StatementRow, judge: Judge) -> None:
    note = st.session_state.get(f"note-{row.id}") or row.note
    if st.button("Right", key=f"right-{row.id}", type="tertiary", disabled=row.verdict == "confirm"):
        judge(row, "confirm", note)
    if st.button("Wrong", key=f"wrong-{row.id}", type="tertiary", disabled=row.verdict == "reject"):
        judge(row, "reject", note)
    if st.button("Undo", key=f"undo-{row.id}", type="tertiary", disabled=row.verdict is None):
        judge(row, None, None)


def _doubts(row: StatementRow, cells: Sequence[st.delta_generator.DeltaGenerator]) -> None:
    """What was found, and three doubts of three kinds: never one number."""
    said_by = " ".join(part for part in (row.attribution or "", "(alleged)" if row.alleged else "") if part)
    texts = (f"{row.polarity}, {row.modality}", said_by or "–", row.pattern, f"{row.confidence:.2f}", row.source_kind, row.standing)
    for cell, text in zip(cells, texts, strict=True):
        cell.markdown(f":small[{plain(text)}]")


def _details(row: StatementRow) -> None:
    """Both ends with their pages, what the sentence adds, and a place for a note."""
    ends = f"{entity_link(row.subject, row.subject_name)} **{row.type}** {entity_link(row.object, row.object_name)}"
    added = " · ".join(f"{name}: {text}" for name, text in row.qualifiers.items())
    st.markdown(f"{ends}{' · ' + plain(added) if added else ''}")
    st.text_input("Note beside your judgement", value=row.note or "", key=f"note-{row.id}", placeholder="why it is right or wrong")


def _title(row: StatementRow) -> str:
    return f"**{plain(row.subject_name)}** {plain(row.type)} **{plain(row.object_name)}**"
