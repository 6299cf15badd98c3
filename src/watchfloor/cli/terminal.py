"""What goes to the terminal: text from documents made harmless, JSON as UTF-8, one-line notes on stderr.

An article may hold anything, control sequences that move the cursor or rename the window included. Those characters
are shown as escapes. Nothing here reads markup of any kind.
"""

from __future__ import annotations

import io
import json
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

PIPE_WIDTH = 10_000
"""Columns where output goes to a file or another program: enough that a row is a line, as such readers expect."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_REORDERING = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WHITE = re.compile(r"\s+")


def harmless(text: str) -> str:
    """`text` with its line ends and tabs, every other control character as an escape."""
    return _CONTROL.sub(_escape, text.replace("\r\n", "\n"))


def line(text: str) -> str:
    """`text` on one line: white space as single spaces; also the controls that reorder what stands beside them as escapes."""
    return _REORDERING.sub(_escape, harmless(_WHITE.sub(" ", text).strip()))


def put(text: str) -> None:
    """Write `text` to stdout, harmless, ending in a line end."""
    sys.stdout.write(harmless(text if text.endswith("\n") else text + "\n"))


def put_json(value: object, indent: int | None = 1) -> None:
    """Write `value` to stdout as JSON in UTF-8, whatever the terminal's encoding, controls as JSON's own escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    sys.stdout.write(re.sub(r"[\x7f-\x9f\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(line(text) + "\n")


def put_laid_out(*parts: RenderableType, style: str = "") -> None:
    """Write what rich lays out (see `watchfloor.cli.tables`) to stdout; no markup is read, and no line ends in spaces."""
    from rich.console import Console  # noqa: PLC0415 - only commands that print tables load rich

    width = None if sys.stdout.isatty() else PIPE_WIDTH
    screen = Console(width=width, markup=False, emoji=False, highlight=False)
    with screen.capture() as captured:
        for part in parts:
            screen.print(part, style=style)
    for row in captured.get().splitlines():
        sys.stdout.write(row.rstrip() + "\n")


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
