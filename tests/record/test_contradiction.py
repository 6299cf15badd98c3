"""Contradiction: what disagrees, what is only a tension, and what is no disagreement. Everything is an exercise."""

from __future__ import annotations

import pytest

from desk import Desk, day, record_of
from ruled import ruled
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import StatementKind, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.model.record import Contradiction, ContradictionKind, Strength
from watchfloor.record.build import build_record

QUOTE = "If we go on counting severed cables, we invite the next anchor. Every repair costs us a winter."
ABOUT = "EXERCISE. The cable off Amberholm was severed and the Nordland coast guard looks for an anchor. "


def found(kind: ContradictionKind, *desks: Desk) -> list[Contradiction]:
    """The contradictions of one kind."""
    return [x for x in record_of(*desks).contradictions if x.kind is kind]


def told(
    outlet: str,
    speaker: str,
    words: str = QUOTE,
    who: ActorType = ActorType.PERSON,
    kind: StatementKind = StatementKind.DIRECT,
) -> Desk:
    """An article in which the speaker says the words."""
    desk = Desk(f"{ABOUT}“{words}”, said {speaker}.", outlet)
    desk.says(desk.actor(speaker, who), words, kind=kind)
    return desk


def test_one_quotation_in_two_mouths() -> None:
    """The same words given to a diplomat and to an admiral are a contradiction whose sides and sentence name both and their outlets."""
    post, herald = told("Post", "a senior Nordland diplomat", who=ActorType.ANONYMOUS), told("Herald", "Orla Venn")
    [x] = found(ContradictionKind.SPEAKER, post, herald)
    assert x.strength is Strength.CONTRADICTION
    assert {side.value for side in x.sides} == {"a senior Nordland diplomat", "Orla Venn"}
    assert set(x.claims) == {post.reading.statements[0].id, herald.reading.statements[0].id}
    assert all(word in x.explain for word in ("Post", "Herald", "Venn", "diplomat"))
    assert {s.document_id for side in x.sides for s in side.spans} == {post.id, herald.id}


def test_a_person_and_the_institution_are_a_tension() -> None:
    """A ministry's words in its spokeswoman's mouth can both be true."""
    [x] = found(
        ContradictionKind.SPEAKER,
        told("Post", "Orla Venn"),
        told("Herald", "Nordland's Harbour Ministry", who=ActorType.ORGANISATION),
    )
    assert x.strength is Strength.TENSION


def test_a_paraphrase_of_two_people_is_no_contradiction() -> None:
    """A thought that two people may share, without quoted words, is at most a tension."""
    words = "the coast guard must count the severed cables before winter and look for the anchor"
    xs = found(
        ContradictionKind.SPEAKER,
        *(
            told(o, s, words, kind=StatementKind.INDIRECT)
            for o, s in (("Post", "Orla Venn"), ("Herald", "Jonas Marik"))
        ),
    )
    assert all(x.strength is Strength.TENSION for x in xs)


def test_one_speaker_is_no_disagreement() -> None:
    """The same person under a full name and a surname is one."""
    assert found(ContradictionKind.SPEAKER, told("Post", "Orla Venn"), told("Herald", "Venn")) == []


def test_a_document_that_names_both_settles_it() -> None:
    """Where one article has both speakers say it, another that names one of them contradicts nothing."""
    both = Desk(f"{ABOUT}“{QUOTE}”, said Orla Venn. Jonas Marik agreed: “{QUOTE} Yes.”", "Post")
    both.says(both.actor("Orla Venn"), QUOTE)
    both.says(both.actor("Jonas Marik"), f"{QUOTE} Yes.")
    assert found(ContradictionKind.SPEAKER, both, told("Herald", "Jonas Marik")) == []


def described(outlet: str, role: str, name: str = "Orla Venn", lead: str = "") -> Desk:
    """An article that gives the person a role and a statement."""
    desk = Desk(f"{ABOUT}{lead}{name}, {role}, said nets would be cast. More followed.", outlet)
    desk.says(desk.actor(f"{lead}{name}", roles=(role,)), "nets would be cast", kind=StatementKind.INDIRECT)
    return desk


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nordland's highest-ranking naval officer", "Nordland's second-highest naval officer", 1),
        ("Nordland's top naval officer", "Nordland's highest-ranking naval officer", 0),
        ("Nordland's top naval officer", "Nordland's former second-highest naval officer", 0),
        ("Nordland's top naval officer", "a top naval officer", 0),
        ("Nordland's top naval officer", "the second-largest shareholder of a bakery", 0),
        ("the harbour minister", "the chair of the fishery council", 0),
    ],
)
def test_only_roles_that_exclude_each_other_conflict(one: str, other: str, expected: int) -> None:
    """Two places in one order conflict; one place in two wordings, a former place, another order or two offices do not."""
    xs = found(ContradictionKind.ROLE, described("Post", one), described("Herald", other))
    assert len(xs) == expected
    assert all(x.strength is Strength.CONTRADICTION and len(x.claims) == 2 for x in xs)


