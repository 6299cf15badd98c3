"""Utterances: statements of many articles as one saying, or not. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, record_of
from ruled import ruled
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import StatementKind
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.record.build import build_record

QUOTE = "If we go on counting severed cables, we invite the next anchor. Every repair costs us a winter. We must guard the seabed."


def told(
    words: str, speaker: str | None, outlet: str, kind: StatementKind = StatementKind.DIRECT, day: str = "2031-05-02"
) -> Desk:
    """An article that gives the words to the speaker."""
    desk = Desk(
        f"EXERCISE. The cable off Amberholm is cut. “{words}”, said {speaker or 'reports'} of {outlet}.", outlet, day
    )
    desk.says(desk.actor(speaker) if speaker else None, words, kind=kind)
    return desk


def sizes(*desks: Desk) -> list[int]:
    """How many statements each utterance has."""
    return sorted((len(u.statements) for u in record_of(*desks).utterances), reverse=True)


def test_the_same_words_are_one_saying_whoever_is_named() -> None:
    """One quotation given to two people is one utterance with both speakers."""
    found = record_of(told(QUOTE, "Orla Venn", "Post"), told(QUOTE, "Jonas Marik", "Herald")).utterances
    assert [(len(u.statements), len(u.speakers)) for u in found] == [(2, 2)]


def test_an_excerpt_joins_its_quotation() -> None:
    """An abridged quotation is the same saying as the whole, and so are two excerpts without a common word."""
    first, second = "If we go on counting severed cables, we invite the next anchor", "We must guard the seabed"
    assert sizes(
        told(QUOTE, "Orla Venn", "Post"), told(first, "Orla Venn", "Herald"), told(second, "Orla Venn", "Echo")
    ) == [3]


def test_a_translation_joins_its_original() -> None:
    """The same thought in slightly other words, with another speaker, is linked, with a sentence that says why."""
    other = "If we merely count severed cables, we are inviting the next anchor; each repair costs a winter, we have to guard the seabed"
    found = record_of(told(QUOTE, "Orla Venn", "Post"), told(other, "Jonas Marik", "Herald")).utterances
    assert len(found) == 1
    assert "two speakers" in found[0].links[0].why


def thought(words: str, speaker: str | None, outlet: str, *vector: int, cue: str = "said") -> Desk:
    """An article that gives the words to the speaker, in a reading that knows what they mean."""
    desk = Desk(f"EXERCISE. {speaker or 'Somebody'} of {outlet} {cue} that {words}.", outlet, "2031-05-02")
    vectored = bytes(n % 256 for n in vector)
    desk.says(desk.actor(speaker) if speaker else None, words, kind=StatementKind.INDIRECT, cue=cue, vector=vectored)
    return desk


def test_one_thought_in_other_words_is_one_saying() -> None:
    """A paraphrase that shares no word with the original joins it by its meaning and its speaker, and the reason says so."""
    found = record_of(
        thought("the ship had cut the cable on purpose", "Orla Venn", "Post", 127, 10, 0),
        thought("a vessel deliberately severed that line", "Orla Venn", "Herald", 127, 0, 10),
        thought("prices at the fish market rose again", "Orla Venn", "Echo", 0, 0, 127),
    ).utterances
    assert sorted(len(u.statements) for u in found) == [1, 2]
    linked = next(u for u in found if len(u.statements) > 1)
    assert "each nearest to the other" in linked.links[0].why


def test_like_meaning_alone_joins_no_two_speakers() -> None:
    """Two people who think alike said two things, unless their words are alike as well."""
    assert [
        len(u.statements)
        for u in record_of(
            thought("the ship had cut the cable on purpose", "Orla Venn", "Post", 127, 20, 0),
            thought("a vessel deliberately severed that line", "Jonas Marik", "Herald", 127, 0, 20),
        ).utterances
    ] == [1, 1]


def test_a_common_subject_of_one_speaker_is_no_saying() -> None:
    """Two remarks of one speaker about one ship and one cable are two where they mean different things, and one where they mean the same."""
    boarded = "they boarded the tanker Solveig in the night on suspicion that it had damaged a cable"
    banned = "seven sailors of the tanker Solveig may not leave while the harm to the cable is looked into"
    first = thought(boarded, "The coast guard", "Post", 127, 100, 0)
    assert sizes(first, thought(banned, "The coast guard", "Herald", 0, 100, 127)) == [1, 1]
    assert sizes(first, thought(banned, "The coast guard", "Herald", 120, 100, 0)) == [2]


def test_what_nobody_said_joins_by_its_words() -> None:
    """A remark that one document gives to somebody and another to nobody needs more than a like meaning; the same words are enough."""
    one, other = (
        "the anchor of the Solveig cut the northern cable",
        "a northern cable was severed deliberately by a vessel",
    )
    first = thought(one, "Orla Venn", "Post", 127, 30, 0)
    assert sizes(first, thought(other, "Orla Venn", "Herald", 127, 0, 30)) == [2]
    assert sizes(first, thought(other, None, "Herald", 127, 0, 30)) == [1, 1]
    assert sizes(first, thought(one, None, "Herald", 127, 0, 30)) == [2]


def test_who_denies_it_has_not_said_it() -> None:
    """What one says and another denies are two sayings however alike the words; of one speaker they are compared as ever."""
    words = "their divers had entered the strait of Harl"
    assert sizes(
        thought(words, "Orla Venn", "Post", 127, 10, 0),
        thought(words, "Jonas Marik", "Herald", 127, 0, 10, cue="denied"),
    ) == [1, 1]
    assert sizes(
        thought(words, "Orla Venn", "Post", 127, 10, 0),
        thought(words, "Orla Venn", "Herald", 127, 0, 10, cue="denied"),
    ) == [2]


def test_a_topic_is_no_saying() -> None:
    """Short contents that only name the subject chain nothing: statements around one phrase stay apart."""
    said = (
        "severed cables",
        "the severed cables will be repaired by two ships from the southern yard before the ice comes",
        "insurers refuse to pay for severed cables unless a court finds who dragged the anchor",
        "severed cables are a matter for the courts of Nordland, not for its navy or its allies",
    )
    assert sizes(*(told(words, f"Speaker N{n}", f"Outlet {n}") for n, words in enumerate(said))) == [1, 1, 1, 1]


def test_different_sayings_of_one_speaker_stay_apart() -> None:
    """Who speaks is a bonus and not a reason."""
    assert sizes(
        told(QUOTE, "Orla Venn", "Post"),
        told("The budget of the coast guard will double in spring", "Orla Venn", "Herald"),
    ) == [1, 1]


def test_nested_statements_are_two() -> None:
    """A statement within a statement is somebody's claim about a claim and never a second report of it."""
    desk = Desk("EXERCISE. Venn said divers believe the northern cable was cut by an anchor.")
    desk.says(desk.actor("Venn"), "divers believe the northern cable was cut by an anchor", kind=StatementKind.INDIRECT)
    desk.says(None, "the northern cable was cut by an anchor", kind=StatementKind.INDIRECT)
    assert sizes(desk) == [1, 1]


