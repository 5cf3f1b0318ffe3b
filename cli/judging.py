"""`lithograph judge`: say that a statement is right or wrong, or take it back."""

from enum import StrEnum
from typing import Annotated

import typer

from cli.output import note as told
from cli.output import table


class Word(StrEnum):
    """What an analyst may say of a statement."""

    right = "right"
    wrong = "wrong"
    undo = "undo"


def judge(
    statement: Annotated[str, typer.Argument(help="Id of a statement: the query article_statements lists them.", metavar="STATEMENT_ID")],
    word: Annotated[Word, typer.Argument(help="right: extracted as it is said. wrong: it counts no more. undo: as if never judged.")],
    note: Annotated[str | None, typer.Option("--note", help="Why, for those who come after.")] = None,
) -> None:
    """Say that a statement is right or wrong, or take that back; edges follow at once."""
    from graph.store import open_store

    with open_store() as store:
        if word is Word.undo:
            told(f"The judgement on {statement} is taken back." if store.withdraw(statement) else f"{statement} was not judged.")
            return
        made = store.judge(statement, "confirm" if word is Word.right else "reject", note)
    table([made.model_dump(include={"statement", "verdict", "note"})])
