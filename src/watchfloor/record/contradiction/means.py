"""Means: with what an event was done, where documents name things that exclude each other: a truck here, a car there.

In go an incident and what its documents say; out come findings. Looked at are nouns of a few classes in the clauses that name the
event, and only where each document names one of a class there and nearby: who tells of a car and a truck settles that there were two things. A wider
word ("vehicle", "ship") excludes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from watchfloor.model.claim import Claim, IncidentReport
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.model.span import Span
from watchfloor.reading.event.scope import scope
from watchfloor.record.contradiction.finding import Finding, Setting, Testimony, capital, shortened, side

_CLASSES = {
    "vehicle": {
        "car": "cars? sedan saloon suv taxi",
        "truck": "trucks? lorry lorries tanker-truck",
        "van": "vans? minivan minibus",
        "bus": "bus buses coach",
        "motorcycle": "motorcycles? motorbikes? scooters? moped",
        "train": "trains?",
    },
    "ship": {
        "tanker": "tankers? oil-tanker",
        "cargo ship": "freighters? cargo-ship cargo-vessel bulk-carrier container-ship",
        "fishing boat": "trawlers? fishing-boat fishing-vessel",
        "yacht": "yachts? sailing-boat sailboat",
        "warship": "warships? frigates? corvettes? destroyers?",
    },
    "aircraft": {
        "drone": "drones? uavs? quadcopters?",
        "balloon": "balloons?",
        "helicopter": "helicopters?",
        "jet": "jets? fighter-jets? warplanes?",
    },
    "weapon": {"knife": "knife knives machete", "gun": "guns? rifles? pistols?", "axe": "axe hatchet"},
}
"""For each class of things the kinds that exclude each other, with the words for each; a hyphen may be a space."""

_BESIDE = 300
"""Characters around a thing, about two sentences, in which another of its class leaves open with which the event was done."""


def _compiled(kinds: Mapping[str, str]) -> re.Pattern[str]:
    groups = (
        rf"(?P<{kind.replace(' ', '_')}>{'|'.join(w.replace('-', '[ -]') for w in words.split())})"
        for kind, words in kinds.items()
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)


_NAMED = {name: _compiled(kinds) for name, kinds in _CLASSES.items()}


def find(incident: Incident, told: Testimony, setting: Setting) -> list[Finding]:
    """Where one event is told with things that exclude each other, with one side for each thing."""
    if not incident.specific:
        return []
    members = told.of_incident(incident)
    return [
        finding
        for name, words in _NAMED.items()
        if (finding := _disagreement(incident, name, words, members, told, setting))
    ]


def _disagreement(
    incident: Incident,
    name: str,
    words: re.Pattern[str],
    reports: Sequence[IncidentReport],
    testimony: Testimony,
    setting: Setting,
) -> Finding | None:
    named: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for r in reports:
        for kind, span in _things(r, words, setting):
            named[r.document_id][kind].append(span)
    told: dict[str, list[Span]] = defaultdict(list)
    for document, kinds in named.items():
        if len(kinds) == 1:
            text = setting.texts.documents[document].text
            for kind, spans in kinds.items():
                told[kind] += [span for span in spans if _kinds(text, words, span) == {kind}]
    told = {kind: spans for kind, spans in told.items() if spans}
    if len(told) < 2:  # noqa: PLR2004 - a disagreement has two sides
        return None
    by_document = {r.document_id: r for r in reports}
    sides = tuple(side(kind, _claims(told[kind], by_document, testimony, setting), told[kind]) for kind in sorted(told))
    outlets = [f"a {kind} in {setting.labels(s.document_id for s in told[kind])}" for kind in sorted(told)]
    return Finding(
        ContradictionKind.WORDING,
        Strength.CONTRADICTION,
        capital(f"{incident.type.label}: the {name} is {', '.join(shortened(outlets))}"),
        sides,
        about=name,
    )


def _kinds(text: str, words: re.Pattern[str], span: Span) -> set[str]:
    """The kinds of which a text names one thing around a span; several of a kind stand about."""
    around = words.finditer(text, max(0, span.start - _BESIDE), span.end + _BESIDE)
    return {(hit.lastgroup or "").replace("_", " ") for hit in around if not hit.group().lower().endswith("s")} | {
        (hit.lastgroup or "").replace("_", " ") for hit in words.finditer(text, span.start, span.end)
    }


def _things(report: IncidentReport, words: re.Pattern[str], setting: Setting) -> Iterable[tuple[str, Span]]:
    """The things of one class in the clauses that name the event, with their kinds."""
    document = setting.texts.documents[report.document_id]
    for trigger in report.triggers:
        sentence = setting.texts.around(trigger)
        if sentence is not None:
            start, end = scope(document.text, sentence, trigger.start, trigger.end)
            for hit in words.finditer(document.text, start, end):
                span = document.span(hit.start(), hit.end())
                # Several stand about and are hit; with several an event is done only where they are part of its name.
                if hit.group().lower().endswith("s") and not span.overlaps(trigger):
                    continue
                yield (hit.lastgroup or "").replace("_", " "), span


def _claims(
    spans: Iterable[Span],
    reports: Mapping[str, IncidentReport],
    testimony: Testimony,
    setting: Setting,
) -> list[Claim]:
    """The reports that name the thing, and the statements of the same sentences."""
    found: list[Claim] = []
    for span in spans:
        sentence = setting.texts.around(span)
        found.append(reports[span.document_id])
        if sentence is not None:
            found += [
                v.statement
                for v in testimony.said.get(span.document_id, ())
                if any(p.start < sentence.end and sentence.start < p.end for p in v.statement.content)
            ]
    return list({c.id: c for c in found}.values())
