"""The app in a real browser that reaches nothing but this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    *("--no-sandbox", "--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
)
START_SECONDS = 180.0


def chromium() -> str | None:
    """Where Chromium is, if it is."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def running(home: Path) -> Iterator[str]:
    """The address of `lithograph app` on the data folder `home`; an empty one gets the sample corpus."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "LITHOGRAPH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from cli import main; main()"]
    app = subprocess.Popen([*command, "app", "--port", str(port), "--no-browser"], cwd=ROOT, env=environment, start_new_session=True)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", app)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(app.pid, 15)
        app.wait(20)
        subprocess.run([*command, "store", "stop"], cwd=ROOT, env=environment, check=False, capture_output=True)


def _wait(address: str, app: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if app.poll() is not None:
            raise RuntimeError(f"lithograph app ended with {app.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"lithograph app did not answer within {START_SECONDS:.0f} seconds")


@contextmanager
def browser(*, width: int = 1400, height: int = 1000) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the addresses of all requests that it sends."""
    asked: list[str] = []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = opened.new_page(viewport={"width": width, "height": height})
        page.on("request", lambda request: asked.append(request.url))
        yield page, asked
        opened.close()


def settled(page: Page, address: str) -> None:
    """Opens `address` and waits until the script has run and its components are drawn."""
    page.goto(address)
    page.wait_for_selector("[data-testid=stMarkdown], [data-testid=stAlert], [data-testid=stHeading]", timeout=90_000)
    page.wait_for_selector("[data-testid=stStatusWidget]", state="detached", timeout=90_000)
    page.wait_for_timeout(2_500)


def outside(asked: list[str]) -> list[str]:
    """The requests that left this machine."""
    local = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:")
    return [address for address in asked if not address.startswith(local)]
