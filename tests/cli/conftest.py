"""Runs the command line in this process: exit code, standard output, standard error."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def lithograph(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`lithograph("query", "list")` as a user would type it."""
    from cli import main

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["lithograph", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
            raise SystemExit(0)
        captured = capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), captured.out, captured.err)

    return run
