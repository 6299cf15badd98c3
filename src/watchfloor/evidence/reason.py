"""Reason: what an error says, short and on one line, for a message of our own.

In goes an error of a library or the system, out come its words. What to do about it is for whoever raises the message.
"""

from __future__ import annotations

from watchfloor.evidence.metadata import printable

MAX_LENGTH = 120
"""Characters; what libraries say beyond them repeats the input."""


def reason(error: BaseException) -> str:
    """What went wrong: the system's own words, else the error's, else its name."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return printable(" ".join(said.split()))[:MAX_LENGTH] or type(error).__name__
