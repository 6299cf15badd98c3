"""Sourcing: on how many independent sources something stands, and why several documents are one of them.

An independence is an account and no score: every group of documents that counts once says for what reason, on which words.
The grades are the two codes of the Admiralty system. They are codes and no numbers: nothing here can be compared, sorted
or averaged, and "cannot be judged" is not the worst grade but none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from watchfloor.model.span import Span
from watchfloor.model.when import When


class Bond(StrEnum):
    """Why two documents are one source of an item."""

    COPY = "copy"
    """They share their text."""
    OUTLET = "outlet"
    """One outlet published both."""
    TRANSLATION = "translation"
    """One says that it is translated or reprinted from the other, or both from a third."""
    RENDERING = "rendering"
    """They tell one text in other words, as two translations do, though neither says so."""
    CREDIT = "credit"
    """One credits the other's outlet for it, or both credit one outlet or agency."""
    INTERVIEW = "interview"
    """The same, and what they credit is an interview or words spoken to that outlet."""
    VENUE = "venue"
    """They report words spoken on one occasion that both name."""
    WORD = "word"
    """They have it on one actor's word alone."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why `documents` are one source: `on` names what ties them (an outlet, an occasion, an actor's id), `spans` are the words that say so.

    Of a copy, and of one outlet, there are no such words; `similarity` in 0..1 is the greatest of the copies'. Of a rendering `on` says what was compared, `spans` are
    the quotations side by side, and `similarity` is the greatest share.
    """

    bond: Bond
    documents: tuple[str, ...]
    on: str
    spans: tuple[Span, ...] = ()
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class OneSource:
    """Documents that count once. A document that shares its source with no other stands alone and needs no reason."""

    documents: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Independence:
    """The sources of an item, each in the order of its documents."""

    sources: tuple[OneSource, ...]

    @property
    def count(self) -> int:
        """How many independent sources there are."""
        return len(self.sources)


@dataclass(frozen=True, slots=True)
class Step:
    """One document on an utterance's path. `credits` are the outlets or occasions that it credits on the words `spans`, `copies` earlier documents whose text it shares, `renders` those that tell the same text in other words."""

    document: str
    published: When | None
    credits: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    renders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """How an utterance went: who said it (`speakers`, ids of actors), to whom first (`first`, outlets or occasions that documents credit), and through which documents.

    `bond` says what `first` is: who heard the words (INTERVIEW), the occasion (VENUE), or who is credited for a report of them; None where nobody is credited.
    """

    speakers: tuple[str, ...]
    first: tuple[str, ...]
    bond: Bond | None
    steps: tuple[Step, ...]


class Reliability(Enum):
    """How reliable a person holds an outlet to be: the letters of the Admiralty system."""

    A = "completely reliable"
    B = "usually reliable"
    C = "fairly reliable"
    D = "not usually reliable"
    E = "unreliable"
    F = "reliability cannot be judged"


@dataclass(frozen=True, slots=True)
class OutletRating:
    """What somebody holds of an outlet: who (`by`), why, and when if they say so."""

    outlet: str
    reliability: Reliability
    by: str
    why: str
    on: date | None = None


class Credibility(Enum):
    """What speaks for an item and what against it: the figures of the Admiralty system, as words under their code."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNJUDGED = "6"

    @property
    def words(self) -> str:
        """The grade in words."""
        return _WORDS[self]


_WORDS = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLE: "probably true",
    Credibility.POSSIBLE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.UNJUDGED: "truth cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Grade:
    """An item's credibility and the sentence that says what was counted."""

    credibility: Credibility
    why: str
