"""The embedded engine's launcher: one server process a data directory, shared by every process of the product.

`ensure` finds it or starts it, `stop` ends it. State lies in engine.json (mode 0600) under a file lock; server.py is
the process itself. Everything is on loopback, behind a random password."""

import importlib.util
import json
import logging
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ValidationError

from graph.errors import StoreFull, StoreUnavailable
from graph.store import bolt, processes

log = logging.getLogger(__name__)

START_SECONDS = 60.0
SETTLE_SECONDS = 10.0
"""How long a process that does not answer may still be starting or stopping before it counts as hung."""
IDLE_SECONDS = 1800.0
READY = "engine.ready"
HEAP = "768m"
NEEDED_BYTES = 50_000_000
USER = "root"
UNSUPPORTED = (
    "the embedded graph engine has no build for this platform (it runs on Linux with glibc 2.34 or newer, macOS on arm64 and Windows on "
    "x86_64); set NEO4J_URI to the address of a Neo4j server"
)


class Engine(BaseModel):
    """A server process as engine.json records it."""

    pid: int
    identity: str
    """Start time and command line of the process: a number alone may be someone else's after a reboot."""
    port: int
    password: str

    @property
    def uri(self) -> str:
        """Where it listens."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def alive(self) -> bool:
        """Whether the process that was started still runs."""
        return processes.identity(self.pid) == self.identity

    def answers(self) -> bool:
        """Whether a real query answers: a process on its way down still accepts connections."""
        return self.alive and bolt.answers(self.uri, (USER, self.password))


def ensure(home: Path, *, idle: float = IDLE_SECONDS) -> Engine:
    """The engine that serves `home`, started if need be. Any number of processes may call it at once.

    Raises
    ------
    StoreUnavailable
        If the platform has no build of the engine, or it does not start; with the last line of its log.
    StoreFull
        If the disk is full."""
    _prepare(home)
    with processes.locked(home / "engine.lock", START_SECONDS + SETTLE_SECONDS):
        engine = recorded(home)
        if engine and _settles(engine):
            return engine
        if engine:
            _end(engine)
        return _start(home, engine.password if engine else secrets.token_urlsafe(18), idle)


def recorded(home: Path) -> Engine | None:
    """What engine.json says, whether or not that process still runs; None if there is no readable record."""
    try:
        return Engine.model_validate_json((home / "engine.json").read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def stop(home: Path) -> bool:
    """End the engine of `home`; whether one was running."""
    if not home.is_dir():
        return False
    with processes.locked(home / "engine.lock", START_SECONDS + SETTLE_SECONDS):
        engine = recorded(home)
        if engine is None or not engine.alive:
            return False
        _end(engine)
        return True


def _prepare(home: Path) -> None:
    if importlib.util.find_spec("arcadedb_embedded") is None:
        raise StoreUnavailable(UNSUPPORTED)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"the data folder {home} cannot be made: {error.strerror}; set LITHOGRAPH_HOME to another one") from error


def _settles(engine: Engine) -> bool:
    end = time.monotonic() + SETTLE_SECONDS
    while engine.alive and time.monotonic() < end:
        if engine.answers():
            return True
        time.sleep(0.1)
    return False


def _end(engine: Engine) -> None:
    """Ask the process to stop, then make it; the write-ahead log recovers what it had committed."""
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        if not engine.alive:
            return
        try:
            os.kill(engine.pid, number)
        except ProcessLookupError:
            return
        end = time.monotonic() + SETTLE_SECONDS
        while engine.alive and time.monotonic() < end:
            time.sleep(0.05)


def _start(home: Path, password: str, idle: float) -> Engine:
    log.info("starting the embedded graph engine in %s", home)
    try:
        with (home / "engine.log").open("wb") as output:
            child, port = _spawn(home, password, idle, output)
        engine = Engine(pid=child.pid, identity=_identity(child), port=port, password=password)
        _record(home, engine)
    except OSError as error:
        raise _failure(home, f"it cannot be started: {error.strerror}") from error
    _await(home, engine, child)
    return engine


def _spawn(home: Path, password: str, idle: float, output: IO[bytes]) -> tuple["subprocess.Popen[bytes]", int]:
    port, http_port = _free_ports(2)
    script = Path(__file__).with_name("server.py")
    command = [
        sys.executable,
        "-P",
        str(script),
        str(home / "graph"),
        f"--ready={home / READY}",
        f"--port={port}",
        f"--http-port={http_port}",
    ]
    detached = 0x208 if sys.platform == "win32" else 0  # a process group of its own, without a console
    child = subprocess.Popen(
        [*command, f"--heap={HEAP}", f"--idle={idle}"],
        cwd=home,
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=output,
        start_new_session=True,
        creationflags=detached,
    )
    assert child.stdin is not None
    child.stdin.write(password.encode() + b"\n")
    child.stdin.close()
    return child, port


def _identity(child: "subprocess.Popen[bytes]") -> str:
    """Who the child is, as soon as it is itself; empty if it ends before."""
    while child.poll() is None:
        known = processes.identity(child.pid)
        if known:
            return known
        time.sleep(0.01)
    return ""


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _record(home: Path, engine: Engine) -> None:
    """Write engine.json whole or not at all, readable by its owner alone."""
    draft = home / "engine.json.new"
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(engine.model_dump(), file)
    draft.replace(home / "engine.json")


def _await(home: Path, engine: Engine, child: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    while child.poll() is None:
        if _ready(home, child.pid) and engine.answers():
            child.returncode = 0  # it outlives this process: nobody waits for it
            return
        if time.monotonic() > end:
            child.kill()
            raise _failure(home, f"it did not answer within {START_SECONDS:.0f} seconds")
        time.sleep(0.05)
    raise _failure(home, f"it stopped with code {child.returncode}")


def _ready(home: Path, pid: int) -> bool:
    """Whether the process says that it has prepared everything: it listens before that."""
    path = home / READY
    return path.exists() and path.read_text() == str(pid)


def _failure(home: Path, reason: str) -> StoreFull | StoreUnavailable:
    text = _log_text(home)
    if shutil.disk_usage(home).free < NEEDED_BYTES or "No space left on device" in text:
        return StoreFull(f"the embedded graph engine in {home} has no space left on its disk; free some, or move LITHOGRAPH_HOME")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    last = f" (last line of engine.log: {lines[-1][:300]})" if lines else ""
    return StoreUnavailable(f"the embedded graph engine in {home} is not available: {reason}{last}")


def _log_text(home: Path) -> str:
    path = home / "engine.log"
    return path.read_text(errors="replace") if path.exists() else ""
