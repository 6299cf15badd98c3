"""No text from an article moves the cursor, and JSON stays JSON."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.cli.tables import facts, marked, table
from watchfloor.cli.terminal import harmless, line, note, put, put_json, put_laid_out

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
HOSTILE = "\x1b[2J\x1b]0;owned\x07[bold red]mark[/bold red]\x9b1A\r:smile: \u202eevil"


@given(st.text())
def test_no_control_is_left(text: str) -> None:
    """Line ends and tabs alone survive; a line has not even those, nor what reorders its neighbours."""
    assert not CONTROL.search(harmless(text))
    assert not CONTROL.search(line(text))
    assert not re.search(r"[\n\t\u202a-\u202e\u2066-\u2069]", line(text))
    harmless(text).encode()


@given(st.text(st.characters(codec="utf-8").filter(lambda c: not CONTROL.match(c))))
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Letters of every script, emoji and direction marks pass unchanged where a whole text is printed."""
    assert harmless(text) == text


@given(st.text())
def test_json_says_the_same_and_holds_no_control(text: str) -> None:
    """Whatever the text, the JSON loads again to it, and a terminal can't be reached through it."""
    written: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout.write", written.append)
        put_json({"text": text})
    whole = "".join(written)
    assert json.loads(whole) == {"text": text}
    assert not CONTROL.search(whole)
    whole.encode()


def test_json_keeps_letters(capsys: pytest.CaptureFixture[str]) -> None:
    """Non-ASCII letters are not escaped."""
    put_json({"text": "Küste 海 🚢"})
    assert "Küste 海 🚢" in capsys.readouterr().out


def test_tables_read_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """Markup, emoji codes and control sequences in cells, facts and passages are shown as what they are."""
    passage = marked([("before ", False), (HOSTILE, True), (" after", False)])
    put_laid_out(table(("Head",), [(HOSTILE,)]), facts([("Name", HOSTILE)]), passage)
    put(HOSTILE)
    note(HOSTILE)
    shown = capsys.readouterr()
    assert not CONTROL.search(shown.out + shown.err)
    assert shown.out.count("[bold red]mark[/bold red]") == 4
    assert shown.out.count(":smile:") == 4
    assert "before [[" in shown.out
    assert "]] after" in shown.out
    assert len(shown.err.splitlines()) == 1


def test_numbers_stand_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    """A column of numbers is aligned by its last digit."""
    put_laid_out(table(("Document", "Figures"), [("one", 5), ("two", 105)]))
    rows = capsys.readouterr().out.splitlines()
    assert len({len(row) for row in rows}) == 1


def test_pieces_are_joined_as_they_stood(capsys: pytest.CaptureFixture[str]) -> None:
    """White space between pieces becomes one space, and none appears where there was none."""
    put_laid_out(
        marked(
            [("\n ", False), ("The ", False), ("ferry", True), ("'s crew\n", False), ("\nslept", True), (".", False)]
        )
    )
    assert capsys.readouterr().out == "The [[ferry]]'s crew [[slept]].\n"
