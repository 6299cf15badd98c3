"""Choice: which reader reads, by the name that a person gives it.

In goes a name of READERS, out comes that Reader. The heavy imports of a reader are made when it is chosen, and only "llm" ever
uses the network.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from watchfloor.model.reading import Reading
    from watchfloor.reading.reader import Reader


READERS = ("trained", "rules", "llm")
"""The readers by name; the first is the one that reads where nobody chooses."""


@runtime_checkable
class Accountable(Protocol):
    """What a reader is, too, whose reading may fail and costs something."""

    def may_be_read(self, reading: Reading) -> bool:
        """Whether an unread document is worth another try."""
        ...

    def failures(self) -> tuple[str, ...]:
        """A line for each document that could not be read."""
        ...

    def account(self) -> tuple[str, ...]:
        """What the reading took, in lines; none where it took nothing."""
        ...


def reader_named(name: str = READERS[0], cache: Path | None = None) -> Reader:
    """The reader of that name; `cache` is the folder in which one that asks elsewhere keeps its answers, None for none.

    Raises:
        ValueError: there is none.
        WatchfloorError: it lacks something that the user can give it.
    """
    if name == "trained":
        from watchfloor.reading.trained import TrainedReader  # noqa: PLC0415 - loads numpy and onnxruntime

        return TrainedReader()
    if name == "rules":
        from watchfloor.reading.rules import RuleReader  # noqa: PLC0415 - loads the word lists

        return RuleReader()
    if name == "llm":
        from watchfloor.reading.llm.endpoint import Endpoint  # noqa: PLC0415 - the same
        from watchfloor.reading.llm.reader import LanguageModelReader  # noqa: PLC0415

        return LanguageModelReader(Endpoint.from_environment(os.environ), cache)
    raise ValueError(f"a reader is one of {', '.join(READERS)}, not {name!r}")
