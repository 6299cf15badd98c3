"""Polarity: an actor who is told to stand two ways on one issue at one time.

In go the rows of the stance table, out come findings. Two times are a change, and stand in the table. For and against, each in the
actor's own words in another outlet, exclude each other; everything else is a tension, since both can be true: what a document reports or another ascribes beside
what the actor says, a group beside one of its members, two who speak for one state, the undecided beside the decided. A document that tells both stands settles that both were told. Issues of a
document's own, which two documents may well mean differently, are not looked at, nor are the unnamed, who may be two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.actor import ActorType
from watchfloor.model.claim import Claim, Polarity
from watchfloor.model.issue import label
from watchfloor.model.record import ContradictionKind, Side, Strength
from watchfloor.model.stance import Stance, StanceEntry, Voicing
from watchfloor.reading.stance.stance import has_phrases
from watchfloor.record.actor.spokesman import state_spoken_for
from watchfloor.record.contradiction.finding import Finding, Setting, capital, listed, shortened, side
from watchfloor.record.position.stance_time import may_be_one_time
from watchfloor.record.source.independence import outlet_key

_OPPOSED = (
    (Polarity.FOR, Polarity.AGAINST),
    (Polarity.FOR, Polarity.OPEN),
    (Polarity.AGAINST, Polarity.OPEN),
    (Polarity.FOR, Polarity.MIXED),
    (Polarity.AGAINST, Polarity.MIXED),
)
"""Stands that differ, the plainest first; the open and the mixed are both undecided."""
_WORD = {
    Polarity.FOR: "for",
    Polarity.AGAINST: "against",
    Polarity.OPEN: "open to",
    Polarity.MIXED: "divided over",
}
_VALUE = {**_WORD, Polarity.OPEN: "open", Polarity.MIXED: "divided"}
_NAMELESS = frozenset({ActorType.ANONYMOUS, ActorType.GROUP})


def find(
    rows: Iterable[Stance], claims: Mapping[str, Claim], utterances: Mapping[str, str], setting: Setting
) -> list[Finding]:
    """The disagreements about where actors stand, story by story. `utterances` maps a statement's id to that of its utterance."""
    by_issue: dict[str, list[Stance]] = defaultdict(list)
    for row in rows:
        if has_phrases(row.toward):
            by_issue[row.toward].append(row)
    found: list[Finding] = []
    for toward, held in sorted(by_issue.items()):
        issue = _Issue(toward, claims, utterances, setting)
        for sides, strength in (*_of_actors(held, issue), *_of_groups(held, issue), *_of_spokesmen(held, issue)):
            found.append(issue.finding(sides, strength))
    return found


def _of_actors(rows: Iterable[Stance], issue: _Issue) -> Iterator[tuple[_Sides, Strength]]:
    """One actor, by name."""
    for row in rows:
        actor = issue.setting.actors.get(row.actor)
        if actor is None or actor.type in _NAMELESS:
            continue
        for here in issue.by_story(_Told(row.actor, row.name, e) for e in row.own):
            for one, other in _OPPOSED:
                sides = issue.apart(here, one, other)
                if all(sides):
                    yield sides, issue.strength(sides)
                    break


def _of_groups(rows: Iterable[Stance], issue: _Issue) -> Iterator[tuple[_Sides, Strength]]:
    """A group that is told to be for or against, and members that are told to be otherwise."""
    whole: dict[str, dict[str, _Told]] = defaultdict(dict)
    members: dict[str, dict[_Told, None]] = defaultdict(dict)
    for row in rows:
        for group in dict.fromkeys(e.group for e in row.entries if e.group):
            name = issue.setting.name(group)
            whole[group] |= {e.claim: _Told(group, name, e) for e in row.entries if e.group == group}
            members[group] |= dict.fromkeys(_Told(row.actor, row.name, e) for e in row.own)
    for group, told in sorted(whole.items()):
        for here in issue.by_story([*told.values(), *members[group]]):
            for one, other in (_OPPOSED[0], _OPPOSED[0][::-1]):
                ours = [t for t in here if t.actor == group and t.entry.polarity is one]
                theirs = [t for t in here if t.actor != group and t.entry.polarity is other]
                sides = issue.at_one_time(ours, theirs)
                if all(sides):
                    yield sides, Strength.TENSION
                    break


