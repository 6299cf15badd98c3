"""What went wrong, in the words of whoever noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.evidence.reason import MAX_LENGTH, reason


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("two\n lines"), "two lines"),
        (EOFError(), "EOFError"),
        (PermissionError(13, "Permission denied", "secret.txt"), "Permission denied"),
        (OSError("timed out"), "timed out"),
    ],
)
def test_reason_is_the_words_or_the_name(error: Exception, said: str) -> None:
    """The error's words on one line; an error without words gives its name, one of the system no path and number."""
    assert reason(error) == said


@given(st.text())
def test_reason_is_one_short_line(text: str) -> None:
    """Whatever an error says breaks no line, speaks to no terminal and stays short."""
    said = reason(ValueError(text))
    assert 0 < len(said) <= MAX_LENGTH
    assert len(said.splitlines()) == 1
    assert "\x1b" not in said
