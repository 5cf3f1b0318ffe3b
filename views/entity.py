"""Entity: the profile that every name leads to."""

from typing import Any

import streamlit as st

from answers.picture import neighbours
from answers.profile import answer
from views.drawing import draw_graph
from views.session import attempt, current, store
from views.tables import downloads, dumped, statements
from views.words import entity_address, entity_column, entity_link, plain

st.title("Entity")
asked = st.text_input(
    "Name, alias or id", key="entity", bind="query-params", placeholder="NVIDIA, gallium, Entity List …", icon=":material/search:"
)
if not asked:
    st.info("Type a name. Any part of one finds what is near.")
    st.stop()

as_of = st.date_input("As of", value=None, key="as_of", bind="query-params", help="The day the profile is about; today if empty")
held = current(as_of)
matches = [] if asked in held.entities else attempt(lambda: store().search(asked, 8))
exact = next((one for one in matches if asked.casefold() in (name.casefold() for name in (one.name, *one.aliases))), None)
if asked not in held.entities and exact is None and matches:
    st.markdown("Did you mean " + ", ".join(entity_link(one.id, one.name) for one in matches) + "?")
    st.stop()
found = attempt(lambda: answer(held, exact.id if exact else asked))

st.header(plain(found.name))
facts = [
    found.type,
    *(f"{name}: {value}" for name, value in found.properties.items()),
    *(["known from texts alone"] if found.provisional else []),
]
st.markdown(" · ".join(plain(fact) for fact in facts))
if found.aliases:
    st.caption("Also called " + ", ".join(plain(alias) for alias in found.aliases[:12]))
st.markdown(plain(found.finding))

with st.container(horizontal=True):
    st.page_link("views/reliance.py", label="Whom does it rely on?", icon=":material/account_tree:", query_params={"buyer": found.name})
    st.page_link("views/reliance.py", label="Who relies on it?", icon=":material/account_tree:", query_params={"target": found.name})

columns: dict[str, Any] = {
    "other": entity_column("Entity"),
    **{name: name.capitalize() for name in ("relation", "product", "modality", "standing", "cue", "origins", "sample")},
    "p": st.column_config.NumberColumn("Probability", format="%.2f"),
    "sentences": st.column_config.ListColumn("Sentences", width="large"),
}
for section in found.sections:
    st.subheader(section.title)
    rows = [
        {
            "other": entity_address(row.entity, row.name),
            "relation": row.relation,
            "product": row.product or "",
            "modality": row.modality,
            "standing": row.standing,
            "cue": row.cue or "",
            "p": row.p,
            "origins": row.origins,
            "sample": "sample" if row.sample else "",
            "sentences": list(row.sentences),
        }
        for row in section.rows
    ]
    st.dataframe(rows, column_config=columns, hide_index=True, width="stretch", key=f"section-{section.title}")
downloads([row for section in found.sections for row in dumped(section.rows)], "relations")

if found.sections:
    st.subheader("Around it")
    clicked = draw_graph(neighbours(found), f"around-{found.entity}")
    if clicked is not None and clicked in held.entities:
        st.markdown(entity_link(clicked, held.name(clicked)))

st.subheader("Newest statements")
statements(found.newest, "entity-statements")
