"""Page *Ingest* with a language model beside the rules."""

import pytest

from graph.store import Store
from tests.ingest.tiers.conftest import Stub, stub  # noqa: F401 - a fixture
from tests.ingest.tiers.test_choose import ANSWER, TEXT
from tests.views.conftest import Opened, shown


@pytest.fixture
def model(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> Stub:  # noqa: F811
    """An endpoint that is configured, and answers."""
    monkeypatch.setenv("LITHOGRAPH_LLM_URL", stub.url)
    monkeypatch.setenv("LITHOGRAPH_LLM_MODEL", "small")
    stub.says(ANSWER)
    return stub


def test_without_a_model_there_is_nothing_to_choose(embedded_store: Store, opened: Opened) -> None:
    assert "Read by" not in {box.label for box in opened("reading").selectbox}


def test_a_configured_model_reads_along(embedded_store: Store, model: Stub, opened: Opened) -> None:
    app = opened("reading")
    assert app.selectbox(key="read_by").options == ["rules", "rules+llm", "llm"]
    app.text_area(key="pasted").set_value(TEXT)
    app.selectbox(key="read_by").set_value("rules+llm")
    looked = next(button for button in app.button if button.label == "Preview").click().run()
    assert not looked.exception
    assert "PARTNERS_WITH" in shown(looked)
    stored = next(button for button in looked.button if button.label == "Store").click().run()
    assert not stored.exception
    assert [one.extractor for one in embedded_store.articles()] == ["rules-2+llm-1:small"]
