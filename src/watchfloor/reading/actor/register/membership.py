"""Membership: which states belong to which bloc, and when.

In goes the name of a bloc, out come its memberships with their first and last days. `memberships.csv` was written for this project
from public facts and says in its header as of when; who is no state (the European Union in the G20) is not in it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from watchfloor.reading.actor.register.form import listed
from watchfloor.reading.actor.register.table import day, rows


@dataclass(frozen=True, slots=True)
class Membership:
    """The state of ISO code `state` belonged from `since` to `until`, both included.

    Without `since` it did as far back as the register looks; without `until` it does to the day of the table.
    """

    state: str
    since: date | None
    until: date | None

    def holds_on(self, when: date) -> bool:
        """Whether the state was a member on that day."""
        return (self.since is None or self.since <= when) and (self.until is None or when <= self.until)


def memberships(bloc: str) -> tuple[Membership, ...]:
    """The memberships of the bloc of that name in the register, by state; none where its members are not listed."""
    return _by_bloc().get(bloc, ())


@cache
def _by_bloc() -> dict[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = defaultdict(list)
    for row in rows("memberships.csv"):
        since, until = day(row["from"]), day(row["until"])
        found[row["bloc"]] += [Membership(state, since, until) for state in listed(row["states"])]
    return {bloc: tuple(sorted(held, key=lambda m: (m.state, m.since or date.min))) for bloc, held in found.items()}
