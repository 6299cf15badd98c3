"""Outcomes: what a simulated campaign is judged by, each counted over the whole campaign.

No outcome is a sum of unlike things: damage and spending are both money, the rest are counts.
"""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What one run of a campaign is asked about."""

    ATTEMPTED = "attempted"
    STOPPED = "stopped"
    SUCCEEDED = "succeeded"
    DAMAGE = "damage"
    DEFENDER_SPENDING = "defender_spending"
    BURDEN = "burden"
    ATTACKER_SPENDING = "attacker_spending"
    ANSWERS = "answers"
    WRONGFUL = "wrongful_retaliations"
    FIRST_ACTS = "first_acts"
    IDLE_FIRST_ACTS = "first_acts_on_the_idle"
    NO_CONSENSUS = "months_without_consensus"
    ESCALATIONS = "escalations"

    @property
    def words(self) -> str:
        """The outcome in words, for a person."""
        return _WORDS[self][0]

    @property
    def meaning(self) -> str:
        """One sentence that says what is counted and what is not."""
        return _WORDS[self][1]

    @property
    def is_money(self) -> bool:
        """Whether it is in the scenario's money; counts otherwise."""
        return self in (Outcome.DAMAGE, Outcome.DEFENDER_SPENDING, Outcome.BURDEN, Outcome.ATTACKER_SPENDING)

    @property
    def less_is_better(self) -> bool:
        """Whether the alliance would rather have less; False where more or less is neither good nor bad by itself."""
        return self not in (Outcome.STOPPED, Outcome.ATTACKER_SPENDING, Outcome.ANSWERS, Outcome.FIRST_ACTS)


_WORDS = {
    Outcome.ATTEMPTED: ("attacks attempted", "Every attack that was begun, stopped or not."),
    Outcome.STOPPED: (
        "attacks stopped",
        "Attacks begun and stopped by barriers, patrols, tempo or an act before them.",
    ),
    Outcome.SUCCEEDED: ("attacks suffered", "Attacks begun and not stopped."),
    Outcome.DAMAGE: ("damage", "Attacks suffered times the harm of one attack of that type."),
    Outcome.DEFENDER_SPENDING: (
        "defenders' spending",
        "What the posture costs each month, and what its answers and acts cost.",
    ),
    Outcome.BURDEN: ("damage and defenders' spending", "The two sums of money that the alliance bears, added."),
    Outcome.ATTACKER_SPENDING: (
        "attackers' spending",
        "What the attacks begun cost those who began them; what answers cost them is not in it.",
    ),
    Outcome.ANSWERS: ("answers given", "Answers to an attack, at most one a month against each suspect."),
    Outcome.WRONGFUL: (
        "wrongful retaliations",
        "Answers against somebody to whom no correct signal pointed: a false alarm, or another's attack.",
    ),
    Outcome.FIRST_ACTS: ("acts before an attack", "Acts that no attack triggered."),
    Outcome.IDLE_FIRST_ACTS: (
        "acts against the idle",
        "Acts before an attack in a month in which their target attempted none.",
    ),
    Outcome.NO_CONSENSUS: (
        "months without consensus",
        "Months in which an answer or act was called for and the alliance did not agree on it.",
    ),
    Outcome.ESCALATIONS: ("escalations", "Answers and acts after which the scenario's named threshold was crossed."),
}

JUDGED = (
    Outcome.SUCCEEDED,
    Outcome.DAMAGE,
    Outcome.DEFENDER_SPENDING,
    Outcome.BURDEN,
    Outcome.WRONGFUL,
    Outcome.IDLE_FIRST_ACTS,
    Outcome.NO_CONSENSUS,
    Outcome.ESCALATIONS,
)
"""The outcomes by which postures are compared: less of each is better for the alliance."""
