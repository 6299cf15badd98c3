"""WARC bytes: the unpacked bytes of a web archive, none of whose lines and headers can fill the memory.

In goes an open file, out come the bytes that warcio makes records of. What warcio would only tell the terminal, and then
take for the end of the file (packed bytes that are spoiled or break off), is an error here. Records are for `warc`.
"""

from __future__ import annotations

import zlib

from warcio.bufferedreaders import DecompressingBufferedReader

from watchfloor.evidence.limits import MAX_UNPACKED

MAX_LINE = 262_144
"""Bytes of one header line; the longest that browsers take is a 256 KiB header, and a packed megabyte can hold a line of gigabytes."""
MAX_HEADERS = 2_000_000
"""Bytes of all header lines of one record."""


class WarcBytes(DecompressingBufferedReader):  # type: ignore[misc]  # warcio ships no types
    """A reader that warcio's iterator takes in the place of its own.

    Every method raises ValueError where the archive is over a limit, and zlib.error where its packed bytes are spoiled or break off.
    """

    _lines = 0
    _packed = False

    def begin_record(self) -> None:
        """Count the bytes of header lines from here on."""
        self._lines = 0

    def readline(self, length: int | None = None) -> bytes:
        """The next line, at most `length` bytes of it."""
        line: bytes = super().readline(min(length or MAX_LINE, MAX_LINE))
        self._lines += len(line)
        if len(line) >= MAX_LINE or self._lines > MAX_HEADERS:
            raise ValueError("a header without end")
        return line

    def _process_read(self, data: bytes) -> None:
        if not data and self._packed and self.decompressor and not self.decompressor.eof:
            raise zlib.error("its packed bytes break off")
        self._packed = self._packed or bool(data)
        super()._process_read(data)
        if self.num_read > MAX_UNPACKED:
            raise ValueError(f"over {MAX_UNPACKED / 1e9:g} GB unpacked")

    def _decompress(self, data: bytes) -> bytes:
        # The first read decides whether the file is packed at all; warcio's own way of asking is left as it is.
        if self.decompressor and data and self.num_block_read:
            unpacked: bytes = self.decompressor.decompress(data)
            return unpacked
        first: bytes = super()._decompress(data)
        return first
