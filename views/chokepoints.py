"""Chokepoints: what hurts most when it is taken away, and where structure would mislead."""

import altair as alt
import streamlit as st

from answers.chokepoints import ChokepointsAnswer, answer
from answers.snapshot import Snapshot
from views.session import attempt, current
from views.tables import downloads, dumped, percents
from views.words import dated, entity_address, entity_column, entity_link, plain, quote_statement


@st.cache_data(show_spinner="Removing each in turn …", max_entries=32)
def measured(_held: Snapshot, version: int, day: str, buyer: str | None) -> ChokepointsAnswer:
    """The scan, once per version of the graph."""
    return answer(_held, buyer)


st.title("Chokepoints")
buyer = st.text_input(
    "Whose supply", key="firm", bind="query-params", placeholder="NVIDIA; empty for everybody's", icon=":material/search:"
)
as_of = st.date_input("As of", value=None, key="as_of", bind="query-params", help="The day the answer is about; today if empty")
held = current(as_of)
found = attempt(lambda: measured(held, held.version, str(held.as_of), buyer or None))
st.subheader(plain(found.finding))
st.caption(f"{found.note} As of {found.as_of}.")
if not found.rows:
    st.stop()

types = sorted({row.type for row in found.rows})
chosen = st.multiselect(
    "What may be lost",
    types,
    default=[type for type in types if type != "Input"] or types,
    key="types",
    help="Whole categories of input are left out unless asked for: without all of an input its buyers stop, whoever makes it",
)
kept = [row for row in found.rows if row.type in chosen]
shown = kept[:20]
bars = alt.InlineData(values=[{"name": row.name, "lo": row.lo, "hi": row.hi, "central": row.central} for row in shown])
order = [row.name for row in shown]
span = (
    alt.Chart(bars)
    .mark_bar(height=8, color="#9fb8d8")
    .encode(
        x=alt.X("lo:Q", title="Loss when removed (Leontief)", axis=alt.Axis(format="%")),
        x2="hi:Q",
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=320)),
    )
)
centre = (
    alt.Chart(bars)
    .mark_tick(color="#1f3a5f", thickness=3, height=14)
    .encode(x="central:Q", y=alt.Y("name:N", sort=order), tooltip=["name:N"])
)
st.altair_chart(alt.layer(span, centre).properties(height=26 * len(shown)), width="stretch")
st.caption("Bars run from the least to the greatest loss that the documents allow; the mark is the central figure, which uses priors.")

PERCENTS = {"lo": "At least", "central": "Central (prior)", "hi": "At most", "cut": "Must pass through it"}
rows = [
    {
        "entity": entity_address(row.entity, row.name),
        **row.model_dump(exclude={"entity", "name", "sample", "binding", "articulation"}),
        "alternatives": ", ".join(row.alternatives),
        "articulation": "cuts the graph" if row.articulation else "",
        "sample": "sample" if row.sample else "",
    }
    for row in kept
]
st.dataframe(
    rows,
    column_config={
        "entity": entity_column("Entity"),
        "rank": "Rank",
        "type": "Type",
        **percents(PERCENTS),
        "actual": st.column_config.NumberColumn("Actual hits", help="Buyers that lose something at the least documented shares"),
        "potential": st.column_config.NumberColumn("Potential hits", help="Buyers that lose something at the greatest documented shares"),
        "input": st.column_config.TextColumn("Binding input", help="The input through which it hurts"),
        "substitutes": st.column_config.NumberColumn("Substitutes left", help="Other documented suppliers of that input that are spared"),
        "alternatives": st.column_config.TextColumn("Who is left"),
        "degree": st.column_config.NumberColumn("Customers"),
        "degree_rank": st.column_config.NumberColumn("Rank by customers"),
        "betweenness": st.column_config.NumberColumn("Betweenness", format="%.3f", help="Part of the shortest chains through it"),
        "betweenness_rank": st.column_config.NumberColumn("Rank by betweenness"),
        "dominates": st.column_config.NumberColumn("Dominates", help="Upstream nodes that reach the buyer only through it"),
        "articulation": st.column_config.TextColumn("Articulation point"),
        "disagreement": st.column_config.TextColumn("Where damage and structure disagree", width="medium"),
    },
    hide_index=True,
    width="stretch",
    key="chokepoints",
)
downloads(dumped(kept), "chokepoints")

bound = [row for row in shown if row.binding]
if bound:
    st.subheader("How the loss arrives")
    st.caption("The scarcest input at every tier, by central figures, which use priors; every step opens its sentences.")
    for row in bound[:5]:
        steps = [entity_link(row.binding[0].from_, row.binding[0].from_name), *(entity_link(hop.to, hop.to_name) for hop in row.binding)]
        with st.expander(f"{row.rank}. {plain(row.name)}"):
            st.markdown(" ← ".join(steps))
            for said in {said.id: said for hop in row.binding for said in hop.statements}.values():
                quote_statement(said.sentence, dated(said.title or said.article, said.published_at), said.id, sample=said.sample)
