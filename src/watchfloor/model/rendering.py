"""Rendering: two documents that tell one text in other words, as two translations of one interview do."""

from __future__ import annotations

from dataclasses import dataclass

from watchfloor.model.span import Span


@dataclass(frozen=True, slots=True)
class Rendering:
    """Two documents that are one source although they share no text; both are kept, and counted once.

    `share` in 0..1 is how much of the statements of both stands in the other too, in the same order. `why` says what was compared and counted; `spans` are
    the words in which one says that it is translated, if it does, and the quotations that mean the same in other words, that of `first` before that of
    `second`. `first` is the earlier or, where no date is known, the one whose id sorts first.
    """

    first: str
    second: str
    share: float
    why: str
    spans: tuple[Span, ...]
