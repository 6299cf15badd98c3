"""A progress bar on stderr while long work runs, and nothing at all where nobody looks at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import TaskID

    from watchfloor.pipeline import Progress


@contextmanager
def watched(*, quiet: bool) -> Iterator[Progress]:
    """What the walk reports its progress to; a bar that is gone when the work is done."""
    from watchfloor.pipeline import unwatched  # noqa: PLC0415 - see watchfloor.cli

    if quiet or not sys.stderr.isatty():
        yield unwatched
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # rich would send stdout through the bar's console too, and so to stderr.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    with bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int | None = None) -> None:
            if step not in tasks:
                for earlier in tasks.values():
                    bar.update(earlier, visible=False)
                tasks[step] = bar.add_task(step, total=None)
            bar.update(tasks[step], completed=done, total=total)

        yield show
