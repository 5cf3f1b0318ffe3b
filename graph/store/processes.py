"""What the launcher asks of the operating system: a lock between processes, and who a process is."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from graph.errors import StoreUnavailable


@contextlib.contextmanager
def locked(path: Path, timeout: float, *, pause: float = 0.05) -> Iterator[None]:
    """Hold the lock file `path`; it is released when the block ends, or when the process dies.

    Raises
    ------
    StoreUnavailable
        If another process holds it for longer than `timeout` seconds, or it cannot be written."""
    try:
        file = path.open("a+")
    except OSError as error:
        raise StoreUnavailable(f"the data folder {path.parent} cannot be written: {error.strerror}") from error
    with file:
        end = time.monotonic() + timeout
        while not _take(file):
            if time.monotonic() > end:
                raise StoreUnavailable(f"another process has held {path} for {timeout:.0f} seconds; end it, or wait and try again")
            time.sleep(pause)
        yield


def identity(pid: int) -> str | None:
    """Start time and command line of the running process `pid`; None if there is none (or only its remains)."""
    if sys.platform == "linux":
        return _linux(pid)
    if sys.platform == "win32":
        show = '"$($_.CreationDate.Ticks) $($_.CommandLine)"'
        question = f"Get-CimInstance Win32_Process -Filter 'ProcessId={pid}' | ForEach-Object {{ {show} }}"
        return _answer(["powershell", "-NoProfile", "-Command", question])
    return _answer(["ps", "-o", "lstart=,command=", "-p", str(pid)])


def _linux(pid: int) -> str | None:
    folder = Path("/proc") / str(pid)
    try:
        state, *fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        command = (folder / "cmdline").read_bytes()
    except OSError:
        return None
    if state == "Z" or not command:  # its remains, or not yet the program it is about to be
        return None
    return f"{fields[18]} {command.replace(bytes(1), b' ').decode(errors='replace').strip()}"


def _answer(command: list[str]) -> str | None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
