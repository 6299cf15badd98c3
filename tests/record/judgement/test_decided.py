"""What people decided holds at every rebuild: with more documents, in another order, read once more. Everything is an exercise."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cable_articles import ALL, FIRST, LATER, ONE, OTHER, actors, article, built, reports, statements
from desk import Desk, day
from ruled import ruled
from watchfloor.model.claim import Figure, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import ConflictKind, Decision, Judgement, Standing, SubjectKind
from watchfloor.model.record import ContradictionKind, Record
from watchfloor.record.build import build_record
from watchfloor.record.judgement.subject import subject

BO = "Jonas Marik"


def test_merged_utterances_stay_merged_though_each_gained_a_variant() -> None:
    """Two sayings that a person took for one are one, with the variants that came later; the link says that a person ruled so."""
    before = built(FIRST)
    things = [subject(before, u) for u in before.utterances]
    assert [len(s.parts) for s in things] == [1, 1]
    made = Judgement(
        "J-1",
        Decision.MERGE,
        tuple(things),
        None,
        "Orla Venn",
        ruled(1, Decision.MERGE, SubjectKind.STATEMENT, "x").made_at,
        "EXERCISE",
    )
    assert len(built(ALL).utterances) == 2
    [utterance] = built(ALL, made).utterances
    assert sorted(utterance.statements) == sorted(statements(ALL))
    assert "a person ruled so" in {link.why for link in utterance.links}


def test_a_split_actor_stays_split() -> None:
    """Two of one name whom a person told apart stay two when others of that name come, and the log knows the items."""
    one, two = actors([ALL[0], ALL[2]])
    made = ruled(1, Decision.SPLIT, SubjectKind.ACTOR, one, two)
    for desks in ([ALL[0], ALL[2]], [*ALL, article(6, ONE, "Orla Venn")]):
        found = built(desks, made)
        homes = [next(a.id for a in found.actors if part in a.members) for part in (one, two)]
        assert homes[0] != homes[1]
        [held] = found.judgements
        assert (held.standing, set(homes) <= set(held.items)) == (Standing.APPLIED, True)


def test_incidents_and_figures_are_joined_and_parted() -> None:
    """A split takes two reports of one day for two events; a merge takes figures for one count, one document's included."""
    parted = built(ALL, ruled(1, Decision.SPLIT, SubjectKind.REPORT, *reports(FIRST)))
    homes = [next(i.id for i in parted.incidents if report in i.reports) for report in reports(FIRST)]
    assert homes[0] != homes[1]
    counts = [f.id for d in FIRST for f in d.reading.figures]
    apart = built(FIRST, ruled(1, Decision.SPLIT, SubjectKind.FIGURE, *counts))
    assert (len(built(FIRST).figure_groups), len(apart.figure_groups)) == (1, 0)
    again = built(
        FIRST, *[ruled(n, d, SubjectKind.FIGURE, *counts) for n, d in ((1, Decision.SPLIT), (2, Decision.MERGE))]
    )
    assert [set(g.figures) for g in again.figure_groups] == [set(counts)]


def test_stories_are_joined_and_parted() -> None:
    """Documents of one story are two stories where a person said so, and the claims are linked within them."""
    ids = [d.id for d in FIRST]
    assert len(built(FIRST).stories) == 1
    parted = built(FIRST, ruled(1, Decision.SPLIT, SubjectKind.DOCUMENT, *ids))
    assert sorted(s.documents for s in parted.stories) == sorted((key,) for key in ids)
    other = Desk("EXERCISE. Parliament passed the pension budget. Teachers marched.", "Echo")
    whole = built([FIRST[0], other], ruled(1, Decision.MERGE, SubjectKind.DOCUMENT, FIRST[0].id, other.id))
    assert [len(s.documents) for s in whole.stories] == [2]


def test_what_stands_in_two_stories_is_joined() -> None:
    """A merge reaches over stories for sayings, events and counts; the counts' disagreement is found, and a split parts them again."""
    there = Desk(
        "EXERCISE. Parliament passed the pension budget. “Pay first”, said Ida Sund. A windmill burned. 9 clerks died.",
        "Echo",
    )
    there.says(there.actor("Ida Sund"), "Pay first")
    there.reports(IncidentType.ARSON, "burned", when=day("2031-04-29"))
    there.counts("9", 9, "clerks who died")
    desks = [*ALL, there]
    assert len(built(desks).stories) == 2
    for kind, parts in (
        (SubjectKind.STATEMENT, (statements(ALL)[0], statements([there])[0])),
        (SubjectKind.REPORT, (reports(ALL)[0], reports([there])[0])),
        (SubjectKind.FIGURE, (ALL[0].reading.figures[0].id, there.reading.figures[0].id)),
    ):
        merged = built(desks, ruled(1, Decision.MERGE, kind, *parts))
        groups = [u.statements for u in merged.utterances] + [i.reports for i in merged.incidents]
        groups += [g.figures for g in merged.figure_groups]
        assert [set(parts) <= set(g) for g in groups].count(True) == 1, kind
        assert sum(parts[1] in g for g in groups) == 1, kind
        if kind is SubjectKind.FIGURE:
            [found] = [x for x in merged.contradictions if x.kind is ContradictionKind.NUMBER]
            assert set(parts) <= set(found.claims)
        parted = built(desks, ruled(1, Decision.MERGE, kind, *parts), ruled(2, Decision.SPLIT, kind, *parts))
        assert unlogged_lines(parted) == unlogged_lines(built(desks)), kind


