"""`lithograph corpus`: the sample corpus in and out."""

from typing import Annotated

import typer

from cli.output import note, progress
from graph.errors import SettingsError

app = typer.Typer(no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="Which corpus; there is one: sample.")]


@app.command()
def load(name: Name = "sample") -> None:
    """Read the sample corpus into the graph."""
    from graph.store import open_store
    from ingest.sample import load_sample

    _known(name)
    with open_store() as store, progress("Reading the sample corpus") as told:
        note(load_sample(store, progress=told).summary)


@app.command()
def remove(name: Name = "sample") -> None:
    """Take the sample corpus out without a trace."""
    from graph.store import open_store

    _known(name)
    with open_store() as store:
        removed = store.remove_articles(source_kind="sample")
    note(f"{removed} sample articles and all that rested on them alone are gone.")


def _known(name: str) -> None:
    if name != "sample":
        raise SettingsError(f"no corpus {name!r}; the one there is is called 'sample'")
