"""Speaking: who is no second source of a saying. Everything is an exercise."""

from __future__ import annotations

import pytest

from desk import Desk, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import StatementKind
from watchfloor.model.record import ContradictionKind, Strength

ANON, BODY, PERSON = ActorType.ANONYMOUS, ActorType.ORGANISATION, ActorType.PERSON
QUOTE = "We saw the anchor tear the northern cable and we shall guard every one of them"


def told(name: str, kind: ActorType, outlet: str, roles: tuple[str, ...] = (), words: str = QUOTE) -> Desk:
    """An article in which the speaker says the words."""
    offices = f", {', '.join(roles)}," if roles else ""
    desk = Desk(f"EXERCISE. The cable off Amberholm was torn. “{words}”, {name}{offices} said in {outlet}.", outlet)
    desk.says(desk.actor(name, kind, roles), words)
    return desk


def strengths(*desks: Desk) -> list[Strength]:
    """How strongly the record finds the speakers to disagree."""
    return [x.strength for x in record_of(*desks).contradictions if x.kind is ContradictionKind.SPEAKER]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("police", ANON, "Post"), ("police", ANON, "Herald")),
        (("police", ANON, "Post"), ("the police", BODY, "Herald")),
        (("harbour police", ANON, "Post"), ("police", ANON, "Herald")),
        (("Orla Venn", PERSON, "Post", ("harbour minister",)), ("Set Venn", PERSON, "Herald", ("harbour minister",))),
    ],
)
def test_one_name_or_description_is_one_voice(
    one: tuple[str, ActorType, str], other: tuple[str, ActorType, str]
) -> None:
    """Equal names, a description within another, and one surname in one office are no disagreement about who spoke."""
    assert strengths(told(*one), told(*other)) == []


def test_a_body_and_its_spokeswoman_are_a_tension_for_the_same_quoted_words_only() -> None:
    """Quoted, both may have said it; in their own words, they did no more than agree."""
    watch = told("Harbour Watch", BODY, "Post")
    assert strengths(watch, told("Orla Venn", PERSON, "Herald")) == [Strength.TENSION]
    words = "the anchor tore the northern cable and the navy shall guard every one of the cables"
    desks = []
    for name, kind, outlet in (("Harbour Watch", BODY, "Post"), ("Orla Venn", PERSON, "Herald")):
        desk = Desk(f"EXERCISE. At Amberholm {name} said that {words}.", outlet)
        desk.says(desk.actor(name, kind), words, kind=StatementKind.INDIRECT, cue="said")
        desks.append(desk)
    assert strengths(*desks) == []


def test_an_unnamed_spokesperson_may_be_the_named_one() -> None:
    """A Watch spokesperson and the Watch's spokeswoman by name are no disagreement; a diplomat and she are."""
    named = told("Orla Venn", PERSON, "Herald", ("spokeswoman of the Harbour Watch",))
    assert strengths(told("a Harbour Watch spokesperson", ANON, "Post"), named) == []
    assert strengths(told("a northern diplomat", ANON, "Post"), named) == [Strength.CONTRADICTION]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Orla Venn", PERSON, "Post", ("Norland's harbour minister",)),
            ("Norland's Harbour Ministry", BODY, "Herald"),
        ),
        (("Amberholm harbour police", BODY, "Post"), ("coastal police", ANON, "Herald")),
    ],
)
def test_who_is_of_one_body_speaks_for_one(one: tuple[str, ActorType, str], other: tuple[str, ActorType, str]) -> None:
    """A minister and the ministry of her state, and two names for police, are no two sources of the same words."""
    assert strengths(told(*one), told(*other)) == []


def test_a_term_that_two_bodies_use_is_no_saying_of_one() -> None:
    """A term such as dark fleet in quotation marks may be said by a paper and by a coast guard."""
    desks = []
    for name, outlet in (("Harbour Watch", "Post"), ("Tideway Registry", "Herald")):
        words = "the tanker was part of a “dark fleet” of old ships that carry oil past the embargo"
        desk = Desk(f"EXERCISE. At Amberholm {name} said that {words}.", outlet)
        desk.says(desk.actor(name, BODY), words, kind=StatementKind.INDIRECT, cue="said")
        desks.append(desk)
    assert strengths(*desks) == []


def test_two_parties_who_reject_the_allegations_said_two_things() -> None:
    """Denials of "the allegations" by different speakers are never one saying; of one speaker they are."""

    def denial(name: str, outlet: str) -> Desk:
        desk = Desk(f"EXERCISE. {name} rejected the allegations of involvement, wrote {outlet}.", outlet)
        desk.says(desk.actor(name), "the allegations of involvement", kind=StatementKind.INDIRECT, cue="rejected")
        return desk

    one, other = denial("Orla Venn", "Post"), denial("Jonas Marik", "Herald")
    assert [len(u.statements) for u in record_of(one, other).utterances] == [1, 1]
    assert [len(u.statements) for u in record_of(one, denial("Orla Venn", "Herald")).utterances] == [2]


def test_copies_of_one_article_have_one_unnamed_source() -> None:
    """The same words of "officials" in many articles are one utterance of one actor."""
    record = record_of(*(told("officials", ANON, f"Outlet {n}") for n in range(70)))
    assert [(len(u.statements), len(u.speakers)) for u in record.utterances] == [(70, 1)]


def test_a_bare_noun_contradicts_nobody() -> None:
    """A document that leaves open who "the diplomat" is denies nobody the words; one that says whose diplomat it is does."""
    person = told("Orla Venn", PERSON, "Post", ("harbour minister",))
    assert strengths(person, told("diplomat", ANON, "Herald")) == []
    assert strengths(person, told("Norland diplomat", ANON, "Herald")) == [Strength.CONTRADICTION]


@pytest.mark.parametrize(
    ("unnamed", "expected"),
    [
        ("the NATO spokesperson", Strength.TENSION),
        ("a harbour spokesperson", Strength.TENSION),
        ("the Polish spokesperson", Strength.CONTRADICTION),
    ],
)
def test_a_spokesperson_may_be_the_spokesperson_whom_another_names(unnamed: str, expected: Strength) -> None:
    """Unless both are spokespersons of bodies that the register tells apart."""
    named = told(
        "Orla Venn",
        PERSON,
        "Post",
        ("NATO spokeswoman",) if expected is Strength.CONTRADICTION else ("Alliance spokeswoman",),
    )
    kind = ANON if unnamed.startswith("a ") else PERSON
    assert strengths(named, told(unnamed, kind, "Herald")) == [expected]
