"""Limits: how much one input may be, in bytes. In go nothing, out come numbers; those who read check them."""

from __future__ import annotations

MAX_DOCUMENT = 20_000_000
"""One document, as it stands. The longest article ever printed has about two hundred thousand characters; a hundred times that is a dump."""

MAX_UNPACKED = 2_000_000_000
"""All members of one archive together, unpacked: two hundred thousand saved pages."""

MAX_MEMBERS = 200_000
"""Members of one zip; its directory is held in memory."""

MAX_RATIO = 200
"""Unpacked size over packed size of one member; text packs to a fifth, HTML of the worst sort to a fiftieth."""

RATIO_FROM = 1_000_000
"""Bytes unpacked below which the ratio is not asked: a small member is no bomb."""
