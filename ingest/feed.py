"""RSS and Atom feeds -> the links and texts of their entries. Bytes only: a string would be opened as a path or URL."""

import re
from html import unescape

import feedparser

from graph.errors import NotAFeed
from graph.evidence import Model

ENOUGH_CHARACTERS = 600
"""An entry whose own text is at least this long is read as the article; a shorter one is followed by its link."""
XML = re.compile(rb"\s*(<\?xml|<rss|<feed|<rdf:RDF)", re.IGNORECASE)


class Entry(Model):
    """One entry: its link, and its own HTML where that is long enough to be the article."""

    link: str | None
    title: str | None
    published_at: str | None
    html: str | None


class Feed(Model):
    """A feed with its entries, in its own order."""

    title: str | None
    entries: tuple[Entry, ...]


def looks_like_feed(body: bytes) -> bool:
    """Whether it begins as XML rather than as a page."""
    return XML.match(body[:200].removeprefix(b"\xef\xbb\xbf")) is not None


def read_feed(body: bytes, what: str) -> Feed:
    """The feed in `body`.

    Raises
    ------
    NotAFeed
        If it is neither RSS nor Atom."""
    parsed = feedparser.parse(body)
    if not parsed.version:
        raise NotAFeed(f"{what} is not a feed: neither RSS nor Atom was found in it")
    return Feed(title=_plain(parsed.feed.get("title")), entries=tuple(_entry(entry) for entry in parsed.entries))


def _entry(entry: feedparser.FeedParserDict) -> Entry:
    content = entry.get("content") or []
    html = max([part.get("value") or "" for part in content] + [entry.get("summary") or ""], key=len)
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return Entry(
        link=entry.get("link"),
        title=_plain(entry.get("title")),
        published_at=f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}" if moment else None,
        html=html if len(re.sub(r"<[^>]*>", "", html)) >= ENOUGH_CHARACTERS else None,
    )


def _plain(title: str | None) -> str | None:
    """A title without markup: feeds hand titles on unsanitised."""
    return unescape(re.sub(r"<[^>]*>", "", title)).strip() or None if title else None
