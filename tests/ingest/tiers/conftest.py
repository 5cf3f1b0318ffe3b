"""A language model's endpoint on this machine: a real HTTP server that gives the answers a test lists, and notes what it is asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import SecretStr

from ingest.tiers.endpoint import Endpoint
from ingest.tiers.llm import LlmExtractor

KEY = "sk-a-secret-that-nobody-may-see"
Turn = tuple[int, str | bytes, float]
"""Status, content (bytes: the whole body), seconds before the answer."""


class Stub(ThreadingHTTPServer):
    """Gives its `turns` one after another, the last for ever; `asked` are the bodies, `headers` the headers that came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.turns: list[Turn] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.after: dict[str, str] = {}
        self.base = "/v1"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.base}"

    def says(self, *contents: Any) -> None:
        """Answers with these, as JSON where they are not text."""
        self.turns = [(200, one if isinstance(one, str) else json.dumps(one), 0.0) for one in contents]


class _Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({**asked, "path": self.path})
        self.server.headers.append(dict(self.headers))
        number = min(len(self.server.asked), len(self.server.turns)) - 1
        status, content, wait = self.server.turns[number]
        time.sleep(wait)
        reply = (
            {"choices": [{"message": {"role": "assistant", "content": content}}], "usage": {"total_tokens": 100}}
            if isinstance(content, str)
            else None
        )
        body = json.dumps(reply).encode() if isinstance(content, str) else content
        self.send_response(status)
        for name, value in {**self.server.after, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):  # who asked may have given up
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


@pytest.fixture
def stub() -> Iterator[Stub]:
    """The server, stopped at the end."""
    server = Stub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def reader(stub: Stub, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[..., LlmExtractor]:
    """`reader(seconds=2)`: the llm extractor on the stub, with an empty cache."""
    monkeypatch.setenv("LITHOGRAPH_HOME", str(tmp_path_factory.mktemp("answers")))

    def made(**fields: Any) -> LlmExtractor:
        endpoint = Endpoint(**({"url": stub.url, "model": "small", "key": SecretStr(KEY), "seconds": 20} | fields))
        return LlmExtractor(endpoint, pause=0.01)

    return made