def test_variants_stand_in_the_order_of_publication() -> None:
    """The earliest article's version comes first, the undated last."""
    late, early = (
        told(QUOTE, "Orla Venn", "Post", day="2031-05-03"),
        told(QUOTE, "Orla Venn", "Herald", day="2031-05-01"),
    )
    undated = told(QUOTE, "Orla Venn", "Echo")
    undated.published = None
    found = record_of(undated, late, early).utterances[0].statements
    assert [s.split(":")[0] for s in found] == [d.id[:12] for d in (early, late, undated)]


def test_a_person_may_part_and_join() -> None:
    """A split parts even the same words, and a merge joins what shares none."""
    desks = [
        told(QUOTE, "Orla Venn", "Post"),
        told(QUOTE, "Orla Venn", "Herald"),
        told("Nothing of the sort", "Jonas Marik", "Echo"),
    ]
    ids = [s.id for d in desks for s in d.reading.statements]
    rulings = [
        ruled(1, Decision.SPLIT, SubjectKind.STATEMENT, ids[0], ids[1]),
        ruled(2, Decision.MERGE, SubjectKind.STATEMENT, ids[1], ids[2]),
    ]
    found = build_record([d.document for d in desks], [d.reading for d in desks], (), rulings).utterances
    assert {frozenset(u.statements) for u in found} == {frozenset({ids[0]}), frozenset({ids[1], ids[2]})}


def test_unnamed_bodies_of_many_copies_say_one_thing() -> None:
    """“Police” of ninety articles reject the allegations once."""
    desks = []
    for n in range(90):
        desk = Desk(f"EXERCISE. Police rejected the allegations about the ferry, edition {n}.", f"Outlet {n}")
        desk.says(desk.actor("Police", ActorType.ORGANISATION), "the allegations about the ferry", kind=StatementKind.INDIRECT, cue="rejected")  # fmt: skip
        desks.append(desk)
    assert sizes(*desks) == [90]
