"""Input file: a file of the user's, opened so that its faults are told apart from those of the machine.

In goes a path, out comes a stream whose every failing read is the refusal of that input. Whatever else raises an OSError
while an input is read (a full temporary folder, say) is no fault of the input and passes as it is.
"""

from __future__ import annotations

import errno
import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchfloor.errors import Unreadable, Unsafe
from watchfloor.evidence.reason import reason

_OF_THE_MACHINE = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT})
"""What no input can help: too many open files, no memory, no space."""


@contextmanager
def readable() -> Iterator[None]:
    """Raise what the system says of an input within as Unreadable; only calls that touch the input belong in it.

    Raises:
        Unreadable: the input can't be read.
        OSError: the machine can't go on, whatever the input.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _OF_THE_MACHINE:
            raise
        raise Unreadable(
            f"expected a readable input, found that it is not ({reason(error)}); check its name and permissions"
        ) from error


def opened(path: Path) -> io.BufferedReader:
    """The file at `path`, open for reading; every read of it raises as `readable` says.

    Raises:
        Unsafe: it is a device or a pipe, which may never end.
        Unreadable: it can't be opened.
    """
    with readable():
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unsafe("expected a file, found a device or a pipe; save what it gives in a file")
        return io.BufferedReader(_InputFile(path))


class _InputFile(io.FileIO):
    """A file whose failing reads are refusals."""

    def readinto(self, buffer: bytearray | memoryview, /) -> int | None:  # type: ignore[override]  # typeshed's WriteableBuffer has no name at run time
        with readable():
            return super().readinto(buffer)

    def readall(self) -> bytes:
        with readable():
            return super().readall()
