"""The shape of what backs a line: on how many independent sources it stands, why they are so many, and how it came to them.

Like `shape`, which holds the rest of the brief: nouns alone, looked up by nobody here.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchfloor.model.sourcing import Credibility, Grade
from watchfloor.products.brief.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Because:
    """Why documents are one source, in a sentence, with the words that say so where there are any; `whole` where it holds for the documents whatever they say (a copy, one outlet)."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source: the labels of its documents, and why they are one. `left_out` counts documents that are not named."""

    documents: tuple[str, ...]
    because: tuple[Because, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Leg:
    """One document on the path of a saying: when it was published, and from where it has the words, as far as it says so."""

    document: str
    published: str | None
    has_it_from: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How many independent sources, of how many documents, and which; `summary` says it in words.

    `loose` counts documents beside them that tell something like it and are no sources of it. `grade` is the credibility where the item is graded, `path` how a saying went: `first` to whom it was said and how many documents say so, `legs` through which documents. `left_out`
    counts sources, and `legs_left_out` documents, that are not shown.
    """

    summary: str
    independent: int
    documents: int
    origins: tuple[Origin, ...]
    grade: Grade | None = None
    first: str | None = None
    legs: tuple[Leg, ...] = ()
    left_out: int = 0
    legs_left_out: int = 0
    loose: int = 0

    @property
    def tells(self) -> bool:
        """Whether there is more to open than the one document that the line names anyway: other documents, a path, or a grade that can be given."""
        return self.documents > 1 or self.loose > 0 or self.first is not None or self.judged

    @property
    def judged(self) -> bool:
        """Whether there is a grade, and it is not that nothing can be judged."""
        return self.grade is not None and self.grade.credibility is not Credibility.UNJUDGED
