"""Text from articles, shown as text: never as markup, a link or an image. And the links between pages."""

import re
from urllib.parse import quote, urlsplit

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from graph.evidence import INVISIBLE
from graph.provision import party

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&@=])")
_LINKED = re.compile(r"(?i)\\:|\\@|\bwww")
"""After these Streamlit makes links of bare addresses, whatever is escaped; a word joiner behind them prevents it."""
WORD_JOINER = "\u2060"
JUDGED: dict[str, str] = {"confirm": "confirmed by you", "reject": "rejected by you"}
LONG = 500
"""Characters of a sentence that are quoted; its article has all of it."""
SAMPLE = ":violet-badge[sample]"


def plain(text: str) -> str:
    """`text` for a place that reads Markdown: every sign that means something is escaped, invisible ones are shown."""
    shown = re.sub(r"[\r\n]+", " ", INVISIBLE.sub("\ufffd", text))
    return _LINKED.sub(lambda match: match.group() + WORD_JOINER, _MARKUP.sub(r"\\\1", shown))


def entity_link(entity: str, name: str) -> str:
    """A Markdown link to an entity's page; a country's part of a market leads to the country's."""
    return f"[{plain(name)}](entity?entity={quote(party(entity), safe='')})"


def entity_address(entity: str, name: str) -> str:
    """An address for a link column; the part behind # is what the column shows."""
    return f"entity?entity={quote(entity, safe='')}#{quote(name, safe=' ')}"


def statement_address(statement: str) -> str:
    """An address that opens a statement in its article."""
    return f"article?statement={quote(statement, safe='')}"


def article_link(article: str, title: str) -> str:
    """A Markdown link to an article's page."""
    return f"[{plain(title)}](article?article={quote(article, safe='')})"


def entity_column(title: str) -> ColumnConfig:
    """A table's column of `entity_address`es that shows the names."""
    return st.column_config.LinkColumn(title, display_text=r"#(.+)$")


def dated(title: str, published_at: str | None) -> str:
    """Where a sentence stands, with its day."""
    return f"{title}, {published_at or 'undated'}"


def quote_statement(sentence: str, source: str, statement: str, *, sample: bool) -> None:
    """One sentence with where it stands, and the way to its article; of a very long one the beginning."""
    badge = f" {SAMPLE}" if sample else ""
    shown = sentence if len(sentence) <= LONG else f"{sentence[:LONG].rsplit(' ', 1)[0]} …"
    st.markdown(f"> {plain(shown)}\n>\n> {plain(source)} · [open]({statement_address(statement)}){badge}")


def web_link(url: str | None) -> str | None:
    """The address, if it is one a reader may be sent to."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None
