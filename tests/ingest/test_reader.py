"""Reading: files, folders, pages, feeds, URLs; and each bad input with its one sentence."""

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import ForbiddenAddress, LithographError, MissingSource, NotAFeed, UnreadableSource, WrongLanguage
from graph.evidence import Article
from ingest.fetch import check_address
from ingest.reader import Failure, Given, read

PROSE = "TSMC makes advanced chips for NVIDIA at its plants in Taiwan, and both firms expect demand to grow next year. "
PAGE = f"""<html><head><title>Chips</title><meta property="article:published_time" content="2025-03-04"></head>
<body><nav>Menu</nav><article><h1>Chips</h1><p>{PROSE * 4}</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title><item><title>&lt;b&gt;One&lt;/b&gt;</title>
<link>https://example.org/one</link><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><description>&lt;p&gt;{PROSE * 8}&lt;/p&gt;</description></item></channel></rss>"""


def one(source: Path | str, given: Given | None = None) -> Article:
    found = list(read(str(source), given or Given()))
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def why(source: Path | str, given: Given | None = None) -> LithographError:
    found = list(read(str(source), given or Given()))
    assert isinstance(found[-1], Failure)
    assert "\n" not in str(found[-1].error)
    return found[-1].error


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "Chips.\r\n\r\n" + PROSE + "  \n"
    article = one(write(tmp_path, "news.txt", text), Given(published_at="2025-03-04", publisher="Desk"))
    assert (article.text, article.doc_id, article.published_at, article.publisher) == (text, "news", "2025-03-04", "Desk")


def test_front_matter_speaks_for_the_article_and_is_no_part_of_it(tmp_path: Path) -> None:
    head = '---\ntitle: "Chips: more"\ndate: 2025-03-04\nsource_kind: wire\nrests_on:\n  - "a fact"\n---\n'
    article = one(write(tmp_path, "a.md", head + PROSE), Given(published_at="2020-01-01"))
    assert (article.title, article.published_at, article.source_kind) == ("Chips: more", "2025-03-04", "wire")
    assert article.text == PROSE


def test_a_page_gives_its_article_and_not_its_menu(tmp_path: Path) -> None:
    article = one(write(tmp_path, "a.html", PAGE))
    assert article.published_at == "2025-03-04"
    assert "TSMC makes" in article.text
    assert "Menu" not in article.text


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    article = one(write(tmp_path, "a.xml", FEED))
    assert (article.title, article.published_at, article.publisher) == ("One", "2025-03-04", "Desk")
    assert article.url == "https://example.org/one"


def test_a_folder_gives_every_file_and_says_which_one_fails(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PROSE)
    write(tmp_path, "b.txt", "")
    found = list(read(str(tmp_path)))
    assert [type(item) for item in found] == [Article, Failure]


