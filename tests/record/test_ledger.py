"""Ledger: a record that grows is the record of all its documents. Everything is an exercise."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import Desk, day
from ruled import ruled
from watchfloor.evidence.copies import copies
from watchfloor.model.claim import Polarity
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import Decision, Judgement, SubjectKind
from watchfloor.model.reading import Reading
from watchfloor.model.record import ContradictionKind
from watchfloor.reading.actor.office import Offices
from watchfloor.record import draft
from watchfloor.record.build import build_record
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.ledger import Ledger
from watchfloor.record.linking import identity
from watchfloor.record.text.texts import Texts

EXERCISE = Path(__file__).resolve().parents[2] / "examples" / "exercise-amber-tide"
SUBJECTS = (
    "A trawler snagged the seabed line near Amberholm. Repair ships wait for calm seas. Divers photographed a broken sheath.",
    "Parliament passed the pension budget after a long night. Teachers and nurses marched against cuts to their pensions.",
    "A flood tore the bridge at Wendel from its pillars. Ferries carry commuters over the swollen river until summer.",
)
PEOPLE = ("Orla Venn", "Tomas Reke", "Venn", "the harbour master")
SAYINGS = (
    "every nation must defend its people and pay for its own peace and security",
    "nobody counted the anchors on that morning, and nobody will count them tomorrow",
    "we will respond",
)
TITLES = ("", "Captain ", "Admiral ")
STANDS = (Polarity.FOR, Polarity.AGAINST)
TOWNS = (("Bergen", "NO"), ("Tallinn", "EE"))


@st.composite
def desks(draw: st.DrawFn) -> list[Desk]:
    """Up to seven articles on three subjects, with sayings, ranks, stands, events and figures that recur within and across subjects."""
    made = {}
    for number in range(draw(st.integers(2, 7))):
        subject, who, said = (
            draw(st.sampled_from(SUBJECTS)),
            draw(st.sampled_from(PEOPLE)),
            draw(st.sampled_from(SAYINGS)),
        )
        title, stand = draw(st.sampled_from(TITLES)), draw(st.sampled_from(STANDS))
        town, dead = draw(st.sampled_from(TOWNS)), draw(st.integers(2, 4))
        desk = Desk(
            f"EXERCISE. {subject} “{said}”, said {title}{who}. The data cable off {town[0]} was severed. The fire killed {dead} divers.",
            f"Outlet {number % 3}",
            f"2031-05-0{draw(st.integers(1, 3))}",
            draw(st.sampled_from((None, "EXERCISE – Divers find cable"))),
        )
        actor = desk.actor(who, roles=(f"{title}{who}",) if title else ())
        desk.says(actor, said)
        desk.stands(actor, "drone_wall", stand, said)
        desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, "severed", when=day("2031-04-28"), where=town)
        desk.counts(str(dead), dead, "divers killed in the fire")
        made[desk.id] = desk
    return list(made.values())


def judgements(made: list[Desk]) -> list[Judgement]:
    """One person joins two speakers, and rejects a statement."""
    people = [d.reading.actors[0].id for d in made]
    return [
        ruled(1, Decision.MERGE, SubjectKind.ACTOR, *people[:2]),
        ruled(2, Decision.REJECT, SubjectKind.STATEMENT, made[0].reading.statements[0].id),
    ]


def copied(made: list[Desk]) -> list[Copy]:
    """The first two articles as copies, where both are there."""
    ids = sorted(d.id for d in made)
    return [Copy(ids[0], ids[1], CopyKind.WIRE_COPY, 0.8)] if len(ids) > 1 else []


def grown(made: list[Desk], cuts: int, said: list[Judgement]) -> Ledger:
    """A ledger of the first article, to which the others come in `cuts` batches."""
    first, rest = made[:1], made[1:]
    held = Ledger.of([d.document for d in first], [d.reading for d in first], (), said)
    step = max(1, len(rest) // cuts)
    for start in range(0, len(rest), step):
        batch = rest[start : start + step]
        here = [*first, *rest[: start + step]]
        held = held.with_documents([d.document for d in batch], [d.reading for d in batch], copied(here))
    return held


@settings(max_examples=60, deadline=None)
@given(desks(), st.randoms(use_true_random=False), st.integers(1, 7), st.booleans())
def test_a_grown_record_is_a_rebuilt_one(made: list[Desk], shuffle: random.Random, cuts: int, judged: bool) -> None:
    """Documents that come in any order and in any batches give the record of all at once, with judgements too."""
    said = judgements(made) if judged else []
    whole = build_record([d.document for d in made], [d.reading for d in made], copied(made), said)
    shuffle.shuffle(made)
    assert grown(made, cuts, said).record == whole


@settings(max_examples=20, deadline=None)
@given(desks(), st.randoms(use_true_random=False))
def test_ids_that_fall_together_are_told_apart(made: list[Desk], shuffle: random.Random) -> None:
    """Where ids are so short that many items share one, no two items of the record do, and it still grows to what a rebuild gives."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identity, "_SHORT", 1)
        whole = build_record([d.document for d in made], [d.reading for d in made], copied(made))
        ids = [
            i.id
            for kind in (whole.utterances, whole.incidents, whole.figure_groups, whole.actors, whole.stories)
            for i in kind
        ]
        assert len(ids) == len(set(ids))
        shuffle.shuffle(made)
        assert grown(made, 3, []).record == whole