def unlogged_lines(record: Record) -> tuple[object, ...]:
    """What is linked in a record, without links."""
    return (
        {u.statements for u in record.utterances},
        {i.reports for i in record.incidents},
        {g.figures for g in record.figure_groups},
    )


def test_a_corrected_speaker_is_linked_and_the_machine_s_stays_beside() -> None:
    """The statement gets the actor of another article, whom its own document does not name; the correction tells both."""
    made = ruled(1, Decision.CORRECT, SubjectKind.STATEMENT, statements(FIRST)[0], value="speaker=Jonas Marik")
    marik = ruled(1, Decision.MERGE, SubjectKind.ACTOR, actors(FIRST)[1]).subject
    made = replace(made, subject=(*made.subject, *marik))
    found = built(ALL, made)
    speaker = next(s.speaker for s in found.statements if s.id == statements(FIRST)[0])
    assert [a.name for a in found.actors if a.id == speaker] == ["Jonas Marik"]
    assert {a.name for a in built(ALL).actors} == {a.name for a in found.actors}
    [correction] = found.corrections
    assert (correction.machine, correction.value) == ("Orla Venn", "Jonas Marik")
    nobody = built(ALL, replace(made, subject=made.subject[:1], value="speaker=nobody"))
    assert next(s.speaker for s in nobody.statements if s.id == statements(FIRST)[0]) is None


def test_a_corrected_incident_stays_so_whatever_comes() -> None:
    """The status that a person gave an incident stands against later reports, which keep their own."""
    made = ruled(1, Decision.CORRECT, SubjectKind.INCIDENT, tuple(reports(FIRST)), value="status=denied")
    found = built(ALL, made)
    [incident] = found.incidents
    assert incident.status is Status.DENIED
    assert {r.status for r in found.reports} == {Status.DENIED, Status.OCCURRED}
    assert {(c.machine, c.value) for c in found.corrections} == {("occurred", "denied")}
    [report] = built(
        ALL, ruled(1, Decision.CORRECT, SubjectKind.REPORT, reports(FIRST)[0], value="when=2031-04-20")
    ).corrections
    assert (report.field, report.machine, report.value) == ("when", "2031-04-28", "2031-04-20")


def test_a_corrected_actor_and_figure() -> None:
    """An actor bears the name that a person gave it and keeps its forms; two people's names for one are a conflict; a number is set."""
    name = ruled(1, Decision.CORRECT, SubjectKind.ACTOR, actors(ALL)[0], value="name=Admiral Orla Venn")
    other = ruled(2, Decision.CORRECT, SubjectKind.ACTOR, actors(ALL)[2], value="name=O. Venn", by=BO)
    found = built(ALL, name, other)
    [actor] = [a for a in found.actors if "Orla Venn" in a.aliases]
    assert actor.name == "O. Venn"
    assert [(c.kind, c.judgements) for c in found.conflicts] == [(ConflictKind.VALUES, ("J-1", "J-2"))]
    figure = FIRST[0].reading.figures[0].id
    counted = built(ALL, ruled(1, Decision.CORRECT, SubjectKind.FIGURE, figure, value="value=7"))
    assert next(f.value for f in counted.figures if f.id == figure) == 7


def test_a_value_that_a_new_reading_cannot_hold_refers_to_nothing() -> None:
    """A range that would end below its start is left as it was read, and the judgement says so."""
    made = ruled(1, Decision.CORRECT, SubjectKind.FIGURE, FIRST[0].reading.figures[0].id, value="value=7")
    narrow = replace(FIRST[0].reading.figures[0], value_high=2)
    found = build_record([FIRST[0].document], [replace(FIRST[0].reading, figures=(narrow,))], (), [made])
    assert (found.figures[0].value, found.judgements[0].standing) == (1, Standing.ADRIFT)


def test_a_rejected_contradiction_comes_back_when_somebody_new_joins_it() -> None:
    """More claims on the known sides change nothing; a side that nobody has judged shows it again; accepted, it is confirmed."""

    def given_to(number: int, who: str) -> Desk:
        return article(number, ONE, who)

    def found(record: Record) -> list[str]:
        return [x.id for x in record.contradictions if x.kind is ContradictionKind.SPEAKER]

    desks = [given_to(1, "Orla Venn"), given_to(2, "Jonas Marik")]
    [x] = [x for x in built(desks).contradictions if x.kind is ContradictionKind.SPEAKER]
    no = ruled(1, Decision.REJECT, SubjectKind.CONTRADICTION, x.claims, about="speaker")
    assert found(built(desks, no)) == []
    assert found(built([*desks, given_to(3, "Orla Venn")], no)) == []
    assert built([*desks, given_to(3, "Orla Venn")], no).rejected_contradictions
    assert len(found(built([*desks, given_to(3, "Ida Sund")], no))) == 1
    yes = replace(no, id="J-2", decision=Decision.ACCEPT)
    assert built(desks, yes).confirmed == (x.id,)


