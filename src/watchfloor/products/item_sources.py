"""The sources of one item as `show` prints them: how many, why, by which path, and the grade.

In go a Record and the claims of an item, out come names with values, and the words of credit as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from watchfloor.model.claim import Claim, Statement
from watchfloor.model.record import Record
from watchfloor.model.span import Span
from watchfloor.products.brief.evidence import Evidence
from watchfloor.products.brief.ground import Ground
from watchfloor.products.brief.sourcing import graded, sourcing
from watchfloor.products.brief.versions import Versions, versions


def source_facts(
    record: Record, claims: Sequence[Claim]
) -> tuple[list[tuple[str, str | None]], list[tuple[str, tuple[Span, ...]]]]:
    """Facts of the sources, and of each credit a label and its words."""
    ground = Ground.of(record)
    chosen = ground.chosen(c.id for c in claims)
    backed = sourcing(ground, chosen, told=_told(ground, chosen))
    facts: list[tuple[str, str | None]] = [("Sources", backed.summary)]
    because = [b for origin in backed.origins for b in origin.because]
    facts += [("Because", b.text) for b in because]
    facts.append(("Path", backed.first))
    for number, leg in enumerate(backed.legs if backed.documents > 1 else (), start=1):
        when = f", {leg.published}" if leg.published else ""
        facts.append((f"Path {number}", f"{leg.document}{when}: {leg.has_it_from}"))
    if backed.grade:
        facts.append(("Credibility", f"{graded(backed.grade).removeprefix('credibility ')}. {backed.grade.why}"))
    shown = dict.fromkeys(e for b in because for e in b.evidence)
    shown |= dict.fromkeys(e for leg in backed.legs for e in leg.evidence)
    return facts, list(dict.fromkeys(_credits(shown)))


def _told(ground: Ground, claims: Sequence[Claim]) -> Versions | None:
    """Of an utterance its versions; None of all else."""
    said = [c for c in claims if isinstance(c, Statement)]
    ids = {c.id for c in said}
    whole = next((u for u in ground.record.utterances if ids.issubset(u.statements)), None) if said else None
    return versions(whole, said, ground.documents, ground.origins, ground.disputed) if whole else None


def _credits(shown: dict[Evidence, None]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for evidence in shown:
        yield "credit", tuple(Span(evidence.source.document_id, start, end) for start, end in evidence.spans)
