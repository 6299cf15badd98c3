"""Attributions: which words are whose, in the forms that news uses."""

from __future__ import annotations

import pytest

from growth import is_linear
from invented import document
from watchfloor.reading.passage import page
from watchfloor.reading.speech.attribution import attributions


def attributed(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, cue and content of each attribution of an invented text."""
    return [
        (
            text[a.source.start : a.source.end] if a.source else None,
            text[a.cue[0] : a.cue[1]] if a.cue else None,
            [text[s:e] for s, e in a.content],
        )
        for a in attributions(page(document(text)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We saw it,” said Ida Rask.", ("Ida Rask", "said", ["We saw it,"])),
        ("“We saw it,” Ida Rask said.", ("Ida Rask", "said", ["We saw it,"])),
        ("Ida Rask said: “We saw the whole thing.”", ("Ida Rask", "said", ["We saw the whole thing."])),
        ("Ida Rask told reporters: “We saw the whole thing.”", ("Ida Rask", "told", ["We saw the whole thing."])),
        ("“We saw it,” she said. “It was late.”", ("she", "said", ["We saw it,", "It was late."])),
        ("The minister said that the cable was cut.", ("The minister", "said", ["the cable was cut"])),
        (
            "The cable was cut on Monday night, officials said.",
            ("officials", "said", ["The cable was cut on Monday night"]),
        ),
        ("The cable was cut, according to port officials.", ("port officials", "according to", ["The cable was cut"])),
        ("According to the navy, the cable was cut.", ("the navy", "According to", ["the cable was cut"])),
        ("Moscow accused the alliance of staging it.", ("Moscow", "accused", ["the alliance of staging it"])),
        ("Ida Rask, head of the port authority, denied the report.", ("Ida Rask", "denied", ["the report"])),
        ("It was Ida Rask, who denied the report.", ("Ida Rask", "denied", ["the report"])),
        ("The mayor’s claim that the port was closed spread.", ("The mayor", "claim", ["the port was closed spread"])),
    ],
)
def test_forms_of_reported_speech(text: str, expected: tuple[str, str, list[str]]) -> None:
    """Direct and indirect, before and after, with titles, asides and relative clauses."""
    assert expected in attributed(text)


def test_one_subject_carries_several_cues() -> None:
    """A chain of "said … and added …, warning that …" gives three statements of one source."""
    found = attributed("The minister said the cable was cut and added that it was old, warning that others were too.")
    assert [(source, cue) for source, cue, _ in found] == [
        ("The minister", "said"),
        ("The minister", "added"),
        ("The minister", "warning"),
    ]
    assert found[0][2] == ["the cable was cut"]


@pytest.mark.parametrize(
    "text",
    [
        "The reports were old and the claims were new.",
        "The suspect was described by three people.",
        "Its member states met on Monday.",
        "A “so-called” expert left.",
        "They wrote in a notebook.",
    ],
)
def test_what_attributes_nothing(text: str) -> None:
    """Nouns that look like verbs, passives, single ironic words and places of writing attribute nothing."""
    assert attributed(text) == []


def test_a_new_paragraph_is_not_the_speaker_of_the_old_quotation() -> None:
    """A quotation that ends its paragraph is not given to the subject of the next sentence."""
    found = attributed("“It was late,” Jon Venn said. “It was dark.” Ida Rask denied it all.")
    assert ("Jon Venn", "said", ["It was late,", "It was dark."]) in found
    assert all(content != ["It was dark."] for _, _, content in found)


def test_time_is_linear_in_the_text() -> None:
    """Eight times the text takes at most about eight times as long, whatever the sentence."""
    unit = "The minister said that the cable was cut, “and it was late,” she added, warning others. "
    assert is_linear(lambda times: attributed(unit * times), 100)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Jan Novak, head of the harbour service, said Norland paid them.", "Jan Novak", "Norland paid them"),
        ("Ida Rask, director of the port, said it was serious.", "Ida Rask", "it was serious"),
        ("The port was closed, said Ida Rask in a statement.", "Ida Rask", "The port was closed"),
        (
            "Jan Novak has contradicted the mayor’s claim that it was cut, telling parliament that it was old.",
            "Jan Novak",
            "it was old",
        ),
    ],
)
def test_whose_words_they_are_is_told_by_what_follows(text: str, source: str, content: str) -> None:
    """A name after the verb is its subject only where the clause ends there; an aside and a possessor do not take its place."""
    assert (source, content) in [(who, said[0]) for who, _, said in attributed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norland accused of cutting cables near the port",
        "The police declined to comment on the claim.",
        "The minister has not confirmed that it was cut.",
        "The guard detained the tanker, suspected of damaging a cable.",
    ],
)
def test_who_is_accused_or_silent_says_nothing(text: str) -> None:
    """A participle without its helping verb tells of somebody, and a refusal to answer is no answer."""
    assert attributed(text) == []
