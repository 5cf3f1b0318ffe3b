"""Draws graphs, flows and maps. The only place that knows the components; positions and widths come ready."""

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import altair as alt
import streamlit as st
from streamlit_cytoscape import EdgeStyle, Event, NodeStyle, streamlit_cytoscape
from streamlit_echarts import st_echarts

from answers.overview import CountryRow
from answers.picture import Flows, Picture

DATA = Path(__file__).with_name("data")
COLOURS = {
    "Company": "#3b6fb6",
    "Country": "#8a6d3b",
    "Facility": "#5b8c5a",
    "Chip": "#b5533c",
    "AIModel": "#7a5195",
    "Product": "#c98a2b",
    "Material": "#6b7280",
    "Policy": "#a83279",
}
READABLE = {"min-zoomed-font-size": 5, "font-size": 13, "text-valign": "bottom", "text-wrap": "wrap", "text-max-width": 120}


def draw_graph(picture: Picture, key: str, *, height: int = 420) -> str | None:
    """Draws `picture`; the id of the node or link that was clicked last, if any."""
    elements = {
        "nodes": [
            {"data": {"id": node.id, "label": node.type, "name": node.name}, "position": {"x": node.x, "y": node.y}}
            for node in picture.nodes
        ]
        + [{"data": {"id": f"margin {x}", "label": "margin", "name": ""}, "position": {"x": x, "y": 0.0}} for x in picture.margins],
        "edges": [
            {
                "data": {
                    "id": link.id,
                    "label": "stated" if link.stated else "unstated",
                    "source": link.source,
                    "target": link.target,
                    "says": link.label,
                }
            }
            for link in picture.links
        ],
    }
    types = sorted({node.type for node in picture.nodes})
    event: Any = streamlit_cytoscape(
        elements,
        layout={"name": "preset", "fit": True, "padding": 30},
        node_styles=[
            *(NodeStyle(type, COLOURS.get(type, "#555555"), "name", custom_styles=READABLE) for type in types),
            NodeStyle("margin", "#ffffff", "name", custom_styles={"opacity": 0, "events": "no"}),
        ],
        edge_styles=[
            EdgeStyle("stated", "#3b6fb6", directed=True, curve_style="bezier"),
            EdgeStyle("unstated", "#9aa3ad", directed=True, curve_style="bezier", custom_styles={"line-style": "dashed"}),
        ],
        height=height,
        key=key,
        events=[Event("node", "tap", "node"), Event("link", "tap", "edge")],
    )
    if picture.left_out:
        st.caption(f"{picture.left_out} more are not drawn; the tables have them all.")
    return _clicked(event)


def _clicked(event: Any) -> str | None:
    """The id in the component's event, whatever its form."""
    if not isinstance(event, dict):
        return None
    data = event.get("data") or {}
    target = data.get("target_id") or data.get("id") or data.get("node_ids")
    return target[0] if isinstance(target, list) and target else target if isinstance(target, str) else None


def draw_flows(flows: Flows, key: str) -> None:
    """A Sankey diagram from supplier to buyer; unstated sizes are pale."""
    options = {
        "tooltip": {"trigger": "item"},
        "series": [
            {
                "type": "sankey",
                "emphasis": {"focus": "adjacency"},
                "nodeAlign": "right",
                "data": [{"name": name} for name in flows.names],
                "links": [
                    {
                        "source": flow.source,
                        "target": flow.target,
                        "value": round(flow.width, 3),
                        "lineStyle": {"opacity": 0.55 if flow.stated else 0.18, "color": "#3b6fb6" if flow.stated else "#9aa3ad"},
                    }
                    for flow in flows.flows
                ],
                "label": {"fontSize": 13},
            }
        ],
    }
    st_echarts(options, height="320px", key=key)
    st.caption("Blue bands are as wide as the stated share. Pale bands have no stated size and are drawn at half width.")
    if flows.dropped:
        st.caption(f"Left out because they would close a circle: {', '.join(flows.dropped)}.")


@lru_cache(maxsize=1)
def _world() -> dict[str, Any]:
    world: dict[str, Any] = json.loads((DATA / "countries-50m.json").read_text())
    return world


@lru_cache(maxsize=1)
def _numeric() -> dict[str, str]:
    with (DATA / "iso_numeric.csv").open(newline="") as lines:
        return {row["alpha2"]: row["numeric"] for row in csv.DictReader(lines)}


def draw_world(countries: tuple[CountryRow, ...]) -> None:
    """Firms and sites by country on Natural Earth's map; no tile server is asked."""
    rows = [
        {"id": _numeric()[row.code], "name": row.name, "firms": row.firms, "sites": row.sites}
        for row in countries
        if row.code in _numeric()
    ]
    ground = alt.InlineData(values=_world(), format=alt.TopoDataFormat(type="topojson", feature="countries"))
    base = alt.Chart(ground).mark_geoshape(fill="#eceff2", stroke="white", strokeWidth=0.4)
    known = (
        alt.Chart(ground)
        .mark_geoshape(stroke="white", strokeWidth=0.4)
        .transform_lookup("id", alt.LookupData(alt.InlineData(values=rows), "id", ["name", "firms", "sites"]))
        .transform_filter("isValid(datum.firms)")
        .encode(
            color=alt.Color("firms:Q", scale=alt.Scale(type="symlog", scheme="blues", domainMin=0), title="Firms"),
            tooltip=[alt.Tooltip("name:N", title="Country"), "firms:Q", "sites:Q"],
        )
    )
    st.altair_chart(alt.layer(base, known).project("equalEarth").properties(height=380), width="stretch")