def test_what_is_gone_is_told() -> None:
    """A judgement on documents that are not there refers to nothing, and says how much is missing."""
    made = ruled(1, Decision.MERGE, SubjectKind.STATEMENT, *statements(LATER)[:2])
    [held] = built(FIRST, made).judgements
    assert (held.standing, held.missing, held.items) == (Standing.ADRIFT, 2, ())


PARTS = {
    SubjectKind.STATEMENT: statements(ALL),
    SubjectKind.REPORT: reports(ALL),
    SubjectKind.ACTOR: actors(ALL),
    SubjectKind.DOCUMENT: [d.id for d in ALL],
}
figures: list[Figure] = [f for d in ALL for f in d.reading.figures]


@st.composite
def decisions(draw: st.DrawFn) -> tuple[Decision, SubjectKind, list[str]]:
    """Any merge or split, or a rejection or acceptance of claims."""
    kind = draw(st.sampled_from(sorted(PARTS)))
    votes = [] if kind in {SubjectKind.ACTOR, SubjectKind.DOCUMENT} else [Decision.ACCEPT, Decision.REJECT]
    decision = draw(st.sampled_from([Decision.MERGE, Decision.SPLIT, *votes]))
    return decision, kind, draw(st.lists(st.sampled_from(PARTS[kind]), min_size=2, max_size=3, unique=True))


def made_of(told: list[tuple[Decision, SubjectKind, list[str]]]) -> list[Judgement]:
    """The judgements, made in that order by two people in turn."""
    return [ruled(n, d, k, *parts, by=BO if n % 2 else "Orla Venn") for n, (d, k, parts) in enumerate(told)]


def unlogged(*judgements: Judgement) -> Record:
    """The record of all articles without its log."""
    return replace(built(ALL, *judgements), judgements=())


@settings(max_examples=25, deadline=None)
@given(st.lists(decisions(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_replaying_the_log_gives_the_same_record(
    told: list[tuple[Decision, SubjectKind, list[str]]], shuffle: random.Random
) -> None:
    """The same judgements in any order of reading them, over documents in any order, give an equal record."""
    made, desks = made_of(told), list(ALL)
    whole = built(desks, *made)
    shuffle.shuffle(made)
    shuffle.shuffle(desks)
    assert built(desks, *made) == whole


@settings(max_examples=25, deadline=None)
@given(st.lists(decisions(), max_size=3), decisions())
def test_undoing_returns_the_record_as_it_was(
    told: list[tuple[Decision, SubjectKind, list[str]]], more: tuple[Decision, SubjectKind, list[str]]
) -> None:
    """A judgement that is undone leaves no trace but in the log; undoing that brings it back."""
    made = made_of([*told, more])
    undo = ruled(50, Decision.UNDO, SubjectKind.JUDGEMENT, made[-1].id)
    redo = ruled(51, Decision.UNDO, SubjectKind.JUDGEMENT, undo.id)
    assert unlogged(*made, undo) == unlogged(*made[:-1])
    assert unlogged(*made, undo, redo) == unlogged(*made)


@settings(max_examples=25, deadline=None)
@given(decisions(), decisions())
def test_judgements_on_different_things_commute(
    one: tuple[Decision, SubjectKind, list[str]], other: tuple[Decision, SubjectKind, list[str]]
) -> None:
    """Which of two judgements on different kinds of thing came first shows in the log only."""
    assume(one[1] is not other[1])
    ahead = [ruled(n, d, k, *parts) for n, (d, k, parts) in ((1, one), (2, other))]
    after = [ruled(n, d, k, *parts) for n, (d, k, parts) in ((3, one), (2, other))]
    assert unlogged(*ahead) == unlogged(*after)


@settings(max_examples=25, deadline=None)
@given(decisions())
def test_a_rebuild_with_more_documents_keeps_it(told: tuple[Decision, SubjectKind, list[str]]) -> None:
    """What is joined, parted, rejected or accepted among some documents is so among more."""
    [made] = made_of([told])
    for desks in (ALL, [*ALL, article(6, OTHER, "Orla Venn")]):
        found = built(desks, made)
        groups = [u.statements for u in found.utterances] + [i.reports for i in found.incidents]
        groups += [a.members for a in found.actors] + [s.documents for s in found.stories]
        homes = [next((n for n, g in enumerate(groups) if part in g), None) for part in made.parts]
        match made.decision:
            case Decision.MERGE:
                assert len(set(homes)) == 1
            case Decision.SPLIT:
                assert len(set(homes)) == len(made.parts)
            case Decision.REJECT:
                assert set(made.parts) == {c.id for c in found.rejected}
            case _:
                assert set(made.parts) <= set(found.confirmed)
