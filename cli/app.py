"""All commands, put together. Imports neither spaCy nor Streamlit nor the driver: each command imports what it runs."""

import typer

from cli import answering, comparing, corpus, judging, loading, page, query, reading, relying, removing, store

app = typer.Typer(
    name="lithograph",
    help="From the news to who relies on whom: a geopolitical supply-chain risk knowledge graph.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("ingest")(reading.ingest)
app.command("extract")(reading.extract)
app.command("compare")(comparing.compare)
app.command("reliance")(relying.reliance)
app.command("exposure")(relying.exposure)
app.command("concentration")(relying.concentration)
app.command("chokepoints")(removing.chokepoints)
app.command("score")(answering.score)
app.command("profile")(answering.profile)
app.command("judge")(judging.judge)
app.command("app")(page.app)
app.command("export")(store.export)
app.add_typer(query.app, name="query", help="Saved questions in Cypher: list, show, run.")
app.add_typer(store.app, name="store", help="The graph store: status, start, stop, backup, restore, wipe.")
app.add_typer(loading.app, name="load", help="Data sets: eto (the chip supply chain), relations (a table of your own).")
app.add_typer(corpus.app, name="corpus", help="The sample corpus: load, remove.")
