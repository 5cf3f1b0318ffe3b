"""Scores: every firm's risk score, and why; the parts add up to it exactly."""

from typing import Any

import altair as alt
import streamlit as st

from answers.scores import EntityScore, answer, explained, flat
from answers.snapshot import Snapshot
from views.session import attempt, current
from views.tables import downloads, dumped, statements
from views.words import entity_address, entity_column, plain


@st.cache_data(show_spinner="Scoring …", max_entries=8)
def scored(_held: Snapshot, version: int, day: str) -> list[EntityScore]:
    """All firms, once per version of the graph."""
    return answer(_held)


st.title("Scores")
as_of = st.date_input("As of", value=None, key="as_of", bind="query-params", help="The day the answer is about; today if empty")
held = current(as_of)
found = attempt(lambda: scored(held, held.version, str(held.as_of)))
rated = [row for row in found if row.score.value is not None]
if not rated:
    st.info("No firm has enough documented inputs to be scored.")
    st.stop()
st.markdown(
    f"{len(rated)} of {len(found)} firms can be scored; for the others no input is documented, and the composite is withheld. "
    f"As of {held.as_of}."
)
unit: dict[str, Any] = {name: st.column_config.NumberColumn(name.capitalize(), format="%.2f", help=reads) for name, reads in explained()}
rows = [
    {
        "entity": entity_address(row.entity, row.name),
        "score": row.score.value,
        **{name: row.score.components[name] for name, _ in explained()},
        "origin": row.origin,
        "binding": row.binding,
        "withheld": row.score.withheld,
        "sample": "sample" if row.sample else "",
    }
    for row in found
]
columns = {
    "entity": entity_column("Firm"),
    "score": st.column_config.ProgressColumn("Score", min_value=0, max_value=100, format="%.1f"),
    **unit,
}
st.dataframe(rows, column_config=columns, hide_index=True, width="stretch", key="scores")
st.caption("“None” is not measured. Jurisdiction needs governance data, which are not loaded; its weight goes to the others in proportion.")
downloads(dumped([flat(row) for row in found]), "scores")

st.subheader("Why")
names = [row.name for row in rated]
chosen = st.selectbox("Firm", names, key="why", bind="query-params")
row = next((one for one in rated if one.name == chosen), rated[0])
st.markdown(
    f"**{plain(row.name)}: {row.score.value:.1f}**. It would lose most if {plain(row.origin or 'nothing')} were lost, "
    f"through {plain(row.binding or 'an input that no source names')}."
)
if row.chain:
    st.markdown("Best evidenced chain: " + " ← ".join(plain(name) for name in row.chain))
parts: list[dict[str, Any]] = [
    {"part": "base (median firm)", "points": row.score.base},
    *({"part": one.name, "points": one.points} for one in row.score.contributions),
]
order = [one["part"] for one in parts]
waterfall = (
    alt.Chart(alt.InlineData(values=[{**one, "place": place} for place, one in enumerate(parts)]))
    .transform_window(after="sum(points)", sort=[alt.SortField("place")])
    .transform_calculate(before="datum.after - datum.points", rises="datum.points >= 0")
    .mark_bar()
    .encode(
        x=alt.X("part:N", sort=order, title=None, axis=alt.Axis(labelAngle=-30)),
        y=alt.Y("before:Q", title="Points"),
        y2="after:Q",
        color=alt.Color("rises:N", scale=alt.Scale(domain=[True, False], range=["#b5533c", "#5b8c5a"]), legend=None),
        tooltip=["part:N", alt.Tooltip("points:Q", format=".2f")],
    )
)
st.altair_chart(waterfall.properties(height=300), width="stretch")
table = [*parts, {"part": "score", "points": row.score.value}]
st.dataframe(table, column_config={"points": st.column_config.NumberColumn("Points", format="%.3f")}, hide_index=True, key="parts")
for name, reads in explained():
    value = row.score.components[name]
    st.markdown(f"**{name.capitalize()}** {'not measured' if value is None else f'{value:.2f}'}: {plain(reads)}")
st.subheader("Sentences behind it")
statements(row.statements, "score-statements")
