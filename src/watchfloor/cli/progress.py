"""Progress on stderr while long work runs: a bar on a terminal, a plain line now and then in a log.

In go the steps of the walk as they are done, out come a bar or lines. Short work says nothing to a log, and whoever asked for
quiet hears nothing at all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from watchfloor.cli.terminal import note

if TYPE_CHECKING:
    from rich.progress import TaskID

    from watchfloor.pipeline import Progress

LONG = 10.0
"""Seconds after which a log is told that work goes on; what ends before needs no word."""
EVERY = 5.0
"""Seconds between two lines in a log from then on."""
_REDRAWN = 0.1
"""Seconds between two looks at the bar, which rich draws ten times a second; a million calls would take minutes."""


@contextmanager
def watched(*, quiet: bool) -> Iterator[Progress]:
    """What the walk reports its progress to; a bar that is gone when the work is done, or lines that stay."""
    if quiet:
        from watchfloor.pipeline import unwatched  # noqa: PLC0415 - see watchfloor.cli

        yield unwatched
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield Lines()


class Lines:
    """A line for a log every few seconds, once the work has taken long; made when the work begins."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._due = clock() + LONG

    def __call__(self, step: str, done: int, total: int | None = None, /) -> None:
        """Say how far the work is, if a line is due."""
        now = self._clock()
        if now >= self._due:
            self._due = now + EVERY
            note(f"{step}: {done:,}" + (f" of {total:,}" if total is not None else "") + " done")


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415 - see watchfloor.cli
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # rich would send stdout through the bar's console too, and so to stderr.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    with bar:
        tasks: dict[str, TaskID] = {}
        due = 0.0

        def show(step: str, done: int, total: int | None = None) -> None:
            nonlocal due
            if step not in tasks:
                for earlier in tasks.values():
                    bar.update(earlier, visible=False)
                tasks[step] = bar.add_task(step, total=None)
            elif done != total and monotonic() < due:
                return
            due = monotonic() + _REDRAWN
            bar.update(tasks[step], completed=done, total=total)

        yield show
