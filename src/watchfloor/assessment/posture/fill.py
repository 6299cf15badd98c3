"""Fill: a scenario's text with what a record holds put in, and nothing else changed.

In go the text of a scenario and what was Observed, out comes the text with the lines of the rate, the delay and the
attackers' means replaced, each with its interval and the record as its source; comments at their ends stay. What the
record is too thin for stays as it was and is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from watchfloor.assessment.posture.observed import DAYS_A_MONTH, Observed
from watchfloor.assessment.posture.reporting import COVERED, Interval, median, rate, share
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.assessment.posture.scenario_file import parse
from watchfloor.assessment.posture.toml_place import lines_of
from watchfloor.errors import ScenarioError

_COMMENT = re.compile(r"\}\s*(#.*)$")
_REPORTED, _DELAY, _MEANS = (0.01, 20.0), (0.0, 36.0), (0.0, 1000.0)
"""The domains of the filled quantities, to which intervals are cut."""
Put = Callable[[tuple[str | int, ...], Interval, tuple[float, float], str], None]
FEWEST = 5
"""Events below which shares of types are left as they were."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The new text, and sentences on what was put in and what was left."""

    text: str
    notes: tuple[str, ...]


def fill(text: str, found: Observed, source: str) -> Filled:
    """`text` with what was `found` put in; `source` names the record.

    Raises:
        ScenarioError: `text` is no scenario, before or after.
    """
    scenario = parse(text)
    lines = text.splitlines()
    places = lines_of(text)
    notes: list[str] = []

    def put(path: tuple[str | int, ...], interval: Interval, domain: tuple[float, float], basis: str) -> None:
        number = places[path] - 1
        low, high = (min(max(end, domain[0]), domain[1]) for end in (interval.low, interval.high))
        kept = _COMMENT.search(lines[number])
        key = lines[number].split("=", 1)[0].rstrip()
        name = source.replace("\\", "/").replace('"', "'")
        lines[number] = (
            f'{key} = {{ low = {low:.5g}, high = {high:.5g}, source = "{name}: {basis}", '
            f'note = "{COVERED:.0%} interval; what the record covers is not all that happened" }}'
            + (f"  {kept[1]}" if kept else "")
        )

    span = f"{found.events} hybrid events from {found.first} to {found.last}"
    if not found.long_enough:
        notes.append(
            f"The number of attacks a month stays as it was: {span} is too short a time, because coverage gathers around events. "
            "Give --from and --until for at least three months that the record covers evenly."
        )
    else:
        put(("evidence", "reported"), rate(found.events, found.months), _REPORTED, span)
        notes.append(f"Attacks reported a month: from {span}.")
    try:
        days = median(found.delays)
    except ScenarioError:
        notes.append(f"The delay of attribution stays as it was: events with blame are too few ({len(found.delays)}).")
    else:
        months = Interval(days.low / DAYS_A_MONTH, days.middle / DAYS_A_MONTH, days.high / DAYS_A_MONTH)
        put(("evidence", "delay"), months, _DELAY, f"median of {len(found.delays)} delays from event to first blame")
        notes.append(
            f"Delay of attribution: the median of {len(found.delays)} events, {days.middle:.0f} days; events that nobody is blamed for are not in it."
        )
    notes += _means(scenario, found, put)
    if found.undated:
        notes.append(f"Not counted, as their dates are not close enough: {found.undated} of the record's events.")
    filled = "\n".join(lines) + "\n"
    parse(filled, "The filled scenario")
    return Filled(filled, tuple(notes))


def _means(scenario: Scenario, found: Observed, put: Put) -> list[str]:
    counts = {
        one.name: sum(found.by_type.get(kind, 0) for kind in one.incidents) for one in scenario.types if one.incidents
    }
    total = sum(counts.values())
    if total < FEWEST:
        return [f"The shares of attack types stay as they were: events of the scenario's types are too few ({total})."]
    for place, attacker in enumerate(scenario.attackers):
        for name in attacker.means:
            if name in counts:
                basis = f"{counts[name]} of {total} events; the same for every attacker, as a record does not say who did it"
                put(("attackers", place, "means", name), share(counts[name], total), _MEANS, basis)
    left = found.events - total
    return [
        f"Shares of attack types: from {total} events{f'; {left} are of types that the scenario lacks' if left else ''}."
    ]
