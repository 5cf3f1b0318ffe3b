"""A file, folder, URL, feed or standard input -> articles. The guards against bad input live here and in fetch.py."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from graph.dates import last_day
from graph.documents import revision
from graph.errors import MissingSource, SourceError, UnreadableSource
from graph.evidence import Article, SourceKind, article_ids
from graph.settings import now, today
from ingest.feed import Entry, looks_like_feed, read_feed
from ingest.fetch import fetch
from ingest.isolation import isolated
from ingest.language import require_english
from ingest.page import Page, read_page

TEXTS = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
FEEDS = (".xml", ".rss", ".atom")
MAX_CHARACTERS = 5_000_000
MAX_ADDRESS = 2_000
KINDS: dict[str, SourceKind] = {"sec.gov": "filing", "federalregister.gov": "official", "europa.eu": "official", "bis.gov": "official"}
"""Kind of source by the end of the host's name; `--kind` or front matter say it for others."""


@dataclass(frozen=True)
class Given:
    """What the user says of the sources where they do not say it themselves."""

    published_at: str | None = None
    publisher: str | None = None
    source_kind: SourceKind | None = None
    allow_hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    error: SourceError


def read(source: str, given: Given = Given()) -> Iterator[Article | Failure]:  # noqa: B008 - frozen
    """The articles of `source`: `-`, a URL, a file or a folder; one that cannot be read comes as a Failure in its place."""
    try:
        yield from _read(source, given)
    except SourceError as error:
        yield Failure(source, error)


def _read(source: str, given: Given) -> Iterator[Article | Failure]:
    if source == "-":
        yield article(sys.stdin.buffer.read(), "stdin", given)
    elif "://" in source:
        yield from _read_url(source, given)
    elif not (path := Path(source)).exists():
        raise MissingSource(f"there is no file or folder {source!r}")
    elif path.is_dir():
        yield from _read_folder(path, given)
    else:
        yield from _read_file(path, given)


def article(body: bytes, doc_id: str, given: Given) -> Article:
    """An article of plain text or Markdown; front matter says what it says of itself and is no part of the text.

    Raises
    ------
    SourceError
        If it is empty, binary, too long or not in English."""
    text = decode(body, doc_id)
    said, text = front_matter(text)
    kind = said.get("source_kind")
    own = replace(
        given,
        published_at=said.get("date") or given.published_at,
        publisher=said.get("publisher") or given.publisher,
        source_kind=_kind(kind, doc_id) if kind else given.source_kind,
    )
    return _article(text, doc_id, own, title=said.get("title") or _first_line(text), url=said.get("url"))


