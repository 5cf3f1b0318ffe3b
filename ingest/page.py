"""An HTML page -> its title, date, publisher and article text, by trafilatura; comments and navigation left out."""

import re

from graph.errors import UnreadableSource
from graph.evidence import Model

MAX_BYTES = 2_000_000
LONGEST_TAG = 64_000


class Page(Model):
    """What a page says of itself, and its text."""

    text: str
    title: str | None = None
    published_at: str | None = None
    publisher: str | None = None


def read_page(html: bytes, url: str | None, what: str) -> Page:
    """The article on a page. Run it in isolation: parsers can be made slow.

    Raises
    ------
    UnreadableSource
        If the page is too large or holds no article."""
    if len(html) > MAX_BYTES or re.search(rb"<[^<>]{%d}" % LONGEST_TAG, html):
        raise UnreadableSource(f"{what} is too large for an article page (limit {MAX_BYTES // 1_000_000} MB, tags {LONGEST_TAG} bytes)")
    from trafilatura import bare_extraction

    found = bare_extraction(html, url=url, with_metadata=True, include_comments=False, include_tables=False, as_dict=True)
    text = found.get("text") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not text:
        raise UnreadableSource(f"{what} holds no article text")
    return Page(
        text=str(text),
        title=found.get("title") or None,
        published_at=found.get("date") or None,
        publisher=found.get("sitename") or found.get("hostname") or None,
    )
