"""Which language model may be asked, and where: this machine, or a public host over https, or one allowed by name."""

import ipaddress
import socket
from typing import Literal
from urllib.parse import urlsplit

from pydantic import SecretStr

from graph.errors import ForbiddenAddress, SettingsError, TierError
from graph.evidence import Model
from graph.settings import settings

_PORTS = {"http": 80, "https": 443}


class Endpoint(Model):
    """An OpenAI-compatible service and what may be asked of it."""

    url: str
    """Up to `/chat/completions`, which is added."""
    model: str
    key: SecretStr | None = None
    format: Literal["json_schema", "json_object"] = "json_schema"
    allow_host: str | None = None
    seconds: float = 300
    """For one article, repetitions included."""
    article_tokens: int = 60_000
    run_tokens: int = 1_000_000

    @property
    def place(self) -> str:
        """HOST:PORT."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port or _PORTS.get(parts.scheme, 0)}"


def configured() -> Endpoint:
    """The endpoint of the settings.

    Raises
    ------
    SettingsError
        If its address or model is not set, or its key is no key."""
    held = settings()
    if not held.llm_url or not held.llm_model:
        raise SettingsError("the extractor 'llm' needs LITHOGRAPH_LLM_URL and LITHOGRAPH_LLM_MODEL; see docs/extraction.md, Tiers")
    key = held.llm_key.get_secret_value() if held.llm_key else ""
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise SettingsError("LITHOGRAPH_LLM_KEY is no key: it has spaces, line breaks or letters beyond ASCII")
    endpoint = Endpoint(
        url=held.llm_url.rstrip("/"),
        model=held.llm_model,
        key=held.llm_key if key else None,
        format=held.llm_format,
        allow_host=held.llm_allow_host,
        seconds=held.llm_seconds,
        article_tokens=held.llm_article_tokens,
        run_tokens=held.llm_run_tokens,
    )
    _check_form(endpoint.url)
    return endpoint


def check_place(endpoint: Endpoint) -> None:
    """Does nothing where the endpoint may be asked.

    Raises
    ------
    ForbiddenAddress
        If it is neither on this machine, nor public and encrypted, nor allowed by name.
    TierError
        If there is no such host."""
    if endpoint.place == endpoint.allow_host:
        return
    addresses = _resolve(endpoint)
    if all(address.is_loopback for address in addresses):
        return
    if endpoint.url.startswith("https:") and all(address.is_global for address in addresses):
        return
    raise ForbiddenAddress(
        f"the language model at {endpoint.place} is refused: it is neither on this machine nor public and behind https; "
        f"LITHOGRAPH_LLM_ALLOW_HOST={endpoint.place} admits it"
    )


def _check_form(url: str) -> None:
    """An address without user, password, query or fragment: none of them could be kept out of messages."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in _PORTS and parts.hostname and parts.port != 0 and url.isascii() and url.isprintable() and " " not in url
    except ValueError:
        sound = False
    if not sound or parts.username or parts.password or parts.query or parts.fragment:
        raise SettingsError("LITHOGRAPH_LLM_URL is no plain http or https address such as http://127.0.0.1:11434/v1")


def _resolve(endpoint: Endpoint) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    host, _, port = endpoint.place.rpartition(":")
    try:
        found = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise TierError(f"there is no host {host!r}, or no network to reach it") from None
    addresses = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
    return [getattr(address, "ipv4_mapped", None) or address for address in addresses]
