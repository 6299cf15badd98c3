"""Scenario files: the shipped ones load, and every mistake has one line that names its place and what is allowed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from watchfloor.assessment.posture.scenario_file import SHIPPED, load, parse, shipped
from watchfloor.errors import ScenarioError

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")

ALLIANCE = shipped("alliance")


def _line(fragment: str) -> int:
    """The line of the alliance scenario on which `fragment` first stands."""
    return ALLIANCE[: ALLIANCE.index(fragment)].count("\n") + 1


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_scenarios_are_right(name: str) -> None:
    """A shipped scenario breaks no rule, compares postures, and gives a source or says "assumed" for every number."""
    scenario = parse(shipped(name))
    assert len(scenario.postures) > 3
    assert scenario.thresholds
    assert all(one.source for _, one in scenario.quantities())


def test_sources_of_the_shipped_facts() -> None:
    """The counts and the delays are those of the published sources, per month of a twelfth of a year."""
    numbers = dict(parse(ALLIANCE).quantities())
    assert (numbers["evidence.reported"].low * 12, numbers["evidence.reported"].high * 12) == pytest.approx(
        (12, 34), abs=1e-3
    )
    days = numbers["evidence.delay"]
    assert (days.low * 30.44, days.high * 30.44) == pytest.approx((234, 297), abs=0.2)
    assert parse(ALLIANCE).sourced == (2, len(numbers))


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        (
            "detection = { low = 0.3, high = 0.8",
            "detection = { low = 0.3, high = 1.8",
            "between 0 and 1; its high is 1.8",
        ),
        (
            "misidentified = { low = 0.05, high",
            "misidentified = { low = -0.05, high",
            "between 0 and 1; its low is -0.05",
        ),
        (
            "ideal = { low = 0.5, high = 0.9",
            "ideal = { low = 0.9, high = 0.5",
            "“At the border” ideal has its range the wrong way round",
        ),
        ('name = "On the coast"\nideal = ', 'name = "On the coast"\nidea = ', "“On the coast” knows no key 'idea'"),
        ("detection = {", "detektion = {", "knows no key 'detektion'"),
        ("months = 60", "months = 6000", "between 1 and 600, found 6000"),
        ("format = 1", "format = 2", "format must be 1"),
        ('reference = "Stay reactive"', 'reference = "Wait"', "found 'Wait'"),
        ("cyber = { value = 4", "cybre = { value = 4", "which is no type; there are cyber, drones, sabotage"),
        ("damage = 1500", "stopped = 1500", "less is better"),
        ("damage = 1500", "damage = -1", "at least 0"),
        ("damage = 1500", "dammage = 1", "can't be 'dammage'"),
        ('denied_by = "tempo"', 'denied_by = "luck"', "'barrier', 'patrol' or 'tempo'"),
        ('name = "On the coast"', 'name = "At the border"', "a name of its own"),
        ("patrols = 3", "patrols = 10", "between 0 and 9 patrols"),
    ],
)
def test_a_mistake_is_told_with_its_line(right: str, wrong: str, words: str) -> None:
    """The message is one line, names the file, the line of the mistake or of what is around it, and the allowed range."""
    assert right in ALLIANCE
    with pytest.raises(ScenarioError) as caught:
        parse(ALLIANCE.replace(right, wrong, 1), "a.toml")
    message = str(caught.value)
    assert "\n" not in message
    assert words in message
    line = int(message.removeprefix("a.toml, line ").partition(":")[0])
    assert _line(right) - 1 <= line <= _line(right) + right.count("\n")


def test_an_ally_without_an_ideal_point() -> None:
    """An ally that lacks its ideal point is named, at its own line."""
    without = 'name = "Far from it"\n'
    with pytest.raises(ScenarioError, match=r"“Far from it” lacks 'ideal'") as caught:
        parse(ALLIANCE.replace(without + 'ideal = { low = 0.15, high = 0.5, source = "assumed" }\n', without), "a.toml")
    assert f"line {_line(without) - 1}:" in str(caught.value)


def test_an_empty_posture() -> None:
    """A posture without a lever is refused unless it says that nothing is meant."""
    posture = '\n[[postures]]\nname = "Idle"\nmonthly_cost = 0\n'
    start = ALLIANCE.index("\n[thresholds]")
    empty = ALLIANCE[:start] + posture + ALLIANCE[start:]
    with pytest.raises(ScenarioError, match="“Idle” is empty"):
        parse(empty)
    assert parse(empty.replace(posture, posture + "nothing = true\n")).postures[-1].levers == ()
    with pytest.raises(ScenarioError, match="says nothing = true"):
        parse(ALLIANCE.replace("patrols = 3", "patrols = 3\nnothing = true"))


def test_files_that_are_no_scenario(tmp_path: Path) -> None:
    """A file that is absent, no text, no TOML, too large or without anything in it gets its own line."""
    with pytest.raises(ScenarioError, match="can't be read"):
        load(tmp_path / "absent.toml")
    for content, words in (
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"name = ", "not TOML"),
        (b"#" * 1_000_001, "at most"),
        (b"", "lacks"),
    ):
        file = tmp_path / "file.toml"
        file.write_bytes(content)
        with pytest.raises(ScenarioError, match=words) as caught:
            load(file)
        assert "\n" not in str(caught.value)


def test_unknown_shipped_name() -> None:
    """Asking for a scenario that is not shipped names those that are."""
    with pytest.raises(ScenarioError, match="alliance, cables, cyber"):
        shipped("../pyproject")


def test_without_pydantic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pydantic is not installed, one line says what to install."""
    monkeypatch.setitem(sys.modules, "pydantic", None)
    with pytest.raises(ScenarioError, match=r"watchfloor\[posture\]"):
        parse(ALLIANCE)
