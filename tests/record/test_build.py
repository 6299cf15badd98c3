"""Build: the record as a pure function of its input. Everything is an exercise."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import Desk, day, record_of
from ruled import ruled
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import NARRATOR, Blame, Hedge, IncidentReport, StatementKind
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record
from watchfloor.record.build import build_record

QUOTE = "If we go on counting severed cables, we invite the next anchor. Every repair costs us a winter."


def desks() -> list[Desk]:
    """Six articles of two stories that agree, disagree and stay silent."""
    made = []
    for n, (who, kind) in enumerate(
        (
            ("Admiral Orla Venn", ActorType.PERSON),
            ("Captain Venn", ActorType.PERSON),
            ("a Nordland diplomat", ActorType.ANONYMOUS),
            ("one Nordland diplomat", ActorType.ANONYMOUS),
        )
    ):
        dead = 3 + n
        desk = Desk(
            f"EXERCISE. The cable off Bergen was severed by an anchor. “{QUOTE}”, said {who}. The fire killed {dead} divers in Amberholm.",
            f"Outlet {n}",
            f"2031-05-0{n % 2 + 1}",
        )
        desk.says(desk.actor(who, kind), QUOTE)
        desk.reports(
            IncidentType.SUBSEA_CABLE_DAMAGE, "severed", when=day(f"2031-04-{28 + n % 2}"), where=("Bergen", "NO")
        )
        desk.counts(str(dead), dead, "divers killed in the fire")
        made.append(desk)
    for n in range(2):
        desk = Desk(
            f"EXERCISE. Parliament passed the pension budget, article {n}. Teachers marched against pension cuts.",
            None,
            None,
        )
        desk.says(desk.actor("Teachers", ActorType.GROUP), "pension cuts", kind=StatementKind.INDIRECT)
        made.append(desk)
    return made


def built(made: list[Desk]) -> Record:
    """Their record, two of them copies of each other."""
    copies = [Copy(made[0].id, made[1].id, CopyKind.WIRE_COPY, 0.8)]
    return build_record([d.document for d in made], [d.reading for d in made], copies)


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(shuffle: random.Random) -> None:
    """Documents and readings in any order, and claims within a reading too, give an equal record."""
    made = desks()
    documents, readings = [d.document for d in made], [d.reading for d in made]
    copies = [Copy(made[0].id, made[1].id, CopyKind.WIRE_COPY, 0.8)]
    shuffle.shuffle(documents)
    shuffle.shuffle(readings)
    assert build_record(documents, readings, copies) == built(made)


def test_everything_is_kept_once() -> None:
    """Every claim is in the record, every statement in one utterance, every report in one incident, every document in one story."""
    made = desks()
    record = built(made)
    assert {c.id for c in record.claims} == {c.id for d in made for c in d.reading.claims}
    assert sorted(s for u in record.utterances for s in u.statements) == sorted(s.id for s in record.statements)
    assert sorted(r for i in record.incidents for r in i.reports) == sorted(r.id for r in record.reports)
    assert sorted(d for s in record.stories for d in s.documents) == sorted(d.id for d in made)


def test_claims_name_actors_of_the_record() -> None:
    """No id of a reading's actor is left in a claim; the narrator stays."""
    made = desks()
    reading = made[0].reading
    actor = reading.actors[0].id
    report = replace(
        reading.incidents[0],
        blamed=(Blame(actor=actor, by=NARRATOR, hedge=Hedge.SUSPECTED, span=made[0].span("severed")),),
    )
    record = build_record([made[0].document], [replace(reading, incidents=(report,))], ())
    known = {a.id for a in record.actors}
    assert {s.speaker for s in record.statements} <= known
    blame = record.reports[0].blamed[0]
    assert blame.actor in known
    assert blame.by == NARRATOR
    assert record.figures[0].asserted_by == NARRATOR


def test_ids_stay_when_strangers_come() -> None:
    """Another story leaves the ids of actors, utterances, incidents and contradictions as they were."""
    few, all_ = built(desks()[:4]), built(desks())
    for kind in ("actors", "utterances", "incidents", "contradictions", "figure_groups"):
        assert {x.id for x in getattr(few, kind)} <= {x.id for x in getattr(all_, kind)}, kind


