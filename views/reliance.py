"""Reliance: how reliant is X on Y. The finding in words first; every hop opens its sentences."""

import streamlit as st

from answers.concentration import answer as concentration
from answers.exposure import by_country
from answers.picture import chains, flows
from answers.reliance import RelianceAnswer, answer
from graph.projection import Scope
from views.drawing import draw_flows, draw_graph
from views.session import attempt, current
from views.tables import downloads, dumped, percents, statements
from views.words import SAMPLE, dated, entity_address, entity_column, entity_link, plain, quote_statement

WIDE = 0.8
MEANINGS = {
    "face": "Face value: bought from the target itself",
    "linear": "Look-through: through all tiers, weighted by shares",
    "leontief": "Leontief: as scarce as the scarcest essential input",
}


def readings(found: RelianceAnswer) -> None:
    """The three readings as intervals."""
    rows = [{"reading": MEANINGS[name], **interval} for name, interval in found.readings.model_dump().items()]
    st.dataframe(rows, column_config=percents(COLUMNS), hide_index=True, width="stretch", key="readings")
    st.caption(
        "At least and at most are exact bounds over what no source states. Central uses priors and is no measurement. "
        f"Possible: up to this if what is not documented also depends on {plain(found.target_name)}. "
        f"{found.iterations} steps, residual {found.residual:.1e}."
    )
    st.caption(
        f"Hidden exposure (look-through beyond face value): {found.hidden.lo:.1%} to {found.hidden.hi:.1%}. Prior, no measurement: "
        f"{found.substituted:.1%} by the scarcest input once others step in."
    )
    st.markdown(plain(found.coverage_note))


SHARES = {
    "face": "Face value (prior)",
    "linear_lo": "Look-through at least",
    "linear": "Look-through (prior)",
    "linear_hi": "Look-through at most",
    "hidden": "Hidden (prior)",
    "leontief_lo": "Scarcest at least",
    "leontief": "Scarcest (prior)",
    "leontief_hi": "Scarcest at most",
}
COLUMNS = {"lo": "At least", "central": "Central (prior)", "hi": "At most", "possible": "Possible"}

st.title("Reliance")
first, second = st.columns(2)
buyer = first.text_input("Who relies", key="buyer", bind="query-params", value="Microsoft")
target = second.text_input(
    "On whom or what", key="target", bind="query-params", value="ASML", help="A firm, a country, a product, a material; several as A; B"
)
with st.expander("Day and scope"):
    as_of = st.date_input("As of", value=None, key="as_of", bind="query-params", help="The day the answer is about; today if empty")
    known_at = st.date_input("Known by", value=None, key="known_at", bind="query-params", help="Only what was published by this day")
    scope = Scope(
        planned=st.checkbox("Count plans", key="planned", bind="query-params"),
        possible=st.checkbox("Count hedged statements", key="possible", bind="query-params"),
        alleged=st.checkbox("Count allegations", key="alleged", bind="query-params"),
    )
    flows_alone = st.checkbox(
        "Only what stops tomorrow's output",
        key="flows",
        bind="query-params",
        help="Without tools, whose loss stops new capacity, and rights",
    )
    tiers = st.number_input("Tiers that count", min_value=1, value=None, key="tiers", bind="query-params", help="All if empty")
if not buyer or not target:
    st.info("Name both: who relies, and on whom or what. A firm, a country, a product or a material will do.")
    st.stop()

held = current(as_of, known_at, scope)
held = held.flows_only() if flows_alone else held
names = [name.strip() for name in target.split(";") if name.strip()]
found = attempt(lambda: answer(held, buyer, names, max_hops=int(tiers) if tiers else None))
st.subheader(plain(found.finding))
badge = f" {SAMPLE}" if found.sample else ""
on = " and ".join(entity_link(id, held.name(id)) for id in found.targets)
st.markdown(plain(f"{found.sizes[0].upper()}{found.sizes[1:]}."))
st.markdown(f"{entity_link(found.buyer, found.buyer_name)} on {on} · as of {found.as_of}{badge}")
if found.members:
    st.caption(f"Counted as {plain(found.target_name)}: " + ", ".join(plain(name) for name in found.members[:15]))

if found.documented and all(one.hi - one.lo > WIDE for one in (found.readings.linear, found.readings.leontief)):
    st.markdown("No source states how large it is, so the interval says little; the words of the sources say more.")
    with st.expander("Method: the interval in three readings"):
        readings(found)
else:
    readings(found)

