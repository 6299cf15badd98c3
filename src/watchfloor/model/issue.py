"""Issues: the questions on which actors take positions, by the codes of the press schema."""

from __future__ import annotations

ISSUES = {
    "preventive_action": "Preventive action (pre-emptive, proactive or preventive measures)",
    "cyber_countermeasures": "Cyber counter-measures (offensive or retaliatory)",
    "reactive_posture": "Reactive posture (responding after the fact)",
    "drone_wall": "Drone wall",
    "air_patrols": "Air patrols",
    "defence_spending": "Defence spending",
    "peace_plan": "Peace plan",
    "territorial_concessions": "Territorial concessions",
    "amnesty_for_war_crimes": "Amnesty for war crimes",
    "sanctions": "Sanctions",
    "military_aid": "Military aid",
}
"""Code to label. Any other issue is written `other:<short name>`."""


def label(toward: str) -> str:
    """The issue in plain words: the label of a known code, else the short name after `other:`."""
    return ISSUES.get(toward) or toward.removeprefix("other:").replace("_", " ").capitalize()
