"""Renderings: two translations of one text are one source, two reports of one speech are not. Everything is an exercise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from desk import Desk, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.record import Record
from watchfloor.model.sourcing import Bond
from watchfloor.record.build import build_record
from watchfloor.record.ledger import Ledger
from watchfloor.record.source.independence import Origins, why
from watchfloor.record.source.path import path

TOLD = (
    (
        "Nobody will send us a declaration of war",
        "We are not going to get war declared in writing",
        "A letter that says war is not what will come",
    ),
    (
        "We know who owns these ships in the strait",
        "Whose vessels they are is no secret for the navy",
        "The proprietors of the boats have names and we have them",
    ),
    (
        "Whoever fires first at sea has lost in court",
        "On the water the judges are against the one who begins",
        "He who opens the shooting out there gets no verdict",
    ),
    (
        "They listen politely but we need mine hunters",
        "What helps is minesweepers and not courtesy",
        "Good manners find no mines and special boats do",
    ),
    (
        "I will leave when my term ends and no sooner",
        "My tenure has a last day and I shall stay until then",
        "There is a date in my contract on which I go",
    ),
)
"""What one person says, in the words of three translators."""
HEAD = "EXERCISE. General Tove Berg of Norland on harbours, cables and ships near Port Elin in winter. "
WHOLE = range(len(TOLD))


def told(
    translator: int,
    outlet: str,
    order: Sequence[int] = WHOLE,
    *,
    speaker: str = "Tove Berg",
    more: Sequence[tuple[str, str]] = (),
    numbers: Sequence[float] = (),
    credit: str = "",
) -> Desk:
    """An article with these statements of one person in the words of one translator, and `more` of others; what means the same has one vector."""
    said = [(speaker, TOLD[n][translator], n) for n in order]
    said += [(who, words, len(TOLD) + sum(map(ord, words)) % 90) for who, words in more]
    counts = " ".join(f"{n:g} ships were seen." for n in numbers)
    desk = Desk(HEAD + credit + " ".join(f"“{words},” {who} said." for who, words, _ in said) + f" {counts}", outlet)
    for name in dict.fromkeys(who for who, _, _ in said):
        desk.actor(name, ActorType.PERSON)
    for who, words, meaning in said:
        desk.says(desk.actor(who), words, vector=bytes(100 if meaning == n else 0 for n in range(100)))
    for n in numbers:
        desk.counts(f"{n:g} ships", n, "ships seen", unit="ship")
    return desk


def pairs(*desks: Desk) -> set[frozenset[str | None]]:
    """The outlets of the pairs that render one text."""
    record = record_of(*desks)
    outlets = {d.id: d.outlet for d in record.documents}
    return {frozenset((outlets[r.first], outlets[r.second])) for r in record.renderings}


def count(record: Record) -> list[int]:
    """On how many independent sources each saying stands that several articles carry."""
    return [c.independent for c in record.coverage if len(c.carried_by) > 1]


def test_two_translations_are_one_source_of_what_both_carry() -> None:
    """Articles that quote one person with the same thoughts in one order and in other words are one source, and the reason shows the quotations side by side."""
    one, other = told(0, "Post", numbers=(14, 6200)), told(1, "Herald", numbers=(14, 6200))
    record = record_of(one, other)
    [rendering] = record.renderings
    assert rendering.share == 1.0
    assert set(count(record)) == {1}
    assert len(count(record)) >= len(TOLD)
    origins = Origins.of_record(record)
    shared = [next(s for s in record.statements if s.id == key) for key in record.utterances[0].statements]
    [source] = origins.of_claims(shared).sources
    [reason] = source.reasons
    words = {d.id: d for d in record.documents}
    assert reason.bond is Bond.RENDERING
    assert {words[s.document_id].quote(s) for s in reason.spans[:2]} == set(TOLD[0][:2])
    assert why(reason, lambda d: str(words[d].outlet), str) == (
        f"{words[rendering.first].outlet} and {words[rendering.second].outlet} tell one text in other words, as translations of it do (100% of it): "
        "5 statements (5 and 5 in all) mean the same in one order; of 5 quotations in both none has the same words."
    )
    steps = path(shared, origins).steps
    assert [step.renders for step in steps] == [(), (steps[0].document,)]
    assert [step.copies for step in steps] == [(), ()]


def test_two_reporters_in_one_room_are_two_sources() -> None:
    """Who heard the same words quotes the same words: then nothing says that one has them from the other."""
    same, more = told(0, "Post"), told(0, "Herald", more=[("Gro Tangen", "The harbour is dark at night")])
    assert not pairs(same, more)
    assert max(count(record_of(same, more))) > 1


@pytest.mark.parametrize(
    "other",
    [
        told(1, "Herald", list(reversed(WHOLE))),
        told(1, "Herald", (2, 0, 4, 1, 3)),
        told(1, "Herald", (0, 1)),
        told(1, "Herald", speaker="Arvid Solheim"),
        told(1, "Herald", more=[("Gro Tangen", f"We in harbour {n} saw nothing of it") for n in range(6)]),
        told(1, "Herald", numbers=(9, 320)),
        told(1, "Herald", numbers=(14, 6200), credit="In an interview with the Elin Gazette, Tove Berg was blunt. "),
    ],
    ids=["reversed", "another order", "too little", "another speaker", "sources of its own", "other numbers", "two interviews"],
)  # fmt: skip
def test_what_speaks_against_one_text(other: Desk) -> None:
    """Another order or speaker, few statements in common, sources or numbers of its own, or an interview with somebody else: two reports."""
    one = told(0, "Post", numbers=(14, 6200), credit="She told the Norland Gazette. ")
    assert pairs(one, told(1, "Herald", numbers=(14, 6200)))
    assert not pairs(one, other)


def test_two_quotations_are_enough_where_one_says_that_it_is_translated() -> None:
    """An article that calls itself translated, without naming the original, needs fewer, and shows these words; a word that is translated in it says nothing."""
    one = told(0, "Post", (0, 1))
    silent = told(1, "Herald", (0, 1), credit="The word harbour, translated from Sudish, means rest. ")
    open_ = told(1, "Herald", (0, 1), credit="(Translated from the Sudish by the desk) ")
    assert not pairs(one, silent)
    [rendering] = record_of(one, open_).renderings
    assert open_.document.quote(rendering.spans[0]) == "Translated from the Sudish by the desk"
    assert rendering.why.startswith("one says that it is translated; 2 statements")


def test_three_translations_and_a_copy_of_one_are_one_source() -> None:
    """What copies a translation has the same origin as what renders it; so have three translations, in whatever order the articles come."""
    desks = [told(n, outlet) for n, outlet in enumerate(("Post", "Herald", "Echo"))]
    assert len(pairs(*desks)) == 3
    for ordered in permutations(desks):
        assert pairs(*ordered) == pairs(*desks)
    [source] = Origins.of_record(record_of(*desks)).of_documents([d.id for d in desks]).sources
    assert [(r.bond, len(r.documents)) for r in source.reasons] == [(Bond.RENDERING, 3)]
    assert source.reasons[0].on.startswith("of the two most alike 5 statements")
    copy = replace(desks[0], outlet="Courier")
    documents = [desks[1].document, desks[0].document, copy.document]
    link = Copy(desks[0].id, copy.id, CopyKind.NEAR_DUPLICATE, 1.0)
    renderings = record_of(*desks[:2]).renderings
    found = Origins.of(documents, [link], renderings=renderings)
    assert found.of_documents([desks[1].id, copy.id]).count == 1
    assert found.of_documents([d.id for d in documents]).count == 1


def test_a_second_translation_that_comes_later_changes_the_count() -> None:
    """A ledger that takes the second translation afterwards holds the same record as one made of both at once."""
    one, other = told(0, "Post"), told(1, "Herald")
    grown = Ledger.of([one.document], [one.reading], ()).with_documents([other.document], [other.reading], ())
    assert grown.record == build_record([one.document, other.document], [one.reading, other.reading], ())
    assert set(count(grown.record)) == {1}


def test_without_vectors_nothing_is_taken_for_a_translation() -> None:
    """A reader that gives no meanings leaves such articles two sources."""
    bare = []
    for n, outlet in enumerate(("Post", "Herald")):
        desk = told(n, outlet)
        reading = desk.reading
        bare.append((desk.document, replace(reading, statements=tuple(replace(s, vector=None) for s in reading.statements))))  # fmt: skip
    assert not build_record([d for d, _ in bare], [r for _, r in bare], ()).renderings
