"""A stub of an OpenAI-compatible endpoint on this machine, which answers as a test tells it to and remembers what it was asked."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

KEY = "sk-exercise-0123456789"
MODEL = "exercise-model"
EMPTY: dict[str, list[Any]] = {"statements": [], "incidents": [], "positions": [], "figures": []}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the stub sends back: `body` as it is, after `delay` seconds."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0


@dataclass(slots=True)
class Stub:
    """The running stub: where it listens, how it replies, and what it was asked, with the headers."""

    base_url: str
    replies: list[Reply | Callable[[dict[str, Any]], Reply]]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def completion(content: object, *, finish: str = "stop", refusal: str | None = None, usage: bool = True) -> Reply:
    """A chat completion that says `content`, as JSON unless it is text already."""
    text = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    body: dict[str, Any] = {
        "id": "exercise",
        "object": "chat.completion",
        "created": 0,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
    }
    if usage:
        body["usage"] = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    return Reply(body=json.dumps(body).encode())


def claims(**lists: list[dict[str, Any]]) -> Reply:
    """A completion with these claims and no others."""
    return completion({**EMPTY, **lists})


def failure(status: int, message: str = "exercise", code: str | None = None, **headers: str) -> Reply:
    """An error as endpoints word it."""
    body = json.dumps({"error": {"message": message, "type": "exercise", "code": code}}).encode()
    return Reply(status, body, tuple((name.replace("_", "-"), value) for name, value in headers.items()))


@contextmanager
def stub(*replies: Reply | Callable[[dict[str, Any]], Reply]) -> Iterator[Stub]:
    """A stub that gives these replies one after the other, the last one for ever."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        running = Stub(f"http://127.0.0.1:{server.server_port}/v1", list(replies))
        server.exercise = running  # type: ignore[attr-defined]  # the handler's only way to the test
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield running
        finally:
            server.shutdown()


def environment(running: Stub, **more: str) -> dict[str, str]:
    """The variables that name the stub, with as many requests a minute as it likes."""
    return {
        "WATCHFLOOR_LLM_BASE_URL": running.base_url,
        "WATCHFLOOR_LLM_MODEL": MODEL,
        "WATCHFLOOR_LLM_API_KEY": KEY,
        "WATCHFLOOR_LLM_REQUESTS_PER_MINUTE": "1000000",
        **more,
    }


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        running: Stub = self.server.exercise  # type: ignore[attr-defined]
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        running.asked.append(asked)
        running.headers.append({name.lower(): value for name, value in self.headers.items()})
        said = running.replies.pop(0) if len(running.replies) > 1 else running.replies[0]
        reply = said if isinstance(said, Reply) else said(asked)
        time.sleep(reply.delay)
        self.send_response(reply.status)
        for name, value in (("content-type", "application/json"), *reply.headers):
            self.send_header(name, value)
        self.send_header("content-length", str(len(reply.body)))
        self.end_headers()
        try:
            self.wfile.write(reply.body)
        except (BrokenPipeError, ConnectionResetError):
            return  # the client has stopped waiting, as a test of time-outs wants

    def log_message(self, *_: object) -> None:
        """Say nothing."""