def test_two_ranks_of_one_person_conflict() -> None:
    """Admiral in one outlet and Captain in another is a contradiction, on the statements nearest to where each stands."""
    post, herald = (
        described("Post", "of the navy", lead="Admiral "),
        described("Herald", "of the navy", lead="Captain "),
    )
    [x] = found(ContradictionKind.ROLE, post, herald)
    assert set(x.claims) == {d.reading.statements[0].id for d in (post, herald)}


def counted(outlet: str, words: str, value: float, published: str = "2031-05-02", *, approx: bool = False) -> Desk:
    """An article with a count of the dead of one fire."""
    desk = Desk(
        f"EXERCISE. The ferry fire at Amberholm killed {words} on Monday, doctors said. Firemen fought the ferry fire for hours.",
        outlet,
        published,
    )
    desk.counts(words, value, "people killed in the ferry fire", approx=approx)
    return desk


def test_two_numbers_of_one_day_are_a_contradiction() -> None:
    """Three and five dead in articles of one day exclude each other; a day apart the count may have grown."""
    [x] = found(ContradictionKind.NUMBER, counted("Post", "three people", 3), counted("Herald", "five people", 5))
    assert x.strength is Strength.CONTRADICTION
    [y] = found(
        ContradictionKind.NUMBER, counted("Post", "three people", 3), counted("Herald", "five people", 5, "2031-05-03")
    )
    assert y.strength is Strength.TENSION


def test_bounds_and_rounding_are_no_contradiction() -> None:
    """At least four and five agree."""
    assert (
        found(
            ContradictionKind.NUMBER,
            counted("Post", "at least four people", 4, approx=True),
            counted("Herald", "five people", 5),
        )
        == []
    )


def dated(outlet: str, first: str, last: str | None = None) -> Desk:
    """An article that dates the cutting of the cable."""
    desk = Desk(f"{ABOUT}It was severed off Bergen by an anchor, {first}.", outlet)
    desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, "severed off Bergen", when=day(first, last), where=("Bergen", "NO"))
    return desk


def test_two_days_of_one_event_are_a_contradiction() -> None:
    """Monday here and Tuesday there exclude each other; a week that holds the Monday does not."""
    [x] = found(ContradictionKind.DATE, dated("Post", "2031-04-28"), dated("Herald", "2031-04-29"))
    assert "2031-04-28" in x.explain
    assert "2031-04-29" in x.explain
    assert found(ContradictionKind.DATE, dated("Post", "2031-04-28"), dated("Herald", "2031-04-28", "2031-05-04")) == []


def test_one_stretch_asserted_and_denied() -> None:
    """What one actor says and another denies, in the document's own words, is a contradiction of status."""
    desk = Desk(f"{ABOUT}Senators claimed the treaty was a draft, which Orla Venn denied.", "Post")
    desk.says(
        desk.actor("Senators", ActorType.GROUP), "the treaty was a draft", kind=StatementKind.INDIRECT, cue="claimed"
    )
    desk.says(desk.actor("Orla Venn"), "the treaty was a draft", kind=StatementKind.INDIRECT, cue="denied")
    [x] = found(ContradictionKind.STATUS, desk)
    assert "Venn denies" in x.explain


def test_one_event_reported_and_denied() -> None:
    """An event that one outlet reports as fact and another as denied is a contradiction of status."""
    desks = []
    for outlet, status in (("Post", Status.OCCURRED), ("Herald", Status.DENIED)):
        desk = Desk(f"{ABOUT}It was severed off Bergen by an anchor.", outlet)
        desk.reports(
            IncidentType.SUBSEA_CABLE_DAMAGE,
            "severed off Bergen",
            status=status,
            when=day("2031-04-28"),
            where=("Bergen", "NO"),
        )
        desks.append(desk)
    [x] = found(ContradictionKind.STATUS, *desks)
    assert [side.value for side in x.sides] == ["occurred", "denied"]


