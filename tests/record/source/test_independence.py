"""Independence: copies, one outlet, one interview and one official's word are one source. Everything is an exercise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import Desk
from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import Claim, Status
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.sourcing import Bond, Independence
from watchfloor.record.source.independence import Origins, Sources, why


def test_copies_of_copies_are_one_source() -> None:
    """Three outlets that copy one another in a row are one source; a fourth is another."""
    desks = [Desk(f"EXERCISE {n}", f"Outlet {n}") for n in range(4)]
    copies = [Copy(desks[n].id, desks[n + 1].id, CopyKind.WIRE_COPY, 0.9) for n in range(2)]
    sources = Sources.of([d.document for d in desks], copies)
    assert sources.independent([d.id for d in desks[:3]]) == 1
    assert sources.independent([d.id for d in desks]) == 2


def test_one_outlet_is_one_source_under_two_spellings() -> None:
    """The outlets "www.The-Post.example" and "the-post.example" are one, and so are "The Post" and "post"."""
    desks = [
        Desk("EXERCISE a", "www.The-Post.example"),
        Desk("EXERCISE b", "the-post.example"),
        Desk("EXERCISE c", "The Post"),
        Desk("EXERCISE d", "post"),
    ]
    assert Sources.of([d.document for d in desks], ()).independent([d.id for d in desks]) == 2


def test_an_unknown_outlet_counts_by_document() -> None:
    """Two articles of unknown outlets are two sources."""
    desks = [Desk("EXERCISE a"), Desk("EXERCISE b")]
    assert Sources.of([d.document for d in desks], ()).independent([d.id for d in desks]) == 2


def test_one_shared_text_does_not_make_two_outlets_one_for_ever() -> None:
    """Two outlets that carried one agency's text are one source of it, and two of what each reported itself."""
    shared = [Desk("EXERCISE agency text", "Outlet 1"), Desk("EXERCISE agency text again", "Outlet 2")]
    own = [Desk("EXERCISE a report", "Outlet 1"), Desk("EXERCISE another report", "Outlet 2")]
    copies = [Copy(shared[0].id, shared[1].id, CopyKind.WIRE_COPY, 0.9)]
    sources = Sources.of([d.document for d in (*shared, *own)], copies)
    assert sources.independent([d.id for d in shared]) == 1
    assert sources.independent([d.id for d in own]) == 2
    assert sources.independent([shared[0].id, own[1].id]) == 2


WORDS = "We are counting every buoy"
INTERVIEWS = (
    "EXERCISE. Admiral Tove Berg told the Norland Gazette what she thinks. “We are counting every buoy,” Berg said.",
    "EXERCISE. In an interview with the Norland Gazette, Admiral Tove Berg was blunt.\n“We are counting every buoy,” Berg said.",
    "EXERCISE. Admiral Tove Berg gave a Norland Gazette interview. “We are counting every buoy,” Berg said.",
)


def _quoted(text: str, outlet: str, *, speaker: str = "Tove Berg") -> Desk:
    """An article that quotes the words, and before them says whose they are."""
    desk = Desk(text, outlet)
    berg = desk.actor(speaker, aliases=("Berg",))
    desk.says(berg, "what she thinks" if "what she thinks" in text else speaker)
    desk.says(berg, WORDS)
    return desk


def _of(desks: list[Desk], claims: list[Claim]) -> Independence:
    """The sources of the claims."""
    known = [a for d in desks for a in d.reading.actors]
    said = [s for d in desks for s in d.reading.statements]
    return Origins.of([d.document for d in desks], (), said, known).of_claims(claims)


@pytest.mark.parametrize("text", INTERVIEWS)
def test_two_articles_on_one_interview_are_one_source(text: str) -> None:
    """Whoever quotes words that were spoken to the Gazette rests on the Gazette, and the reason shows where the article says so."""
    other = (
        "EXERCISE. Speaking to the daily Norland Gazette, Tove Berg said more. “We are counting every buoy,” Berg said."
    )
    desks = [_quoted(text, "Outlet 1"), _quoted(other, "Outlet 2")]
    found = _of(desks, [d.reading.statements[1] for d in desks])
    assert found.count == 1
    (reason,) = found.sources[0].reasons
    assert (reason.bond, reason.on, set(reason.documents)) == (Bond.INTERVIEW, "Norland Gazette", {d.id for d in desks})
    shown = [d.document.quote(span) for d in desks for span in reason.spans if span.document_id == d.id]
    assert len(shown) == 2
    assert all("Gazette" in words for words in shown)


def test_the_outlet_that_is_credited_is_the_same_source() -> None:
    """The Gazette's own article and one that credits it are one source, in whatever spelling the outlet is known."""
    desks = [
        _quoted(INTERVIEWS[0], "Outlet 1"),
        _quoted("EXERCISE. Tove Berg speaks. We are counting every buoy", "The Norland Gazette"),
    ]
    found = _of(desks, [d.reading.statements[1] for d in desks])
    assert found.count == 1
    assert found.sources[0].reasons[0].documents == tuple(d.id for d in desks)


