"""Aligned columns and passages with marked words, for the terminal.

In goes text from documents, out go rich renderables in which it is text and nothing else: no markup is read from it, no
control character left in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from watchfloor.cli.terminal import line

MARK = ("[[", "]]")
"""Stand around marked words, so that they are seen without colour too."""


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """A table with a row of headings; numbers stand to the right."""
    cells = [list(row) for row in rows]
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for column, heading in enumerate(headings):
        numbers = bool(cells) and all(isinstance(row[column], int) for row in cells)
        grid.add_column(Text(heading), justify="right" if numbers else "left", overflow="fold")
    for row in cells:
        grid.add_row(*(Text(line("" if cell is None else str(cell))) for cell in row))
    return grid


def facts(pairs: Iterable[tuple[str, object]]) -> Table:
    """Names and values side by side, those without a value left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        if value not in (None, ""):
            grid.add_row(Text(name), Text(line(str(value))))
    return grid


def marked(pieces: Iterable[tuple[str, bool]]) -> Text:
    """Text on one line, made of pieces of which some are marked."""
    whole = Text()
    for text, is_marked in pieces:
        # `line` strips the space that stands between two pieces.
        if text[:1].isspace() and whole.plain[-1:].strip():
            whole.append(" ")
        words = line(text)
        if words:
            whole.append(f"{MARK[0]}{words}{MARK[1]}" if is_marked else words, style="bold" if is_marked else "")
            whole.append(" " if text[-1:].isspace() else "")
    return whole
