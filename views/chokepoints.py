"""Chokepoints: what hurts most when it is taken away, and where structure would mislead."""

import altair as alt
import streamlit as st

from answers.chokepoints import ChokepointsAnswer, answer
from answers.snapshot import Snapshot
from views.session import attempt, current
from views.tables import downloads, dumped
from views.words import entity_address, entity_column, plain


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

shown = found.rows[:20]
bars = alt.InlineData(values=[{"name": row.name, "lo": row.lo, "hi": row.hi, "central": row.central} for row in shown])
order = [row.name for row in shown]
span = (
    alt.Chart(bars)
    .mark_bar(height=8, color="#9fb8d8")
    .encode(
        x=alt.X("lo:Q", title="Loss when removed (Leontief)", axis=alt.Axis(format="%")),
        x2="hi:Q",
        y=alt.Y("name:N", sort=order, title=None),
    )
)
centre = (
    alt.Chart(bars)
    .mark_tick(color="#1f3a5f", thickness=3, height=14)
    .encode(x="central:Q", y=alt.Y("name:N", sort=order), tooltip=["name:N"])
)
st.altair_chart(alt.layer(span, centre).properties(height=26 * len(shown)), width="stretch")
st.caption("Bars run from the least to the greatest loss that the documents allow; the mark is the central figure, which uses priors.")

titles = (("lo", "At least"), ("central", "Central (prior)"), ("hi", "At most"))
percent = {name: st.column_config.NumberColumn(title, format="percent") for name, title in titles}
rows = [
    {
        "entity": entity_address(row.entity, row.name),
        **row.model_dump(exclude={"entity", "name", "sample"}),
        "sample": "sample" if row.sample else "",
    }
    for row in found.rows
]
st.dataframe(
    rows,
    column_config={
        "entity": entity_column("Entity"),
        **percent,
        "actual": st.column_config.NumberColumn("Actual hits", help="Buyers that lose something at the least documented shares"),
        "potential": st.column_config.NumberColumn("Potential hits", help="Buyers that lose something at the greatest documented shares"),
        "substitutes": st.column_config.NumberColumn("Substitutes left"),
        "degree": st.column_config.NumberColumn("Customers"),
        "degree_rank": st.column_config.NumberColumn("Rank by customers"),
        "disagreement": st.column_config.TextColumn("Where damage and customers disagree", width="medium"),
    },
    hide_index=True,
    width="stretch",
    key="chokepoints",
)
downloads(dumped(found.rows), "chokepoints")