@cache
def exercise() -> tuple[list[Document], list[Reading]]:
    """The packaged example as the rule-based reader reads it."""
    from datetime import UTC, datetime  # noqa: PLC0415

    from watchfloor import pipeline  # noqa: PLC0415
    from watchfloor.evidence.exhibit import Refusal  # noqa: PLC0415
    from watchfloor.evidence.fetch import FetchPolicy  # noqa: PLC0415
    from watchfloor.reading.choice import reader_named  # noqa: PLC0415

    read = pipeline.readings([str(EXERCISE)], reader_named("rules"), FetchPolicy(), datetime(2031, 6, 1, tzinfo=UTC))
    found = [one for one in read if not isinstance(one, Refusal)]
    return [document for document, _ in found], [reading for _, reading in found]


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 10))
def test_the_example_grows_article_by_article(shuffle: random.Random, count: int) -> None:
    """Any articles of the packaged example, one after the other in any order, give the record of all of them."""
    documents, readings = exercise()
    order = list(range(len(documents)))
    shuffle.shuffle(order)
    chosen = [documents[i] for i in order[:count]]
    read = {r.document_id: r for r in readings}
    held = Ledger.of([], [], ())
    for number, document in enumerate(chosen, start=1):
        held = held.with_documents([document], [read[document.id]], copies(chosen[:number], {}))
    assert held.record == build_record(chosen, [read[d.id] for d in chosen], copies(chosen, {}))


def test_only_the_story_that_grew_is_linked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more article on one subject leaves the drafts and chapters of the others as they are."""
    made = [Desk(f"EXERCISE. {subject} {subject} Number {n}.", f"Outlet {n}") for subject in SUBJECTS for n in range(3)]
    held = Ledger.of([d.document for d in made], [d.reading for d in made], ())
    assert len(held.record.stories) == len(SUBJECTS)
    linked = []
    real = draft.draft

    def watched(texts: Texts, readings: Sequence[Reading], rulings: Rulings, offices: Offices) -> draft.Draft:
        linked.append(min(texts.documents))
        return real(texts, readings, rulings, offices)

    monkeypatch.setattr("watchfloor.record.ledger.draft", watched)
    late = Desk(f"EXERCISE. {SUBJECTS[0]} {SUBJECTS[0]} Number 9.", "Outlet 9")
    more = held.with_documents([late.document], [late.reading], ())
    assert len(linked) == 1
    assert len(more.record.stories) == len(SUBJECTS)
    kept = [own for members, own in held.stories.items() if members in more.stories]
    assert len(kept) == len(SUBJECTS) - 1
    assert all(more.stories[tuple(sorted(own.draft.texts.documents))] is own for own in kept)


def test_what_one_article_leaves_as_it_was_is_kept() -> None:
    """One more article on one subject leaves the other stories' lines, what other persons are called and what other stories share as they were made."""
    made = []
    for subject, who, said in zip(SUBJECTS, PEOPLE, SAYINGS, strict=False):
        for number in range(3):
            desk = Desk(
                f"EXERCISE. {subject} {subject} “{said}”, said Admiral {who}. Number {number}.", f"Outlet {number}"
            )
            desk.says(desk.actor(who), said)
            made.append(desk)
    held = Ledger.of([d.document for d in made], [d.reading for d in made], ())
    late = Desk(f"EXERCISE. {SUBJECTS[0]} {SUBJECTS[0]} “{SAYINGS[0]}”, said Captain {PEOPLE[0]}.", "Outlet 9")
    late.says(late.actor(PEOPLE[0]), SAYINGS[0])
    more = held.with_documents([late.document], [late.reading], ())
    kept = [key for key, own in held.bound.covered.items() if more.bound.covered.get(key) is own]
    assert len(kept) == len(SUBJECTS) - 1
    called = [key for key, own in held.bound.called.items() if more.bound.called.get(key) is own]
    assert len(called) == len(held.bound.called) - 1
    [role] = [x for x in more.record.contradictions if x.kind is ContradictionKind.ROLE]
    assert {side.value for side in role.sides} == {f"Admiral {PEOPLE[0]}", f"Captain {PEOPLE[0]}"}
