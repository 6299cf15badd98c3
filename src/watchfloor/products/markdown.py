"""Text as Markdown that shows it exactly: nothing of it becomes a heading, a link, a table or HTML.

CommonMark with GitHub's tables and footnotes. In goes any text, out comes one line of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^&@]|:(?=//|\w+:)|(?<=www)\.)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Markdown is read in terminals too, where these move the cursor or rename the window."""
_STARTS_A_BLOCK = re.compile(r"^([-+=:]|\d{1,9}[.)](?=\s|$))")
"""Special only where a line begins: lists, rules, underlined headings."""
_SAFE_IN_URL = "/:?#[]@!$&'*+,;=%~-._"


def escaped(text: str) -> str:
    """The text on one line, with a backslash before every character that Markdown could take for its own.

    Control characters, which no reader shows, are replacement characters.
    """
    flat = _CONTROL.sub("\ufffd", " ".join(text.split()))
    special = _SPECIAL.sub(r"\\\1", flat)
    start = _STARTS_A_BLOCK.match(special)
    return f"{special[: start.end() - 1]}\\{special[start.end() - 1 :]}" if start else special


def link(text: str, url: str) -> str:
    """A link; parentheses, spaces and quotation marks in the address are percent-encoded."""
    return f"[{escaped(text)}]({quote(url, safe=_SAFE_IN_URL)})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table whose cells are Markdown already."""
    return [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows), ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
