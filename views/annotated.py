"""An article's text: mentions in the style of their type, the sentence and the ends asked for marked. Text stays text."""

from collections.abc import Iterable

import streamlit as st

from answers.article import Legend, Piece
from views.words import plain

STYLES: dict[str, tuple[str, str]] = {
    "Company": ("blue", ""),
    "ResearchOrg": ("blue-background", ""),
    "Person": ("blue", "*"),
    "Country": ("orange", ""),
    "Region": ("orange", "*"),
    "City": ("orange-background", ""),
    "GovBody": ("violet-background", ""),
    "Policy": ("violet", ""),
    "Provision": ("violet", "*"),
    "Licence": ("violet", "**"),
    "Facility": ("green", ""),
    "Input": ("green", "*"),
    "Investment": ("green-background", ""),
    "Chip": ("red", ""),
    "Product": ("red-background", ""),
    "AIModel": ("red", "*"),
    "Material": ("gray-background", ""),
}
"""Type of entity -> (Streamlit's name of a colour, emphasis): no two look alike."""
HEADING = "##### "


def show_legend(legend: Iterable[Legend]) -> None:
    """Which look belongs to which type, and how often each is mentioned."""
    st.caption("Mentions: " + " · ".join(f"{_styled(one.type, one.type)} {one.mentions}" for one in legend))


def show_article(pieces: Iterable[Piece]) -> None:
    """The pieces in their order, paragraph by paragraph, without the article's own markup; every sign that Markdown reads is escaped."""
    paragraphs: list[str] = [""]
    for piece in pieces:
        if piece.heading:
            paragraphs.append(HEADING)
        parts = piece.shown.split("\n")
        for number, part in enumerate(parts):
            if number:
                paragraphs.append("")
            if part:
                paragraphs[-1] += _shown(part, piece)
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())
    if text:
        st.markdown(text)


def _shown(text: str, piece: Piece) -> str:
    """One stretch with its looks; white space at its ends stays outside, where Markdown wants it."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    shown = _styled(plain(inner), piece.mark.type) if piece.mark else plain(inner)
    if piece.highlighted:
        shown = f":yellow-background[{shown}]"
    badge = f" :gray-badge[{piece.role}]" if piece.role else ""
    return before + shown + badge + after


def _styled(shown: str, type: str) -> str:
    colour, emphasis = STYLES.get(type, ("gray", ""))
    return f":{colour}[{emphasis}{shown}{emphasis}]"
