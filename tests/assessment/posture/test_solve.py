"""Each model by itself: defaults that solve, settings that are read as numbers only, and answers that can be quoted."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchfloor.assessment.posture.solve import MODELS, assignments, solve
from watchfloor.errors import ScenarioError


@pytest.mark.parametrize("model", MODELS)
def test_every_model_answers_at_its_defaults(model: str) -> None:
    """Defaults lie in their ranges, rows have distinct names and meanings, and the JSON holds no infinity or not-a-number."""
    answer = solve(model, {})
    names = [row.name for row in answer.rows]
    assert len(names) == len(set(names))
    assert all(row.meaning for row in answer.rows)
    for parameter in answer.calculator.parameters:
        values = parameter.default if isinstance(parameter.default, tuple) else (parameter.default,)
        assert all(value in parameter.allowed for value in values)
        assert parameter.meaning
        assert parameter.source
    told = json.loads(json.dumps(answer.as_json(), allow_nan=False))
    assert told["model"] == model
    assert told["paper"]
    assert told["cannot_say"]


@pytest.mark.parametrize(
    ("model", "typed", "row", "value"),
    [
        ("attribution", {}, "cut-off of attacker 1", 0.530481),
        ("attribution", {"resolve_high": "0.6", "first_ahead": "0.3"}, "cut-off of attacker 2", 0.492924),
        ("preemption", {"row": "2,-4,0,0", "column": "2,0,-4,0"}, "3: row ally, pre-empt", 2 / 3),
        ("preempt-or-deter", {}, "1: payoff of the row ally", -2.0),
        ("arms-race", {"loss": "0.9"}, "1: cut-off", 0.5),
        ("arms-race", {"gain": "0", "loss": "1"}, "1: up to", 1.0),
        ("preventive-war", {"prevail_later": "0.7"}, "the test says act now", False),
        ("denial", {}, "defender's rate", 2.5),
        ("inspection", {"periods": "3", "inspections": "1"}, "value", -0.5),
        ("consensus", {"status_quo": "1"}, "passes, from", 0.8),
        ("consensus", {"legal_most": "0.25,1,1"}, "passes, to", 0.25),
        ("consensus", {"status_quo": "0.4", "share": "0.3"}, "passes, to 2", 1.4),
        ("consensus", {"status_quo": "0.4"}, "passes", "nothing"),
        ("self-exciting", {"background": "2", "ratio": "0.5"}, "long run", 4.0),
    ],
)
def test_models_give_their_fixtures(model: str, typed: dict[str, str], row: str, value: float | str) -> None:
    """What the models' own tests hold comes out of the calculator too."""
    found = solve(model, typed).values[row]
    assert found == (value if isinstance(value, str) else pytest.approx(value, abs=1e-6))


def test_more_detection_deters_or_emboldens_before_the_users_eyes() -> None:
    """One assumption, how ready the defender is on weak evidence, turns the sign of what better detection does."""
    row = "more detection, half right, half wrong"
    ready, hesitant = (
        solve("attribution", {"right": "0.6", "wrong": "0.1", "resolve_high": top}).values[row] for top in ("1", "0.6")
    )
    assert isinstance(ready, float)
    assert isinstance(hesitant, float)
    assert hesitant < 0.0 < ready


def test_where_there_is_no_room_for_more_detection_none_is_claimed() -> None:
    """All attacks traced already: the change is not given."""
    assert solve("attribution", {"right": "0.9", "wrong": "0.1"}).values["more detection, right"] is None


def test_one_attacker_is_a_game_too() -> None:
    """Nobody else can be blamed, so only right detections are tried."""
    values = solve("attribution", {"attackers": "1", "wrong": "0"}).values
    assert "more detection, right" in values
    assert "more detection, half right, half wrong" not in values


@pytest.mark.parametrize(
    ("model", "typed", "message"),
    [
        ("nonsense", {}, "no model is called 'nonsense'; there are attribution, "),
        ("denial", {"cost": "1"}, "no parameter is called 'cost'; there are defender_cost, attacker_cost"),
        ("denial", {"attacker_cost": "cheap"}, "attacker_cost must be a number in .*, and is 'cheap'"),
        ("denial", {"attacker_cost": "0"}, "attacker_cost must be in .*, and is 0"),
        ("denial", {"attacker_cost": "1,2"}, "attacker_cost must be a number in .*, and is '1,2'"),
        ("inspection", {"periods": "2.5"}, "periods must be a whole number, in"),
        ("attribution", {"right": "1.2"}, r"right must be in \[0, 1\], and is 1.2"),
        ("attribution", {"right": "0.8", "wrong": "0.3"}, r"right \+ wrong must be in \[0, 1\]"),
        ("attribution", {"benefit_low": "2"}, "the high end of a distribution must lie above its low end 2, and is 1"),
        ("preemption", {"row": "1,2,3"}, "row must hold 4 numbers .* and holds 3"),
        ("preemption", {"row": "1,2,3,4,5,6,7,8,9"}, "row and column must hold equally many numbers, and hold 9 and 4"),
        ("consensus", {"weights": "1,2"}, "weights must hold 1 number or 3"),
        ("consensus", {"ideals": ",".join(["1"] * 101)}, "ideals takes at most 100 numbers, and got 101"),
        ("self-exciting", {"seed": "-1"}, "seed must be a whole number, in"),
    ],
)
def test_settings_outside_their_domain_are_refused(model: str, typed: dict[str, str], message: str) -> None:
    """The line names what was expected and what was found."""
    with pytest.raises(ScenarioError, match=message):
        solve(model, typed)


NUMBER = st.one_of(st.floats(-3.0, 3.0), st.integers(0, 12), st.floats()).map(str)
TYPED = st.one_of(st.text(max_size=20), NUMBER, st.lists(NUMBER, min_size=1, max_size=9).map(",".join))


@given(st.sampled_from(sorted(MODELS)), st.data())
@settings(max_examples=300, deadline=None)
def test_any_text_gives_an_answer_or_a_clear_line(model: str, data: st.DataObject) -> None:
    """No settings that a user may type raise anything but an error meant for users, and no number of an answer is infinite."""
    names = st.one_of(st.sampled_from([parameter.name for parameter in MODELS[model].parameters]), st.text(max_size=5))
    typed = data.draw(st.dictionaries(names, TYPED, max_size=3))
    with contextlib.suppress(ScenarioError):
        json.dumps(solve(model, typed).as_json(), allow_nan=False)


def test_assignments_are_name_and_value() -> None:
    """The last of one name counts, and a value may hold an equals sign."""
    assert assignments(("a=1", "b=2,3", "a=4", "c=x=y")) == {"a": "4", "b": "2,3", "c": "x=y"}


@pytest.mark.parametrize("text", ["right", "=3", ""])
def test_a_setting_has_a_name_and_a_value(text: str) -> None:
    """A text without a name or without an equals sign is refused."""
    with pytest.raises(ScenarioError, match="must be written NAME=VALUE"):
        assignments((text,))


def test_every_model_is_explained() -> None:
    """The page that explains the models has a heading for each by its name, and one that says what it can't say."""
    page = (Path(__file__).parents[3] / "docs" / "explanation" / "posture-models.md").read_text(encoding="utf-8")
    headings = [line for line in page.splitlines() if line.startswith("## ")]
    for model in MODELS:
        assert any(f"`{model}`" in heading for heading in headings), model
    assert page.count("can't say:*") == sum("`" in heading for heading in headings)
