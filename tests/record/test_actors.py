"""Actors: mentions of many articles as one actor, or not. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, record_of
from ruled import ruled
from watchfloor.model.actor import ActorType
from watchfloor.model.judgement import Decision, Judgement, SubjectKind
from watchfloor.record.build import build_record

BASE = (
    "EXERCISE. The harbour of Amberholm stayed shut after divers found a severed cable near the Amberholm breakwater. "
)


def named(text: str, *names: str, kind: ActorType = ActorType.PERSON, roles: tuple[str, ...] = ()) -> Desk:
    """An article of the story that mentions the given actors."""
    desk = Desk(BASE + text)
    for name in names:
        desk.actor(name, kind, roles)
    return desk


def test_a_full_name_takes_its_surname_with_it() -> None:
    """Admiral Jonas Vel Marik here and Captain Marik there are one, under the full name without its title, with all forms kept."""
    actors = record_of(
        named("Admiral Jonas Vel Marik spoke.", "Admiral Jonas Vel Marik"),
        named("Captain Marik spoke.", "Captain Marik"),
    ).actors
    assert [a.name for a in actors] == ["Jonas Vel Marik"]
    assert actors[0].aliases == ("Admiral Jonas Vel Marik", "Captain Marik")
    assert len(actors[0].members) == 2


def test_two_first_names_stay_two_people() -> None:
    """Jonas Marik and Anna Marik are two, and a bare Marik beside both is neither."""
    texts = [named(f"{name} spoke.", name) for name in ("Jonas Marik", "Anna Marik", "Marik")]
    assert [a.name for a in record_of(*texts).actors] == ["Anna Marik", "Jonas Marik", "Marik"]


def test_an_unnamed_source_is_never_a_named_person() -> None:
    """An anonymous actor stays alone although a named one has the very same description."""
    unnamed = named("A senior harbour official spoke.", "A senior harbour official", kind=ActorType.ANONYMOUS)
    person = named("Orla Venn, a senior harbour official, spoke.", "Orla Venn", roles=("a senior harbour official",))
    assert len(record_of(unnamed, person).actors) == 2


def test_unnamed_sources_are_one_only_over_one_saying() -> None:
    """Two outlets' Nordland diplomats are two, until both carry the same words."""
    words = "we will not sit and count severed cables until winter comes"
    desks = [
        Desk(f"{BASE}“{words}”, said {who}. {tail}", outlet=who)
        for who, tail in (("a senior Nordland diplomat", ""), ("one Nordland diplomat", "More followed."))
    ]
    for desk in desks:
        desk.actor(desk.outlet or "", ActorType.ANONYMOUS)
    assert len(record_of(*desks).actors) == 2
    for desk in desks:
        desk.says(f"{desk.id[:12]}:{desk.outlet}", words)
    assert len(record_of(*desks).actors) == 1


def test_one_office_names_who_holds_it() -> None:
    """An article that only says "Nordland's top military officer" means the person whom another article calls so."""
    bare = named("Nordland's top military officer spoke.", "Nordland's top military officer")
    full = named(
        "Orla Venn, Nordland's highest-ranking military officer, spoke.",
        "Orla Venn",
        roles=("Nordland's highest-ranking military officer",),
    )
    assert [a.name for a in record_of(bare, full).actors] == ["Orla Venn"]


def test_a_person_is_no_body_of_the_same_name() -> None:
    """A company and a person of one name are two."""
    assert (
        len(
            record_of(named("Marik rose.", "Marik", kind=ActorType.ORGANISATION), named("Marik spoke.", "Marik")).actors
        )
        == 2
    )


def test_conflicting_roles_stay_side_by_side() -> None:
    """Both articles' roles are kept on the one actor, each on its own span."""
    roles = ("the navy's top officer", "the navy's second-highest officer")
    desks = [named(f"Orla Venn, {role}, spoke.", "Orla Venn", roles=(role,)) for role in roles]
    found = record_of(*desks).actors[0]
    assert {(r.text, r.span.document_id) for r in found.roles} == {
        (role, d.id) for role, d in zip(roles, desks, strict=True)
    }


def test_a_person_may_rule_otherwise() -> None:
    """A merge joins what the machine keeps apart, a later split undoes it."""
    desks = [
        named("Jonas Marik spoke.", "Jonas Marik"),
        named("The old harbour master spoke.", "The old harbour master"),
    ]
    ids = tuple(a.id for d in desks for a in d.reading.actors)

    def by_one(number: int, decision: Decision) -> Judgement:
        return ruled(number, decision, SubjectKind.ACTOR, *ids)

    def actors(*judgements: Judgement) -> int:
        return len(build_record([d.document for d in desks], [d.reading for d in desks], (), judgements).actors)

    assert actors() == 2
    assert actors(by_one(1, Decision.MERGE)) == 1
    assert actors(by_one(2, Decision.SPLIT), by_one(1, Decision.MERGE)) == 2
