"""An article's text with entities in colour and the sentence asked for underlined. Text stays text."""

from collections.abc import Iterable

import streamlit as st

from answers.article import Piece
from views.words import plain

COLOURS = {
    "Company": "blue",
    "Country": "orange",
    "City": "orange",
    "Region": "orange",
    "Chip": "red",
    "Product": "red",
    "AIModel": "violet",
    "Policy": "violet",
    "Facility": "green",
    "Material": "gray",
}


def show_article(pieces: Iterable[Piece]) -> None:
    """The pieces in their order, paragraph by paragraph; every sign that Markdown would read is escaped."""
    paragraphs: list[str] = [""]
    for piece in pieces:
        parts = piece.text.split("\n")
        for number, part in enumerate(parts):
            if number:
                paragraphs.append("")
            if part:
                paragraphs[-1] += _shown(part, piece)
    st.markdown("\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip()))
    st.caption("Colours: firms blue, places orange, chips and products red, policies and models violet, sites green, materials grey.")


def _shown(text: str, piece: Piece) -> str:
    shown = plain(text)
    if piece.mark is not None and text.strip():
        shown = f":{COLOURS.get(piece.mark.type, 'gray')}[{shown}]"
    if piece.highlighted and text.strip():
        return f":yellow-background[{shown}]"
    return shown
