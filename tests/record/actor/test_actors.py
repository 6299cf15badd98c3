"""Actors: mentions of many articles as one actor, or not. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, record_of
from ruled import ruled
from watchfloor.model.actor import ActorType
from watchfloor.model.judgement import Decision, Judgement, SubjectKind
from watchfloor.record.build import build_record
from watchfloor.record.ledger import Ledger

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


def _apart(*desks: Desk) -> int:
    """How many actors the articles have, each of them a story of its own."""
    return len(record_of(*desks).actors)


CABLE = "EXERCISE. Divers found the severed cable near the breakwater. The coast guard suspects an anchor. Repair ships wait for calm seas. "
BUDGET = "EXERCISE. Parliament passed the pension budget after a long night. Teachers and nurses had marched against the pension cuts. "
MORE = (
    "EXERCISE. A severed cable near the breakwater keeps repair ships busy. Divers suspect an anchor, says the coast guard.",
    "EXERCISE. Teachers and nurses marched again as parliament debated the pension budget and its cuts.",
)


def _two_stories(first: Desk, second: Desk) -> tuple[Desk, ...]:
    """The two articles with one more for the story of each."""
    desks = (first, second, *(Desk(text, published="2019-06-01") for text in MORE))
    assert len(record_of(*desks).stories) == 2
    return desks


def told(story: str, text: str, name: str, *roles: str, published: str = "2019-06-01") -> Desk:
    """An article of a story of its own, with one person in it."""
    desk = Desk(story + text, published=published)
    desk.actor(name, ActorType.PERSON, roles)
    return desk


def test_one_name_in_two_states_is_two_people() -> None:
    """Across stories a name that two states' officials bear is two people's; where nothing speaks against it, one person's."""
    norwegian = told(
        CABLE, "The Norwegian harbour minister Orla Venn spoke.", "Orla Venn", "The Norwegian harbour minister"
    )
    canadian = told(BUDGET, "The Canadian singer Orla Venn spoke.", "Orla Venn", "The Canadian singer")
    plain = told(BUDGET, "Orla Venn spoke.", "Orla Venn")
    assert _apart(*_two_stories(norwegian, canadian)) == 2
    assert _apart(*_two_stories(norwegian, plain)) == 1


def test_one_person_with_two_offices_is_one() -> None:
    """Offices that do not exclude each other are kept together under one name."""
    first = told(CABLE, "The harbour minister Orla Venn spoke.", "Orla Venn", "The harbour minister")
    second = told(BUDGET, "Orla Venn, head of the choir, spoke.", "Orla Venn", "head of the choir")
    [actor] = record_of(*_two_stories(first, second)).actors
    assert {role.text for role in actor.roles} == {"The harbour minister", "head of the choir"}


def test_father_and_son_are_two() -> None:
    """A name with Jr. is not the name without, in one story or in two."""
    assert _apart(named("Jonas Marik spoke.", "Jonas Marik"), named("Jonas Marik Jr. spoke.", "Jonas Marik Jr.")) == 2
    first, second = (
        told(CABLE, "Jonas Marik Jr. spoke.", "Jonas Marik Jr."),
        told(BUDGET, "Jonas Marik spoke.", "Jonas Marik"),
    )
    assert _apart(*_two_stories(first, second)) == 2


def test_two_kims_are_two() -> None:
    """A family name alone is neither of two people who bear it, wherever it stands in the name."""
    actors = record_of(*(named(f"{name} spoke.", name) for name in ("Kim Dae Hun", "Kim Min Seo", "Kim"))).actors
    assert [a.name for a in actors] == ["Kim", "Kim Dae Hun", "Kim Min Seo"]


def test_spellings_of_one_name_are_one() -> None:
    """Transliterations and diacritics, within a story and across two."""
    for one, other in (
        ("Jonas Cavo Marik", "Jonas Kavo Marik"),
        ("Andrij Marenskyy", "Andriy Marensky"),
        ("Jörg Møller", "Jorg Møller"),
    ):
        assert _apart(named(f"{one} spoke.", one), named(f"{other} spoke.", other)) == 1, one
        assert _apart(*_two_stories(told(CABLE, f"{one} spoke.", one), told(BUDGET, f"{other} spoke.", other))) == 1, (
            one
        )


def test_an_office_without_a_name_is_its_holder_on_that_day() -> None:
    """The register tells who the Russian president was; another day's president is another."""
    office = told(CABLE, "The US president spoke.", "The US president")
    same = told(BUDGET, "Donald Trump spoke.", "Donald Trump")
    other = told(BUDGET, "Joe Biden spoke.", "Joe Biden")
    assert [a.name for a in record_of(*_two_stories(office, same)).actors] == ["Donald Trump"]
    assert _apart(*_two_stories(office, other)) == 2


def test_an_unnamed_source_of_an_office_is_not_its_holder() -> None:
    """An anonymous actor is never resolved by the register."""
    office = Desk(f"{BASE}A Kremlin spokesman spoke.", published="2019-06-01")
    office.actor("Kremlin spokesman", ActorType.ANONYMOUS)
    holder = named("Dmitry Peskov spoke.", "Dmitry Peskov")
    assert _apart(office, holder) == 2


def test_an_ambassador_named_in_one_outlet_is_the_ambassador_of_the_others() -> None:
    """Sender and host are told in two ways; another host is another ambassador."""
    named_one = named("Ida Rask, Oslo’s man in Warsaw, spoke.", "Ida Rask", roles=("Oslo’s man in Warsaw",))
    office = named("Norway’s ambassador to Poland spoke.", "Norway’s ambassador to Poland")
    other = named("Norway’s ambassador to Latvia spoke.", "Norway’s ambassador to Latvia")
    assert [a.name for a in record_of(named_one, office).actors] == ["Ida Rask"]
    assert _apart(named_one, other) == 2