def _of_spokesmen(rows: Iterable[Stance], issue: _Issue) -> Iterator[tuple[_Sides, Strength]]:
    """Two persons who speak for one state, one for and one against."""
    by_state: dict[str, list[_Told]] = defaultdict(list)
    for row in rows:
        actor = issue.setting.actors.get(row.actor)
        state = state_spoken_for(actor) if actor else None
        if state:
            by_state[state] += [_Told(row.actor, row.name, e) for e in row.own if e.voicing is Voicing.OWN]
    for _, told in sorted(by_state.items()):
        for here in issue.by_story(told):
            sides = issue.apart(here, *_OPPOSED[0])
            if all(sides) and not {t.actor for t in sides[0]} & {t.actor for t in sides[1]}:
                yield sides, Strength.TENSION


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry of the row of the actor with that id and name."""

    actor: str
    name: str
    entry: StanceEntry


_Sides = tuple[list[_Told], list[_Told]]


@dataclass(frozen=True, slots=True)
class _Issue:
    """One issue, and what its rows are looked at with."""

    toward: str
    claims: Mapping[str, Claim]
    utterances: Mapping[str, str]
    setting: Setting

    def by_story(self, told: Iterable[_Told]) -> list[list[_Told]]:
        stories: dict[str, list[_Told]] = defaultdict(list)
        for one in told:
            stories[self.setting.stories[one.entry.document_id]].append(one)
        return [stories[story] for story in sorted(stories)]

    def apart(self, told: Sequence[_Told], one: Polarity, other: Polarity) -> _Sides:
        """The entries of either polarity that stand against each other; none where one document tells both, unless of one saying that others tell otherwise."""
        ours = [t for t in told if t.entry.polarity is one]
        theirs = [t for t in told if t.entry.polarity is other]
        if {t.entry.document_id for t in ours} & {t.entry.document_id for t in theirs}:
            both = {self._saying(t) for t in ours} & {self._saying(t) for t in theirs}
            ours = [t for t in ours if self._saying(t) in both]
            theirs = [t for t in theirs if self._saying(t) in both]
        return self.at_one_time(ours, theirs)

    def at_one_time(self, ours: Sequence[_Told], theirs: Sequence[_Told]) -> _Sides:
        """Those of either side that may be of one time with one of the other side, in another outlet."""

        def against(one: _Told, others: Sequence[_Told]) -> bool:
            return any(self._clash(one, other) for other in others)

        return [t for t in ours if against(t, theirs)], [t for t in theirs if against(t, ours)]

    def strength(self, sides: _Sides) -> Strength:
        """A contradiction where both sides give the actor's own words for and against, at times that are known."""
        strong = any(
            {a.entry.polarity, b.entry.polarity} == set(_OPPOSED[0])
            and a.entry.voicing is b.entry.voicing is Voicing.OWN
            and a.entry.when is not None
            and b.entry.when is not None
            and self._clash(a, b)
            for a in sides[0]
            for b in sides[1]
        )
        return Strength.CONTRADICTION if strong else Strength.TENSION

    def finding(self, sides: _Sides, strength: Strength) -> Finding:
        name = label(self.toward).partition(" (")[0]
        told = [self._told(one) for one in sides]
        return Finding(
            ContradictionKind.POLARITY,
            strength,
            capital(f"{name}: {told[0]}, but {told[1]}"),
            tuple(_side(one, self.claims) for one in sides),
            about=self.toward,
        )

    def _clash(self, a: _Told, b: _Told) -> bool:
        """Whether two documents of different outlets tell of one time, or of one saying."""
        one, other = a.entry.document_id, b.entry.document_id
        outlets = [outlet_key(self.setting.texts.documents[d].outlet) for d in (one, other)]
        if one == other or (outlets[0] and outlets[0] == outlets[1]):
            return False
        return self._saying(a) == self._saying(b) or may_be_one_time(a.entry.when, b.entry.when)

    def _saying(self, told: _Told) -> str:
        return self.utterances.get(told.entry.statement or "", told.entry.claim)

    def _told(self, side_: Sequence[_Told]) -> str:
        """Who stands where, and in which outlets: `Norland is against it in Post`."""
        names = list(dict.fromkeys(t.name for t in side_))
        several = len(names) > 1 or all(self._is_group(t) for t in side_)
        where = self.setting.labels(t.entry.document_id for t in side_)
        stands = f"{'are' if several else 'is'} {_WORD[side_[0].entry.polarity]} it"
        return f"{listed(shortened(names))} {stands} in {where}"

    def _is_group(self, told: _Told) -> bool:
        actor = self.setting.actors.get(told.actor)
        return actor is not None and actor.type is ActorType.GROUP


def _side(told: Sequence[_Told], claims: Mapping[str, Claim]) -> Side:
    entries = {t.entry.claim: t.entry for t in told}
    spans = [span for entry in entries.values() for span in entry.spans]
    names = listed(shortened(dict.fromkeys(t.name for t in told)))
    return side(f"{names}: {_VALUE[told[0].entry.polarity]}", [claims[key] for key in entries], spans)
