"""The edge of the process: what leaves a command becomes one line for the user and an exit code.

In come exceptions, out go 0; 1 for what the user can act on; 130 for Ctrl-C; 141, like any program, where the reader of
a pipe went away. Wrong usage (2) is typer's own; refused inputs (3) the commands raise themselves.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from watchfloor.cli.terminal import note
from watchfloor.errors import WatchfloorError

FAILED = 1
SOME_REFUSED = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


class Interrupted(KeyboardInterrupt):
    """Ctrl-C within a command that knows what is kept, and says so in its message."""


class Edge(TyperGroup):
    """The group of all commands, around which nothing but exit codes gets out."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; see the module for what becomes of exceptions."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except WatchfloorError as error:
            note(str(error))
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:
            note(str(error) or "Stopped.")
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            _forget_output()
            raise typer.Exit(PIPE_CLOSED) from error
        except OSError as error:
            _forget_output()
            note(f"{error.filename or 'The output'} can't be written or read: {error.strerror or error}.")
            raise typer.Exit(FAILED) from error
        return result


def _forget_output() -> None:
    """Send what is still buffered nowhere, so that Python does not try to write it again on leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
