"""Versions: what the record joins into one saying vouches for it only where it tells the same. Everything is an exercise."""

from __future__ import annotations

import json

import pytest

from desk import Desk, record_of
from ruled import ruled
from watchfloor.model.claim import StatementKind
from watchfloor.model.document import by_id
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.model.record import Record
from watchfloor.model.sourcing import Credibility
from watchfloor.products import brief_markdown
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.shape import Saying, Voice
from watchfloor.products.brief.versions import versions
from watchfloor.products.item import find
from watchfloor.products.press import record_json
from watchfloor.record.build import build_record
from watchfloor.record.source.independence import Origins

MEANT = bytes((127, 10, 0)), bytes((127, 0, 10)), bytes((127, 10, 10))
CUT = "the freighter had cut the northern cable on purpose"
SEVERED = "a vessel deliberately severed that line"


def told(words: str, outlet: str, meaning: int, speaker: str = "Orla Venn") -> Desk:
    """An article that gives the words to the speaker, in a reading that takes all articles to mean the same; a later one the higher `meaning`."""
    text = f"EXERCISE. {speaker} of the coast guard told {outlet} readers that {words}."
    desk = Desk(text, outlet, f"2031-05-0{meaning + 1}")
    desk.says(desk.actor(speaker), words, kind=StatementKind.INDIRECT, vector=MEANT[meaning])
    return desk


def voice_of(record: Record) -> Voice:
    """The one speaker of the brief."""
    (voice,) = brief_of(record).parts[0].voices
    return voice


def saying_of(record: Record) -> Saying:
    """The one saying of the brief."""
    (saying,) = voice_of(record).sayings
    return saying


def notes(saying: Saying) -> dict[str, str | None]:
    """What each version's line says about it, under its outlet."""
    return {line.evidence[0].source.label: line.note for line in saying.variants}


def reason_of(shown: str, other: str) -> str | None:
    """Why the second words, in another mouth, do not tell the first; None where they do. No contradiction is known."""
    record = record_of(told(shown, "Post", 0), told(other, "Herald", 1, "Jonas Marik"))
    (utterance,) = record.utterances
    first, second = sorted(record.statements, key=lambda s: utterance.statements.index(s.id))
    found = versions(utterance, (first, second), by_id(record.documents), Origins.of_record(record), {})
    assert found.shown is first
    return found.loose.get(second.id)


def test_a_join_by_meaning_confirms_nothing() -> None:
    """A paraphrase without a common word is listed, says why it is not counted, and leaves the saying with one source and no grade."""
    saying = saying_of(record_of(told(CUT, "Post", 0), told(SEVERED, "Herald", 1)))
    backed = saying.sourcing
    assert (backed.independent, backed.documents, backed.loose) == (1, 1, 1)
    assert backed.summary == "1 independent source; 1 more document says something like it and is not counted"
    assert backed.grade is not None
    assert backed.grade.credibility is Credibility.UNJUDGED
    assert "1 independent source says something like it, which is not counted" in backed.grade.why
    (reason,) = (note for note in notes(saying).values() if note)
    assert reason.startswith("not counted: none of the saying's")
    assert [e.source.label for e in saying.line.evidence] == [
        label for label, note in notes(saying).items() if not note
    ]


def test_every_form_says_so() -> None:
    """Markdown, the item that `show` prints, and the record's JSON count as the brief does, and name the document that is not counted."""
    record = record_of(told(CUT, "Post", 0), told(SEVERED, "Herald", 1))
    text = brief_markdown.render(record)
    assert "(not counted: none of the saying's" in text
    assert "1 more document says something like it and is not counted" in text
    assert "confirmed by other sources" not in text
    facts = dict(find(record, record.utterances[0].id).facts)
    assert facts["Sources"] == saying_of(record).sourcing.summary
    assert (facts["Credibility"] or "").startswith("6: cannot be judged")
    (item,) = json.loads(json.dumps(record_json(record)["sources"]))
    assert (item["independent"], item["credibility"]["code"]) == (1, "6")
    assert {d for source in item["sources"] for d in source["docs"]}.isdisjoint(item["loose"])
    assert len(item["loose"]) == 1


def test_what_several_tell_is_confirmed_and_shown() -> None:
    """Of three versions the one stands for all that two sources tell, and the third is beside them."""
    saying = saying_of(
        record_of(told(SEVERED, "Herald", 1), told(CUT, "Post", 0), told(f"{CUT} at night", "Echo", 2)),
    )
    assert saying.line.text.removeprefix("that ").startswith(CUT)
    assert (saying.sourcing.independent, saying.sourcing.loose) == (2, 1)
    assert saying.sourcing.grade is not None
    assert saying.sourcing.grade.credibility is Credibility.CONFIRMED
    assert {label for label, note in notes(saying).items() if note} == {"Herald"}


def test_the_same_quoted_words_tell_the_same() -> None:
    """Two outlets that quote one speaker with the same words confirm each other, however each names what they are about; in another's mouth they do not."""
    one, other = "the severing was “a deliberate and reckless act”", "he called what befell that line “a deliberate and reckless act”"  # fmt: skip
    saying = saying_of(record_of(told(one, "Post", 0), told(other, "Herald", 1)))
    assert (saying.sourcing.independent, saying.sourcing.loose) == (2, 0)
    assert notes(saying) == {"Post": None, "Herald": None}


def test_what_a_person_joined_counts() -> None:
    """A person's ruling that two statements are one saying makes both count."""
    desks = told(CUT, "Post", 0), told(SEVERED, "Herald", 1)
    ids = [s.id for d in desks for s in d.reading.statements]
    ruling = ruled(1, Decision.MERGE, SubjectKind.STATEMENT, *ids)
    record = build_record([d.document for d in desks], [d.reading for d in desks], (), [ruling])
    assert (saying_of(record).sourcing.independent, saying_of(record).sourcing.loose) == (2, 0)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("the northern cable of Harl", "it tells only a part of it"),
        (f"{CUT} at Harl on Sunday", None),
        ("the freighter had not cut the northern cable on purpose at Harl", "one of the two says that it is not so"),
        ("the freighter had left the northern cable on purpose at Harl", "it tells of another deed"),
    ],
)
def test_the_reason_is_said_in_plain_words(other: str, reason: str | None) -> None:
    """A part, a denial and another deed are named, in whosever mouth; whoever says more says that, too."""
    assert reason_of(f"{CUT} at Harl", other) == reason


def test_a_number_that_is_missing_is_named() -> None:
    """A version without the day or the number that is shown is not counted, and says which."""
    shown = "two freighters had cut the northern cable on Sunday"
    other = "freighters had cut the northern cable near Harl"
    assert reason_of(shown, other) == "it does not give 2, Sunday"


def test_the_saying_stands_under_who_is_most_widely_named() -> None:
    """Where two of three outlets give the words to one speaker, it stands under that one, and says to whom else it is given."""
    desks = (
        told(CUT, "Post", 0, "Jonas Marik"),
        told(CUT, "Herald", 1),
        told(CUT, "Echo", 2),
    )
    voice = voice_of(record_of(*desks))
    assert voice.name == "Orla Venn"
    assert voice.sayings[0].line.note == "also given to Jonas Marik"
