"""Across: what two stories both carry. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, day, record_of
from ruled import ruled
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import Decision, Judgement, SubjectKind
from watchfloor.model.record import Record
from watchfloor.record.build import build_record

QUOTE = "every nation must defend its people and pay for its own peace and security"
CABLES = (
    "A trawler snagged the seabed line near Amberholm. Repair ships wait for calm seas. Divers photographed a broken sheath. Engineers reroute "
    "traffic over satellites. The coast guard tows the vessel to port and questions its crew. Islanders lost telephone service at dawn. A second "
    "vessel with a crane sails from Kiel. Fishermen complain about exclusion zones. The operator promises splices within days. Buoys mark the spot. Salvors winched up an anchor "
    "chain crusted with mussels. Skippers heard of it over marine radio. An insurer from Rotterdam sent its loss adjuster aboard."
)
BUDGET = (
    "Parliament passed the pension budget after a long night. Teachers and nurses marched against cuts. The finance committee wants higher "
    "taxes on tobacco. Retired railway workers filled the gallery. An amendment on disability benefits failed. Unions threaten strikes. The treasury "
    "blames an ageing population. Opposition deputies walked out before dawn. Grandmothers sang in the lobby. A referendum petition gathers names. Pollsters "
    "see the governing coalition sliding. Economists warned of a widening deficit. Librarians, cooks and gardeners joined the picket lines."
)


def two_stories(quote: str = QUOTE, other: str = QUOTE, speaker: str = "Orla Venn") -> list[Desk]:
    """One article on a cable and one on a budget, each with a quotation of one person."""
    made: list[Desk] = []
    for text, said, who in ((CABLES, quote, "Orla Venn"), (BUDGET, other, speaker)):
        desk = Desk(f"EXERCISE. {text} “{said}”, said {who}.")
        desk.says(desk.actor(who), said)
        made.append(desk)
    return made


def built(made: list[Desk], judgements: list[Judgement]) -> Record:
    """Their record under these judgements."""
    return build_record([d.document for d in made], [d.reading for d in made], (), judgements)


def test_the_same_words_in_two_stories_are_one_saying() -> None:
    """A quotation that an article of another story repeats word for word is one utterance, and both stories tell who carries it."""
    record = record_of(*two_stories())
    assert len(record.stories) == 2
    [said] = record.utterances
    assert [link.why for link in said.links] == ["the same words"]
    assert {c.story for c in record.coverage if c.subject == said.id} == {s.id for s in record.stories}


def test_few_words_are_one_saying_in_one_story_only() -> None:
    """Anybody may say "we will respond": equal short words in two stories are two sayings."""
    assert len(record_of(*two_stories("we will respond", "we will respond")).utterances) == 2


def test_two_speakers_of_one_saying_disagree_across_stories() -> None:
    """The same long quotation given to two people in two stories is a contradiction."""
    record = record_of(*two_stories(speaker="Tomas Reke"))
    assert [len(u.speakers) for u in record.utterances] == [2]
    assert {x.kind for x in record.contradictions} == {"speaker"}


def test_one_full_name_is_one_actor_across_stories() -> None:
    """A person's full name makes one actor of two stories; a surname alone does not."""
    full = record_of(*two_stories("I saw it", "I never saw it"))
    assert [len(a.members) for a in full.actors] == [2]
    short = [Desk(f"EXERCISE. {text} Venn said it.") for text in (CABLES, BUDGET)]
    for desk in short:
        desk.says(desk.actor("Venn"), "it")
    assert len(record_of(*short).actors) == 2


def test_people_rule_across_stories() -> None:
    """A person may keep two namesakes of two stories apart, join two people, and part or join sayings."""
    namesakes = two_stories("I saw it", "I never saw it")
    ids = [d.reading.actors[0].id for d in namesakes]
    assert len(built(namesakes, [ruled(1, Decision.SPLIT, SubjectKind.ACTOR, *ids)]).actors) == 2
    strangers = two_stories("I saw it", "I never saw it", speaker="Tomas Reke")
    people, said = [d.reading.actors[0].id for d in strangers], [d.reading.statements[0].id for d in strangers]
    assert len(built(strangers, [ruled(1, Decision.MERGE, SubjectKind.ACTOR, *people)]).actors) == 1
    assert len(built(strangers, [ruled(1, Decision.MERGE, SubjectKind.STATEMENT, *said)]).utterances) == 1
    same = two_stories()
    assert (
        len(
            built(
                same, [ruled(1, Decision.SPLIT, SubjectKind.STATEMENT, *(d.reading.statements[0].id for d in same))]
            ).utterances
        )
        == 2
    )


def test_an_event_of_one_story_is_mentioned_in_another() -> None:
    """A cable cut that an article on something else mentions with its day and place is the same incident; one elsewhere is not."""
    made: list[Desk] = []
    for text, where in ((CABLES, "Bergen"), (BUDGET, "Bergen"), (BUDGET, "Tallinn")):
        desk = Desk(f"EXERCISE. {text} The data cable off {where} was severed.", f"Outlet {len(made)}")
        desk.reports(
            IncidentType.SUBSEA_CABLE_DAMAGE,
            "severed",
            when=day("2031-04-28"),
            where=(where, "NO" if where == "Bergen" else "EE"),
        )
        made.append(desk)
    record = record_of(*made)
    assert len(record.stories) == 2
    assert sorted(len(i.reports) for i in record.incidents) == [1, 2]
