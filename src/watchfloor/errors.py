"""The vocabulary of what can go wrong, for the person who reads the message.

Every error that a user can meet descends from WatchfloorError; its text says what was expected, what was
found and what to do. Mistakes of a programmer (a span outside its document, say) stay ValueError.

    WatchfloorError
    ├── Refused             one input is not taken; the others go on
    │   ├── Unreadable      its bytes are not text, or in no encoding that is read
    │   ├── NoArticle       it was read and holds no article
    │   ├── TooLarge        it is over a stated limit, packed or unpacked
    │   ├── Unsafe          it would reach where it must not: a private address, a path outside its archive
    │   └── Unfetched       the network, the server or its robots.txt said no
    ├── StoreError          the store can't be opened, is locked, is full or is of another version
    ├── MachineError        this machine can't go on: its temporary folder is full, too many files are open
    ├── NotFound            no item of the record has that id
    ├── InvalidJudgement    what a person wants to decide can't be decided so
    ├── RatingsError        a file of outlet ratings breaks one of its rules
    ├── RegisterError       a table of offices and their holders breaks one of its rules
    └── ScenarioError       a scenario file breaks one of its rules
"""

from __future__ import annotations


class WatchfloorError(Exception):
    """Something a user can understand and act on went wrong."""


class Refused(WatchfloorError):  # noqa: N818 - the field speaks of a refused input, not of a RefusedError
    """One input is not taken, and the message says why; the inputs beside it are not touched."""


class Unreadable(Refused):
    """The bytes are no text, or text in an encoding that is not read (UTF-8, UTF-16 with BOM, cp1252 are)."""


class NoArticle(Refused):
    """The input was read and nothing in it is an article: an empty file, a page of links, a feed without entries."""


class TooLarge(Refused):
    """The input is over a stated limit, in bytes as it stands or once unpacked."""


class Unsafe(Refused):
    """Taking the input would reach where it must not: a private address, a path outside an archive."""


class Unfetched(Refused):
    """A URL gave nothing: the network, the server or its robots.txt said no."""


class StoreError(WatchfloorError):
    """The store can't be opened, is locked, is full, or was written by another version."""


class MachineError(WatchfloorError):
    """This machine can't go on, whatever the input: its temporary folder is full, too many files are open."""


class NotFound(WatchfloorError):  # noqa: N818 - reads as what happened, like the built-in LookupError family's messages
    """No item of the record has that id."""


class InvalidJudgement(WatchfloorError):  # noqa: N818 - says what is invalid
    """What a person wants to decide can't be decided so; the message says what can."""


class ScenarioError(WatchfloorError):
    """A scenario file breaks one of its rules; the message names the line and the allowed range."""


class RatingsError(WatchfloorError):
    """A file of outlet ratings breaks one of its rules; the message names the file, the line and what should stand there."""


class RegisterError(WatchfloorError):
    """A table of offices and their holders breaks one of its rules; the message names the file, the line and what should stand there."""
