"""What goes wrong around a store, and that it is said in one sentence within ten seconds."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import StoreAuthError, StoreError, StoreFull, StoreUnavailable
from graph.store import Store, embedded, open_store, processes
from tests.factory import told

SECRET = "hunter2-marker"


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with an engine of its own, stopped afterwards."""
    home = tmp_path / "a folder with spaces"
    monkeypatch.setenv("LITHOGRAPH_HOME", str(home))
    yield home
    embedded.stop(home)


@pytest.mark.parametrize("silent", [False, True], ids=["refused", "silent"])
def test_a_server_that_does_not_answer_is_said_within_ten_seconds(silent: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        if silent:
            listener.listen()
        port, began = listener.getsockname()[1], time.monotonic()
        with pytest.raises(StoreUnavailable, match=f"{port}.*does not answer") as raised:
            open_store(f"bolt://127.0.0.1:{port}")
    assert time.monotonic() - began < 10
    assert SECRET not in str(raised.value)


def test_a_wrong_password_is_said_within_ten_seconds(neo4j_uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    began = time.monotonic()
    with pytest.raises(StoreAuthError) as raised:
        open_store(neo4j_uri)
    assert time.monotonic() - began < 10
    assert SECRET not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7687", "nonsense", "bolt://neo4j:hunter2-marker@127.0.0.1:1", "neo4j+s://127.0.0.1:1"])
def test_an_address_that_is_none_is_said(uri: str) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        open_store(uri)
    assert SECRET not in str(raised.value)


def test_a_killed_engine_comes_back_with_all_data(own_home: Path) -> None:
    with open_store() as store:
        store.write(told("A supplies B.", "SUPPLIES", "company:a", "company:b"))
        before = list(store.dump())
        engine = embedded.recorded(own_home)
        assert engine
        os.kill(engine.pid, signal.SIGKILL)
        assert list(store.dump()) == before
        store.write(told("C supplies B.", "SUPPLIES", "company:c", "company:b"))
    with open_store() as again:
        assert again.status().articles == 2
    fresh = embedded.recorded(own_home)
    assert fresh
    assert fresh.pid != engine.pid


@pytest.mark.slow
def test_an_engine_on_its_way_down_is_replaced(own_home: Path) -> None:
    with open_store() as store:
        store.write(told("A supplies B.", "SUPPLIES", "company:a", "company:b"))
        engine = embedded.recorded(own_home)
        assert engine
        os.kill(engine.pid, signal.SIGTERM)
        end = time.monotonic() + 60
        while embedded.recorded(own_home) == engine and time.monotonic() < end:
            assert store.status().articles == 1
    fresh = embedded.recorded(own_home)
    assert fresh
    assert fresh.pid != engine.pid


def test_the_record_is_for_its_owner_alone(home: Path, embedded_store: Store) -> None:
    assert (home / "engine.json").stat().st_mode & 0o777 == 0o600


def test_the_password_is_on_no_command_line(home: Path, embedded_store: Store) -> None:
    engine = embedded.recorded(home)
    assert engine
    assert engine.password not in (processes.identity(engine.pid) or engine.password)


def test_every_listener_is_on_loopback(home: Path, embedded_store: Store) -> None:
    if not Path("/proc/net/tcp").exists():
        pytest.skip("reads /proc/net/tcp, which this system has not")
    engine = embedded.recorded(home)
    assert engine
    inodes = {
        link.readlink().name.removeprefix("socket:[").rstrip("]") for link in Path(f"/proc/{engine.pid}/fd").iterdir() if link.is_symlink()
    }
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    listening = [row[1].rsplit(":", 1)[0] for row in rows if row[3] == "0A" and row[9] in inodes]
    assert listening
    assert set(listening) <= {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


@pytest.mark.slow
def test_two_processes_share_one_engine(own_home: Path) -> None:
    code = (
        "import sys\nfrom graph.store import embedded, open_store\nfrom graph.settings import settings\n"
        "from tests.factory import told\nname = sys.argv[1]\n"
        "with open_store() as store:\n"
        "    for number in range(10):\n"
        "        store.write(told(f'{name} {number} supplies B.', 'SUPPLIES', f'company:{name}-{number}', 'company:b'))\n"
        "print(embedded.recorded(settings().home).pid)\n"
    )
    children = [subprocess.Popen([sys.executable, "-c", code, name], stdout=subprocess.PIPE, text=True) for name in ("x", "y")]
    said = {child.communicate(timeout=120)[0].strip() for child in children}
    assert [child.returncode for child in children] == [0, 0]
    assert len(said) == 1
    with open_store() as store:
        status = store.status()
    assert (status.articles, status.edges, status.entities) == (20, 20, 21)


def test_writers_at_the_same_time_make_the_graph_of_one(store: Store) -> None:
    articles = [
        told(f"Firm {number % 5} supplies B, says {number}.", "SUPPLIES", f"company:f{number % 5}", "company:b") for number in range(30)
    ]
    for one in articles:
        store.write(one)
    expected = list(store.dump())
    store.wipe()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(store.write, [*articles, *articles[::-1]]))
    assert list(store.dump()) == expected


@pytest.mark.slow
def test_a_number_that_is_another_process_by_now_is_not_signalled(own_home: Path) -> None:
    own_home.mkdir()
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        record = embedded.Engine(pid=bystander.pid, identity="1 java", port=1, password=SECRET)
        (own_home / "engine.json").write_text(record.model_dump_json())
        assert not embedded.stop(own_home)
        with open_store() as store:
            assert store.status().articles == 0
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


@pytest.mark.slow
def test_an_engine_nobody_uses_stops(own_home: Path) -> None:
    engine = embedded.ensure(own_home, idle=5.0)
    store = open_store()
    time.sleep(7)
    assert engine.alive
    store.close()
    end = time.monotonic() + 30
    while engine.alive and time.monotonic() < end:
        time.sleep(0.1)
    assert not engine.alive


def test_an_engine_that_cannot_start_says_why(own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "graph").write_text("a file where a folder belongs")
    with pytest.raises(StoreUnavailable, match="last line of engine.log") as raised:
        open_store()
    assert "\n" not in str(raised.value)


def test_a_full_disk_is_said(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_home.mkdir()
    (own_home / "graph").write_text("a file where a folder belongs")
    monkeypatch.setattr(embedded, "NEEDED_BYTES", 1 << 62)
    with pytest.raises(StoreFull, match="no space left"):
        open_store()


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LITHOGRAPH_HOME", str(tmp_path / "file" / "below"))
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        open_store()


def test_a_platform_without_the_engine_is_sent_to_neo4j(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(StoreUnavailable, match="NEO4J_URI"):
        open_store()


def test_a_query_that_never_ends_is_stopped(store: Store) -> None:
    store.write(told("A supplies B.", "SUPPLIES", "company:a", "company:b"))
    if store.engine == "embedded":
        pytest.skip("the embedded engine ends a statement after 60 seconds, whatever the driver asks")
    began = time.monotonic()
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    with pytest.raises(StoreError):
        store.read(endless, timeout=1.0)
    assert time.monotonic() - began < 15


@pytest.mark.slow
def test_an_engine_whose_folder_is_gone_stops(own_home: Path) -> None:
    engine = embedded.ensure(own_home, idle=4.0)
    with open_store() as store:
        store.version()
        shutil.rmtree(own_home)
        end = time.monotonic() + 15
        while engine.alive and time.monotonic() < end:
            time.sleep(0.1)
    assert not engine.alive
