"""Status: how a document presents an event that its words name.

In goes the text, the clause in which the words stand, and the words; out comes whether the event is told as having
occurred, alleged, planned, hypothetical or denied. Who alleges or denies it is not decided here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchfloor.model.claim import Status
from watchfloor.reading.event.doubt import is_parted
from watchfloor.reading.text.phrase import Phrases, compiled

_REACH = 70
"""Characters before an event's words in which a word about its status is taken to be about them: some ten words, about the length
of an English clause."""


@dataclass(frozen=True, slots=True)
class _Table:
    status: Status
    before: Phrases | None
    after: Phrases | None
    unless: Phrases | None

    def fits(self, text: str, ahead: tuple[int, int], behind: tuple[int, int]) -> bool:
        """Whether a phrase stands in front of the event (`ahead`) or behind it, and none that rules it out."""
        before, after = text[slice(*ahead)], text[slice(*behind)]
        if self.unless and (self.unless.search(before) or self.unless.search(after)):
            return False
        # "Asked whether it was so, he said that …": what is behind the comma is no longer asked.
        told = self.before.finditer(before) if self.before else ()
        return any(not is_parted(before, hit.end(), len(before)) for hit in told) or bool(
            self.after and self.after.search(after)
        )


def status(text: str, within: tuple[int, int], start: int, end: int, prior: Status = Status.OCCURRED) -> Status:
    """How the event named by characters `start` to `end` is presented `within` that stretch; `prior` where nothing says."""
    ahead = (max(within[0], start - _REACH), start)
    behind = (end, min(within[1], end + _REACH))
    return next((table.status for table in _tables() if table.fits(text, ahead, behind)), prior)


@cache
def _tables() -> tuple[_Table, ...]:
    lexicon = tomllib.loads(files("watchfloor.reading.lexicon").joinpath("status.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = lexicon["words"]

    def pattern(row: dict[str, list[str]], side: str) -> Phrases | None:
        return compiled(row[side], words) if side in row else None

    return tuple(
        _Table(Status(row["status"]), pattern(row, "before"), pattern(row, "after"), pattern(row, "unless"))
        for row in lexicon["table"]
    )