def test_a_thousand_copies_of_an_unnamed_official_stay_apart() -> None:
    """A description tells nobody from anybody, however often it stands."""
    desks = []
    for number in range(1000):
        desk = Desk(f"{BASE}A senior official spoke for the {number}th time.")
        desk.actor("A senior official", ActorType.ANONYMOUS)
        desks.append(desk)
    assert _apart(*desks) == 1000


def _introduced(story: str, text: str, published: str = "2019-06-01") -> Desk:
    """An article of a story of its own that names Anna Berg."""
    return told(story, text, "Anna Berg", published=published)


def test_namesakes_of_two_lines_of_work_are_two() -> None:
    """A harbour master here and a surgeon there are two people; a minister who is called party leader there is one."""
    master = _introduced(CABLE, "Harbour master Anna Berg of Amberholm spoke.")
    surgeon = _introduced(BUDGET, "Anna Berg, a surgeon at Westholm hospital, spoke.")
    assert _apart(*_two_stories(master, surgeon)) == 2
    minister = _introduced(CABLE, "Prime minister Anna Berg spoke.")
    leader = _introduced(BUDGET, "Anna Berg, leader of the Harbour Party, spoke.")
    assert _apart(*_two_stories(minister, leader)) == 1


def test_namesakes_within_a_story_are_two_where_two_things_tell() -> None:
    """Work and place part them, a courtesy title alone does not: outlets err in those; a bare surname beside both is neither."""
    master = named("Harbour master Anna Berg of Amberholm spoke.", "Anna Berg")
    surgeon = named("Anna Berg, a surgeon at Westholm hospital, spoke.", "Anna Berg")
    bare = named("Berg spoke again.", "Berg")
    assert _apart(master, surgeon) == 2
    assert _apart(master, surgeon, bare) == 3
    assert _apart(master, named("Mr Anna Berg spoke.", "Anna Berg"), named("Ms Anna Berg was there.", "Anna Berg")) == 1


def test_ages_and_courtesy_part_namesakes_of_two_stories() -> None:
    """A person of 19 is not one of 62 in the same year, nor is Mr Ms; ten years later 19 is 29."""
    young, old = _introduced(CABLE, "Anna Berg, 19, spoke."), _introduced(BUDGET, "Anna Berg, 62, spoke.")
    assert _apart(*_two_stories(young, old)) == 2
    later = _introduced(BUDGET, "Anna Berg, 29, spoke.", published="2029-06-01")
    assert _apart(*_two_stories(young, later)) == 1
    mr, ms = _introduced(CABLE, "Mr Anna Berg spoke."), _introduced(BUDGET, "Ms Anna Berg spoke.")
    assert _apart(*_two_stories(mr, ms)) == 2


def test_a_companion_makes_two_bearers_one() -> None:
    """Where both stories tell of the same other person, a minister who was a surgeon is one."""
    surgeon = _introduced(CABLE, "The surgeon Anna Berg spoke. Orla Venn was there.")
    minister = _introduced(BUDGET, "The minister Anna Berg spoke. Orla Venn was there.")
    assert _apart(*_two_stories(surgeon, minister)) == 2
    for desk in (surgeon, minister):
        desk.actor("Orla Venn")
    assert [a.name for a in record_of(*_two_stories(surgeon, minister)).actors] == ["Anna Berg", "Orla Venn"]


def test_a_person_mends_a_split_and_a_merge_of_namesakes() -> None:
    """A merge joins whom the machine kept apart, in one story or two; a split parts whom it joined."""
    master = _introduced(CABLE, "Harbour master Anna Berg of Amberholm spoke.")
    surgeon = _introduced(BUDGET, "Anna Berg, a surgeon at Westholm hospital, spoke.")
    plain = _introduced(BUDGET, "Anna Berg spoke.")
    here = named("Anna Berg, a surgeon at Westholm hospital, spoke.", "Anna Berg")
    for desks, decision, machine, person in (
        (_two_stories(master, surgeon), Decision.MERGE, 2, 1),
        ((named("Harbour master Anna Berg of Amberholm spoke.", "Anna Berg"), here), Decision.MERGE, 2, 1),
        (_two_stories(master, plain), Decision.SPLIT, 1, 2),
    ):
        ids = tuple(a.id for d in desks for a in d.reading.actors)
        judgement = ruled(1, decision, SubjectKind.ACTOR, *ids)
        documents, readings = [d.document for d in desks], [d.reading for d in desks]
        assert len(build_record(documents, readings, ()).actors) == machine
        assert len(build_record(documents, readings, (), (judgement,)).actors) == person


def test_a_record_that_grows_tells_namesakes_apart_as_one_made_at_once() -> None:
    """One more article may show that a name is two people's, or no longer tell; the grown record is the one made anew."""
    master = _introduced(CABLE, "Harbour master Anna Berg of Amberholm spoke.")
    plain = _introduced(BUDGET, "Anna Berg spoke.")
    rowing = "EXERCISE. Rowers from four clubs met at the lake for the regatta. The eights raced in the rain. "
    surgeon = _introduced(rowing, "Anna Berg, a surgeon at Westholm hospital, spoke.")
    again = Desk("EXERCISE. The regatta at the lake: rowers of four clubs raced their eights in heavy rain.")
    desks = (*_two_stories(master, plain), again, surgeon)
    assert len(record_of(*desks).stories) == 3
    for last in range(len(desks)):
        before = [d for n, d in enumerate(desks) if n != last]
        ledger = Ledger.of([d.document for d in before], [d.reading for d in before], ())
        grown = ledger.with_documents([desks[last].document], [desks[last].reading], ())
        assert grown.record == record_of(*desks)
    assert len(record_of(*desks).actors) == 3
