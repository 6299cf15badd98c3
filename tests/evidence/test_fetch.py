"""Fetching from real servers on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from evidence_samples import page, take
from watchfloor.errors import TooLarge, Unfetched, Unsafe
from watchfloor.evidence.fetch import USER_AGENT, Fetcher, FetchPolicy

_OPEN = FetchPolicy(allow_private=True, timeout=2, deadline=4)


class _Site(BaseHTTPRequestHandler):
    """A site whose pages are functions; it keeps what was asked of it."""

    pages: dict[str, Callable[[_Site], None]]
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("User-Agent", "")))
        page = self.pages.get(self.path)
        if page is None:
            self.answer(b"", status=404)
        else:
            page(self)

    def answer(
        self, body: bytes, *, status: int = 200, media_type: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: a test's output is its result."""


@contextmanager
def _served(
    pages: dict[str, Callable[[_Site], None]], host: str = "127.0.0.1"
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    asked: list[tuple[str, str]] = []
    handler = type("Site", (_Site,), {"pages": pages, "asked": asked})
    server = ThreadingHTTPServer((host, 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://{host}:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def _to(target: str) -> Callable[[_Site], None]:
    return lambda site: site.answer(b"", status=302, Location=target)


def test_page_is_fetched_politely() -> None:
    """One request for robots.txt and one for the page, both under the project's name; robots.txt is asked for once a site."""
    with _served({"/a": lambda site: site.answer(b"one"), "/b": lambda site: site.answer(b"two")}) as (site, asked):
        fetcher = Fetcher(_OPEN)
        got = fetcher.fetch(f"{site}/a")
        assert (got.raw, got.media_type, got.charset, got.url) == (b"one", "text/html", "utf-8", f"{site}/a")
        assert fetcher.fetch(f"{site}/b").raw == b"two"
    assert asked == [("/robots.txt", USER_AGENT), ("/a", USER_AGENT), ("/b", USER_AGENT)]
    assert "watchfloor" in USER_AGENT.lower()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"],  # noqa: S104 - refused, not bound
)
def test_private_addresses_are_refused(host: str) -> None:
    """However loopback is written, nothing is asked of it unless that is allowed."""
    with _served({"/a": lambda site: site.answer(b"secret")}) as (site, asked):
        port = site.rpartition(":")[2]
        with pytest.raises((Unsafe, Unfetched)):
            Fetcher(FetchPolicy(timeout=2, deadline=4)).fetch(f"http://{host}:{port}/a")
    assert asked == []


def test_the_address_connected_to_is_the_one_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when judged and private a moment later reaches nothing private."""
    answers = iter(["192.0.2.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"])
    asked_for: list[str] = []

    def resolver(_host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked_for.append(next(answers))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (asked_for[-1], port))]

    connected: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("watchfloor.evidence.guarded_network.is_public", lambda address: address == "192.0.2.1")
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(Unfetched):
        Fetcher(FetchPolicy(timeout=1, deadline=2)).fetch("http://rebinding.example/a")
    assert {address for address, _ in connected} == {"192.0.2.1"}


def test_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a public and a private address is refused as a whole."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(Unsafe, match=r"10\.0\.0\.1"):
        Fetcher(FetchPolicy(timeout=1, deadline=2)).fetch("http://mixed.example/a")


def test_redirects_are_followed_and_counted() -> None:
    """Five redirects are followed, a sixth is not; the address is the last one's."""
    pages = {f"/{n}": _to(f"/{n + 1}") for n in range(10)}
    with _served({**pages, "/5": lambda site: site.answer(b"end")}) as (site, _):
        assert Fetcher(_OPEN).fetch(f"{site}/0").url == f"{site}/5"
    with _served(pages) as (site, _), pytest.raises(Unfetched, match="5 redirects"):
        Fetcher(_OPEN).fetch(f"{site}/0")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://post.example/a", "javascript:alert(1)", "http://user:word@127.0.0.1/"]
)
def test_redirect_to_another_scheme_or_a_login_is_refused(target: str) -> None:
    """Every hop is checked like the first."""
    with _served({"/a": _to(target)}) as (site, _), pytest.raises((Unsafe, Unfetched)):
        Fetcher(_OPEN).fetch(f"{site}/a")


def test_redirect_into_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that sends on to a private address gets nothing from there."""
    monkeypatch.setattr("watchfloor.evidence.guarded_network.is_public", lambda address: address == "127.0.0.2")
    with (
        _served({"/inside": lambda site: site.answer(b"secret")}) as (inside, asked),
        _served({"/a": _to(f"{inside}/inside")}, "127.0.0.2") as (site, asked_outside),
        pytest.raises(Unsafe, match=r"127\.0\.0\.1"),
    ):
        Fetcher(FetchPolicy(timeout=2, deadline=4)).fetch(f"{site}/a")
    assert asked == []
    assert [path for path, _ in asked_outside] == ["/robots.txt", "/a"]


def test_robots_txt_is_obeyed() -> None:
    """A page that robots.txt forbids is not asked for, also as the target of a redirect."""
    forbid = b"User-agent: *\nDisallow: /closed"
    pages = {"/robots.txt": lambda site: site.answer(forbid, media_type="text/plain"), "/a": _to("/closed")}
    with _served(pages) as (site, asked):
        for path in ("/closed", "/a"):
            with pytest.raises(Unfetched, match=r"robots\.txt"):
                Fetcher(_OPEN).fetch(site + path)
        assert "/closed" not in [path for path, _ in asked]


def test_robots_txt_that_fails_forbids() -> None:
    """A server that can't give its robots.txt is left alone."""
    with (
        _served({"/robots.txt": lambda site: site.answer(b"", status=503), "/a": lambda site: site.answer(b"x")}) as (
            site,
            _,
        ),
        pytest.raises(Unfetched, match="503"),
    ):
        Fetcher(_OPEN).fetch(f"{site}/a")


def test_body_over_the_limit_is_refused() -> None:
    """A body is read no further than the limit, whether it is large or packed small."""
    policy = FetchPolicy(allow_private=True, timeout=2, deadline=4, max_bytes=100_000)
    bomb = gzip.compress(bytes(20_000_000))
    pages = {
        "/large": lambda site: site.answer(b"x" * 100_001),
        "/bomb": lambda site: site.answer(bomb, Content_Encoding="gzip"),
        "/fits": lambda site: site.answer(gzip.compress(b"x" * 100_000), Content_Encoding="gzip"),
    }
    assert len(bomb) < 100_000
    with _served(pages) as (site, _):
        for path in ("/large", "/bomb"):
            with pytest.raises(TooLarge, match=r"0\.1 MB"):
                Fetcher(policy).fetch(site + path)
        assert len(Fetcher(policy).fetch(f"{site}/fits").raw) == 100_000


def test_a_server_that_hangs_is_told_with_the_time_it_took() -> None:
    """The line names the seconds that passed and not those that would have been allowed for more."""
    over = threading.Event()

    def hangs(_site: _Site) -> None:
        over.wait(10)

    with _served({"/hangs": hangs}) as (site, _):
        _, (refusal,) = take(f"{site}/hangs", policy=FetchPolicy(allow_private=True, timeout=1.0, deadline=40.0))
        over.set()
    assert "given up after 1 s" in refusal.reason
    assert "40" not in refusal.reason.replace(site.removeprefix("http://"), "")


def test_slow_drip_ends_with_the_deadline() -> None:
    """A server that sends a byte now and then does not hold a fetch beyond its deadline."""

    def drip(site: _Site) -> None:
        site.send_response(200)
        site.send_header("Content-Type", "text/html")
        site.end_headers()
        for _ in range(60):
            site.wfile.write(b"x")
            site.wfile.flush()
            time.sleep(0.1)

    with _served({"/a": drip}) as (site, _):
        began = time.monotonic()
        with pytest.raises(Unfetched, match="too slow"):
            Fetcher(FetchPolicy(allow_private=True, timeout=1, deadline=0.6)).fetch(f"{site}/a")
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://", Unfetched),
        ("http://[::1", Unfetched),
        ("http://a:99999/", Unfetched),
        ("http://a b/", Unfetched),
        ("gopher://post.example/", Unsafe),
        ("http://me:word@post.example/", Unsafe),
    ],
)
def test_what_is_no_address_is_refused(url: str, error: type[Exception]) -> None:
    """A broken address, another scheme or a login gives one clear line without the password."""
    with pytest.raises(error) as caught:
        Fetcher(_OPEN).fetch(url)
    assert "word" not in str(caught.value)


