"""Guarded network: the transport that pages are fetched through, which connects to public addresses only.

In go httpx requests, out come responses. The host name is resolved here, every address it has is judged, and the connection
goes to an address that was judged: a name that resolves differently a moment later gains nothing. No proxy is used, since
behind one the address could not be judged. One deadline holds for everything that goes through one transport.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from watchfloor.errors import Unsafe
from watchfloor.evidence.address import is_public


class Deadline:
    """A moment that reads, writes and connections must not outlast, `seconds` from when it is made."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def cap(self, timeout: float | None) -> float:
        """The seconds that one operation may take, at most `timeout`.

        Raises:
            httpcore.ReadTimeout: none are left.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time allowed for one page is over")
        return left if timeout is None else min(left, timeout)


class GuardedTransport(httpx.BaseTransport):
    """An httpx transport over a guarded backend; the pool's exceptions come through as httpcore raises them."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        backend = GuardedBackend(deadline, allow_private=allow_private)
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request` and return the response with its body unread."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        inner = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        response = self._pool.handle_request(inner)
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to the address it has judged, and nowhere else."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to `host`.

        Raises:
            Unsafe: one of its addresses is not public.
            httpcore.ConnectError: it has no address, or none answers.
        """
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._judged(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._deadline.cap(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _DeadlineStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the interface's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - the interface's signature
    ) -> httpcore.NetworkStream:
        """Never: a socket of this machine is no page.

        Raises:
            Unsafe: always.
        """
        raise Unsafe(f"expected a public address, found the local socket {path}; it is never read")

    def _judged(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} can't be resolved") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise Unsafe(f"expected a public address, found {host} at {private[0]}; use --allow-private if you mean it")
        return addresses


class _DeadlineStream(httpcore.NetworkStream):
    """A connection whose every operation ends with the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cap(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _DeadlineStream(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.cap(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
