"""The embedded engine's process: hosts one ArcadeDB server on loopback until it is told to stop or nobody uses it.

Started by embedded.py as a plain script, so it imports nothing of the product. The password comes in on standard
input, never on the command line."""

import argparse
import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import arcadedb_embedded
import jpype

COMMAND_TIMEOUT_MS = 60_000
SETTINGS = (("arcadedb.txWalFlush", 2), ("arcadedb.command.timeout", COMMAND_TIMEOUT_MS))
"""fsync at commit; a limit on every statement (the driver's own timeout is ignored by this engine)."""
FULL_TEXT = (
    "CREATE VERTEX TYPE Entity IF NOT EXISTS",
    "CREATE PROPERTY Entity.names IF NOT EXISTS STRING",
    "CREATE INDEX entity_names IF NOT EXISTS ON Entity (names) FULL_TEXT",
)
"""The one index this engine makes in its own language; graph/schema.py says what Neo4j is told."""
CHECK_SECONDS = 15.0
BORN = "born"
"""A file that says the database was made whole once."""


def main() -> None:
    """Serve until SIGTERM, until no client has been connected for `--idle` seconds, or until its folder is gone."""
    options = _options()
    password = sys.stdin.readline().strip()
    server = _start(options, password)
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pause, idle = min(CHECK_SECONDS, options.idle), 0.0
    while idle < options.idle and options.root.exists() and not stop.wait(pause):
        idle = 0.0 if _clients() else idle + pause
    server.stop()
    os._exit(0)  # the Java machine's threads would keep the process


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lithograph-engine", description="The embedded graph engine of one data directory.")
    parser.add_argument("root", type=Path)
    parser.add_argument("--ready", type=Path, required=True, help="file to write this process's number to when all is prepared")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--heap", default="768m")
    parser.add_argument("--idle", type=float, default=1800.0)
    return parser.parse_args()


def _start(options: argparse.Namespace, password: str) -> Any:
    databases = options.root / "databases" / "neo4j"
    if databases.is_dir() and not (options.root / BORN).exists() and not any(databases.glob("schema*.json")):
        shutil.rmtree(databases)  # a first start that was cut short: nobody has been served yet
    config: dict[str, Any] = {
        "host": "127.0.0.1",
        "http_port": options.http_port,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": options.port,
        "bolt_defaultDatabase": "neo4j",
        "support_autoRegister": False,
    }
    if not databases.exists():
        config["server_defaultDatabases"] = "neo4j[root]"
    options.root.mkdir(parents=True, exist_ok=True)
    server = arcadedb_embedded.ArcadeDBServer(
        root_path=str(options.root), root_password=password, jvm_kwargs={"heap_size": options.heap}, config=config
    )
    server.start()
    database = server.get_database("neo4j")
    for key, value in SETTINGS:
        database.command("sql", f"ALTER DATABASE `{key}` {value}")
    for statement in FULL_TEXT:
        database.command("sql", statement)
    (options.root / BORN).touch()
    options.ready.write_text(str(os.getpid()))
    return server


def _clients() -> int:
    """How many Bolt connections are open: each has a thread of its own."""
    threads = jpype.JClass("java.lang.Thread").getAllStackTraces().keySet()
    return sum(str(thread.getName()).startswith("BOLT-") for thread in threads)


if __name__ == "__main__":
    main()
