"""What all pages share: the open store, the snapshot of its newest version, and what a failure looks like."""

import time
from collections.abc import Callable
from datetime import date
from typing import NoReturn, TypeVar

import streamlit as st

from answers.snapshot import Snapshot, judged_anew, snapshot
from graph.errors import LithographError, StoreError
from graph.projection import FACTS, Scope
from graph.settings import settings
from graph.store import Store, open_store

Result = TypeVar("Result")


@st.cache_resource(show_spinner="Opening the graph …")
def _opened(home: str, uri: str | None) -> Store:
    """One store a process for each place where a graph may be."""
    return open_store()


def _open() -> Store:
    chosen = settings()
    return _opened(str(chosen.home), chosen.neo4j_uri)


@st.cache_resource(show_spinner="Reading the graph …", max_entries=8)
def _read(home: str, said_at: int, as_of: date | None, known_at: date | None, scope: Scope) -> Snapshot:
    """What articles say: read once however often statements are judged."""
    return snapshot(_open(), as_of=as_of, known_at=known_at, scope=scope)


@st.cache_resource(show_spinner=False, max_entries=8)
def _judged(home: str, version: int, said_at: int, as_of: date | None, known_at: date | None, scope: Scope) -> Snapshot:
    return judged_anew(_read(home, said_at, as_of, known_at, scope), _open(), version)


def store() -> Store:
    """The store, opened once for all sessions; a page stops with one sentence where there is none."""
    return attempt(_open)


def current(as_of: date | None = None, known_at: date | None = None, scope: Scope = FACTS) -> Snapshot:
    """The snapshot of the graph's present version; computed once for all sessions."""
    return attempt(lambda: _judged(f"{settings().home} {settings().neo4j_uri}", *_open().versions(), as_of, known_at, scope))


def attempt(action: Callable[[], Result]) -> Result:
    """What `action` returns; an error of ours becomes one sentence on the page, which ends there."""
    try:
        return action()
    except StoreError as error:
        _opened.clear()
        _stop(error)
    except LithographError as error:
        _stop(error)


def progress_bar() -> Callable[[int, int | None], None]:
    """A bar for (articles done, articles in all or None)."""
    bar, began = st.progress(0.0, "Reading …"), time.monotonic()

    def told(done: int, total: int | None) -> None:
        count = f"{done} of {total} articles" if total else f"{done} articles"
        bar.progress(min(1.0, done / total) if total else 1.0, f"{count}, {done / (time.monotonic() - began):.1f} a second")

    return told


def _stop(error: LithographError) -> NoReturn:
    st.error(str(error).replace("[", "\\["), icon=":material/error:")
    st.stop()