if found.documented:
    st.subheader("Chains")
    graph, sankey = st.tabs(["Graph", "Flows"])
    with graph:
        clicked = draw_graph(chains(found), f"chains-{found.buyer}-{found.target}")
        hops = [hop for path in found.paths for hop in path.hops if clicked in (hop.from_, hop.to, f"{hop.from_}>{hop.to}")]
        if clicked is not None and clicked in held.entities:
            st.markdown(f"What is said of {entity_link(clicked, held.name(clicked))} here:")
        for row in {row.id: row for hop in hops for row in hop.statements}.values():
            quote_statement(row.sentence, dated(row.title or row.article, row.published_at), row.id, sample=row.sample)
        if not clicked:
            st.caption("Click a node or an arrow to read its sentences. Dashed arrows have no stated size.")
    with sankey:
        draw_flows(flows(found), f"flows-{found.buyer}-{found.target}")

    if found.binding:
        st.subheader("What binds it")
        st.caption("The scarcest essential input at every tier, by central figures, which use priors.")
        steps = [entity_link(found.buyer, found.buyer_name), *(entity_link(hop.to, hop.to_name) for hop in found.binding)]
        scarce = f"Scarce at **{plain(found.binding_input)}**: " if found.binding_input else ""
        st.markdown(scarce + " ← ".join(steps))
        with st.expander("Sentences behind it"):
            for row in {row.id: row for hop in found.binding for row in hop.statements}.values():
                quote_statement(row.sentence, dated(row.title or row.article, row.published_at), row.id, sample=row.sample)

countries = attempt(lambda: by_country(held, buyer)).rows
if countries:
    st.subheader("By country")
    st.caption(f"What {plain(found.buyer_name)} loses when everything that stands in a country is lost; central figures use priors.")
    st.dataframe(
        [{"country": entity_address(row.target, row.target_name), **row.model_dump(include=set(SHARES))} for row in countries],
        column_config={"country": entity_column("Country"), **percents(SHARES)},
        hide_index=True,
        width="stretch",
        key="countries",
    )
    downloads(dumped(countries), "countries")

inputs = attempt(lambda: concentration(held, buyer))
if inputs:
    st.subheader("Concentration of its inputs")
    st.dataframe(
        [
            {
                "input": row.input,
                "suppliers": row.parties,
                "largest": row.largest,
                "lo": row.hhi.lo,
                "hi": row.hhi.hi,
                "to_75": row.to_75,
                "left": row.without_largest.central,
                "single": "single source" if row.single_source else "",
            }
            for row in inputs
        ],
        column_config={
            "input": "Input",
            "suppliers": "Documented suppliers",
            "largest": "Largest",
            "lo": st.column_config.NumberColumn("HHI at least", format="%.2f", help="Sum of squared shares; 1 is a single supplier"),
            "hi": st.column_config.NumberColumn("HHI at most", format="%.2f", help="With the undocumented rest as one supplier"),
            "to_75": st.column_config.NumberColumn("Make up 75 %", help="How many suppliers, by central shares"),
            "left": st.column_config.NumberColumn("Left without the largest", format="percent", help="Central: uses priors"),
            "single": "Single source",
        },
        hide_index=True,
        width="stretch",
        key="concentration",
    )
    downloads(dumped(inputs), "concentration")

if found.documented:
    st.subheader("Sentences behind every step")
    for number, path in enumerate(found.paths, 1):
        st.markdown(
            f"**Chain {number}:** "
            + " ← ".join([entity_link(found.buyer, found.buyer_name), *(entity_link(hop.to, hop.to_name) for hop in path.hops)])
        )
        for hop in path.hops:
            size = "size not stated" if hop.share_lo is None else f"share {hop.share_lo:.0%} to {hop.share_hi:.0%}"
            what = "the input itself" if hop.product == hop.to else f"{plain(hop.product_name or 'product not stated')}, {size}"
            st.markdown(f"{plain(hop.from_name)} ← {plain(hop.to_name)} ({what}, p {hop.p:.2f})")
            for row in hop.statements:
                quote_statement(row.sentence, dated(row.title or row.article, row.published_at), row.id, sample=row.sample)
    if found.pivot is not None:
        hop = found.pivot.hop
        st.markdown(
            f"**The fact that carries it:** {plain(hop.from_name)} ← {plain(hop.to_name)}. "
            f"Without it at most {found.pivot.hi_without:.0%} (look-through)."
        )

if found.beside:
    st.subheader("Said of the two and not counted")
    st.caption("Plans, hedges, allegations, denials and the past.")
    statements(found.beside, "beside")

hop_rows: list[dict[str, object]] = []
for number, path in enumerate(found.paths, 1):
    for hop in path.hops:
        fields = hop.model_dump(mode="json", by_alias=True, exclude={"statements"})
        hop_rows.append({"chain": number, **fields, "sentences": [said.sentence for said in hop.statements]})
if hop_rows:
    st.subheader("Steps as a table")
    st.dataframe(hop_rows, hide_index=True, width="stretch", key="steps")
downloads(hop_rows, "reliance")
st.download_button(
    "The whole answer (JSON)", found.model_dump_json(by_alias=True, indent=2), "answer.json", "application/json", icon=":material/download:"
)
