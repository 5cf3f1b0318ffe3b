"""`lithograph query list | show | run`: the saved questions."""

import sys
from typing import Annotated, Any

import typer

from cli.output import Format, show, table
from graph.errors import QueryError, UnknownQuery

app = typer.Typer(no_args_is_help=True)
Out = Annotated[Format, typer.Option("--format", help="table, json or csv.")]
Name = Annotated[str, typer.Argument(help="Name of a saved query; `lithograph query list` shows them.")]


@app.command("list")
def list_queries(format: Out = Format.table) -> None:
    """The saved queries with their questions and parameters."""
    from queries import load_queries

    saved = load_queries().values()
    if format is Format.json:
        show([{**query.model_dump(include={"name", "title", "question"}), "parameters": _parameters(query)} for query in saved], format)
        return
    rows = [
        {"name": query.name, "question": query.question, "parameters": ", ".join(f"--{key}" for key in query.parameters)} for query in saved
    ]
    show(rows, format)


@app.command("show")
def show_query(name: Name) -> None:
    """The query's text as it runs, with what it takes and returns."""
    from queries import load_queries

    saved = load_queries()
    if name not in saved:
        raise UnknownQuery(name)
    query = saved[name]
    sys.stdout.write(f"{query.title}\n{query.question}\n\n")
    table([{"parameter": f"--{key}", **one} for key, one in _parameters(query).items()])
    table([{"column": column, "holds": holds} for column, holds in query.returns.items()])
    sys.stdout.write(f"\n{query.cypher}\n")


@app.command("run", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def run_query(context: typer.Context, name: Name, format: Out = Format.table) -> None:
    """Run NAME with parameters as `--parameter value`; what is not given takes its default."""
    from graph.store import open_store
    from queries import load_queries, run

    given = _given(context.args)
    if name in load_queries():
        load_queries()[name].values(dict(given))
    with open_store() as store:
        rows = run(store, name, given)
    show(rows, format)


def _given(words: list[str]) -> dict[str, Any]:
    """`--name value` and `--name=value` as a dictionary."""
    given: dict[str, Any] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            raise QueryError(f"{word!r} is no parameter; write --name value")
        name, equals, value = word.removeprefix("--").partition("=")
        if not equals and not rest:
            raise QueryError(f"the parameter {name!r} has no value")
        given[name.replace("-", "_")] = value if equals else rest.pop(0)
    return given


def _parameters(query: Any) -> dict[str, dict[str, Any]]:
    return {key: one.model_dump(exclude_none=True) for key, one in query.parameters.items()}
