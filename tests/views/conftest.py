"""Pages as a reader opens them: the real app on the embedded store, filled by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from graph.store import Store
from tests.factory import article, entity, extraction, mention, statement

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("overview", "entity", "reliance", "chokepoints", "scores", "statements", "article", "saved_queries", "reading")
ADDRESSES = {"overview": "", "saved_queries": "queries", "reading": "ingest"}
"""Where the address is not the file's name."""
MICROSOFT, NVIDIA, TSMC, ASML = (f"company:{name}" for name in ("microsoft", "nvidia", "tsmc", "asml"))
FIRMS = (
    entity("Company", "Microsoft", "MSFT", country="US"),
    entity("Company", "NVIDIA", country="US"),
    entity("Company", "TSMC", country="TW"),
    entity("Company", "ASML", country="NL"),
)
SAID: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("NVIDIA supplies Microsoft with 60% of its chips.", "SUPPLIES", NVIDIA, MICROSOFT, {"share_lo": 0.6, "share_hi": 0.6}),
    ("TSMC is the sole maker for NVIDIA.", "SUPPLIES", TSMC, NVIDIA, {"share_lo": 1.0, "share_hi": 1.0, "cue": "sole"}),
    ("TSMC relies on ASML.", "DEPENDS_ON", TSMC, ASML, {"cue": "relies"}),
    ("Microsoft plans to buy from TSMC.", "SUPPLIES", TSMC, MICROSOFT, {"modality": "planned"}),
)

Opened = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    """No page of one test sees the store of another."""
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    """Microsoft <- NVIDIA <- TSMC <- ASML, with a plan beside; the last article is a sample."""
    for number, (text, type, subject, object, fields) in enumerate(SAID):
        source = article(text, title=f"Report {number}", source_kind="sample" if number == len(SAID) - 1 else "wire")
        ends = [firm for firm in FIRMS if firm.id in (subject, object)]
        mentions = [mention(source, firm.id, firm.name) for firm in ends]
        embedded_store.write(extraction(source, [statement(source, type, subject, object, **fields)], ends, mentions))
    return embedded_store


@pytest.fixture
def opened() -> Opened:
    """`opened("reliance", buyer="microsoft")`: the app on that page, with these query parameters."""

    def open_page(page: str, **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.switch_page(f"views/{page}.py")
        app._page_hash = calc_hash(ADDRESSES.get(page, page))  # switch_page knows a page by its file, the app by its address
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return open_page


def shown(app: AppTest) -> str:
    """Every word on the page outside its tables, without the signs that keep it from being markup."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.error, app.warning, app.success)
    words = "\n".join(str(element.value) for elements in kinds for element in elements)
    return words.replace("\\", "")


def cells(app: AppTest) -> str:
    """Every table on the page as text."""
    return "\n".join(table.value.to_csv() for table in app.dataframe)
