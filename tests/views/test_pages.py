"""Every page on a small graph: it opens without an exception and shows its answer without a click."""

import pytest

from graph.ontology import NODE_TYPES
from graph.store import Store
from tests.factory import article, extraction, mention, statement
from tests.graph.store.test_stories import corrected
from tests.views.conftest import ASML, MICROSOFT, PAGES, TSMC, Opened, cells, shown
from views.annotated import STYLES

ANSWERS = {
    "overview": "Most relied on",
    "entity": "statements mention NVIDIA",
    "reliance": "Microsoft relies on ASML only through others",
    "chokepoints": "would hurt",
    "scores": "Scores",
    "statements": "4 statements",
    "article": "Choose an article",
    "saved_queries": "Saved queries",
    "reading": "Ingest",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_its_answer(page: str, filled: Store, opened: Opened) -> None:
    parameters = {"entity": {"entity": "NVIDIA"}, "reliance": {"buyer": "microsoft", "target": "asml"}}.get(page, {})
    app = opened(page, **parameters)
    assert not app.exception
    assert ANSWERS[page] in shown(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_an_empty_graph(page: str, embedded_store: Store, opened: Opened) -> None:
    assert not opened(page).exception


def test_a_reliance_opens_the_sentence_of_every_step(filled: Store, opened: Opened) -> None:
    words = shown(opened("reliance", buyer="microsoft", target="asml"))
    for sentence in ("NVIDIA supplies Microsoft with 60% of its chips.", "TSMC is the sole maker for NVIDIA.", "TSMC relies on ASML."):
        assert sentence in words


def test_a_reliance_shows_bounds_with_their_reading_and_what_binds(filled: Store, opened: Opened) -> None:
    words = shown(opened("reliance", buyer="microsoft", target="asml"))
    for said in ("at face value", "through all tiers", "by its scarcest input", "What binds it", "Concentration of its inputs"):
        assert said in words


def test_several_targets_and_a_cap_on_tiers_come_from_the_address(filled: Store, opened: Opened) -> None:
    assert "Microsoft relies on ASML and NVIDIA" in shown(opened("reliance", buyer="microsoft", target="asml; nvidia"))
    capped = shown(opened("reliance", buyer="microsoft", target="asml", tiers="1"))
    assert "No chain of supply of at most 1 tier" in capped


def test_a_chokepoint_opens_the_sentences_of_its_chain(filled: Store, opened: Opened) -> None:
    words = shown(opened("chokepoints", firm="microsoft"))
    assert "How the loss arrives" in words
    assert "TSMC is the sole maker for NVIDIA." in words


def test_a_plan_is_shown_beside_and_counts_when_asked_for(filled: Store, opened: Opened) -> None:
    app = opened("reliance", buyer="microsoft", target="tsmc")
    assert "Microsoft plans to buy from TSMC." in cells(app)
    counted = opened("reliance", buyer="microsoft", target="tsmc", planned="true")
    assert "Chain 2" in shown(counted)
    assert "Chain 2" not in shown(app)


def test_a_wide_interval_stands_under_method(filled: Store, opened: Opened) -> None:
    app = opened("reliance", buyer="tsmc", target="asml")
    assert any(expander.label.startswith("Method") for expander in app.expander)
    narrow = opened("reliance", buyer="microsoft", target="nvidia")
    assert not any(expander.label.startswith("Method") for expander in narrow.expander)


def test_an_entity_is_found_by_alias_and_by_id(filled: Store, opened: Opened) -> None:
    for asked in ("MSFT", MICROSOFT):
        assert "Microsoft" in [element.value for element in opened("entity", entity=asked).header]


def test_an_unknown_name_is_one_sentence(filled: Store, opened: Opened) -> None:
    app = opened("reliance", buyer="Microsft", target="asml")
    assert not app.exception
    assert [error.value for error in app.error] == ["no entity 'Microsft' in the graph; did you mean 'Microsoft'?"]


def test_a_statement_opens_in_its_article(filled: Store, opened: Opened) -> None:
    wanted = next(item.statement for item in filled.evidence() if item.statement.sentence == "TSMC relies on ASML.")
    app = opened("article", statement=wanted.id)
    assert "yellow-background" in shown(app)
    assert "subject" in shown(app)
    assert "object" in shown(app)
    assert "Report 2" in shown(app)


def test_a_statement_that_is_gone_says_so(filled: Store, opened: Opened) -> None:
    assert "not in the graph" in shown(opened("article", statement="statement:gone"))


def test_a_click_on_a_relation_shows_both_ends(filled: Store, opened: Opened) -> None:
    wanted = next(item.statement for item in filled.evidence() if item.statement.sentence == "TSMC relies on ASML.")
    app = opened("article", article=wanted.article)
    assert "gray-badge[subject]" not in shown(app)
    clicked = app.button(key=f"open-{wanted.id}").click().run()
    assert not clicked.exception
    assert "gray-badge[subject]" in shown(clicked)
    assert "gray-badge[object]" in shown(clicked)


def test_a_statement_is_judged_and_the_judgement_taken_back(filled: Store, opened: Opened) -> None:
    wanted = next(item.statement for item in filled.evidence() if item.statement.sentence == "TSMC relies on ASML.")
    before = list(filled.dump())
    app = opened("article", statement=wanted.id)
    app.text_input(key=f"note-{wanted.id}").set_value("a namesake")
    app = app.button(key=f"wrong-{wanted.id}").click().run()
    assert [(one.verdict, one.note) for one in filled.judgements()] == [("reject", "a namesake")]
    assert "rejected by you" in shown(app)
    assert app.button(key=f"open-{wanted.id}").label == "~~**TSMC** DEPENDS\\_ON **ASML**~~"
    app = app.button(key=f"right-{wanted.id}").click().run()
    assert "confirmed by you" in shown(app)
    assert app.dataframe[0].value["confidence"].tolist() == [1.0]
    app = app.button(key=f"undo-{wanted.id}").click().run()
    assert not app.exception
    assert list(filled.dump()) == before


def test_the_articles_own_markup_is_not_shown(embedded_store: Store, opened: Opened) -> None:
    source = article("### Tools\n\n* **TSMC** relies on [ASML](https://asml.com).")
    said = statement(source, "DEPENDS_ON", TSMC, ASML, start=11, sentence=source.text[11:])
    embedded_store.write(extraction(source, [said], mentions=[mention(source, TSMC, "TSMC"), mention(source, ASML, "ASML")]))
    words = shown(opened("article", article=source.id))
    assert "##### Tools" in words
    assert "• :blue[TSMC] relies on :blue[ASML]." in words


def test_a_judgement_reads_no_statement_anew(filled: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = filled.evidence()[0].statement.id
    app = opened("article", statement=wanted)
    reads: list[object] = []
    evidence = Store.evidence
    monkeypatch.setattr(Store, "evidence", lambda self, ids=None: reads.append(ids) or evidence(self, ids))
    for word in ("wrong", "right", "undo"):
        app = app.button(key=f"{word}-{wanted}").click().run()
        assert not app.exception
    assert reads == []
    filled.remove_articles(ids=[filled.evidence()[0].statement.article])
    reads.clear()
    app.run()
    assert reads == [None]


def test_the_legend_names_the_types_that_are_there(filled: Store, opened: Opened) -> None:
    article = next(item.statement.article for item in filled.evidence())
    assert "Mentions: :blue[Company] 2" in shown(opened("article", article=article))


def test_every_type_has_a_look_of_its_own() -> None:
    assert set(STYLES) == {node.label for node in NODE_TYPES}
    assert len(set(STYLES.values())) == len(STYLES)


def test_three_doubts_stand_in_three_columns(filled: Store, opened: Opened) -> None:
    columns = list(opened("statements").dataframe[0].value.columns)
    assert {"confidence", "source_kind", "standing", "sample"} <= set(columns)


def test_the_search_is_in_the_address(filled: Store, opened: Opened) -> None:
    assert "1 statements" in shown(opened("statements", words="sole maker"))


def test_the_sample_corpus_leaves_at_a_click(filled: Store, opened: Opened) -> None:
    app = opened("overview")
    button = next(button for button in app.button if button.label == "Remove the sample corpus")
    assert not button.click().run().exception
    assert [article.source_kind for article in filled.articles()] == ["wire"] * 3


def test_the_waterfall_adds_up_to_the_score(filled: Store, opened: Opened) -> None:
    app = opened("scores")
    parts = next(table.value for table in app.dataframe if list(table.value.columns) == ["part", "points"])
    assert parts["points"][:-1].sum() == pytest.approx(parts["points"].iloc[-1])


@pytest.mark.parametrize("name", ["suppliers_by_tier", "dependants", "single_sourced_inputs", "denied_claims"])
def test_a_saved_query_runs_from_its_address(name: str, filled: Store, opened: Opened) -> None:
    app = opened("saved_queries", query=name)
    assert not app.exception
    assert not app.error


def test_pasted_text_is_shown_before_it_is_stored(embedded_store: Store, opened: Opened) -> None:
    app = opened("reading")
    app.text_area(key="pasted").set_value("TSMC supplies NVIDIA with chips. NVIDIA relies on TSMC for its most advanced chips this year.")
    looked = next(button for button in app.button if button.label == "Preview").click().run()
    assert not looked.exception
    assert "statements" in shown(looked)
    assert embedded_store.status().articles == 0
    stored = next(button for button in looked.button if button.label == "Store").click().run()
    assert not stored.exception
    assert embedded_store.status().articles == 1


def test_an_address_inside_the_network_is_refused_in_one_sentence(embedded_store: Store, opened: Opened) -> None:
    app = opened("reading", url="http://127.0.0.1:9/page")
    app = next(button for button in app.button if button.label == "Preview").click().run()
    assert not app.exception
    assert len(app.error) == 1


def test_an_article_names_what_corrects_it(embedded_store: Store, opened: Opened) -> None:
    older, newer = corrected()
    embedded_store.write(older)
    embedded_store.write(newer)
    app = opened("article", article=older.article.id)
    assert "corrects this" in shown(app)
    assert app.dataframe[0].value["standing"].tolist() == ["corrected"]
    assert "corrected by this" in shown(opened("article", article=newer.article.id))
