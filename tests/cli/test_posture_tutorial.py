"""The tutorial on postures works as written, and its numbers are those that its commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from command_line import run
from posture_scenarios import needs_extra

pytestmark = needs_extra
TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "posture.md"


def test_the_tutorial_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command but the server's succeeds, and every cut-off and turning point that the text quotes is in an answer."""
    monkeypatch.chdir(tmp_path)
    text = TUTORIAL.read_text(encoding="utf-8")
    commands = [shlex.split(one) for one in re.findall(r"^ {4}watchfloor (.+)$", text, re.MULTILINE)]
    assert [one[1] for one in commands].count("solve") == 4
    answers = []
    for words in commands:
        if words[1] != "explore":
            done = run(*words)
            assert done.exit_code == 0, (words, done.stderr)
            answers.append(done.stdout)
    page = Path("alliance", "comparison.html").read_text(encoding="utf-8")
    cutoffs = re.findall(r"\d\.\d{6}", text)
    assert len(cutoffs) == 4
    for number, answer in zip(cutoffs, answers, strict=False):
        assert re.search(rf"cut-off of attacker 1 +{re.escape(number)}", answer)
    turn = re.search(r"below (-\d\.\d{3}), \*Stay reactive\* has less, above it, \*Find out\*", text)
    assert turn
    assert f"(below 0: provokes): below {turn[1]}, Stay reactive has less; above it, Find out" in page