def test_copies_count_once() -> None:
    """Of four outlets that carry one quotation two copy each other, so three sources carry it."""
    record = built(desks())
    quoted = max(record.utterances, key=lambda u: len(u.statements))
    [line] = [c for c in record.coverage if c.subject == quoted.id]
    assert (len(line.carried_by), line.independent, line.silent) == (4, 3, ())


def test_a_rejected_claim_is_gone_and_returns_when_accepted() -> None:
    """A claim that a person rejected is in no line of the record but kept beside them, until it is accepted again."""
    made = desks()
    claim = made[0].reading.statements[0].id
    documents, readings = [d.document for d in made], [d.reading for d in made]

    no, yes = (
        ruled(number, decision, SubjectKind.STATEMENT, claim)
        for number, decision in ((1, Decision.REJECT), (2, Decision.ACCEPT))
    )
    rejected = build_record(documents, readings, (), [no])
    assert claim not in {c.id for c in rejected.claims} | {s for u in rejected.utterances for s in u.statements}
    assert [c.id for c in rejected.rejected] == [claim]
    accepted = build_record(documents, readings, (), [yes, no])
    assert accepted.claims == build_record(documents, readings, ()).claims
    assert (accepted.rejected, accepted.confirmed) == ((), (claim,))


def test_what_was_not_read_is_told() -> None:
    """A document left unread is in the record with its reason, and so is one without any reading."""
    unread, without = Desk("EXERCISE. Ungelesen."), Desk("EXERCISE. Nothing read here.")
    record = build_record(
        [unread.document, without.document], [Reading(unread.id, "exercise", not_read="language: de")], ()
    )
    assert record.not_read == ((unread.id, "language: de"),)
    assert {d.id for d in record.documents} == {unread.id, without.id}


def test_nothing_gives_an_empty_record() -> None:
    """No documents make a record without lines."""
    record = build_record([], [], ())
    assert (record.documents, record.stories, record.claims) == ((), (), ())


def test_a_reader_that_breaks_its_word_is_told_so() -> None:
    """A claim of an unknown actor, a reading of an unknown document and two readings of one raise ValueError with the document named."""
    desk = desks()[0]
    with pytest.raises(ValueError, match="whom its reading lacks"):
        build_record([desk.document], [replace(desk.reading, actors=())], ())
    with pytest.raises(ValueError, match="not among the documents"):
        build_record([], [desk.reading], ())
    with pytest.raises(ValueError, match="two readings"):
        build_record([desk.document], [desk.reading, desk.reading], ())


def test_two_hundred_documents_take_seconds() -> None:
    """200 articles of 25 statements each, ten to a story, are linked in well under a minute on two busy cores, and hardly two sayings are taken for one."""
    words = [
        f"{a}{b}{c}{d}"
        for a in ("bor", "cal", "dem", "fin", "gul", "hap", "jor")
        for b in "aeiou"
        for c in ("ldan", "mst", "nter", "pek", "rish", "sov")
        for d in ("", "ak", "eth", "im", "ol", "ur", "yx")
    ]
    chance = random.Random(7)  # noqa: S311 - made-up words, no secret
    made = []
    for number in range(200):
        sayings = [" ".join(random.Random(f"{number // 10} {n}").choices(words, k=14)) for n in range(40)]  # noqa: S311
        chosen = chance.sample(sayings, 25)
        desk = Desk(
            f"EXERCISE {number}. " + " ".join(f"“{s}”, said Venn {number // 10}." for s in chosen),
            f"Outlet {number % 40}",
        )
        speaker = desk.actor(f"Venn {number // 10}")
        for saying in chosen:
            desk.says(speaker, saying)
        made.append(desk)
    documents, readings = [d.document for d in made], [d.reading for d in made]
    texts = {d.id: d for d in documents}
    start = time.perf_counter()
    record = build_record(documents, readings, ())
    assert time.perf_counter() - start < 60
    words_of = {s.id: texts[s.document_id].quote(s.content[0]) for s in record.statements}
    mixed = [u for u in record.utterances if len({words_of[s] for s in u.statements}) > 1]
    assert len(mixed) <= 0.01 * len(record.utterances)


def test_reports_keep_their_type() -> None:
    """The record's reports are the readings' own."""
    record = record_of(*desks())
    assert all(isinstance(r, IncidentReport) and r.type is IncidentType.SUBSEA_CABLE_DAMAGE for r in record.reports)
