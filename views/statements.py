"""Statements: search them; each opens its article with its sentence marked."""

from typing import cast

import streamlit as st

from answers.statements import search
from graph.evidence import Modality, Polarity
from graph.ontology import EDGE_TYPES
from views.session import attempt, current
from views.tables import statements

st.title("Statements")
held = current()

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
