"""Statements: search them, and open the article behind each with its sentence marked."""

from typing import cast

import streamlit as st

from answers.article import Mark, answer
from answers.snapshot import Snapshot
from answers.statements import search
from graph.evidence import Modality, Polarity, label_of
from graph.ontology import EDGE_TYPES
from views.annotated import show_article
from views.session import attempt, current, store
from views.tables import statements
from views.words import entity_link, plain, web_link


def open_statement(held: Snapshot, wanted: str) -> None:
    """The article of a statement, its sentence highlighted."""
    said = held.evidence.get(wanted)
    if said is None:
        st.warning("That statement is not in the graph any more.")
        return
    statement = said.statement
    article = attempt(lambda: store().article(statement.article))
    marks = [
        Mark(start=one.start, end=one.end, entity=one.entity, name=held.name(one.entity), type=label_of(one.entity))
        for one in attempt(lambda: store().mentions(article.id))
        if one.kind == "name"
    ]
    found = answer(held, article, marks, span=(statement.start, statement.end))
    st.subheader(plain(article.title or article.doc_id))
    address = web_link(article.url)
    source = " · ".join(part for part in (article.publisher, article.published_at, article.source_kind, article.host) if part)
    st.caption(plain(source) + (f" · [at its source]({address})" if address else ""))
    st.markdown(
        f"{entity_link(statement.subject, held.name(statement.subject))} **{statement.type}** "
        f"{entity_link(statement.object, held.name(statement.object))}"
        f" · {statement.polarity} · {statement.modality} · pattern {plain(statement.pattern)} · confidence {statement.confidence:.2f}"
    )
    show_article(found.pieces)
    st.subheader("All statements of this article")
    statements(found.statements, "of-article")


st.title("Statements")
held = current()
wanted = st.query_params.get("statement")
if wanted:
    if st.button("Back to the search", icon=":material/arrow_back:"):
        del st.query_params["statement"]
        st.rerun()
    open_statement(held, wanted)
    st.stop()

text = st.text_input("Words", key="words", bind="query-params", placeholder="EUV, gallium, denied …", icon=":material/search:")
first, second, third = st.columns(3)
types = first.multiselect("Type", [edge.type for edge in EDGE_TYPES], key="types", bind="query-params")
polarity = second.selectbox("Polarity", ["any", "affirmed", "negated"], key="polarity", bind="query-params")
modality = third.selectbox("Modality", ["any", "actual", "planned", "possible", "historical"], key="modality", bind="query-params")
fourth, fifth, sixth = st.columns(3)
about = fourth.text_input("About", key="about", bind="query-params", placeholder="a firm, a country, a policy …")
since = fifth.date_input("Known since", value=None, key="since", bind="query-params")
until = sixth.date_input("Known by", value=None, key="until", bind="query-params")
found = search(
    held,
    text=text or "",
    types=tuple(types),
    polarity=None if polarity == "any" else cast(Polarity, polarity),
    modality=None if modality == "any" else cast(Modality, modality),
    since=since,
    until=until,
    entity=attempt(lambda: held.find(about)).id if about else None,
)
st.markdown(f"{len(found)} statements")
statements(found, "found")
