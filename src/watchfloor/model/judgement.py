"""Judgement: what a person decided about the record, kept for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Decision(StrEnum):
    """What a person can decide."""

    MERGE = "merge"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person: an input of the record, applied at every rebuild, undone only by a later one.

    `subject` holds the ids of the claims or actors decided on; `value` what they are corrected to, if anything.
    """

    id: str
    decision: Decision
    subject: tuple[str, ...]
    value: str | None
    author: str
    made_at: datetime
    reason: str
