"""Intake: whatever the user gives, paths and addresses, to exhibits.

In go files, folders, zip archives, WARCs and http(s) addresses; out come, one by one and in a fixed order, the exhibits found in
them, a Refusal for whatever is not taken and a Repeat for bytes met before, which are one document. One bad input never stops
the others. Nothing is stored here, and no more than one document is held in memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from watchfloor.errors import NoArticle, Refused, TooLarge, Unreadable
from watchfloor.evidence import folder, input_file
from watchfloor.evidence.exhibit import Acquired, Refusal, Repeat, Source
from watchfloor.evidence.fetch import Fetcher, FetchPolicy
from watchfloor.evidence.format import HEAD, WHOLE, Format, by_content, by_media_type, by_name
from watchfloor.evidence.limits import MAX_DOCUMENT
from watchfloor.evidence.metadata import Metadata, printable
from watchfloor.evidence.register import Register
from watchfloor.evidence.sidecar import is_sidecar

_STREAMED = frozenset({Format.JSONL, Format.ZIP, Format.WARC})
"""Formats that are read piece by piece, so that the file may be of any size."""


def acquire(inputs: Iterable[str], *, fetch: FetchPolicy, now: datetime) -> Iterator[Acquired]:
    """What becomes of `inputs`: exhibits, refusals and repeats in their order; `now`, with its zone, is when they are acquired.

    A line that refuses the same for the same reason is given once.

    Raises:
        OSError: the machine can't go on, whatever the input; what was given out before holds.
    """
    intake = _Intake(Fetcher(fetch), now, Register())
    refused: set[Refusal] = set()
    for given in inputs:
        for found in _safely(given, intake.acquired(given)):
            if isinstance(found, Refusal):
                # Names in archives and sidecars are anyone's: none may break a line or speak to the terminal.
                refusal = Refusal(printable(found.origin), printable(found.reason))
                if refusal not in refused:
                    refused.add(refusal)
                    yield refusal
            else:
                yield found if isinstance(found, Repeat) else intake.register.enter(found)


def _safely(origin: str, found: Iterator[Acquired]) -> Iterator[Acquired]:
    """What `found` gives, with a Refusal at its end in place of an error."""
    try:
        yield from found
    except Refused as error:
        yield Refusal(origin, str(error))


@dataclass(frozen=True, slots=True)
class _Intake:
    """One call of `acquire`: how it fetches, when it is, and what it has given out."""

    fetcher: Fetcher
    now: datetime
    register: Register

    def acquired(self, given: str) -> Iterator[Acquired]:
        """What one input of the user's holds."""
        if "://" in given[:20]:
            yield from self._fetched(given)
            return
        if "\x00" in given or not given:
            raise NoArticle("expected a path or an address, found none; give a file, a folder or a URL")
        path = Path(given)
        with input_file.readable():
            is_folder, exists = path.is_dir(), path.exists()
        if is_folder:
            for found in folder.files(path, self.now):
                yield from [found] if isinstance(found, Refusal) else _safely(str(found.path), self._listed(found))
        elif is_sidecar(path.name):
            raise NoArticle(
                "expected an article, found a sidecar, which is read with the file it belongs to; give that file"
            )
        elif not exists:
            raise NoArticle("expected a file, a folder or a URL, found nothing of that name; check it")
        else:
            metadata, refusals = folder.beside(path, self.now)
            yield from refusals
            yield from self._file(path, by_name(path.name), Source(given, self.now, metadata))

    def _fetched(self, url: str) -> Iterator[Acquired]:
        page = self.fetcher.fetch(url)
        kind = by_media_type(page.media_type, page.raw[:HEAD])
        # The address of a feed is not the address of its entries.
        known = Metadata(url=page.url) if kind in WHOLE else Metadata()
        yield from self._opened(page.raw, kind, Source(url, self.now, known), page.charset)

    def _listed(self, found: folder.Found) -> Iterator[Acquired]:
        """What a file of a folder holds; there an unknown ending means that it was not made for this reader."""
        kind = by_name(found.path.name)
        if kind is None:
            raise _unknown(found.path.suffix)
        yield from self._file(found.path, kind, Source(str(found.path), self.now, found.metadata))

    def _file(self, path: Path, kind: Format | None, source: Source) -> Iterator[Acquired]:
        with input_file.opened(path) as stream:
            kind = kind or by_content(stream.peek(HEAD)[:HEAD])
            size = os.fstat(stream.fileno()).st_size
            if kind not in _STREAMED and size > MAX_DOCUMENT:
                raise TooLarge(
                    f"expected at most {MAX_DOCUMENT / 1e6:g} MB, found {size / 1e6:.0f} MB; split it into articles"
                )
            yield from self._streamed(stream, kind, source)

    def _streamed(self, stream: BinaryIO, kind: Format, source: Source) -> Iterator[Acquired]:
        from watchfloor.evidence.article_json import article_jsonl  # noqa: PLC0415 - keeps the command line quick
        from watchfloor.evidence.warc import warc  # noqa: PLC0415 - as above

        match kind:
            case Format.ZIP:
                yield from self._archived(stream, source)
            case Format.WARC:
                yield from warc(stream, source, self.register.repeats)
            case Format.JSONL:
                yield from article_jsonl(stream, source, self.register.repeats)
            case _:
                raw = stream.read(MAX_DOCUMENT + 1)
                if len(raw) > MAX_DOCUMENT:
                    raise TooLarge(f"expected at most {MAX_DOCUMENT / 1e6:g} MB, found more; split it into articles")
                yield from self._opened(raw, kind, source)

    def _archived(self, stream: BinaryIO, source: Source) -> Iterator[Acquired]:
        from watchfloor.evidence.archive import Archive, members, sidecars  # noqa: PLC0415 - as above

        archive = Archive(stream)
        known, faults = sidecars(archive, source.fetched_at)
        yield from (Refusal(f"{source.origin}/{name}", fault) for name, fault in faults)
        empty = True
        for member in members(archive):
            empty = False
            origin = f"{source.origin}/{member.path}"
            kind = by_name(member.path.name)
            if isinstance(member.content, Refused):
                yield Refusal(origin, str(member.content))
            elif kind is None:
                yield Refusal(origin, str(_unknown(member.path.suffix)))
            else:
                metadata = known.get(member.path, Metadata()).over(source.metadata)
                yield from _safely(origin, self._opened(member.content, kind, Source(origin, self.now, metadata)))
        if empty:
            raise NoArticle(
                "expected an archive with articles, found none in it; give one with .txt, .html or another kind that is read"
            )

    def _opened(self, raw: bytes, kind: Format, source: Source, charset: str | None = None) -> Iterator[Acquired]:
        from watchfloor.evidence.opening import opened  # noqa: PLC0415 - as above

        yield from opened(raw, kind, source, charset, self.register.repeats)


def _unknown(suffix: str) -> Unreadable:
    ending = f"a file ending in {suffix[:12]!r}" if suffix else "a file without an ending"
    return Unreadable(
        f"expected .txt, .md, .html, .json, .jsonl, .xml, .zip or .warc, found {ending}; save its text as .txt"
    )
