"""Scores of pieces to incident triggers: what happened, with which status, specific or generic.

In: the incident scores of one window. Out: `Trigger`s as piece ranges. Says nothing of where, when and by whom; triggers
of one incident are not joined here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

KINDS = (
    "drone_incursion",
    "airspace_violation",
    "balloon_incursion",
    "gnss_interference",
    "subsea_cable_damage",
    "energy_infrastructure_damage",
    "transport_sabotage",
    "arson",
    "explosion",
    "parcel_attack",
    "vandalism",
    "cyber_intrusion",
    "denial_of_service",
    "ransomware",
    "data_leak",
    "disinformation",
    "election_interference",
    "espionage",
    "assassination_or_poisoning",
    "instrumentalised_migration",
    "maritime_incident",
    "recruitment_of_proxies",
    "military_strike",
    "territorial_capture",
    "war_crime",
    "other_hybrid",
    "other",
)
STATUSES = ("occurred", "alleged", "planned", "hypothetical", "denied")
SCORES = 1 + len(KINDS) + len(STATUSES) + 1
"""Columns: no incident, each kind, each status, specific (a logit)."""

FLOOR = 0.5
"""Probability of being part of a trigger from which a word is one."""

GAP = 2
"""Words between two parts of one trigger, at most."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Pieces `start` to `end` (exclusive) tell of an incident; `probability` is the network's, not calibrated."""

    start: int
    end: int
    kind: str
    status: str
    specific: bool
    probability: float


def triggers(scores: np.ndarray, words: np.ndarray) -> list[Trigger]:
    """The triggers in (pieces, `SCORES`) scores, in order; `words` numbers the pieces' words."""
    if not len(scores):
        return []
    firsts = np.flatnonzero(np.concatenate([[True], words[1:] != words[:-1]]))
    edges = [*firsts.tolist(), len(scores)]
    own = scores[firsts]
    shares = np.exp(own[:, : 1 + len(KINDS)] - own[:, : 1 + len(KINDS)].max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    out = []
    for low, high in _runs(1.0 - shares[:, 0] >= FLOOR):
        kind = int(shares[low:high, 1:].sum(axis=0).argmax())
        status = int(own[low:high, 1 + len(KINDS) : -1].sum(axis=0).argmax())
        out.append(
            Trigger(
                edges[low],
                edges[high],
                KINDS[kind],
                STATUSES[status],
                bool(own[low:high, -1].mean() > 0),
                float((1.0 - shares[low:high, 0]).max()),
            )
        )
    return out


def _runs(inside: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]])))
    out: list[tuple[int, int]] = []
    for low, high in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if out and low - out[-1][1] <= GAP:
            out[-1] = (out[-1][0], high)
        else:
            out.append((low, high))
    return out