def decode(body: bytes, what: str) -> str:
    """The text of `body`: UTF-8, or UTF-16 that says so.

    Raises
    ------
    UnreadableSource
        If it is empty, binary or in another encoding."""
    try:
        text = body.decode("utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableSource(f"{what} is not a text file in UTF-8") from None
    if "\x00" in text:
        raise UnreadableSource(f"{what} looks like a binary file, not a text")
    if not text.strip():
        raise UnreadableSource(f"{what} is empty")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableSource(f"{what} has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}, so split it")
    return text


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """`key: value` lines between two lines of `---` at the top, and the text after them."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        return {}, text
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if end is None:
        return {}, text
    pairs = [line.partition(":") for line in lines[1:end] if ":" in line and not line.startswith((" ", "\t", "-"))]
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if value.strip()}, "".join(lines[end + 1 :]).lstrip("\n")


def _read_file(path: Path, given: Given) -> Iterator[Article | Failure]:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read: {error.strerror}") from error
    if not body:
        raise UnreadableSource(f"{path} is empty")
    if path.suffix.lower() in FEEDS:
        yield from _read_entries(body, str(path), given)
    elif path.suffix.lower() in PAGES:
        yield _from_page(isolated(read_page, body, None, str(path), what=str(path)), path.stem, given)
    else:
        yield article(body, path.stem, given)


def _read_folder(path: Path, given: Given) -> Iterator[Article | Failure]:
    files = sorted(file for file in path.rglob("*") if file.suffix.lower() in (*TEXTS, *PAGES, *FEEDS) and file.is_file())
    if not files:
        raise MissingSource(f"the folder {str(path)!r} holds no text, Markdown, HTML or feed file")
    for file in files:
        yield from read(str(file), given)


def _read_url(url: str, given: Given) -> Iterator[Article | Failure]:
    fetched = fetch(url, allow_hosts=given.allow_hosts)
    path = urlsplit(fetched.url).path
    doc_id = Path(path).stem or urlsplit(url).hostname or "page"
    if looks_like_feed(fetched.body) or path.endswith(FEEDS):
        yield from _read_entries(fetched.body, url, given)
    elif fetched.content_type.startswith(("text/plain", "text/markdown")):
        yield article(fetched.body, doc_id, given).model_copy(update=_address(fetched.url))
    else:
        page = isolated(read_page, fetched.body, fetched.url, url, what=url)
        yield _from_page(page, doc_id, given, url=fetched.url)


def _read_entries(body: bytes, what: str, given: Given) -> Iterator[Article | Failure]:
    feed = read_feed(body, what)
    if not feed.entries:
        raise UnreadableSource(f"the feed {what} has no entries")
    for entry in feed.entries:
        try:
            yield from _read_entry(entry, replace(given, publisher=given.publisher or feed.title))
        except SourceError as error:
            yield Failure(entry.link or entry.title or what, error)


def _read_entry(entry: Entry, given: Given) -> Iterator[Article | Failure]:
    given = replace(given, published_at=entry.published_at or given.published_at)
    if entry.html is None:
        if not entry.link:
            raise UnreadableSource(f"the feed's entry {entry.title!r} has neither text nor link")
        yield from _read_url(entry.link, given)
        return
    what = entry.link or entry.title or "entry"
    html = f"<html><body><article>{entry.html}</article></body></html>".encode()
    page = isolated(read_page, html, entry.link, what, what=what).model_copy(update={"title": entry.title, "published_at": None})
    yield _from_page(page, Path(urlsplit(what).path).stem or "entry", given, url=entry.link)


def _from_page(page: Page, doc_id: str, given: Given, url: str | None = None) -> Article:
    own = replace(given, published_at=given.published_at or page.published_at, publisher=given.publisher or page.publisher)
    return _article(page.text, doc_id, own, title=page.title or _first_line(page.text), url=url)


def _article(text: str, doc_id: str, given: Given, *, title: str | None, url: str | None) -> Article:
    language = require_english(text, doc_id)
    id, digest, origin = article_ids(text)
    address = _address(url)
    host = address["host"]
    return Article(
        id=id,
        doc_id=doc_id,
        text=text,
        text_sha256=digest,
        title=title,
        publisher=given.publisher or host,
        published_at=_past(given.published_at, doc_id),
        fetched_at=now().isoformat(timespec="seconds"),
        language=language,
        source_kind=given.source_kind or next((kind for end, kind in KINDS.items() if host and host.endswith(end)), "unknown"),
        origin=origin,
        revises=revision(title, text),
        **address,
    )


def _address(url: str | None) -> dict[str, str | None]:
    """Only addresses a reader may click are kept."""
    safe = url if url and len(url) <= MAX_ADDRESS and urlsplit(url).scheme in ("http", "https") else None
    return {"url": safe, "host": urlsplit(safe).hostname if safe else None}


def _past(published_at: str | None, what: str) -> str | None:
    """The date, unless it lies ahead: a page from the future is a page with a wrong date."""
    if published_at is None:
        return None
    try:
        day: date = last_day(published_at[:10])
    except ValueError:
        raise UnreadableSource(f"the date {published_at!r} of {what} is no date; write YYYY-MM-DD") from None
    return published_at[:10] if day <= today() + timedelta(days=1) else None


def _kind(kind: str, what: str) -> SourceKind:
    from graph.priors import SOURCE_RELIABILITY

    if kind not in SOURCE_RELIABILITY:
        raise UnreadableSource(f"{what} has the source kind {kind!r}; it is one of {', '.join(SOURCE_RELIABILITY)}")
    found: SourceKind = kind
    return found


def _first_line(text: str) -> str | None:
    line = next((line.strip().lstrip("# ").strip() for line in text.splitlines() if line.strip()), "")
    return line[:160] or None
