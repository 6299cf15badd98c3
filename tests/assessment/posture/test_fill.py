"""Filling a scenario changes the lines of what the record knows, and says what it leaves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from posture_record import record
from posture_scenarios import needs_extra
from watchfloor.assessment.posture.fill import fill
from watchfloor.assessment.posture.observed import observed
from watchfloor.assessment.posture.reporting import rate
from watchfloor.assessment.posture.scenario_file import parse, shipped
from watchfloor.model.incident_type import IncidentType

pytestmark = needs_extra
TEXT = shipped("alliance")
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
KINDS = (IncidentType.ARSON, IncidentType.ARSON, IncidentType.RANSOMWARE, IncidentType.DRONE_INCURSION)


def _events(count: int) -> tuple[tuple[IncidentType, date, int], ...]:
    return tuple((KINDS[n % len(KINDS)], YEAR[0] + timedelta(days=7 * n), 100 + n) for n in range(count))


def test_rate_delay_and_types_are_filled() -> None:
    """With 24 events in a year, the rate, the delay and the shares of types come from the record and say so."""
    filled = fill(TEXT, observed(record(*_events(24)), *YEAR), 'the record "x".db')
    before, after = parse(TEXT), parse(filled.text)
    expected = rate(24, 366 / (365.2425 / 12))
    assert (after.evidence.reported.low, after.evidence.reported.high) == pytest.approx(
        (expected.low, expected.high), rel=1e-3
    )
    assert after.evidence.reported.source.startswith("the record 'x'.db: 24 hybrid events from 2024-01-01")
    assert after.evidence.delay.low < 111 / 30.44 < after.evidence.delay.high
    means = after.attackers[0].means
    assert means["sabotage"].low < 0.5 < means["sabotage"].high
    assert means["drones"].high < means["sabotage"].high
    assert after.sourced[0] == before.sourced[0] + 5


def test_nothing_else_changes() -> None:
    """Every other line is as it was, comments included."""
    filled = fill(TEXT, observed(record(*_events(24)), *YEAR), "r").text.splitlines()
    changed = [now for old, now in zip(TEXT.splitlines(), filled, strict=True) if old != now]
    assert len(changed) == 7
    assert all(one.split(" =")[0] in ("reported", "delay", "sabotage", "cyber", "drones") for one in changed)


def test_what_is_too_thin_stays() -> None:
    """A few events of one week fill nothing, and each thing left is named."""
    found = observed(record(*((kind, YEAR[0], None) for kind in KINDS)))
    filled = fill(TEXT, found, "r")
    assert filled.text == TEXT
    assert len([one for one in filled.notes if "as it was" in one or "as they were" in one]) == 3


def test_an_event_of_no_type_of_the_scenario() -> None:
    """Events of types that the scenario lacks count in the rate and are named."""
    others = tuple((IncidentType.ESPIONAGE, day, blamed) for _, day, blamed in _events(3))
    filled = fill(TEXT, observed(record(*_events(24), *others), *YEAR), "r")
    assert any("3 are of types that the scenario lacks" in one for one in filled.notes)
