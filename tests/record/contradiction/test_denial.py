"""Denials: a denied accusation, and what is none. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, day, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import StatementKind
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Contradiction, ContradictionKind, Strength

CABLE, SHIP = IncidentType.SUBSEA_CABLE_DAMAGE, IncidentType.MARITIME_INCIDENT
END = " The Nordland coast guard is looking into the matter."


def article(
    outlet: str, text: str, trigger: str, *says: tuple[str, str, str | None], kind: IncidentType = CABLE
) -> Desk:
    """An article with one report, and with who says what by which cue; an event is dated and placed, a pattern of ships is not."""
    desk = Desk(f"EXERCISE. {text}{END}", outlet)
    specific = kind is CABLE
    desk.reports(
        kind, trigger, specific=specific, when=day("2031-04-28") if specific else None,
        where=("Bergen", "NO") if specific else None,
    )  # fmt: skip
    for speaker, words, cue in says:
        desk.says(desk.actor(speaker, ActorType.STATE), words, kind=StatementKind.INDIRECT, cue=cue)
    return desk


def disputed(*desks: Desk) -> list[Contradiction]:
    """What is denied."""
    kinds = {ContradictionKind.ATTRIBUTION, ContradictionKind.STATUS}
    return [x for x in record_of(*desks).contradictions if x.kind in kinds]


ACCUSED = article(
    "Post",
    "The cable off Bergen was severed on Monday. Nordland accused Sudland of dragging an anchor over it.",
    "severed",
    ("Nordland", "Sudland of dragging an anchor over it", "accused"),
)
DENIED = article(
    "Herald",
    "The cable off Bergen was severed on Monday. Suspicion fell on Sudland. Sudland rejected the suspicion.",
    "severed",
    ("Sudland", "the suspicion", "rejected"),
)


def test_who_did_it_is_disputed() -> None:
    """One accuses, the accused denies elsewhere: the deed stands, so that the attribution is contradicted, with one side for each."""
    [x] = disputed(ACCUSED, DENIED)
    assert (x.kind, x.strength) == (ContradictionKind.ATTRIBUTION, Strength.CONTRADICTION)
    statements = [s.id for d in (ACCUSED, DENIED) for s in d.reading.statements]
    assert [side.claims for side in x.sides] == [(statements[0],), (statements[1],)]
    assert "Sudland" in x.explain
    assert "Nordland" in x.explain


def test_of_a_pattern_it_is_disputed_whether_it_is_so() -> None:
    """Sales of oil that one reports and the seller denies are a contradiction of status."""
    told = article(
        "Post", "Nordland said that Sudland ships sell oil at sea.", "sell oil",
        ("Nordland", "Sudland ships sell oil at sea", "said"), kind=SHIP,
    )  # fmt: skip
    denied = article(
        "Herald", "Reports of Sudland ships that sell oil at sea made the round. Sudland denied the reports.", "sell oil",
        ("Sudland", "the reports", "denied"), kind=SHIP,
    )  # fmt: skip
    [x] = disputed(told, denied)
    assert x.kind is ContradictionKind.STATUS


def test_a_denial_without_an_accusation_is_no_disagreement() -> None:
    """Whoever denies what nobody in the record says contradicts nobody; nor does one who denies another's deed."""
    assert disputed(DENIED) == []
    other = article(
        "Post",
        "The cable off Bergen was severed on Monday. Nordland accused Westland of dragging an anchor over it.",
        "severed",
        ("Nordland", "Westland of dragging an anchor over it", "accused"),
    )
    assert disputed(other, DENIED) == []


def test_a_party_does_not_accuse_itself() -> None:
    """What the accused itself says of the event is not the other side of its denial."""
    own = article(
        "Post",
        "The cable off Bergen was severed on Monday. Sudland said that suspicion of Sudland was rife.",
        "severed",
        ("Sudland", "suspicion of Sudland was rife", "said"),
    )
    assert disputed(own, DENIED) == []


def test_the_side_of_an_outlet_that_accuses_stands_on_the_words_that_accuse() -> None:
    """Where the outlet itself blames, its side opens where it blames, and not where it tells of the event."""
    blaming = article(
        "Post",
        "The cable off Bergen was severed on Monday. Sudland is suspected of dragging an anchor over it.",
        "severed",
    )
    accused = blaming.actor("Sudland", ActorType.STATE)
    blaming.blames("Sudland is suspected", accused)
    [x] = disputed(blaming, DENIED)
    assert [s.start for s in x.sides[0].spans] == [blaming.text.index("Sudland is suspected")]


def denial(words: str, content: str, cue: str = "denied") -> Desk:
    """An article on the cable in which Sudland denies something."""
    return article(
        "Herald",
        f"The cable off Bergen was severed on Monday. Suspicion fell on Sudland. {words}",
        "severed",
        ("Sudland", content, cue),
    )


def test_a_denial_of_all_such_events_is_none_of_this_one() -> None:
    """Whoever has always denied "such incidents" has said nothing of the cable; of a pattern it is a denial."""
    assert disputed(ACCUSED, denial("Sudland has previously denied any role in it.", "any role in it")) == []
    assert disputed(ACCUSED, denial("Sudland denied a role in such incidents.", "a role in such incidents")) == []
    assert len(disputed(ACCUSED, denial("Sudland denied any role in it.", "any role in it"))) == 1


def test_a_denial_of_a_deed_in_another_state_is_none_of_this_one() -> None:
    """That Poland was a target is denied of an event in Poland, and this one was off Norway."""
    assert disputed(ACCUSED, denial("Sudland denied Poland was targeted.", "Poland was targeted")) == []
    assert len(disputed(ACCUSED, denial("Sudland denied Norway was targeted.", "Norway was targeted"))) == 1


def test_who_leaves_it_open_accuses_nobody() -> None:
    """What cannot be ruled out is contradicted by no denial."""
    open_ = article(
        "Post",
        "The cable off Bergen was severed on Monday. Nordland said it could not rule out that Sudland was responsible for it.",
        "severed",
        ("Nordland", "it could not rule out that Sudland was responsible for it", "said"),
    )
    assert disputed(open_, DENIED) == []


def test_a_state_is_not_accused_by_its_own_spokesman() -> None:
    """What the Kremlin's spokesman says of charges against Russia is not the other side of Russia's denial."""
    own = article(
        "Post",
        "The cable off Bergen was severed on Monday. A Kremlin spokesman said that Russia is linked to everything.",
        "severed",
        ("a Kremlin spokesman", "Russia is linked to everything", "said"),
    )
    denied = article(
        "Herald",
        "The cable off Bergen was severed on Monday. Suspicion fell on Russia. Russia rejected the suspicion.",
        "severed",
        ("Russia", "the suspicion", "rejected"),
    )
    assert disputed(own, denied) == []