def test_failures_are_one_line() -> None:
    """A page that is not there, an unknown packing, and a server that talks nonsense are refused in one line."""
    pages = {
        "/br": lambda site: site.answer(b"x", Content_Encoding="br"),
        "/gz": lambda site: site.answer(b"x", Content_Encoding="gzip"),
    }
    with _served(pages) as (site, _):
        for path in ("/none", "/br", "/gz"):
            with pytest.raises(Unfetched) as caught:
                Fetcher(_OPEN).fetch(site + path)
            assert "\n" not in str(caught.value)


def test_article_comes_in_by_its_address() -> None:
    """An address given as input becomes a document with that address; a refused one becomes a refusal."""
    with _served({"/a": lambda site: site.answer(page().encode())}) as (site, _):
        exhibits, refusals = take(f"{site}/a", f"{site}/none", policy=_OPEN)
        assert [one.document.url for one in exhibits] == [f"{site}/a"]
        assert [one.origin for one in refusals] == [f"{site}/none"]
        closed, refused = take(f"{site}/a")
    assert closed == []
    assert "--allow-private" in refused[0].reason


def test_pdf_by_address_is_refused_by_its_type() -> None:
    """A kind that is not read is named."""
    with _served({"/a.pdf": lambda site: site.answer(b"%PDF-1.7", media_type="application/pdf")}) as (site, _):
        _, refusals = take(f"{site}/a.pdf", policy=_OPEN)
    assert "application/pdf" in refusals[0].reason


@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
@pytest.mark.parametrize("target", ["http://[nowhere", "http://xn--/", "http://a..b/", "http://" + "a" * 300 + "/"])
def test_redirect_to_no_address_is_one_line(path: str, target: str) -> None:
    """A site that leads to what is no address, from a page or from its robots.txt, is refused like any other."""
    with _served({path: _to(target)}) as (site, _), pytest.raises(Unfetched, match=r"expected .* found .*; check"):
        Fetcher(_OPEN).fetch(f"{site}/a")


def test_no_cookie_is_carried_along() -> None:
    """What a site sets while it redirects is not sent back to it."""
    sent: list[str | None] = []

    def counted(site: _Site) -> None:
        sent.append(site.headers.get("Cookie"))
        site.answer(b"one")

    with _served(
        {"/a": lambda site: site.answer(b"", status=302, Location="/b", Set_Cookie="who=you"), "/b": counted}
    ) as (site, _):
        assert Fetcher(_OPEN).fetch(f"{site}/a").raw == b"one"
    assert sent == [None]
