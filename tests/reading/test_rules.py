"""The rule-based reader: laws that hold for any text, and what a short exercise gives."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import is_linear
from invented import document
from watchfloor.model.claim import NARRATOR, StatementKind
from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.reading.rules import RuleReader

NEWSY = st.lists(
    st.sampled_from(
        'The minister Ida Rask said told “ ” " that , . \n Moscow NATO cable was cut on Monday 5 % 1.2 million drones over Riga accused '
        "of denied according to he they in 2022 more than « ‘ ’ — ( ) … ? ! attack support against preventive strikes blamed \r\n 🙂 שלום".split(
            " "
        )
    ),
    max_size=60,
).map(" ".join)


def read(text: str) -> tuple[Document, Reading]:
    """An invented document and its reading."""
    made = document(text, published=datetime(2026, 2, 24, tzinfo=UTC))
    return made, RuleReader().read(made)


@settings(deadline=None)
@given(st.one_of(NEWSY, st.text(max_size=300)))
def test_every_span_of_every_claim_lies_in_its_document(text: str) -> None:
    """Reading never raises on any text, and whatever it claims stands on characters of that text."""
    made, reading = read(text)
    for claim in reading.claims:
        assert claim.document_id == made.id
        for span in claim.spans:
            assert made.quote(span)
    for actor in reading.actors:
        for span in actor.mentions:
            assert made.quote(span)


@settings(deadline=None)
@given(NEWSY)
def test_ids_are_unique_and_refer_to_actors_of_the_reading(text: str) -> None:
    """No two claims share an id, and every speaker, holder and accused is an actor of the same reading."""
    _, reading = read(text)
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    known = {actor.id for actor in reading.actors} | {NARRATOR, None}
    assert {statement.speaker for statement in reading.statements} <= known
    assert {position.actor for position in reading.positions} <= known
    assert {figure.asserted_by for figure in reading.figures} <= known
    assert {who for report in reading.incidents for blame in report.blamed for who in (blame.actor, blame.by)} <= known


@settings(deadline=None)
@given(NEWSY)
def test_the_same_document_gives_the_same_reading(text: str) -> None:
    """A reader keeps no state: reading twice, and reading something else in between, changes nothing."""
    made, first = read(text)
    RuleReader().read(document("Something else, said Ida Rask."))
    assert RuleReader().read(made) == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "“" * 500,
        '"' * 501,
        "he said " * 2000,
        "x" * 20_000,
        "WORD " * 4000,
        "مرحبا بالعالم. قال الوزير إن الكابل قُطع.",
        "👩‍🚀🚀 “🙂” said 🚀.",
        "a\x00b\x1b[31m said Ida Rask",
        "1. 2. 3. U.S. U.S. U.S.",
    ],
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    """Nothing, only marks, one endless sentence, no spaces, right-to-left, emoji, control characters."""
    _, reading = read(text)
    assert reading.not_read is None


def test_another_language_is_not_read_and_says_so() -> None:
    """A German document gives no claim, and the reason."""
    reading = RuleReader().read(document("Der Minister sagte, das Kabel sei durchtrennt.", language="de"))
    assert reading.not_read == "language: de"
    assert list(reading.claims) == []


def test_a_short_exercise() -> None:
    """Who said what, the figure that the speaker asserts, the incident with its day, and the position."""
    _, reading = read(
        "Coast guard commander Ida Rask said on Monday that more than 40 buoys were lost when a data cable was severed near Gotland. "
        "“We support joint air patrols,” she said."
    )
    names = {actor.id: actor.name for actor in reading.actors}
    assert {names[s.speaker or ""] for s in reading.statements} == {"Ida Rask"}
    assert {s.kind for s in reading.statements} == {StatementKind.INDIRECT, StatementKind.DIRECT}
    assert [(f.value, f.approx, names[f.asserted_by]) for f in reading.figures] == [(40, True, "Ida Rask")]
    assert [r.type.value for r in reading.incidents] == ["subsea_cable_damage"]
    assert [(p.toward, p.polarity.value, names[p.actor]) for p in reading.positions] == [
        ("air_patrols", "for", "Ida Rask")
    ]


@pytest.mark.parametrize("stop", [". ", " ", ".\n"])
def test_reading_time_is_linear_in_the_length(stop: str) -> None:
    """Eight times the text takes about eight times as long, with sentences, without full stops, and in many lines."""
    unit = stop.join(
        [
            "Moscow accused the alliance of staging the drone incursions near Gotland on Monday",
            "the minister Ida Rask told reporters that 40 percent of the cables were cut in 2022",
            "Poland opposes preventive action and supports joint air patrols",
        ]
    )

    assert is_linear(lambda times: RuleReader().read(document((unit + stop) * times)), 80)