def test_an_interview_is_its_speakers_and_nobody_elses() -> None:
    """Words of another person in the same two articles are two sources: only the admiral was interviewed."""
    desks = [
        _quoted(text, f"Outlet {n}")
        for n, text in enumerate(f"{t} Mayor Sten Lund called it “a fog of buoys”." for t in INTERVIEWS[:2])
    ]
    for desk in desks:
        desk.says(desk.actor("Sten Lund"), "a fog of buoys")
    assert _of(desks, [d.reading.statements[1] for d in desks]).count == 1
    assert _of(desks, [d.reading.statements[2] for d in desks]).count == 2


def test_an_occasion_that_both_name_is_one_source() -> None:
    """What the reader found as the occasion of both statements ties them; two occasions do not."""
    desks = [Desk(f"EXERCISE {n}: We are counting every buoy", f"Outlet {n}") for n in range(3)]
    for n, desk in enumerate(desks):
        desk.says(desk.actor("EXERCISE"), WORDS, via="Port Forum" if n < 2 else "Harbour Day")
    found = _of(desks, [d.reading.statements[0] for d in desks])
    assert [len(source.documents) for source in found.sources] == [2, 1]
    assert found.sources[0].reasons[0].bond is Bond.VENUE


def _event(outlet: str, text: str, trigger: str = "cable was cut") -> Desk:
    desk = Desk(text, outlet)
    desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, trigger, status=Status.ALLEGED)
    return desk


def test_reports_on_one_officials_word_are_one_source() -> None:
    """Two articles in which an event stands only in one minister's words have one source of it; an outlet's own report is another."""
    heard = [_event(f"Outlet {n}", f"EXERCISE {n}. Minister Pia Holm said that a cable was cut.") for n in range(2)]
    statements = []
    for desk in heard:
        desk.says(desk.actor("Pia Holm"), "that a cable was cut")
        statements += [replace(s, speaker="holm") for s in desk.reading.statements]
    own = _event("Outlet 3", "EXERCISE. A cable was cut, and our reporter saw it.")
    desks = [*heard, own]
    origins = Origins.of([d.document for d in desks], (), statements, [Actor("holm", "Pia Holm", ActorType.PERSON)])
    found = origins.of_claims([d.reading.incidents[0] for d in desks])
    assert found.count == 2
    (reason,) = found.sources[0].reasons
    assert (
        why(reason, lambda d: {heard[0].id: "A", heard[1].id: "B"}[d], lambda _: "Pia Holm")
        == "A and B have it on the word of Pia Holm alone."
    )


def test_an_article_that_also_reports_itself_does_not_rest_on_the_word_alone() -> None:
    """Where one of the article's reports of the event is its own, the minister is not its only source."""
    text = "EXERCISE {}. Minister Pia Holm said that a cable was cut. Divers saw that the line had been severed."
    desks = [_event(f"Outlet {n}", text.format(n)) for n in range(2)]
    statements = []
    for desk in desks:
        desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, "severed")
        desk.says(desk.actor("Pia Holm"), "that a cable was cut")
        statements += [replace(s, speaker="holm") for s in desk.reading.statements]
    origins = Origins.of([d.document for d in desks], (), statements, [Actor("holm", "Pia Holm", ActorType.PERSON)])
    assert origins.of_claims([r for d in desks for r in d.reading.incidents]).count == 2


def test_an_agency_at_the_head_makes_one_source_of_documents() -> None:
    """Two outlets that print one agency's article in other words are one source, also of the documents as a whole."""
    desks = [Desk(f"PORT ELIN (Reuters) - EXERCISE {n}", f"Outlet {n}") for n in range(2)]
    found = Origins.of([d.document for d in desks], ()).of_documents(d.id for d in desks)
    assert found.count == 1
    assert why(found.sources[0].reasons[0], lambda d: d[:3], str).endswith("rest on a report of Reuters.")


@given(
    st.lists(
        st.sampled_from(["", "EXERCISE. Berg told Reuters. ", "EXERCISE. According to Norland Radio. "]),
        min_size=1,
        max_size=6,
    ),
    st.randoms(),
)
def test_the_order_of_documents_changes_no_count(texts: list[str], chance: Random) -> None:
    """However the documents are ordered, the groups are the same, and no document is in two of them."""
    desks = [Desk(f"{text}{n}: We are counting every buoy", f"Outlet {n % 4}") for n, text in enumerate(texts)]
    for desk in desks:
        desk.says(desk.actor("Berg"), WORDS)
    claims = [d.reading.statements[0] for d in desks]
    shuffled = chance.sample(claims, len(claims))
    one, other = _of(desks, [*claims]), _of(desks, [*shuffled])
    assert {frozenset(s.documents) for s in one.sources} == {frozenset(s.documents) for s in other.sources}
    assert sorted(d for s in one.sources for d in s.documents) == sorted(c.document_id for c in claims)
    assert all(source.reasons for source in one.sources if len(source.documents) > 1)
