"""Asking a language model over HTTP: bounded in time, size and repetitions. Follows no redirect and repeats no body in a message."""

import http.client
import json
import logging
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import TierError
from ingest.tiers.endpoint import Endpoint, check_place

log = logging.getLogger(__name__)
MAX_BYTES = 4_000_000
ATTEMPTS = 4
PAUSE_SECONDS = 1.0
"""Before the first repetition; doubled before each further one."""
LONGEST_PAUSE = 30.0
_TRANSIENT = (408, 429, 500, 502, 503, 504)


class Reply(BaseModel):
    """What the model answered, and the tokens that the endpoint counted, where it says so."""

    model_config = ConfigDict(frozen=True)

    content: str
    tokens: int | None = None


class _Failed(Exception):
    """An attempt that may be repeated."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        self.wait = wait
        super().__init__(reason)


def ask(
    endpoint: Endpoint, body: dict[str, Any], *, until: float, pause: float = PAUSE_SECONDS, sleep: Callable[[float], None] = time.sleep
) -> Reply:
    """The model's reply to `body`; `until` is the moment of the monotonic clock at which it is given up.

    Raises
    ------
    TierError
        If it does not answer in time, refuses, answers too much, or answers in another form."""
    check_place(endpoint)
    reason = "no time is left"
    for attempt in range(ATTEMPTS):
        try:
            return _reply(_post(endpoint, body, until), endpoint)
        except _Failed as failed:
            reason = str(failed)
            wait = min(max(pause * 2**attempt, failed.wait), LONGEST_PAUSE)
        if attempt + 1 == ATTEMPTS or time.monotonic() + wait >= until:
            break
        log.info("llm: %s: %s; asking again in %.1f s", endpoint.place, reason, wait)
        sleep(wait)
    raise TierError(f"the language model at {endpoint.place} gives no answer: {reason}")


def _post(endpoint: Endpoint, body: dict[str, Any], until: float) -> bytes:
    parts = urlsplit(endpoint.url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=max(until - time.monotonic(), 0.001))
    try:
        connection.request("POST", f"{parts.path}/chat/completions", json.dumps(body).encode(), _headers(endpoint))
        held = connection.sock
        response = connection.getresponse()
        content = _read(response, endpoint, lambda: held.settimeout(_left(until)))
    except TimeoutError:
        raise _Failed("it takes too long") from None
    except (OSError, http.client.HTTPException):
        raise _Failed("the connection fails") from None
    finally:
        connection.close()
    _check_status(response, endpoint)
    return content


def _headers(endpoint: Endpoint) -> dict[str, str]:
    key = {"Authorization": f"Bearer {endpoint.key.get_secret_value()}"} if endpoint.key else {}
    return {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close", **key}


def _read(response: http.client.HTTPResponse, endpoint: Endpoint, renew: Callable[[], None]) -> bytes:
    """The whole body, piece by piece, so that neither its size nor a slow trickle goes beyond the limits."""
    pieces: list[bytes] = []
    size = 0
    while not response.isclosed():
        renew()
        pieces.append(response.read1(65_536))
        size += len(pieces[-1])
        if size > MAX_BYTES:
            raise TierError(f"the language model at {endpoint.place} answers more than {MAX_BYTES:,} bytes")
        if not pieces[-1]:
            break
    return b"".join(pieces)


def _check_status(response: http.client.HTTPResponse, endpoint: Endpoint) -> None:
    status = response.status
    if status in _TRANSIENT:
        after = response.headers.get("Retry-After") or ""
        raise _Failed(f"HTTP {status}", float(after) if after.isascii() and after.isdigit() else 0.0)
    if status != 200:
        hint = "; where it does not know json_schema, set LITHOGRAPH_LLM_FORMAT=json_object" if status in (400, 422) else ""
        hint = "; it wants another LITHOGRAPH_LLM_KEY" if status in (401, 403) else hint
        raise TierError(f"the language model at {endpoint.place} refuses: HTTP {status}{hint}")


def _reply(content: bytes, endpoint: Endpoint) -> Reply:
    try:
        found = _Completion.model_validate_json(content)
    except ValidationError:
        raise TierError(f"{endpoint.place} answers in another form than /chat/completions") from None
    choice = found.choices[0] if found.choices else None
    if choice is None or not choice.message.content:
        raise TierError(f"the language model at {endpoint.place} answers nothing")
    if choice.finish_reason == "length":
        raise TierError(f"the answer of the language model at {endpoint.place} was cut short")
    return Reply(content=choice.message.content, tokens=found.usage.total_tokens if found.usage else None)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    total_tokens: int | None = None


class _Completion(BaseModel):
    choices: list[_Choice]
    usage: _Usage | None = None
