"""Fetch: a page from the network, politely and safely.

In goes an http(s) address, out come the page's bytes and what the server says they are. Every hop of a redirect is checked
anew: scheme, address, robots.txt. Nothing behind a login is fetched, no cookie kept, no script run.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from watchfloor import __version__
from watchfloor.errors import TooLarge, Unfetched, Unsafe
from watchfloor.evidence.reason import reason
from watchfloor.evidence.robots import Robots, robots

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"Watchfloor/{__version__} (reads news articles on request; respects robots.txt)"
_MAX_ROBOTS = 512_000
"""Bytes of a robots.txt that are read; RFC 9309, section 2.5, asks for at least 500 KiB."""
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, text/plain;q=0.8, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What a fetch may do: reach private addresses, how long it may take, how much it may read.

    `timeout` is for one operation (connecting, one read), `deadline` for a page with all its redirects, both in seconds;
    `max_bytes` counts what the body is once unpacked.
    """

    allow_private: bool = False
    timeout: float = 15.0
    deadline: float = 60.0
    max_bytes: int = 10_000_000
    max_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched body: the address it came from in the end, its media type and the charset the server declares."""

    url: str
    raw: bytes
    media_type: str
    charset: str | None


class Fetcher:
    """Fetches pages under one policy, and asks each site for its robots.txt once."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._robots: dict[str, Robots] = {}

    def fetch(self, url: str) -> Page:
        """The page at `url`.

        Raises:
            Unfetched: the address is none, the network, the server or robots.txt said no, or it took too long.
            Unsafe: the address is not public, or not http(s).
            TooLarge: the body is over the limit.
        """
        with self._client(url) as client:
            return self._follow(client, url)

    @contextmanager
    def _client(self, url: str) -> Iterator[httpx.Client]:
        # Here and not above: the network is seldom needed and takes long to load.
        import httpcore  # noqa: PLC0415
        import httpx  # noqa: PLC0415

        from watchfloor.evidence.guarded_network import Deadline, GuardedTransport  # noqa: PLC0415

        began = monotonic()
        transport = GuardedTransport(Deadline(self._policy.deadline), allow_private=self._policy.allow_private)
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
        try:
            with httpx.Client(
                transport=transport, headers=headers, timeout=self._policy.timeout, trust_env=False
            ) as client:
                yield client
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise Unfetched(
                f"expected {_host(url)} to answer, found it too slow (given up after {monotonic() - began:.0f} s); try again later"
            ) from error
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
            UnicodeError,  # a host that is written as no name can be
            OSError,
        ) as error:
            raise Unfetched(
                f"expected a page, found that {_host(url)} can't be read ({reason(error)}); check the address"
            ) from error

    def _follow(self, client: httpx.Client, url: str) -> Page:
        for _ in range(self._policy.max_redirects + 1):
            _check(url)
            if not self._rules(url).allows(url):
                raise Unfetched(
                    f"expected a page that may be read, found that the robots.txt of {_host(url)} forbids it; save it by hand instead"
                )
            with client.stream("GET", url) as response:
                target = _redirect(response)
                if target is None:
                    if response.status_code != 200:  # noqa: PLR2004 - HTTP's OK
                        raise Unfetched(
                            f"expected a page, found status {response.status_code} from {_host(url)}; check the address"
                        )
                    media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
                    return Page(url, _body(response, self._policy.max_bytes), media_type, response.charset_encoding)
                url = _joined(url, target)
            client.cookies.clear()
        raise Unfetched(
            f"expected a page, found more than {self._policy.max_redirects} redirects; give the address they end at"
        )

    def _rules(self, url: str) -> Robots:
        parts = urlsplit(url)
        site = f"{parts.scheme.lower()}://{parts.netloc.lower()}"
        if site not in self._robots:
            with self._client(url) as client:
                self._robots[site] = self._read_robots(client, f"{site}/robots.txt")
        return self._robots[site]

    def _read_robots(self, client: httpx.Client, url: str) -> Robots:
        for _ in range(self._policy.max_redirects + 1):
            _check(url)
            with client.stream("GET", url) as response:
                target = _redirect(response)
                if target is None:
                    if response.status_code >= 500:  # noqa: PLR2004 - RFC 9309: a server's failure forbids, a 4xx allows
                        raise Unfetched(
                            f"expected the robots.txt of {_host(url)}, found status {response.status_code}; try again later"
                        )
                    if response.status_code != 200:  # noqa: PLR2004 - HTTP's OK
                        return Robots()
                    return robots(_body(response, _MAX_ROBOTS, cut=True).decode("utf-8", "replace"))
                url = _joined(url, target)
        return Robots()


def _check(url: str) -> None:
    """Refuse what is no address of a public page, before anything is resolved."""
    try:
        parts = urlsplit(url)
        has_host, _ = bool(parts.hostname), parts.port
    except ValueError as error:
        raise Unfetched(f"expected an address, found {url[:80]!r}; check it") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise Unsafe(f"expected an http or https address, found {parts.scheme[:20]!r}; no other is fetched")
    if parts.username is not None or parts.password is not None:
        raise Unsafe(f"expected an address without a login, found one for {_host(url)}; nothing behind a login is read")
    if not has_host:
        raise Unfetched(f"expected an address with a host, found {url[:80]!r}; check it")


def _joined(url: str, target: str) -> str:
    """The address that a redirect from `url` leads to."""
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise Unfetched(
            f"expected {_host(url)} to lead to an address, found that it leads to {target[:80]!r}; check it"
        ) from error


def _redirect(response: httpx.Response) -> str | None:
    return response.headers.get("location") if response.status_code in {301, 302, 303, 307, 308} else None


def _body(response: httpx.Response, limit: int, *, cut: bool = False) -> bytes:
    """The body once unpacked, read no further than one byte over `limit`, and cut there if `cut`."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in {"", "identity", "gzip", "x-gzip"}:
        raise Unfetched(f"expected a plain or gzip body, found {packing[:20]!r}; save the page by hand instead")
    inflate = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    body = bytearray()
    for chunk in response.iter_raw():
        try:
            # Never more than the limit at once: a kilobyte of gzip can hold a megabyte.
            body += inflate.decompress(chunk, limit + 1 - len(body)) if inflate else chunk
        except zlib.error as error:
            raise Unfetched("expected a gzip body as the server says, found something else; try again later") from error
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise TooLarge(f"expected at most {limit / 1e6:g} MB, found more; save the part you need in a file")
    if inflate and not inflate.eof:
        raise Unfetched("expected a whole gzip body, found one that breaks off; try again later")
    return bytes(body)


def _host(url: str) -> str:
    """The host in `url` as messages name it; never the login that may stand before it."""
    return url.partition("://")[2].partition("/")[0].rpartition("@")[2][:80] or "the address"
