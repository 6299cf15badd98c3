"""Serving: the explore page on this machine's own address, until it is stopped.

In goes an Explorer and a port, out comes nothing; whoever asks is told the address once it answers.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from threading import Thread

from watchfloor.errors import ScenarioError
from watchfloor.web.explore import application, vega
from watchfloor.web.probe import Explorer

HOST = "127.0.0.1"
"""This machine and no other: the page has no users and no password."""


def serve(explorer: Explorer, port: int, tell: Callable[[str], None]) -> None:
    """Serve until Ctrl-C.

    Raises:
        ScenarioError: uvicorn is not installed, or the port is taken.
    """
    try:
        import uvicorn  # noqa: PLC0415 - optional: comes with watchfloor[posture]
    except ImportError as error:
        raise ScenarioError("This page needs uvicorn. Install it with: pip install 'watchfloor[posture]'") from error
    made = application(explorer)
    server = uvicorn.Server(uvicorn.Config(made, log_level="warning", access_log=False, lifespan="off"))
    with _listening(port) as listener:
        # Made while the page is being looked at, so that the first charts don't wait for it.
        Thread(target=vega, daemon=True).start()
        tell(f"http://{HOST}:{listener.getsockname()[1]}/")
        server.run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        # From here on a browser waits for its answer and is not turned away.
        listener.listen()
    except OSError as error:
        listener.close()
        raise ScenarioError(
            f"Port {port} is taken or not allowed ({error.strerror}); name another with --port."
        ) from error
    return listener
