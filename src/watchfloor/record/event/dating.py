"""Dating: when an event was according to one document, and what the same sentence means where it is printed again.

In go reports and texts, out come datings; of several, the times that they mean: that which the sentence had where it first stood. Which reports are of one
event is not decided here, and the reports keep the times that were read in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from watchfloor.model.claim import IncidentReport
from watchfloor.model.when import When
from watchfloor.record.text.texts import Texts, published
from watchfloor.record.text.wording import fold


@dataclass(frozen=True, slots=True)
class Dating:
    """The words that date a report with the sentence around them, folded, the document's place in the order of publication, and the time read; None where that can't be."""

    report: str
    words: tuple[str, str]
    published: tuple[float, str]
    when: When | None

    @classmethod
    def of(cls, report: IncidentReport, texts: Texts) -> Self | None:
        """The report's dating; None where no words date it."""
        if report.when_span is None:
            return None
        said, around = texts.quote(report.when_span), texts.sentence(report.when_span)
        words = (_plain(said), _plain(around))
        return cls(report.id, words, published(texts.documents[report.document_id]), report.when)


def first_told(datings: Iterable[Dating]) -> dict[str, When]:
    """For each report the time that the earliest of these documents gives by the same words; reports without any are left out."""
    held = sorted(datings, key=lambda d: (d.published, d.report))
    first: dict[tuple[str, str], When] = {}
    for dating in held:
        if dating.when is not None:
            first.setdefault(dating.words, dating.when)
    return {d.report: first[d.words] for d in held if d.words in first}


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
