"""A record's events are counted once, in their half of the period, and only where they count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from posture_record import cleared, record
from watchfloor.assessment.posture.observed import observed
from watchfloor.errors import ScenarioError
from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType

ARSON, STRIKE = IncidentType.ARSON, IncidentType.MILITARY_STRIKE
START = date(2024, 1, 1)


def _day(after: int) -> date:
    return START + timedelta(days=after)


def test_counts_halves_and_delays() -> None:
    """Events fall into the halves of the period; delays run from the event to the first blame."""
    found = observed(
        record(
            (ARSON, _day(0), 10), (ARSON, _day(20), None), (IncidentType.RANSOMWARE, _day(90), 40), (ARSON, None, 5)
        ),
        START,
        _day(99),
    )
    assert sorted(found.by_type.items()) == [(ARSON, 2), (IncidentType.RANSOMWARE, 1)]
    assert found.halves == (2, 1)
    assert list(found.delays) == [10, 40]
    assert found.undated == 1
    assert found.months == pytest.approx(100 / 30.44, abs=0.01)


def test_what_does_not_count() -> None:
    """Acts of open war, patterns and what did not happen are no hybrid events of the record."""
    for nothing in (
        record((STRIKE, _day(0), 1)),
        record((ARSON, _day(0), 1), specific=False),
        record((ARSON, _day(0), 1), status=Status.PLANNED),
        record((ARSON, _day(0), 1), status=Status.DENIED),
        record((ARSON, None, 1)),
        record(),
    ):
        with pytest.raises(ScenarioError, match="no hybrid event"):
            observed(nothing)


def test_a_denial_is_no_attribution() -> None:
    """Somebody who is cleared is not blamed."""
    assert observed(cleared(record((ARSON, _day(0), 10)))).delays == ()


def test_the_period_is_that_of_the_record() -> None:
    """Unless given, the period runs from the first event to the last publication; events outside a given one don't count."""
    found = observed(record((ARSON, _day(3), 10), (ARSON, _day(50), None)))
    assert (found.first, found.last) == (_day(3), _day(51))
    assert observed(record((ARSON, _day(3), 10), (ARSON, _day(50), None)), _day(40), _day(60)).events == 1


def test_a_period_the_wrong_way_round() -> None:
    """A period that ends before it begins is told, as is one without an event."""
    with pytest.raises(ScenarioError, match="is after"):
        observed(record((ARSON, _day(3), 1)), _day(9), _day(8))
    with pytest.raises(ScenarioError, match="no hybrid event dated from"):
        observed(record((ARSON, _day(3), 1)), _day(9), _day(10))
