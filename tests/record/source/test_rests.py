"""Rests: whose interview a credit means, and what a document's claims rest on. Everything is an exercise."""

from __future__ import annotations

from desk import Desk
from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.sourcing import Bond
from watchfloor.record.source.rests import Rests


def _rests(desk: Desk) -> Rests:
    return Rests.of([desk.document], desk.reading.statements, desk.reading.actors)


def _on(desk: Desk, number: int) -> list[tuple[Bond, str]]:
    """What the statement of that number rests on."""
    return [(rest.bond, rest.on) for rest in _rests(desk).of_claims([desk.reading.statements[number]])]


def test_the_credits_own_verb_says_who_was_interviewed() -> None:
    """In a sentence with two speakers the one who "told Reuters" was interviewed, however often the other is quoted."""
    desk = Desk("EXERCISE. Berg denied it, Lund told Reuters. Berg denied more. “All is well”, Lund said.", "Outlet 1")
    berg, lund = desk.actor("Berg"), desk.actor("Lund")
    desk.says(berg, "it")
    desk.says(berg, "more")
    desk.says(lund, "Berg denied it", cue="told")
    desk.says(lund, "All is well")
    assert [_on(desk, n) for n in range(4)] == [[], [], [(Bond.INTERVIEW, "Reuters")], [(Bond.INTERVIEW, "Reuters")]]


def test_an_interview_is_of_the_most_quoted_where_no_verb_tells() -> None:
    """An interview that its sentence gives to nobody is of whom the article quotes most, of those quoted beside it."""
    desk = Desk(
        "EXERCISE. In a Norland Gazette interview, marred by a claim of Lund, Berg hints at more. “All is well”, Berg said.",
        "Outlet 1",
    )
    berg, lund = desk.actor("Berg"), desk.actor("Lund")
    desk.says(lund, "a claim")
    desk.says(berg, "more")
    desk.says(berg, "All is well")
    assert [bool(_on(desk, n)) for n in range(3)] == [False, True, True]


def test_a_post_is_an_occasion_of_its_sentence_alone() -> None:
    """What is said on Telegram rests on the post; what the same person says elsewhere in the article does not."""
    desk = Desk("EXERCISE. All is well, Berg wrote on Telegram. The port is open, Berg said.", "Outlet 1")
    berg = desk.actor("Berg")
    desk.says(berg, "All is well")
    desk.says(berg, "The port is open")
    assert [_on(desk, n) for n in range(2)] == [[(Bond.VENUE, "Telegram")], []]


def test_an_event_does_not_rest_on_an_occasion() -> None:
    """Two people may report one event on one network: the report rests on who said so, not on where."""
    desk = Desk("EXERCISE. A cable was cut, Berg wrote on Telegram.", "Outlet 1")
    desk.says(desk.actor("Berg"), "A cable was cut")
    desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, "cable was cut", status=Status.ALLEGED)
    assert [rest.bond for rest in _rests(desk).of_claims(desk.reading.incidents)] == [Bond.WORD]


def test_what_the_reader_found_stands_on_the_articles_own_words() -> None:
    """An outlet that the reader gives as the statement's origin is shown on the words that credit it elsewhere in the article."""
    desk = Desk("EXERCISE. The Norland Gazette reported it first.\nBerg said that all is well.", "Outlet 1")
    desk.says(desk.actor("Berg"), "that all is well", via="The Norland Gazette")
    (rest,) = _rests(desk).of_claims(desk.reading.statements)
    assert [desk.document.quote(span) for span in rest.spans] == ["The Norland Gazette reported"]


def test_to_speak_of_a_post_is_not_to_post() -> None:
    """Words about what somebody wrote on Telegram are not themselves from there."""
    desk = Desk("EXERCISE. “What he wrote on Telegram is wrong”, Berg said.", "Outlet 1")
    desk.says(desk.actor("Berg"), "What he wrote on Telegram is wrong")
    assert _on(desk, 0) == []
