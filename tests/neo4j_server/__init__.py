"""A real Neo4j Community server for the tests: jars from Maven Central, loopback only, a fresh data folder, stopped at the end."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import platformdirs

POM = Path(__file__).with_name("pom.xml")
PASSWORD = "only-for-tests"
START_SECONDS = 120
OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")


def missing() -> str | None:
    """What is absent to start a server, as one line; None if nothing is."""
    if shutil.which("mvn") is None:
        return "Neo4j tests skipped: Maven is not installed"
    try:
        said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    except (OSError, subprocess.CalledProcessError):
        return "Neo4j tests skipped: no Java runtime is installed (17 or newer is needed)"
    version = re.search(r'"(\d+)', said)
    if version is None or int(version.group(1)) < 17:
        return "Neo4j tests skipped: the Java runtime is older than 17"
    return None


@contextmanager
def server() -> Iterator[str]:
    """The Bolt URI of a server that lives as long as the context."""
    jars = _jars()
    with tempfile.TemporaryDirectory(prefix="neo4j-") as folder:
        home, port = Path(folder), _free_port()
        _configure(home, port)
        java = ["java", "-cp", f"{jars}/*"]
        environment = {**os.environ, "NEO4J_HOME": folder, "NEO4J_CONF": str(home / "conf")}
        admin = [*java, f"-Dbasedir={folder}", "org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", PASSWORD]
        subprocess.run(admin, check=True, capture_output=True, env=environment)
        opens = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENS]
        run = [*java[:1], "-Xms256m", "-Xmx768m", *opens, *java[1:], "org.neo4j.server.CommunityEntryPoint"]
        with (home / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [*run, f"--home-dir={folder}", f"--config-dir={home / 'conf'}", "--console-mode"], stdout=log, stderr=log, env=environment
            )
        try:
            uri = f"bolt://127.0.0.1:{port}"
            _await(uri, process, home)
            yield uri
        finally:
            process.kill()  # its data go with the folder: no need to wait for an orderly end
            process.wait()


def _jars() -> Path:
    """The folder with the server's jars, resolved once and kept in the user's cache."""
    version = re.search(r"<neo4j.version>(.+)</neo4j.version>", POM.read_text())
    assert version
    folder = Path(platformdirs.user_cache_dir("lithograph-tests")) / f"neo4j-{version.group(1)}"
    done = folder / "complete"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:  # several test processes may ask at once
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            subprocess.run(["mvn", "-q", "-B", "-f", str(POM), "package", f"-Djars={folder}"], check=True, capture_output=True)
            done.touch()
    return folder


def _configure(home: Path, port: int) -> None:
    (home / "conf").mkdir()
    lines = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.directories.data": home / "data",
        "server.directories.logs": home / "logs",
        "server.directories.run": home / "run",
        "server.memory.pagecache.size": "128m",
        "db.transaction.timeout": "60s",
        "dbms.usage_report.enabled": "false",
    }
    (home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in lines.items()))


def _await(uri: str, process: "subprocess.Popen[bytes]", home: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            with neo4j.GraphDatabase.driver(
                uri, auth=("neo4j", PASSWORD), connection_timeout=2, connection_acquisition_timeout=3
            ) as driver:
                driver.execute_query("RETURN 1 AS one", database_="neo4j")
            return
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"Neo4j did not start: {(home / 'server.log').read_text()[-500:]}") from None
            time.sleep(0.5)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
