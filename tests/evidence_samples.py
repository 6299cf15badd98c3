"""Invented articles (an exercise) and short ways to acquire them, for the tests of the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from watchfloor.evidence.exhibit import Acquired, Exhibit, Refusal, Source
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire
from watchfloor.model.document import Document

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SOURCE = Source("exercise.txt", NOW)
PARAGRAPHS = (
    "A cable between two invented islands was cut on Monday night, the harbour office of Eastholm said in a statement.",
    "Captain Ilva Sorrento, who commands the exercise fleet, said that nobody should draw conclusions before the divers return.",
    "About 12,000 homes lost their connection for six hours, and the ferry to Westholm turned back because its position was wrong.",
    "The ministry of the invented republic denied that any of its ships had been near the cable at the time of the break.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)


def page(*, head: str = "", body: str = "", title: str = "Exercise: cable between islands cut") -> str:
    """A page of HTML that holds the exercise article."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f'<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{paragraphs}{body}</article></body></html>'
    )


def document(text: str, number: int, *, day: int | None = None) -> Document:
    """A document of `text` with the id `number`."""
    from watchfloor.model.when import When  # noqa: PLC0415 - the only use

    published = When.day(datetime(2026, 3, day, tzinfo=UTC).date()) if day else None
    return Document(f"{number:064x}", text, "exercise.txt", "text/plain", NOW, published=published)


def take(*inputs: str | Path, policy: FetchPolicy | None = None) -> tuple[list[Exhibit], list[Refusal]]:
    """The exhibits and the refusals of `inputs`."""
    return sort_out(acquire([str(one) for one in inputs], fetch=policy or FetchPolicy(), now=NOW))


def sort_out(found: Iterable[Acquired]) -> tuple[list[Exhibit], list[Refusal]]:
    """The exhibits and the refusals in `found`."""
    everything = list(found)
    return [one for one in everything if isinstance(one, Exhibit)], [
        one for one in everything if isinstance(one, Refusal)
    ]
