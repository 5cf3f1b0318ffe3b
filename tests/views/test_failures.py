"""What pages do when the store is away, and what names and articles cannot do to them."""

import re
import time

import pytest

from graph.store import Store
from tests.factory import article, entity, extraction, mention, statement
from tests.views.conftest import PAGES, Opened
from views.words import plain, web_link

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "![beacon](https://example.com/pixel.png)",
    "[click](javascript:alert(1))",
    "</script><script>alert(1)</script>",
    "=HYPERLINK(1)",
    "'\"`$x$ :red[name] *bold* \u202egnp.exe",
)


@pytest.mark.parametrize("page", ["overview", "reliance", "statements"])
def test_a_dead_server_is_one_sentence_within_ten_seconds(page: str, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    started = time.monotonic()
    app = opened(page)
    assert not app.exception
    assert len(app.error) == 1
    assert time.monotonic() - started < 10


@pytest.fixture
def hostile(embedded_store: Store) -> Store:
    """A ring of firms with hostile names that supply each other."""
    firms = [entity("Company", f"{name} {number}") for number, name in enumerate(HOSTILE)]
    for one, other in zip(firms, firms[1:] + firms[:1], strict=True):
        text = f"{one.name} supplies {other.name} with all of its parts."
        source = article(text, title=one.name, publisher=other.name, url=None)
        mentions = [mention(source, firm.id, firm.name) for firm in (one, other)]
        embedded_store.write(extraction(source, [statement(source, "SUPPLIES", one.id, other.id)], [one, other], mentions))
    return embedded_store


@pytest.mark.parametrize("page", PAGES)
def test_hostile_names_are_text_on_every_page(page: str, hostile: Store, opened: Opened) -> None:
    first, second = sorted(one.id for one in hostile.entities())[:2]
    wanted = next(item.statement.id for item in hostile.evidence())
    parameters = {"entity": {"entity": first}, "reliance": {"buyer": first, "target": second}, "article": {"statement": wanted}}
    app = opened(page, **parameters.get(page, {}))
    assert not app.exception
    for element in (*app.markdown, *app.subheader, *app.header, *app.caption):
        assert not re.search(r"(?<!\\)(!\[|<img|<script|\]\(javascript)", str(element.value))


@pytest.mark.parametrize("name", HOSTILE)
def test_plain_text_keeps_no_sign_that_markdown_reads(name: str) -> None:
    shown = plain(name)
    for position, sign in enumerate(shown):
        if sign in "`*_[]()<>!$:":
            assert shown[position - 1] == "\\"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert web_link(url) is None


def test_no_page_lets_html_through() -> None:
    from tests.views.conftest import ROOT

    for path in (*(ROOT / "views").glob("*.py"), ROOT / "app.py"):
        source = path.read_text(encoding="utf-8")
        assert "unsafe_allow_html" not in source, path.name
        assert "st.html" not in source, path.name
        assert "innerHTML" not in source, path.name
