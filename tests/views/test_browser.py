"""The real app in a real browser: a question, a click on the graph, its sentence; nothing leaves the machine, no name runs.

Chromium is needed; without it these tests are skipped, and fail with CI=true."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page

from graph.store import Store, open_store
from tests.factory import article, entity, extraction, mention, statement
from tests.views.browser import browser, chromium, outside, running, settled

pytestmark = [pytest.mark.slow, pytest.mark.timeout(420)]
HOSTILE = (
    "<img src=x onerror=\"window.top.document.title='RAN'\">",
    "<script>window.top.document.title='RAN'</script>",
    "![beacon](https://example.com/pixel.png)",
    "[click](javascript:document.title='RAN')",
    "see https://example.com/tracked or www.example.com :smile:",
)
LEADING_OUT = (
    "a[href^='http']:not([href^='http://127.0.0.1']), a[href^='//'], a[href^=javascript], a[href^=mailto], img[src*='example.com']"
)

PLACE = """(canvas, name) => {
  const drawing = canvas.closest('.__________cytoscape_container')._cyreg.cy;
  return drawing.nodes().filter(node => Object.values(node.data()).includes(name))[0].renderedPosition();
}"""


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    """Says in one line what is missing."""
    if chromium() is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("chromium is not installed; the browser tests need it")


@pytest.fixture(scope="module")
def sample_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the sample corpus."""
    with running(tmp_path_factory.mktemp("sample")) as address:
        yield address


def graph(page: Page) -> FrameLocator:
    """The frame of the drawn graph."""
    return page.frame_locator("iframe[title*=cytoscape]").first


def click_node(page: Page, name: str) -> None:
    """Clicks the drawn node of this name, where the drawing library says that it stands."""
    canvas = graph(page).locator("canvas").first
    canvas.wait_for(timeout=30_000)
    page.wait_for_timeout(1_500)
    box, place = canvas.bounding_box(), canvas.evaluate(PLACE, name)
    assert box
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    page.wait_for_timeout(4_000)


def test_a_click_on_the_graph_opens_its_sentences(sample_app: str) -> None:
    with browser() as (page, asked):
        settled(page, f"{sample_app}/reliance?buyer=Microsoft&target=ASML")
        assert page.get_by_role("heading", name="Microsoft relies on ASML").is_visible()
        click_node(page, "NVIDIA")
        assert page.get_by_text("What is said of").count() == 1
        assert page.get_by_text("The company still relies on NVIDIA").first.is_visible()
        assert outside(asked) == []


@pytest.mark.parametrize("path", ["", "entity?entity=NVIDIA", "chokepoints", "scores", "statements", "article", "queries", "ingest"])
def test_no_page_asks_for_anything_outside_this_machine(path: str, sample_app: str) -> None:
    with browser() as (page, asked):
        settled(page, f"{sample_app}/{path}")
        assert page.get_by_test_id("stException").count() == 0
        assert outside(asked) == []


def _fill(store: Store) -> list[str]:
    """Firms with hostile names that supply each other in a ring; their ids."""
    firms = [entity("Company", f"{name} {number}") for number, name in enumerate(HOSTILE)]
    for one, other in zip(firms, firms[1:] + firms[:1], strict=True):
        source = article(f"{one.name} supplies {other.name} with all of its parts.", title=one.name, publisher=other.name)
        mentions = [mention(source, firm.id, firm.name) for firm in (one, other)]
        store.write(extraction(source, [statement(source, "SUPPLIES", one.id, other.id)], [one, other], mentions))
    return [firm.id for firm in firms]


def test_names_are_text_in_every_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITHOGRAPH_HOME", str(tmp_path))
    with open_store() as store:
        ids = _fill(store)
        said = [item.statement.id for item in store.evidence()]
    paths = [
        "",
        f"reliance?buyer={ids[0]}&target={ids[2]}",
        *(f"entity?entity={id}" for id in ids),
        *(f"article?statement={id}" for id in said),
    ]
    with running(tmp_path) as address, browser() as (page, asked):
        for path in paths:
            settled(page, f"{address}/{path}")
            assert page.title() != "RAN", path
            assert page.locator(LEADING_OUT).count() == 0, path
        assert outside(asked) == []
