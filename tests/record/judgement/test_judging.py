"""Judging: what a person types becomes a judgement, or an error that says what can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cable_articles import ALL, FIRST, actors, built, reports, statements
from desk import Desk
from ruled import START
from watchfloor.errors import InvalidJudgement, NotFound
from watchfloor.model.judgement import Decision, Judgement, Standing, SubjectKind
from watchfloor.model.record import Record
from watchfloor.record.judgement.judging import Author, corrected, effect, merged, split, undone, voted

ANN = Author("Orla Venn", "EXERCISE", START)
BO = Author("Jonas  Marik", "EXERCISE", START)


def after(desks: list[Desk], *made: Judgement) -> Record:
    """The record once these are kept."""
    return built(desks, *made)


def test_a_group_is_judged_by_what_it_stands_on() -> None:
    """A merge of utterances names their statements, with words that can be read when they are gone."""
    record = built(ALL)
    made = merged(record, [u.id for u in record.utterances], ANN)
    assert made.parts == tuple(sorted(statements(ALL)))
    assert {s.kind for s in made.subject} == {SubjectKind.UTTERANCE}
    assert "Orla Venn: “If we go on counting severed cables, we invite the next anchor.”, Outlet 1 and 2 more" in {
        s.words for s in made.subject
    }
    assert len(after(ALL, made).utterances) == 1


def test_what_leaves_a_whole_is_named_beside_it() -> None:
    """Of a whole and one of its parts, the whole is what is left; a whole alone falls into its parts; so does an actor into its readings'."""
    record = built(ALL)
    [utterance] = [u for u in record.utterances if len(u.statements) == 3]
    part = utterance.statements[0]
    taken = split(record, [utterance.id, part], ANN)
    assert [len(s.parts) for s in taken.subject] == [2, 1]
    both = split(record, [*utterance.statements[:2], utterance.id], ANN)
    assert [s.parts for s in both.subject] == [utterance.statements[2:], tuple(sorted(utterance.statements[:2]))]
    fallen = split(record, [utterance.id], ANN)
    assert sorted(s.item for s in fallen.subject) == sorted(utterance.statements)
    assert len(after(ALL, fallen).utterances) == 4
    [actor] = [a for a in record.actors if a.name == "Orla Venn"]
    assert {s.item for s in split(record, [actor.id], ANN).subject} == {actors(ALL)[0], actors(ALL)[2]}


def test_a_former_id_still_means_what_it_meant() -> None:
    """Once two utterances are merged, each can be named by the id that it had, to be split again; who does so undoes the merge."""
    record = built(ALL)
    ids = [u.id for u in record.utterances]
    made = merged(record, ids, ANN)
    now = after(ALL, made)
    back = split(now, ids, BO)
    found = effect(now, back)
    assert (found.undoes, len(found.conflicts)) == ((made,), 1)
    assert {frozenset(u.statements) for u in after(ALL, made, back).utterances} == {
        frozenset(u.statements) for u in record.utterances
    }


def test_later_is_later_whatever_the_clock_says() -> None:
    """A judgement made by a clock that runs behind still comes after those that were there."""
    record = after(FIRST, merged(built(FIRST), statements(FIRST), replace(ANN, now=START + timedelta(days=9))))
    made = split(record, statements(FIRST), BO)
    assert made.made_at > record.judgements[0].judgement.made_at
    assert (made.author, made.reason) == ("Jonas Marik", "EXERCISE")


def test_undoing_says_what_it_undoes_and_brings_back() -> None:
    """Undoing names the judgement, and the one that it had undone comes back; what is no judgement can't be undone."""
    one = merged(built(FIRST), statements(FIRST), ANN)
    two = split(after(FIRST, one), statements(FIRST), ANN)
    record = after(FIRST, one, two)
    back = undone(record, [two.id], BO)
    found = effect(record, back)
    assert (found.undoes, found.revives, found.conflicts) == ((two,), (one,), ())
    assert [held.standing for held in after(FIRST, one, two, back).judgements] == [
        Standing.APPLIED,
        Standing.UNDONE,
        Standing.APPLIED,
    ]
    with pytest.raises(InvalidJudgement, match="is no judgement"):
        undone(record, [statements(FIRST)[0]], BO)


