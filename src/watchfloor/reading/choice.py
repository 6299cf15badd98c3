"""Choice: which reader reads, by the name that a person gives it.

In goes a name of READERS, out comes that Reader. The heavy imports of a reader are made when it is chosen.
"""

from __future__ import annotations

from watchfloor.reading.reader import Reader

READERS = ("trained", "rules")
"""The readers by name; the first is the one that reads where nobody chooses."""


def reader_named(name: str = READERS[0]) -> Reader:
    """The reader of that name.

    Raises:
        ValueError: there is none.
    """
    if name == "trained":
        from watchfloor.reading.trained import TrainedReader  # noqa: PLC0415 - loads numpy and onnxruntime

        return TrainedReader()
    if name == "rules":
        from watchfloor.reading.rules import RuleReader  # noqa: PLC0415 - loads the word lists

        return RuleReader()
    raise ValueError(f"a reader is one of {', '.join(READERS)}, not {name!r}")
