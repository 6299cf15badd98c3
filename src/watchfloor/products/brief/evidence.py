"""The shape of evidence: a claim's words in their passage, and the document that they stand in.

Like `shape`, which holds the rest of the brief: nouns alone, looked up by nobody here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchfloor.model.sourcing import Reliability


@dataclass(frozen=True, slots=True)
class Source:
    """One document as a reader of the brief knows it.

    `label` is the short mark behind a line, unique in the brief; `outlet` the outlet as stated, or "outlet not stated: FILE". `url` is
    http(s) or None. `copies` says of which other documents it is a copy, `not_read` why there is no reading of it. `reliability` is what the user holds of
    the outlet, `rated` who gave it and why, None where nobody did.
    """

    document_id: str
    label: str
    outlet: str
    outlet_stated: bool
    headline: str | None
    author: str | None
    published: str | None
    url: str | None
    origin: str
    copies: tuple[str, ...] = ()
    not_read: str | None = None
    reliability: Reliability = Reliability.F
    rated: str | None = None


class Focus(StrEnum):
    """What a stretch of a passage is to the claim that the passage backs."""

    PARAGRAPH = "paragraph"
    """Around the sentence; left out where room is short."""
    SENTENCE = "sentence"
    MARKED = "marked"
    """The very words that the claim stands on: a span of the document, character for character."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a document, as they stand there."""

    text: str
    focus: Focus


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim's words in their context. `confidence` in 0..1 is the reader's; `claim` the id that `watchfloor show` takes; `confirmed` whether a person accepted it."""

    claim: str
    source: Source
    spans: tuple[tuple[int, int], ...]
    passage: tuple[Stretch, ...]
    confidence: float
    confirmed: bool = False
