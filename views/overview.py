"""Overview: what is in the graph, what stands out, what is thin."""

import streamlit as st

from answers.overview import answer
from ingest.sample import load_sample
from views.drawing import draw_world
from views.session import attempt, current, progress_bar, store
from views.tables import statements
from views.words import SAMPLE, entity_link, plain

SAMPLE_BADGE = {True: f" {SAMPLE}", False: ""}

found = answer(current())
st.title("Who relies on whom")
if found.articles == 0:
    st.info("The graph is empty. Read the sample corpus for a first look, or your own articles on the page Ingest.")
    if st.button("Read the sample corpus", icon=":material/library_add:"):
        attempt(lambda: load_sample(store(), progress=progress_bar()))
        st.rerun()
    st.stop()

with st.container(horizontal=True):
    st.metric("Articles", found.articles, border=True)
    st.metric("Statements", found.statements, border=True)
    st.metric("Relations", found.relations, border=True)
    for type in ("Company", "Country", "Policy", "Facility", "Chip"):
        st.metric(
            {"Company": "Firms", "Country": "Countries", "Policy": "Policies", "Facility": "Sites", "Chip": "Chips"}[type],
            found.entities.get(type, 0),
            border=True,
        )
st.caption(f"As of {found.as_of}.")

left, right = st.columns(2)
with left:
    st.subheader("Most relied on")
    for row in found.relied_on:
        st.markdown(f"{entity_link(row.entity, row.name)}: {row.dependants} documented dependants{SAMPLE_BADGE[row.sample]}")
with right:
    st.subheader("Controls that name most")
    for row in found.controls:
        st.markdown(f"{entity_link(row.entity, row.name)}: restricts {row.dependants}{SAMPLE_BADGE[row.sample]}")
    st.subheader("Where it is thin")
    for blind in found.blind:
        st.markdown(f"{blind.count} of {blind.of} {plain(blind.question)}")

st.subheader("Where firms and sites are")
draw_world(found.countries)
st.caption("Firms by headquarters. Borders are those of Natural Earth, without a position on disputed ones.")

st.subheader("Newest statements")
statements(found.newest, "newest")

if found.sample_articles:
    st.divider()
    st.markdown(f"{SAMPLE} {found.sample_articles} articles are the sample corpus, written for a first look on public events.")
    if st.button("Remove the sample corpus", icon=":material/delete:"):
        attempt(lambda: store().remove_articles(source_kind="sample"))
        st.rerun()