def test_rejected_claims_can_be_accepted_again() -> None:
    """What was rejected is found by its id, also under the utterance's, and accepting undoes the rejection."""
    no = voted(built(FIRST), Decision.REJECT, [built(FIRST).utterances[0].id], ANN)
    record = after(FIRST, no)
    yes = voted(record, Decision.ACCEPT, list(no.parts), ANN)
    assert effect(record, yes).undoes == (no,)
    assert after(FIRST, no, yes).confirmed == no.parts


def test_what_cannot_be_judged_is_told() -> None:
    """Unknown, ambiguous and unfitting ids, one thing alone, and what no judgement is about."""
    record = built(ALL)
    statement, report = statements(ALL)[0], reports(ALL)[0]
    with pytest.raises(NotFound, match="Nothing in the record"):
        merged(record, ["zzz", statement], ANN)
    with pytest.raises(NotFound, match="ids begin with"):
        merged(record, ["U-", statement], ANN)
    with pytest.raises(InvalidJudgement, match=r"never are one: .* statement, .* incident report"):
        merged(record, [statement, report], ANN)
    with pytest.raises(InvalidJudgement, match="these ids mean one"):
        merged(record, [statement, statement], ANN)
    with pytest.raises(InvalidJudgement, match="Only different things can be split"):
        split(record, [statement], ANN)
    with pytest.raises(InvalidJudgement, match="Nothing is left of S-"):
        split(
            record,
            [record.stories[0].id, record.documents[0].id, record.documents[0].short_id[:8], *_all_but_one(record)],
            ANN,
        )
    with pytest.raises(InvalidJudgement, match=r"of kind actor: only claims"):
        voted(record, Decision.REJECT, [record.actors[0].id], ANN)
    with pytest.raises(InvalidJudgement, match="which can't be merged"):
        merged(after(ALL, merged(record, statements(ALL)[:2], ANN)), ["J-", statement], ANN)


def _all_but_one(record: Record) -> list[str]:
    """Documents that leave nothing of the story once they are taken out of it, the first named twice."""
    return [d.id for d in record.documents[1:]]


def test_what_cannot_be_corrected_is_told() -> None:
    """No equals sign, an unknown field or value, an actor that nobody or several are called."""
    record = built(ALL)
    statement, figure = statements(ALL)[0], ALL[0].reading.figures[0].id
    for wanted, setting, says in (
        (statement, "speaker", "field=value"),
        (statement, "mood=bad", "speaker, kind, via can be corrected"),
        (statement, "speaker=Nobody At All", "knows nobody by the name"),
        (figure, "value_high=0", "can't end below its start"),
        (record.stories[0].id, "x", "Nothing of this story"),
        (record.documents[0].id, "outlet=Post", "nothing can be corrected"),
    ):
        with pytest.raises(InvalidJudgement, match=says):
            corrected(record, wanted, setting, ANN)


def test_a_speaker_is_named_by_id_or_name() -> None:
    """Name in any case, id, and nobody; the judgement holds the actor's parts, so that it outlasts the id."""
    record = built(ALL)
    marik = next(a for a in record.actors if a.name == "Jonas Marik")
    for given in ("jonas marik", marik.id, marik.id[:6]):
        made = corrected(record, statements(ALL)[0], f"speaker={given}", ANN)
        assert (made.value, made.subject[1].parts) == ("speaker=Jonas Marik", marik.members)
    assert corrected(record, statements(ALL)[0], "speaker=Nobody", ANN).value == "speaker=nobody"


@pytest.mark.parametrize(
    ("name", "why", "says"), [(" ", "x", "--by"), ("x", "\n", "--why"), ("x", "\ud800", "half a character")]
)
def test_nobody_decides_without_a_name_and_a_reason(name: str, why: str, says: str) -> None:
    """An empty name or reason, or one that can't be kept, is refused."""
    with pytest.raises(InvalidJudgement, match=says):
        Author(name, why, START)
