"""Scenario files: TOML to a checked Scenario, and nothing in between is trusted.

In goes the path of a file, out comes a Scenario; every breach of a rule is a ScenarioError that names the file, the line,
what is allowed and what was found. Needs pydantic, which comes with `pip install 'watchfloor[posture]'`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.quantity import Quantity
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.assessment.posture.toml_place import line_of, lines_of
from watchfloor.errors import ScenarioError

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

SHIPPED = ("alliance", "cables", "cyber")
"""The scenarios that come with the package."""
MAX_BYTES = 1_000_000
"""A scenario is written by a person; the shipped ones have some ten thousand bytes."""
FORMAT = 1
MAX_MONTHS = 600
MAX_MEMBERS = 40
"""Attackers, types, allies or postures at most: beyond it nobody would read the page."""

_SCENARIOS = files("watchfloor.assessment.posture") / "scenarios"


def shipped(name: str) -> str:
    """The text of a shipped scenario, comments and all.

    Raises:
        ScenarioError: none is called `name`.
    """
    if name not in SHIPPED:
        raise ScenarioError(f"No shipped scenario is called {name!r}; there are {', '.join(SHIPPED)}.")
    return (_SCENARIOS / f"{name}.toml").read_text(encoding="utf-8")


def load(path: Path) -> Scenario:
    """The scenario in the file at `path`.

    Raises:
        ScenarioError: there is no such file, it is not TOML, or it breaks a rule; the message names the line.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ScenarioError(f"{path} can't be read: {error.strerror or error}.") from error
    if len(raw) > MAX_BYTES:
        raise ScenarioError(f"{path} has {len(raw):,} bytes; a scenario has at most {MAX_BYTES:,}.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    return parse(text, str(path))


def parse(text: str, origin: str = "The scenario") -> Scenario:
    """The scenario that `text` describes; `origin` names it in messages.

    Raises:
        ScenarioError: as for `load`.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{origin} is not TOML: {error}.") from error
    pydantic = _pydantic()
    lines = lines_of(text)
    try:
        scenario = _adapter().validate_python(raw)
    except pydantic.ValidationError as error:
        raise ScenarioError(_told(error, origin, lines, raw)) from error
    for where, problem in _breaches(scenario):
        raise ScenarioError(f"{origin}, line {line_of(where, lines)}: {problem}")
    return scenario


def _pydantic() -> Any:
    try:
        import pydantic  # noqa: PLC0415 - optional, see the module
    except ImportError as error:
        raise ScenarioError(
            "Scenario files need pydantic. Install it with: pip install 'watchfloor[posture]'"
        ) from error
    return pydantic


@cache
def _adapter() -> TypeAdapter[Scenario]:
    adapter: TypeAdapter[Scenario] = _pydantic().TypeAdapter(Scenario)
    return adapter


def _told(error: ValidationError, origin: str, lines: dict[tuple[str | int, ...], int], raw: dict[str, Any]) -> str:
    """The first breach in the order of the file as one line, and how many more there are."""
    problems = error.errors(include_url=False)
    # A misspelt key is missing too; the misspelling is what a person can mend.
    one = min(problems, key=lambda each: (each["type"] == "missing", line_of(each["loc"], lines)))
    line = line_of(one["loc"], lines)
    more = f" ({len(problems) - 1} more after it)" if len(problems) > 1 else ""
    return f"{origin}, line {line}: {_sentence(one, raw)}{more}"


def _sentence(one: Any, raw: dict[str, Any]) -> str:
    loc: tuple[str | int, ...] = tuple(part for part in one["loc"] if part != "[key]")
    name = _named(loc, raw)
    if one["type"] == "missing":
        return f"{_named(loc[:-1], raw) or 'the scenario'} lacks {loc[-1]!r}; every one needs it."
    if one["type"] == "unexpected_keyword_argument":
        return f"{_named(loc[:-1], raw) or 'the scenario'} knows no key {loc[-1]!r}; see `watchfloor posture new` for all keys."
    if one["type"] == "value_error":
        return f"{name} {str(one['msg']).removeprefix('Value error, ')}."
    if one["type"] == "enum":
        return f"{name} can't be {one['input']!r}; it can be {one['ctx']['expected']}."
    return f"{name}: {str(one['msg'])[0].lower()}{str(one['msg'])[1:]}, found {one['input']!r}."


def _named(loc: tuple[str | int, ...], raw: Any) -> str:
    """A path with the names of things for their positions: allies "Coastal" ideal."""
    words: list[str] = []
    for part in loc:
        inner = _inside(raw, part)
        if isinstance(part, int):
            words.append(f"“{inner['name']}”" if isinstance(inner, dict) and "name" in inner else f"number {part + 1}")
        else:
            words.append(str(part))
        raw = inner
    return " ".join(words)


def _inside(raw: Any, part: str | int) -> Any:
    if isinstance(raw, dict):
        return raw.get(part)
    if isinstance(raw, list) and isinstance(part, int) and part < len(raw):
        return raw[part]
    return None


Breach = tuple[tuple[str | int, ...], str]


def _breaches(scenario: Scenario) -> Iterator[Breach]:
    """Where the parts of a scenario, each right by itself, don't fit together."""
    if scenario.format != FORMAT:
        yield ("format",), f"format must be {FORMAT}, found {scenario.format}; a newer Watchfloor may read it."
    if not 1 <= scenario.months <= MAX_MONTHS:
        yield ("months",), f"months must lie between 1 and {MAX_MONTHS}, found {scenario.months}."
    yield from _lists(scenario)
    if scenario.reference not in {one.name for one in scenario.postures}:
        known = ", ".join(one.name for one in scenario.postures)
        yield ("reference",), f"reference must name a posture ({known}), found {scenario.reference!r}."
    if not 1 <= scenario.defence.patrols <= scenario.defence.periods <= 60:  # noqa: PLR2004 - days and nights of a month
        yield ("defence", "patrols"), "defence must have 1 <= patrols <= periods <= 60."
    for outcome, most in scenario.thresholds.items():
        if outcome not in tuple(one for one in Outcome if one.less_is_better) or not most >= 0:
            yield (
                ("thresholds", outcome.value),
                f"threshold {outcome.value} must be at least 0, and of an outcome of which less is better.",
            )
    yield from _attackers(scenario)
    yield from _postures(scenario)


def _lists(scenario: Scenario) -> Iterator[Breach]:
    for kind in ("attackers", "types", "allies", "postures"):
        members = getattr(scenario, kind)
        if not 1 <= len(members) <= MAX_MEMBERS:
            yield (kind,), f"{kind} must be between 1 and {MAX_MEMBERS}, found {len(members)}."
        seen: set[str] = set()
        for place, one in enumerate(members):
            if one.name in seen or not one.name.strip() or "." in one.name:
                yield (kind, place), f"{kind}: each needs a name of its own, without a full stop; found {one.name!r}."
            seen.add(one.name)


def _attackers(scenario: Scenario) -> Iterator[Breach]:
    types = {one.name for one in scenario.types}
    for place, one in enumerate(scenario.attackers):
        for name in one.means:
            if name not in types:
                yield (
                    ("attackers", place, "means", name),
                    f"attackers “{one.name}” uses {name!r}, which is no type; there are {', '.join(sorted(types))}.",
                )
        if not any(_low(share) > 0 for share in one.means.values()):
            yield ("attackers", place), f"attackers “{one.name}” needs means: at least one type with a share above 0."


def _postures(scenario: Scenario) -> Iterator[Breach]:
    for place, one in enumerate(scenario.postures):
        if not one.levers and not one.nothing:
            yield (
                ("postures", place),
                f"posture “{one.name}” is empty; give it a lever, or nothing = true if that is meant.",
            )
        if one.levers and one.nothing:
            yield (
                ("postures", place),
                f"posture “{one.name}” sets {one.levers[0]} and says nothing = true; drop one of them.",
            )
        if not 0 <= one.patrols <= scenario.defence.periods - scenario.defence.patrols:
            yield (
                ("postures", place, "patrols"),
                f"posture “{one.name}” must add between 0 and {scenario.defence.periods - scenario.defence.patrols} patrols, found {one.patrols}.",
            )
        if _low(one.first_acts) > 0 and _low(one.firmness) <= 0:
            yield ("postures", place), f"posture “{one.name}” acts first and needs a firmness above 0."


def _low(one: Quantity) -> float:
    return one.low
