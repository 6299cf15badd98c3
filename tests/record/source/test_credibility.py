"""Credibility: the published rule, and that its grades are no numbers. Everything is an exercise."""

from __future__ import annotations

import operator
import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import Desk, day, record_of
from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Record
from watchfloor.model.sourcing import Credibility, Reliability
from watchfloor.record.source.credibility import Tally, grade, tallied
from watchfloor.record.source.independence import Origins

RULE = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "credibility.md"
COUNTS = st.integers(0, 5)


@pytest.mark.parametrize(
    ("tally", "credibility"),
    [
        (Tally(say=2, stated=2), Credibility.CONFIRMED),
        (Tally(say=2, stated=1), Credibility.PROBABLE),
        (Tally(say=3, stated=3, differ=1), Credibility.PROBABLE),
        (Tally(say=1, allege=1, stated=1), Credibility.POSSIBLE),
        (Tally(say=0, allege=2), Credibility.POSSIBLE),
        (Tally(say=3, contradict=1, stated=3), Credibility.POSSIBLE),
        (Tally(say=1, contradict=1, stated=1), Credibility.DOUBTFUL),
        (Tally(say=1, contradict=2, stated=1), Credibility.IMPROBABLE),
        (Tally(say=1, stated=1), Credibility.UNJUDGED),
        (Tally(say=0, allege=1), Credibility.UNJUDGED),
    ],
)
def test_the_rule(tally: Tally, credibility: Credibility) -> None:
    """Each row of the published rule, by an example."""
    assert grade(tally).credibility is credibility


def test_every_grade_stands_in_the_published_rule_with_its_words() -> None:
    """The page that publishes the rule has a row for each code, in the words that the product shows."""
    rows = dict(re.findall(r"^\| (\d) \| ([^|]+?) \|", RULE.read_text(encoding="utf-8"), re.MULTILINE))
    assert rows == {c.value: c.words for c in Credibility}


@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_single_source_with_nothing_beside_it_is_never_judged(
    say: int, allege: int, contradict: int, differ: int, stated: int
) -> None:
    """6 is given exactly where at most one source speaks and nothing bears on it; and every grade says what was counted."""
    found = grade(Tally(say, allege, contradict, differ, min(stated, say)))
    alone = say + allege <= 1 and not contradict and not (say and differ)
    assert (found.credibility is Credibility.UNJUDGED) is alone
    assert found.why.endswith(".")


@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_what_is_only_like_it_changes_no_grade(say: int, allege: int, contradict: int, differ: int, loose: int) -> None:
    """However many sources say something like an item, its grade is what it is without them, and their number is told."""
    without, beside = (grade(Tally(say, allege, contradict, differ, say, n)) for n in (0, loose))
    assert beside.credibility is without.credibility
    assert ("something like it" in beside.why) is bool(loose)


@given(COUNTS, COUNTS, COUNTS)
def test_more_confirmation_never_lowers_and_more_contradiction_never_raises(
    say: int, contradict: int, stated: int
) -> None:
    """Among what can be judged, one more source that says it does not worsen the grade, one more that contradicts it does not better it."""
    order = list(Credibility)[:5]

    def place(one: Credibility) -> int | None:
        return order.index(one) if one in order else None

    here = place(grade(Tally(say, 0, contradict, 0, min(stated, say))).credibility)
    more = place(grade(Tally(say + 1, 0, contradict, 0, min(stated, say))).credibility)
    against = place(grade(Tally(say, 0, contradict + 1, 0, min(stated, say))).credibility)
    assert here is None or more is None or more <= here
    assert here is None or against is None or against >= here


@pytest.mark.parametrize("code", [Credibility.UNJUDGED, Credibility.CONFIRMED, Reliability.F])
def test_grades_are_no_numbers(code: Credibility | Reliability) -> None:
    """A grade can be neither compared nor added nor taken for a number: whoever tries to sort or average gets an error."""
    for use in (operator.lt, operator.gt, operator.add):
        with pytest.raises(TypeError):
            use(cast("int", code), cast("int", code))
    with pytest.raises(TypeError):
        float(code)  # type: ignore[arg-type]


def _tally(record: Record, desks: list[Desk]) -> Tally:
    (incident,) = record.incidents
    known = {c.id: c for c in record.claims}
    against = {c: [x for x in record.contradictions if c in x.claims] for c in known}
    origins = Origins.of([d.document for d in desks], (), record.statements, record.actors)
    return tallied([known[i] for i in incident.reports], against, known, origins)


def test_denials_contradict_and_allegations_do_not_confirm() -> None:
    """Of an event that two outlets report, one alleges and one denies, two say it, one alleges it and one contradicts it."""
    desks = [
        Desk(f"EXERCISE {n}. On 2 May 2031 a subsea cable was cut off Port Elin.", f"Outlet {n}") for n in range(4)
    ]
    for desk, status in zip(desks, (Status.OCCURRED, Status.OCCURRED, Status.ALLEGED, Status.DENIED), strict=True):
        desk.reports(
            IncidentType.SUBSEA_CABLE_DAMAGE,
            "2 May 2031 a subsea cable was cut",
            status=status,
            when=day("2031-05-02"),
            where=("Port Elin", "XN"),
        )
    assert _tally(record_of(*desks), desks) == Tally(say=2, allege=1, contradict=1, stated=2)


def test_another_speaker_is_no_confirmation() -> None:
    """A version that gives the words to somebody else does not say it too: it contradicts where the words are quoted, and at least differs."""
    words = "EXERCISE {}. “We are counting every buoy between Harl and Torvan”, said {}."
    names = ("Tove Berg", "Tove Berg", "Sten Lund")
    desks = [Desk(words.format(n, name), f"Outlet {n}") for n, name in enumerate(names)]
    for desk, name in zip(desks, names, strict=True):
        desk.says(desk.actor(name), "We are counting every buoy between Harl and Torvan")
    record = record_of(*desks)
    (utterance,) = record.utterances
    known = {c.id: c for c in record.claims}
    against = {c: [x for x in record.contradictions if c in x.claims] for c in known}
    origins = Origins.of([d.document for d in desks], (), record.statements, record.actors)
    found = tallied([known[i] for i in utterance.statements], against, known, origins)
    assert (found.say, found.contradict + found.differ) in {(2, 1), (1, 2)}


def test_one_document_neither_confirms_nor_differs_from_itself() -> None:
    """An article that gives one saying to two people is one source, with nothing to compare it with."""
    desk = Desk(
        "EXERCISE. “We are counting every buoy tonight”, said Berg. “We are counting every buoy tonight”, said Lund.",
        "Outlet 1",
    )
    desk.says(desk.actor("Berg"), "We are counting every buoy tonight")
    first = desk.reading.statements[0]
    second = replace(first, id=f"{first.id}b", speaker=desk.actor("Lund"))
    known = {c.id: c for c in (first, second)}
    origins = Origins.of([desk.document], (), known.values(), desk.reading.actors)
    assert grade(tallied([first, second], {}, known, origins)).credibility is Credibility.UNJUDGED
