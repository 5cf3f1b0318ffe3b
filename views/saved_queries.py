"""Queries: a form from each query's header, its table, its Cypher."""

from datetime import date
from typing import Any

import streamlit as st

from queries import Parameter, load_queries, run
from views.session import attempt, store
from views.tables import downloads
from views.words import SAMPLE, plain


def widget(name: str, parameter: Parameter, query: str) -> Any:
    """The widget for a parameter's type."""
    key, title = f"{query}-{name}", name.replace("_", " ").capitalize()
    if parameter.type == "integer":
        low, high = (int(edge) if edge is not None else None for edge in (parameter.minimum, parameter.maximum))
        return st.number_input(
            title, min_value=low, max_value=high, value=int(parameter.default), step=1, help=parameter.help, key=key, bind="query-params"
        )
    if parameter.type == "number":
        return st.number_input(title, value=float(parameter.default), help=parameter.help, key=key, bind="query-params")
    if parameter.type == "date":
        return st.date_input(title, value=date.fromisoformat(str(parameter.default)), help=parameter.help, key=key, bind="query-params")
    if parameter.type == "flag":
        return st.checkbox(title, value=bool(parameter.default), help=parameter.help, key=key, bind="query-params")
    return st.text_input(title, value=str(parameter.default), help=parameter.help, key=key, bind="query-params")


st.title("Saved queries")
saved = attempt(load_queries)
chosen = st.selectbox(
    "Question", list(saved), format_func=lambda name: f"{saved[name].title}: {saved[name].question}", key="query", bind="query-params"
)
query = saved[chosen if chosen in saved else next(iter(saved))]
given = {}
for column, (name, parameter) in zip(st.columns(max(len(query.parameters), 1)), query.parameters.items(), strict=False):
    with column:
        given[name] = widget(name, parameter, query.name)
rows = attempt(lambda: run(store(), query.name, given))
sampled = attempt(lambda: any(article.source_kind == "sample" for article in store().articles()))
st.markdown(f"{len(rows)} rows" + (f" {SAMPLE} the graph holds the sample corpus: these rows may rest on it" if sampled else ""))
if rows:
    columns = {name: st.column_config.Column(name.replace("_", " ").capitalize(), help=holds) for name, holds in query.returns.items()}
    st.dataframe(rows, column_config=columns, hide_index=True, width="stretch", key="rows")
    downloads(rows, query.name)
else:
    st.info("Nothing in the graph answers this with these parameters.")
with st.expander("The query as it runs"):
    st.code(query.cypher, language="cypher")
    st.caption(plain("It runs unchanged in Neo4j Browser and cypher-shell."))
