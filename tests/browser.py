"""A real browser for tests: Chromium without a window, spoken to over a pipe in its own protocol (Chrome DevTools Protocol)."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
"""Where the browser is; None where this machine has none."""
_PATIENCE = 60.0
_LAUNCH = """
import fcntl, os, sys
high = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 100) for number in sys.argv[1:3]]
for ours, theirs in zip(high, (3, 4)):
    os.dup2(ours, theirs)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The browser reads its commands from descriptor 3 and answers on 4; this puts them there and becomes the browser."""


class Page:
    """One page of a running browser; `requests` are the addresses that it asked for, `errors` what its scripts raised."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._numbers = itertools.count(1)
        self._session: str | None = None
        self._rest = b""
        self.requests: list[str] = []
        self.errors: list[str] = []

    def open(self, address: str) -> None:
        """Go to `address` in a page of its own."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.ask(f"{domain}.enable")
        self.ask("Page.navigate", url=address)

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return found["result"].get("value")

    def wait(self, script: str) -> float:
        """Seconds until `script` is true.

        Raises:
            AssertionError: it did not become true in a minute.
        """
        began = time.monotonic()
        while not self.evaluate(script):
            assert time.monotonic() - began < _PATIENCE, f"never true: {script}; errors: {self.errors}"
            time.sleep(0.02)
        return time.monotonic() - began

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            extra = {"text": text} if text and kind == "keyDown" else {}
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **extra)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The browser's answer to one command."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == number:
                assert "error" not in heard, heard
                result: dict[str, Any] = heard["result"]
                return result
            self._note(heard)

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            got = os.read(self._receive, 1 << 20)
            assert got, "the browser is gone"
            self._rest += got
        line, self._rest = self._rest.split(b"\0", 1)
        heard: dict[str, Any] = json.loads(line)
        return heard

    def _note(self, heard: dict[str, Any]) -> None:
        if heard.get("method") == "Network.requestWillBeSent":
            self.requests.append(heard["params"]["request"]["url"])
        elif heard.get("method") == "Runtime.exceptionThrown":
            self.errors.append(str(heard["params"]["exceptionDetails"]))


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """A page of a fresh browser whose files lie in `profile`; gone afterwards."""
    assert CHROMIUM is not None
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()
    arguments = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--remote-debugging-pipe",
        f"--user-data-dir={profile}",
    ]
    launch = [sys.executable, "-c", _LAUNCH, str(theirs_in), str(theirs_out), *arguments]
    with subprocess.Popen(
        launch, pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Page(ours_out, ours_in)
        finally:
            process.kill()
            os.close(ours_in)
            os.close(ours_out)
