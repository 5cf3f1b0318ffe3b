"""`lithograph app`: the sample corpus into an empty store, then the pages in a browser."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.output import note, progress

if TYPE_CHECKING:
    from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
FLAGS: dict[str, str] = {
    "server.address": "127.0.0.1",
    "server.maxUploadSize": "20",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
}
"""The settings of .streamlit/config.toml, which an installed wheel does not see; a test compares the two."""


def app(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port of the pages.")] = 8501,
    address: Annotated[str, typer.Option("--address", help="Address to listen on; the default is this machine alone.")] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
) -> None:
    """Open the app; an empty store gets the sample corpus first."""
    from graph.store import open_store

    with open_store() as store:
        if store.status().articles == 0:
            _load_sample(store)
    flags = {**FLAGS, "server.address": address, "server.port": str(port), "server.headless": str(not browser or not _display()).lower()}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *(f"--{name}={value}" for name, value in flags.items())]
    note(f"The app is at http://{address}:{port} (Ctrl-C stops it).")
    raise typer.Exit(subprocess.run(command, check=False).returncode)


def _load_sample(store: "Store") -> None:
    from ingest.sample import load_sample

    with progress("The store is empty: reading the sample corpus") as told:
        note(load_sample(store, progress=told).summary)


def _display() -> bool:
    """Whether there is a desktop to open a browser window on."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
