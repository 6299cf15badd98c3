"""Scenario: who attacks whom with what, what is known about it, who must agree, and the postures to compare.

Frozen values, every number a Quantity with its source. How they are read from a file stands in `scenario_file`; what
happens with them in `campaign`. Rates are per month, money is in the scenario's own unit, shares and firmness run from
0 to 1. A firmness of 1 is an answer that costs its target as much as the largest benefit an attack can bring.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.quantity import UNUSED, Domain, Quantity, fixed
from watchfloor.model.incident_type import IncidentType

Share = Annotated[Quantity, Domain(0, 1)]
Money = Annotated[Quantity, Domain(0, 1e6)]
WHOLE = fixed(1.0, UNUSED.source)
"""A weight or limit that a file need not give: one vote, no legal limit, one unit."""
_STRICT: dict[str, Any] = {"extra": "forbid"}
"""To pydantic: a key that is not described here is a mistake of the file."""


class Denial(StrEnum):
    """What stops an attack of a type."""

    BARRIER = "barrier"
    PATROL = "patrol"
    TEMPO = "tempo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacker:
    """Somebody who may attack: `share` of today's attacks is theirs (relative to the others' shares).

    The benefit of an attack to them is uniform on `boldness` to `boldness` + 1, in units of what a full answer costs them.
    `means` says how their attacks divide over the attack types, by name, relative to each other.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    share: Annotated[Quantity, Domain(0.001, 1000)]
    boldness: Annotated[Quantity, Domain(-1, 1)]
    means: dict[str, Annotated[Quantity, Domain(0, 1000)]]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackType:
    """A kind of attack: its `harm` to the alliance when it succeeds, and what one costs the attacker.

    `visible` scales the chance that it is traced to anybody. `stopped` is the share that barriers stop today; it is used
    where `denied_by` is barrier, while patrols and tempo follow from `Defence`. `incidents` are the types of incident in a
    record that count as this type, for `posture from-record`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    harm: Money
    cost: Money
    visible: Share
    stopped: Share = UNUSED
    denied_by: Denial = Denial.BARRIER
    incidents: tuple[IncidentType, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ally:
    """A member: the firmness it would choose (`ideal`), and the most that its law allows it to agree to.

    `legal_limit` binds answers to an attack, `first_limit` acts before one. `abstains` says that it stands aside where it
    doesn't agree instead of blocking; a legal limit is never stood aside from.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    ideal: Share
    weight: Annotated[Quantity, Domain(0.001, 1000)] = WHOLE
    legal_limit: Share = WHOLE
    first_limit: Share = WHOLE
    abstains: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """How members agree: `majority` is the share of votes cast that is needed, 1 for unanimity.

    Each ally's ideal point wanders from month to month (standard deviation `wavering`) and rises by `rally` with each
    attack suffered the month before. `status_quo` is the firmness of today's conduct, with which a proposal is compared.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    majority: Annotated[Quantity, Domain(0.5, 1)]
    status_quo: Share
    wavering: Annotated[Quantity, Domain(0.001, 1)]
    rally: Annotated[Quantity, Domain(-0.2, 0.2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is seen: today's attacks a month (`reported`), the share of attacks that become known, and who is blamed.

    `detection` is the chance that an attack is traced to anybody, `misidentified` the share of those traced to the wrong
    suspect, `false_alarm` the chance a month that somebody is suspected of an attack that nobody made, `delay` the months
    from an attack to the attribution that an answer may rest on. `readiness` bounds the defender's resolve, uniform on 0 to
    `readiness`: with a belief b that a suspect is guilty, it is ready to answer where its resolve is at least 1 - b.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    reported: Annotated[Quantity, Domain(0.01, 20, "a month")]
    known_share: Annotated[Quantity, Domain(0.05, 1)]
    detection: Share
    misidentified: Share
    false_alarm: Annotated[Quantity, Domain(0.001, 0.5)]
    delay: Annotated[Quantity, Domain(0, 36, "months")]
    readiness: Annotated[Quantity, Domain(0.05, 2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dynamics:
    """How attacks breed attacks: each opens on average `breeding` new opportunities, fading at the rate `fading` a month.

    An answer of full firmness lowers the logarithm of its target's opportunities by `deterrence`; below 0 it provokes.
    A wrongful one raises it by `anger`. Both are forgotten with a half-life of `memory` months, and together they multiply
    or divide opportunities by `sway` at most.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    breeding: Annotated[Quantity, Domain(0, 0.95)]
    fading: Annotated[Quantity, Domain(0.05, 10, "a month")]
    deterrence: Annotated[Quantity, Domain(-2, 2)]
    anger: Annotated[Quantity, Domain(0, 2)]
    memory: Annotated[Quantity, Domain(0.5, 120, "months")]
    sway: Annotated[Quantity, Domain(1, 10, "times")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """What may follow an answer: `threshold` names what is counted, in words.

    An answer of firmness f crosses it with probability `chance` * f. An act before an attack also crosses it with
    probability `reply` where fear of being second has made the adversary arm. How many arm is the cut-off of Baliga and
    Sjöström with uniform private costs: `suspicion` is their mu (the gain of arming alone), `dread` their d (the loss of
    being the only one unarmed).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    threshold: str
    chance: Share
    suspicion: Annotated[Quantity, Domain(0.001, 1)]
    dread: Share
    reply: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Defence:
    """What denial rests on: patrols on `patrols` of `periods` days in which a strike may come (Dresher), tempo on the costs of a move (FlipIt).

    `answer_cost` and `first_cost` are what an answer or an act before an attack costs the alliance. Such an act stops the
    share `disruption` of its target's attempts in that month.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    periods: int = 10
    patrols: int = 1
    defender_move: Annotated[Quantity, Domain(0.001, 1000)] = WHOLE
    attacker_move: Annotated[Quantity, Domain(0.001, 1000)] = WHOLE
    answer_cost: Money
    first_cost: Money
    disruption: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """A way to act, made of levers; what it does not touch stays as it is.

    `firmness` of its answers (0: none); `readiness` added to the defender's; `hardening`, `detection`, `naming` and `speed`
    close that share of the gap to perfect barriers, detection, identification and immediate attribution; `patrols` are
    added; `tempo` lowers the cost of the defender's moves by that share; `first_acts` is the chance a month of acting before
    an attack, where the alliance agrees; `majority` replaces the alliance's rule.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    monthly_cost: Money
    firmness: Share = UNUSED
    readiness: Share = UNUSED
    hardening: Share = UNUSED
    detection: Share = UNUSED
    naming: Share = UNUSED
    speed: Share = UNUSED
    tempo: Annotated[Quantity, Domain(0, 0.99)] = UNUSED
    first_acts: Share = UNUSED
    majority: Annotated[Quantity, Domain(0.5, 1)] = UNUSED
    patrols: int = 0
    nothing: bool = False
    note: str = ""

    @property
    def levers(self) -> tuple[str, ...]:
        """The names of the levers that it sets."""
        return tuple(
            one.name
            for one in dataclasses.fields(self)
            if one.name not in ("name", "monthly_cost", "nothing", "note")
            and getattr(self, one.name) not in (UNUSED, 0)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Everything that a comparison of postures needs; `reference` names the posture under which today's attacks were counted."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    format: int = 1
    name: str
    question: str
    months: int = 60
    money: str
    reference: str
    evidence: Evidence
    dynamics: Dynamics
    escalation: Escalation
    defence: Defence
    alliance: Alliance
    attackers: tuple[Attacker, ...]
    types: tuple[AttackType, ...]
    allies: tuple[Ally, ...]
    postures: tuple[Posture, ...]
    thresholds: dict[Outcome, float] = field(default_factory=dict)
    limits: tuple[str, ...] = ()

    def quantities(self, *, unused: bool = False) -> Iterator[tuple[str, Quantity]]:
        """Every number under its path ("evidence.detection", "allies.Coastal.ideal"); with `unused`, those the file leaves out too."""
        return (pair for pair in _quantities("", self) if unused or pair[1].source != UNUSED.source)

    @property
    def uncertain(self) -> dict[str, Quantity]:
        """The quantities that differ between futures."""
        return {path: one for path, one in self.quantities() if one.uncertain}

    @property
    def sourced(self) -> tuple[int, int]:
        """How many of the numbers have a source, of how many."""
        found = [one.sourced for _, one in self.quantities()]
        return sum(found), len(found)


def _quantities(path: str, value: object) -> Iterator[tuple[str, Quantity]]:
    if isinstance(value, Quantity):
        yield path, value
    elif isinstance(value, tuple):
        for one in value:
            if not isinstance(one, str):
                yield from _quantities(f"{path}.{one.name}", one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _quantities(f"{path}.{name}", one)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from _quantities(f"{path}.{part.name}".lstrip("."), getattr(value, part.name))