def test_a_date_that_lies_ahead_is_not_believed(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.txt", PROSE), Given(published_at="2999-01-01")).published_at is None


GERMAN = "Die Regierung hat am Montag neue Regeln für die Ausfuhr von Halbleitern beschlossen, die im Herbst gelten sollen. " * 2
BAD = {
    "missing": (None, MissingSource, "no file or folder"),
    "empty": (b"", UnreadableSource, "empty"),
    "blank": (b" \n ", UnreadableSource, "empty"),
    "binary": (b"\x7fELF\x00\x01\x02" * 9, UnreadableSource, "binary"),
    "latin-1": (b"caf\xe9 " * 30, UnreadableSource, "UTF-8"),
    "german": (GERMAN.encode(), WrongLanguage, "German"),
    "chinese": ("台积电为英伟达生产先进芯片。".encode() * 9, WrongLanguage, "Chinese"),
    "huge": (b"words " * 900_000, UnreadableSource, "limit"),
}


def test_plain_english_is_told_without_the_model_of_languages(tmp_path: Path) -> None:
    known = "from ingest.reader import read\nimport sys\nlist(read(sys.argv[1]))\nprint('py3langid' in sys.modules)"
    for text, loads in ((PROSE, "False"), ("Nieuwe regels voor de uitvoer van chips gelden in het najaar, zegt de regering. " * 3, "True")):
        done = subprocess.run(
            [sys.executable, "-c", known, str(write(tmp_path, "a.txt", text))], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == loads


@pytest.mark.parametrize("case", BAD)
def test_bad_files_get_one_clear_sentence(case: str, tmp_path: Path) -> None:
    content, kind, words = BAD[case]
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    error = why(path)
    assert isinstance(error, kind)
    assert words in str(error)


def test_a_feed_that_is_not_a_feed(tmp_path: Path) -> None:
    assert isinstance(why(write(tmp_path, "a.xml", "<html><body>no</body></html>")), NotAFeed)


def test_a_page_without_an_article(tmp_path: Path) -> None:
    assert "no article" in str(why(write(tmp_path, "a.html", "<html><body></body></html>")))


def test_a_tag_made_to_stall_the_parser_is_refused(tmp_path: Path) -> None:
    slow = "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">x</p>"
    assert "too large" in str(why(write(tmp_path, "a.html", slow)))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a",
        "http://localhost/a",
        "http://[::1]/a",
        "http://[::ffff:127.0.0.1]/a",
        "http://2130706433/a",
        "http://0x7f.1/a",
        "http://0177.0.0.1/a",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/a",
        "http://192.168.1.1/a",
        "http://172.16.0.1/a",
        "http://100.64.0.1/a",
        "http://0.0.0.0/a",
        "http://8.8.8.8:22/a",
        "http://user:secret@8.8.8.8/a",
        "file:///etc/hostname",
        "gopher://8.8.8.8/a",
        "ftp://8.8.8.8/a",
        "http://",
        "http://[::bad/a",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        check_address(url)


class _Pages(http.server.BaseHTTPRequestHandler):
    pages: dict[str, tuple[int, str, bytes]] = {}
    asked: list[str] = []

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        status, kind, body = self.pages.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, type[_Pages]]]:
    """A web server of ours on loopback; its address, and what it was asked for."""
    handler = type("Pages", (_Pages,), {"asked": [], "pages": {}})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{httpd.server_address[1]}", handler
        httpd.shutdown()


def test_a_private_page_is_refused_without_being_asked(server: tuple[str, type[_Pages]]) -> None:
    host, pages = server
    error = why(f"http://{host}/a")
    assert isinstance(error, ForbiddenAddress)
    assert f"--allow-host {host}" in str(error)
    assert pages.asked == []


def test_an_intranet_page_is_read_when_allowed_by_name(server: tuple[str, type[_Pages]]) -> None:
    host, pages = server
    pages.pages["/news/a.html"] = (200, "text/html; charset=utf-8", PAGE.encode())
    article = one(f"http://{host}/news/a.html", Given(allow_hosts=(host,)))
    assert (article.doc_id, article.host, article.published_at) == ("a", "127.0.0.1", "2025-03-04")


def test_robots_and_redirects_and_wrong_types_are_heeded(server: tuple[str, type[_Pages]]) -> None:
    host, pages = server
    given = Given(allow_hosts=(host,))
    pages.pages["/robots.txt"] = (200, "text/plain", b"User-agent: *\nDisallow: /private\n")
    pages.pages["/away"] = (302, "http://127.0.0.1:1/", b"")
    pages.pages["/a.pdf"] = (200, "application/pdf", b"%PDF-1.4 " + b"x" * 99)
    assert "robots.txt" in str(why(f"http://{host}/private/a", given))
    assert "could not be fetched" in str(why(f"http://{host}/away", given))
    assert "not a page" in str(why(f"http://{host}/a.pdf", given))


def test_a_feed_is_followed_to_its_pages(server: tuple[str, type[_Pages]]) -> None:
    host, pages = server
    short = FEED.replace(PROSE * 8, "Short.").replace("https://example.org/one", f"http://{host}/one.html")
    pages.pages["/feed"] = (200, "application/rss+xml", short.encode())
    pages.pages["/one.html"] = (200, "text/html", PAGE.encode())
    article = one(f"http://{host}/feed", Given(allow_hosts=(host,)))
    assert article.url == f"http://{host}/one.html"
