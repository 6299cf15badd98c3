"""Stances: the table of actors by issues.

In goes what each document tells of where actors stand, out come the rows: one for each actor and issue, with every position and every statement's stance that says where the
actor stands, dated and with who says so. What is said of a group is said of its members too (see `expansion`). Nothing is weighed and
nothing is settled here; disagreements are found in `contradiction.polarity`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Polarity, Position, Statement
from watchfloor.model.document import Document
from watchfloor.model.record import Utterance
from watchfloor.model.stance import Change, Stance, StanceEntry, Voicing
from watchfloor.model.when import When
from watchfloor.reading.stance.stance import has_phrases
from watchfloor.record.position.expansion import Member, Roster
from watchfloor.record.position.stance_time import may_be_one_time, told_at
from watchfloor.record.text.texts import Texts

Told = tuple[str, str, StanceEntry]
"""An actor's id, an issue, and an entry on both."""


def told_by(
    document: Document, positions: Sequence[Position], statements: Sequence[Statement], texts: Texts
) -> list[Told]:
    """What one document tells of where actors stand; it depends on that document alone."""
    return [*_positions(document, positions, statements, texts), *_statements(document, positions, statements, texts)]


def rows(told: Sequence[Told], actors: Iterable[Actor], utterances: Mapping[str, str]) -> tuple[Stance, ...]:
    """The rows of the table, by issue, then by the actor's name; each row's entries in order of time.

    `told` is what documents tell, in their order; `utterances` maps a statement's id to that of its utterance.
    """
    known = {actor.id: actor for actor in actors}
    names = {key: actor.name for key, actor in known.items()}
    found: dict[tuple[str, str], list[StanceEntry]] = defaultdict(list)
    for actor, toward, entry in told:
        found[actor, toward].append(entry)
    for member, toward, entry in _of_members(told, known):
        names.setdefault(member.actor, member.name)
        if not any(_is_same(entry, own) for own in found[member.actor, toward]):
            found[member.actor, toward].append(entry)
    table = (_row(actor, names[actor], toward, e, utterances) for (actor, toward), e in found.items() if e)
    return tuple(sorted(table, key=lambda row: (row.toward, row.name, row.actor)))


def utterance_of(utterances: Iterable[Utterance]) -> dict[str, str]:
    """The utterance of each statement."""
    return {statement: utterance.id for utterance in utterances for statement in utterance.statements}


def _positions(
    document: Document, positions: Iterable[Position], statements: Sequence[Statement], texts: Texts
) -> Iterator[Told]:
    for p in positions:
        said = _around(p, statements)
        by = said.speaker if said else None
        voicing = Voicing.OWN if by == p.actor else Voicing.ASCRIBED if by else Voicing.REPORTED
        when, dated = told_at(document, p.span, said, texts)
        entry = StanceEntry(
            claim=p.id,
            document_id=p.document_id,
            polarity=p.polarity,
            spans=p.spans,
            voicing=voicing,
            when=when,
            dated=dated,
            by=by if voicing is Voicing.ASCRIBED else None,
            statement=said.id if said else None,
        )
        yield p.actor, p.toward, entry


def _around(position: Position, statements: Iterable[Statement]) -> Statement | None:
    """The statement that tells the position: the actor's own before another's, the shortest of several."""
    over = [s for s in statements if _overlaps(s, position)]
    return min(over, key=lambda s: (s.speaker != position.actor, sum(map(len, s.content)), s.id), default=None)


def _statements(
    document: Document, positions: Sequence[Position], statements: Iterable[Statement], texts: Texts
) -> Iterator[Told]:
    """What statements say beside the positions read from them.

    A position is read from more than the words of a statement (whose stand they tell, whether the verb is negated), and so goes before the stance of those
    words wherever both speak of one issue.
    """
    for s in statements:
        for toward, polarity in s.stance if s.speaker else ():
            others = [p for p in positions if p.toward == toward]
            if any(_overlaps(s, p) for p in others) or _is_of_another(s.speaker, polarity, others):
                continue
            when, dated = told_at(document, s.content[0], s, texts)
            entry = StanceEntry(
                claim=s.id,
                document_id=s.document_id,
                polarity=polarity,
                spans=s.content,
                voicing=Voicing.OWN,
                when=when,
                dated=dated,
                statement=s.id,
            )
            yield str(s.speaker), toward, entry


def _is_of_another(speaker: str | None, polarity: Polarity, others: Iterable[Position]) -> bool:
    """Whether the document gives the same stand to somebody else and not to the speaker, who then may only have told of it."""
    holders = {p.actor for p in others if p.polarity is polarity}
    return bool(holders) and speaker not in holders


def _overlaps(statement: Statement, position: Position) -> bool:
    return any(position.span.overlaps(piece) for piece in statement.content)


def _of_members(told: Iterable[Told], actors: Mapping[str, Actor]) -> Iterator[tuple[Member, str, StanceEntry]]:
    """What is said of groups, once for each member."""
    roster = Roster.of(actors.values())
    members: dict[tuple[str, date | None], tuple[Member, ...]] = {}
    for actor, toward, entry in told:
        group = (actor, entry.when.last_day if entry.when else None)
        if group not in members:
            members[group] = roster.members(actors[actor], group[1])
        for member in members[group]:
            if member.actor != actor:
                yield member, toward, replace(entry, group=actor)


def _is_same(entry: StanceEntry, own: StanceEntry) -> bool:
    """Whether a document's words on a group were read as words on the member already, as a list's members each have a position."""
    return entry.polarity is own.polarity and any(a.overlaps(b) for a in entry.spans for b in own.spans)


def _row(actor: str, name: str, toward: str, entries: Iterable[StanceEntry], utterances: Mapping[str, str]) -> Stance:
    ordered = tuple(sorted(entries, key=_order))
    # Two documents may well mean two things by an issue that they name in words of their own.
    changes = tuple(_changes(ordered, utterances)) if has_phrases(toward) else ()
    return Stance(actor, name, toward, ordered, changes)


def _order(entry: StanceEntry) -> tuple[bool, float, str, str]:
    """By the last moment of its time, the undated last; then by claim and group, so that no order of documents shows."""
    moment = (entry.when.latest or entry.when.earliest) if entry.when else None
    return (moment is None, moment.timestamp() if moment else 0.0, entry.claim, entry.group or "")


def _changes(ordered: Iterable[StanceEntry], utterances: Mapping[str, str]) -> Iterator[Change]:
    """Where the actor stands otherwise than before.

    Only what an actor says itself, or a document reports of it by name, makes a change: what others ascribe to it, or say of its group, may not
    be so. The times must exclude each other, the sayings must not be one, and at neither time may the other stand be told too.
    """
    dated = [e for e in ordered if e.when and e.group is None and e.voicing is not Voicing.ASCRIBED]
    for i, (before, after) in enumerate(pairwise(dated)):
        saying = {utterances.get(e.statement or "", e.claim) for e in (before, after)}
        if before.polarity is after.polarity or len(saying) == 1 or may_be_one_time(before.when, after.when):
            continue
        then = _polarities_at(before.when, reversed(dated[: i + 1]))
        now = _polarities_at(after.when, dated[i + 1 :])
        if after.polarity not in then and before.polarity not in now:
            yield Change(before, after)


def _polarities_at(when: When | None, entries: Iterable[StanceEntry]) -> set[Polarity]:
    """How the actor stands in the entries up to the first of another time."""
    return {e.polarity for e in takewhile(lambda e: may_be_one_time(e.when, when), entries)}
