"""Incident types: the closed list, its domains, and what counts as hybrid."""

from __future__ import annotations

from watchfloor.model.incident_type import IncidentType


def test_acts_of_open_war_are_context() -> None:
    """Strikes, captures and war crimes are read and never counted as hybrid; nor is the rest class."""
    context = {kind for kind in IncidentType if not kind.is_hybrid}
    assert {kind.value for kind in context} == {"military_strike", "territorial_capture", "war_crime", "other"}
    assert all(not kind.domains for kind in context)


def test_every_hybrid_type_touches_a_domain() -> None:
    """Each named hybrid type has at least one domain of the conceptual model, and a label without underscores."""
    assert all(kind.domains for kind in IncidentType if kind.is_hybrid and kind is not IncidentType.OTHER_HYBRID)
    assert all("_" not in kind.label for kind in IncidentType)
