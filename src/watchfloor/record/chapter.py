"""Chapter: everything that one story gives to the record.

In go a story's draft and the record's actors, out come its claims, utterances, incidents and figure groups, and where its documents
disagree. Nothing of another story is looked at: what is one across stories is for `across`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.reading import Reading
from watchfloor.model.record import FigureGroup, Incident, Utterance
from watchfloor.model.rendering import Rendering
from watchfloor.record.actor import actors, belonging
from watchfloor.record.contradiction import (
    confirmation,
    date,
    denial,
    means,
    number,
    place,
    speaker,
    status,
    venue,
    wording,
)
from watchfloor.record.contradiction.finding import Finding, Setting, Testimony
from watchfloor.record.count.figures import Count, groups
from watchfloor.record.draft import Draft
from watchfloor.record.event.grounds import grounded
from watchfloor.record.event.incidents import incidents
from watchfloor.record.event.recurrence import MOST, is_event
from watchfloor.record.event.reprint import as_first_printed
from watchfloor.record.event.scene import scenes
from watchfloor.record.event.sighting import Sighting, sighting
from watchfloor.record.judgement.completion import called
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.position.stances import Told, told_by
from watchfloor.record.saying import signature, utterances
from watchfloor.record.saying.variant import Variant, variant
from watchfloor.record.source.rendering import Account, renderings
from watchfloor.record.text.texts import Texts


@dataclass(frozen=True, slots=True)
class Claims:
    """One document's claims, with the record's actors in them."""

    statements: tuple[Statement, ...]
    reports: tuple[IncidentReport, ...]
    positions: tuple[Position, ...]
    figures: tuple[Figure, ...]

    @property
    def all(self) -> tuple[Claim, ...]:
        """Every claim of the document."""
        return (*self.statements, *self.reports, *self.positions, *self.figures)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story's part of the record.

    `claims` are those of each document that was read. `disputes` are the disagreements within one utterance or incident, under its id; `findings` are all others.
    `sayings` gives the keys under which an utterance is known again in another story, `events` the sightings by which an incident is; those without any are left out.
    """

    key: str
    texts: Texts
    claims: Mapping[str, Claims]
    utterances: tuple[Utterance, ...]
    incidents: tuple[Incident, ...]
    figure_groups: tuple[FigureGroup, ...]
    disputes: Mapping[str, tuple[Finding, ...]]
    findings: tuple[Finding, ...]
    sayings: Mapping[str, tuple[str, ...]]
    events: Mapping[str, tuple[Sighting, ...]]
    stands: Mapping[str, tuple[Told, ...]]
    """What each document tells of where actors stand."""
    renderings: tuple[Rendering, ...]


def chapter(draft: Draft, belongs: Mapping[str, str], rulings: Rulings) -> Chapter:
    """The chapter of one story. `belongs` gives the actor of the record for each persona's key; what is said of actors is what this story knows of them.

    Raises:
        ValueError: a claim names an actor whom its reading lacks.
    """
    texts = draft.texts
    setting = Setting(texts, _actors(draft, belongs, rulings), dict.fromkeys(texts.documents, draft.key))
    claims = {r.document_id: _claims(r, belongs) for r in draft.readings}
    variants = {s.id: v for c in claims.values() for s, v in zip(c.statements, variants_of(c, texts), strict=True)}
    reports = {r.id: r for c in claims.values() for r in c.reports}
    figures = {f.id: f for c in claims.values() for f in c.figures}
    seen = {s.id: s for s in as_first_printed([sighting(r, draft.key, texts) for r in reports.values()])}
    happened = incidents(list(seen.values()), texts.lexicon, rulings)
    at = scenes(figures.values(), happened, reports, texts)
    counts = [Count.from_figure(f, draft.key, texts, at[f.id]) for f in figures.values()]
    said = utterances.utterances(draft.sayings, draft.links, variants.values(), texts.documents)
    counted = groups(counts, texts.lexicon, rulings)
    told = Testimony.of(variants.values(), reports.values())
    happened = grounded(happened, told, counts)
    return Chapter(
        draft.key, texts, claims, said, happened, counted,
        {
            **{u.id: found for u in said if (found := disputed_saying(u, variants, setting))},
            **{i.id: found for i in happened if (found := disputed_event(i, told, setting))},
        },
        (
            *number.find(counted, figures, setting),
            *confirmation.find(variants.values(), list(reports.values()), setting),
            *place.find_kinds(told, setting),
            *status.find(list(variants.values()), (), reports, setting),
        ),
        {u.id: keys for u in said if (keys := signature.of_saying([variants[key] for key in u.statements], texts))},
        {i.id: tuple(seen[key] for key in sorted(i.reports)[:MOST]) for i in happened if is_event(i)},
        {key: tuple(told_by(texts.documents[key], c.positions, c.statements, texts)) for key, c in claims.items()},
        renderings(
            Account.of(texts.documents[key], [variants[s.id] for s in c.statements], [f.value for f in c.figures])
            for key, c in claims.items()
        ),
    )  # fmt: skip


def _actors(draft: Draft, belongs: Mapping[str, str], rulings: Rulings) -> dict[str, Actor]:
    """The record's actors as far as this story tells of them: a role that another story gives must not change what this one says."""
    people = {p.key: p for p in draft.people}
    known = (actors.joined(belongs[own[0]], [people[key] for key in own]) for own in draft.actors)
    return {actor.id: called(actor, rulings)[0] for actor in known}


def _claims(reading: Reading, belongs: Mapping[str, str]) -> Claims:
    return Claims(
        tuple(belonging.statements(reading, belongs)),
        tuple(belonging.reports(reading, belongs)),
        tuple(belonging.positions(reading, belongs)),
        tuple(belonging.figures(reading, belongs)),
    )


def variants_of(claims: Claims, texts: Texts) -> list[Variant]:
    """The document's statements prepared for comparison."""
    speakers = {s.id: s.speaker for s in claims.statements if s.speaker is not None}
    return [variant(s, texts, speakers) for s in claims.statements]


def disputed_saying(utterance: Utterance, variants: Mapping[str, Variant], setting: Setting) -> tuple[Finding, ...]:
    """Where the variants of one utterance disagree."""
    if len(utterance.statements) < 2:  # noqa: PLR2004 - nobody disagrees with himself
        return ()
    return (
        *speaker.find([utterance], variants, setting),
        *wording.find([utterance], variants, setting),
        *venue.find([utterance], variants, setting),
    )


def disputed_event(incident: Incident, told: Testimony, setting: Setting) -> tuple[Finding, ...]:
    """Where the documents that report one incident disagree about it."""
    denied = denial.find(incident, told, setting)
    if len(incident.reports) < 2:  # noqa: PLR2004 - nobody disagrees with himself but by what he tells of others
        return tuple(denied)
    reports = {r.id: r for r in told.of_incident(incident)}
    return (
        *date.find([incident], reports, setting),
        *status.find((), [incident], reports, setting),
        *denied,
        *place.find(incident, told, setting),
        *means.find(incident, told, setting),
    )