def test_one_quotation_in_other_words_is_a_tension() -> None:
    """A translated quotation differs in its words; an excerpt does not."""
    other = "If we merely count severed cables, we are inviting the next anchor; each repair costs a winter"
    [x] = found(ContradictionKind.WORDING, told("Post", "Orla Venn"), told("Herald", "Orla Venn", other))
    assert x.strength is Strength.TENSION
    excerpt = "we invite the next anchor. Every repair costs us a winter"
    assert found(ContradictionKind.WORDING, told("Post", "Orla Venn"), told("Herald", "Orla Venn", excerpt)) == []


def test_a_shared_turn_of_phrase_is_not_one_quotation() -> None:
    """Two sentences with the same beginning and end and much else between are two, and not one in other words."""
    other = (
        "If we go on as the harbour board, the unions and every ministry have asked us to in letter after letter since spring, "
        "we invite a strike of the pilots, and that costs us a winter."
    )
    assert found(ContradictionKind.WORDING, told("Post", "Orla Venn"), told("Herald", "Orla Venn", other)) == []


def test_words_that_stand_elsewhere_in_the_article_are_not_missing_from_it() -> None:
    """An article that quotes a sentence whole, and another like it, has the first in no other words."""
    like = "Going on counting severed cables, we invited the next anchor, and it will cost us a winter"
    both = Desk(f"{ABOUT}“{QUOTE}” said Orla Venn. “{like},” Orla Venn said.", "Herald")
    both.says(both.actor("Orla Venn"), QUOTE)
    both.says(both.actor("Orla Venn"), like)
    one = Desk(f"{ABOUT}“{like},” said Orla Venn.", "Herald")
    one.says(one.actor("Orla Venn"), like)
    assert len(found(ContradictionKind.WORDING, told("Post", "Orla Venn"), one)) == 1
    assert found(ContradictionKind.WORDING, told("Post", "Orla Venn"), both) == []


def test_a_rejected_contradiction_stays_away() -> None:
    """What a person rejected is not shown again at the next build."""
    desks = [told("Post", "Orla Venn"), told("Herald", "Jonas Marik")]
    [x] = [x for x in record_of(*desks).contradictions if x.kind is ContradictionKind.SPEAKER]
    no = ruled(1, Decision.REJECT, SubjectKind.CONTRADICTION, x.claims, about=x.kind)
    again = build_record([d.document for d in desks], [d.reading for d in desks], (), [no])
    assert x.id not in {y.id for y in again.contradictions}
    assert again.rejected_contradictions == (x,)


def judged(outlet: str, who: str, words: str, cue: str, trigger: str = "severed off Bergen") -> Desk:
    """An article in which somebody confirms or misses evidence."""
    desk = Desk(f"{ABOUT}At noon {who} {cue} {words}.", outlet)
    desk.says(desk.actor(who), words, kind=StatementKind.INDIRECT, cue=cue)
    desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, trigger)
    return desk


def test_confirmed_here_and_without_evidence_there_is_a_tension() -> None:
    """One party confirms the cut, another says that there is no evidence of one; that one can't confirm it is no disagreement."""
    yes = judged("Post", "Orla Venn", "that the cable was severed off Bergen by an anchor", "confirmed")
    no = judged("Herald", "Jonas Marik", "there was no evidence that a cable was severed off Bergen", "said")
    [x] = found(ContradictionKind.STATUS, yes, no)
    assert x.strength is Strength.TENSION
    assert set(x.claims) == {d.reading.statements[0].id for d in (yes, no)}
    unsure = judged("Post", "Orla Venn", "could not confirm that the cable was severed off Bergen", "said she")
    assert found(ContradictionKind.STATUS, unsure, no) == []


def test_a_day_after_publication_is_no_disagreement() -> None:
    """An article of 2 May that dates the cut to 4 May is misread, and contradicts nobody."""
    assert found(ContradictionKind.DATE, dated("Post", "2031-05-02"), dated("Herald", "2031-05-04")) == []


def test_a_thousand_copies_are_two_sides() -> None:
    """Numbers of very many articles are one group with one side each, and the sentence names no more than some of them."""
    three = [counted(f"Post {n}", "three people", 3) for n in range(90)]
    five = [counted(f"Herald {n}", "five people", 5) for n in range(90)]
    [x] = found(ContradictionKind.NUMBER, *three, *five)
    assert [len(side.claims) for side in x.sides] == [90, 90]
    assert "83 more" in x.explain
