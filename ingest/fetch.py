"""Fetching from the network, behind a guard: http(s) only, public addresses only, size and time bounded.

A private address is admitted only when its HOST:PORT was allowed by name."""

import configparser
import ipaddress
import socket
import time
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from graph.errors import ForbiddenAddress, SourceError, UnreadableSource
from graph.evidence import Model
from ingest.isolation import isolated

MAX_BYTES = 5_000_000
SECONDS = 25
PAUSE_SECONDS = 1.0
"""Between two requests to one host."""
PORTS = {"http": 80, "https": 443}
READABLE = (
    "text/html",
    "application/xhtml",
    "text/plain",
    "text/xml",
    "application/xml",
    "application/rss",
    "application/atom",
    "text/markdown",
)

_last_request: dict[str, float] = {}


class Fetched(Model):
    """The answer of a server."""

    url: str
    content_type: str
    body: bytes


def fetch(url: str, *, allow_hosts: tuple[str, ...] = ()) -> Fetched:
    """The page at `url`; robots.txt is respected.

    Raises
    ------
    ForbiddenAddress
        If the address is not http(s), not public and not allowed by name, or robots.txt forbids it.
    SourceError
        If there is no such host, no answer, or an answer that is no text."""
    allowed = check_address(url, allow_hosts)
    _pause(urlsplit(url).netloc)
    if not _robots_permit(url, allowed):
        raise ForbiddenAddress(f"robots.txt of {urlsplit(url).netloc} asks not to fetch {url}")
    fetched = isolated(_download, url, allowed, what=url, seconds=SECONDS)
    if not fetched.content_type.startswith(READABLE):
        raise UnreadableSource(f"{url} is {fetched.content_type or 'of unknown type'}, not a page, a text or a feed")
    return fetched


def check_address(url: str, allow_hosts: tuple[str, ...] = ()) -> bool:
    """Whether the host was allowed by name; False for any other address that may be fetched.

    Raises
    ------
    ForbiddenAddress
        If it may not be fetched."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        raise ForbiddenAddress(f"{url} is no address of a page") from None
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.password:
        raise ForbiddenAddress(f"{url} is refused: only plain http and https addresses are fetched")
    if f"{parts.hostname}:{port}" in allow_hosts:
        return True
    if port not in PORTS.values():
        raise ForbiddenAddress(f"{url} is refused: port {port} is not a web port; --allow-host {parts.hostname}:{port} admits it")
    for address in _resolve(parts.hostname, port):
        if not (getattr(address, "ipv4_mapped", None) or address).is_global:
            raise ForbiddenAddress(f"{url} is refused: it leads to a private address; --allow-host {parts.hostname}:{port} admits it")
    return False


def _resolve(host: str, port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SourceError(f"there is no host {host!r}, or no network to reach it") from None
    return [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]


def _pause(host: str) -> None:
    wait = _last_request.get(host, -PAUSE_SECONDS) + PAUSE_SECONDS - time.monotonic()
    if wait > 0:
        time.sleep(wait)
    _last_request[host] = time.monotonic()


def _robots_permit(url: str, allowed: bool) -> bool:
    """Whether robots.txt lets everyone fetch `url`; a host without a readable one does."""
    parts = urlsplit(url)
    try:
        robots = isolated(_download, f"{parts.scheme}://{parts.netloc}/robots.txt", allowed, what="robots.txt", seconds=SECONDS)
    except SourceError:
        return True
    rules = RobotFileParser()
    rules.parse(robots.body.decode("utf-8", "replace").splitlines())
    return rules.can_fetch("lithograph", url)


def _download(url: str, allowed: bool) -> Fetched:
    """Runs in isolation. trafilatura checks the peer's address after connecting, so a name that changes its address
    between our check and the connection gains nothing; a host allowed by name may not redirect elsewhere."""
    from trafilatura.downloads import fetch_response
    from trafilatura.settings import DEFAULT_CONFIG

    config = configparser.ConfigParser()
    config.read_dict(DEFAULT_CONFIG)
    config["DEFAULT"].update(
        {
            "SSRF_PROTECTION": "off" if allowed else "on",
            "INSECURE_SSL_FALLBACK": "off",
            "MAX_REDIRECTS": "0" if allowed else "2",
            "DOWNLOAD_TIMEOUT": "10",
            "MAX_FILE_SIZE": str(MAX_BYTES),
        }
    )
    response = fetch_response(url, config=config)
    if response is None or response.status != 200 or not response.data:
        status = f"it answers {response.status}" if response is not None else "no answer"
        raise SourceError(f"{url} could not be fetched: {status}")
    headers = {name.lower(): value for name, value in (response.headers or {}).items()}
    return Fetched(url=response.url, content_type=headers.get("content-type", "").lower(), body=response.data)
