"""The language of a text, where there is enough of it."""

from __future__ import annotations

import pytest

from watchfloor.evidence.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour office said that the cable had been cut during the exercise.", "en"),
        ("Das Hafenamt teilte mit, dass das Kabel während der Übung durchtrennt wurde.", "de"),
        ("Le port a indiqué que le câble avait été coupé pendant l'exercice.", "fr"),
        ("Портове управління повідомило, що кабель перерізали під час навчань.", "uk"),
        ("قال مكتب الميناء إن الكابل قد انقطع خلال التمرين الذي جرى أمس", "ar"),
    ],
)
def test_sentences_tell_their_language(text: str, code: str) -> None:
    """One sentence is enough."""
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "NATO", "12:30, 4 %", "🚢🚢🚢🚢🚢🚢🚢🚢"])
def test_too_little_tells_nothing(text: str) -> None:
    """A name, numbers or pictures belong to no language."""
    assert language(text) is None
