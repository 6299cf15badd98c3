"""Judging: what a person typed about things of a record, as judgements that can be kept.

In go a Record, a decision and ids; out come judgements on what those things stand on, or an error that says what is possible. Nothing is
kept or applied here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watchfloor.errors import InvalidJudgement
from watchfloor.model.actor import Actor
from watchfloor.model.judgement import Conflict, Decision, Held, Judgement, Standing, Subject, SubjectKind
from watchfloor.model.record import Record
from watchfloor.record.judgement.correction import NOBODY, InvalidValue, fields_of, told, value_of, with_value
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.judgement.subject import subject
from watchfloor.record.judgement.thing import thing

_FAMILIES = {
    SubjectKind.STATEMENT: SubjectKind.STATEMENT,
    SubjectKind.UTTERANCE: SubjectKind.STATEMENT,
    SubjectKind.REPORT: SubjectKind.REPORT,
    SubjectKind.INCIDENT: SubjectKind.REPORT,
    SubjectKind.FIGURE: SubjectKind.FIGURE,
    SubjectKind.FIGURES: SubjectKind.FIGURE,
    SubjectKind.ACTOR: SubjectKind.ACTOR,
    SubjectKind.DOCUMENT: SubjectKind.DOCUMENT,
    SubjectKind.STORY: SubjectKind.DOCUMENT,
}
"""What can be one with what: things of one family stand on parts of one kind."""

_GROUPS = frozenset(_FAMILIES) - frozenset(_FAMILIES.values()) | {SubjectKind.ACTOR}
"""What has an id only as long as it holds together."""

_VERDICTS = frozenset(_FAMILIES) - {SubjectKind.ACTOR, SubjectKind.DOCUMENT, SubjectKind.STORY} | {
    SubjectKind.POSITION,
    SubjectKind.CONTRADICTION,
}
"""What can be accepted and rejected: claims, what is made of claims alone, and contradictions."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, when, and why; the time is after that of every judgement already made, so that "later" holds whatever the clock says.

    Raises:
        InvalidJudgement: no name, no reason, or characters in them that can't be kept.
    """

    name: str
    reason: str
    now: datetime

    def __post_init__(self) -> None:
        for given, option in ((self.name, "--by"), (self.reason, "--why")):
            if not given.strip():
                raise InvalidJudgement(f"A judgement needs an author and a reason: {option} is empty.")
            if any("\ud800" <= c <= "\udfff" for c in given):
                raise InvalidJudgement(f"{option} holds half a character, which can't be kept.")

    def makes(
        self, record: Record, decision: Decision, subjects: Iterable[Subject], value: str | None = None
    ) -> Judgement:
        """The judgement."""
        latest = max((held.judgement.made_at for held in record.judgements), default=None)
        made_at = self.now if latest is None else max(self.now, latest + timedelta(microseconds=1))
        reason, name = (" ".join(text.split()) for text in (self.reason, self.name))
        return Judgement.new(decision, tuple(subjects), name, made_at, reason, value)


def merged(record: Record, wanted: Sequence[str], author: Author) -> Judgement:
    """The judgement that these things are one.

    Raises:
        NotFound: an id that fits nothing, or several.
        InvalidJudgement: one thing alone, or things that can't be one.
    """
    subjects = _family(record, wanted, "merged")
    if len({part for s in subjects for part in s.parts}) < 2:  # noqa: PLR2004 - two make one
        raise InvalidJudgement("Only two things or more can be merged; these ids mean one.")
    return author.makes(record, Decision.MERGE, subjects)


def split(record: Record, wanted: Sequence[str], author: Author) -> Judgement:
    """The judgement that these things are not one; what is named beside a whole that holds it leaves that whole, and one whole alone falls into its parts.

    Raises:
        NotFound: an id that fits nothing, or several.
        InvalidJudgement: nothing to be split, or things that could never be one.
    """
    subjects = _family(record, wanted, "split")
    if len(subjects) == 1:
        subjects = _subjects(record, subjects[0].parts)
    sides = _leaving(subjects) or subjects
    if len(sides) < 2 or len({p for s in sides for p in s.parts}) < sum(len(s.parts) for s in sides):  # noqa: PLR2004
        raise InvalidJudgement("Only different things can be split; name two or more, or one that has parts.")
    return author.makes(record, Decision.SPLIT, sides)


def _leaving(subjects: Sequence[Subject]) -> list[Subject]:
    """The two sides where one of the things holds all others: what is left of it, and what leaves; of those that leave nothing is said."""
    whole = max(subjects, key=lambda one: len(one.parts))
    leaving = [one for one in subjects if one is not whole]
    taken = {part for one in leaving for part in one.parts}
    if not leaving or not taken <= set(whole.parts):
        return []
    left = tuple(part for part in whole.parts if part not in taken)
    if not left:
        raise InvalidJudgement(f"Nothing is left of {whole.item} without what is to be split from it.")
    items, words = (", ".join(filter(None, texts)) for texts in zip(*((s.item, s.words) for s in leaving), strict=True))
    return [replace(whole, parts=left), Subject(leaving[0].kind, items, tuple(sorted(taken)), words)]


def voted(record: Record, decision: Decision, wanted: Sequence[str], author: Author) -> Judgement:
    """The judgement that accepts or rejects these claims and contradictions; of an utterance, an incident or a group of figures all claims.

    Raises:
        NotFound: an id that fits nothing, or several.
        InvalidJudgement: a thing that is no claim, and holds no claims alone.
    """
    subjects = _subjects(record, wanted)
    for one in subjects:
        if one.kind not in _VERDICTS:
            raise InvalidJudgement(
                f"{one.item} is of kind {one.kind}: only claims, utterances, incidents, groups of figures and contradictions can be "
                f"{decision.value}ed. What is said of it stands in claims; `watchfloor show {one.item}` lists them."
            )
    return author.makes(record, decision, subjects)


def corrected(record: Record, wanted: str, setting: str, author: Author) -> Judgement:
    """The judgement that sets a field, given as `field=value`.

    Raises:
        NotFound: an id that fits nothing, or several.
        InvalidJudgement: no such field, or nothing that it can hold; the message says what is possible.
    """
    known = thing(record, wanted)
    one = subject(record, known)
    name, equals, text = (piece.strip() for piece in setting.partition("="))
    if not equals:
        raise InvalidJudgement(f"Write what is to be corrected as field=value, not {setting!r}. {_possible(one.kind)}")
    try:
        value = value_of(one.kind, name, text)
        if fields_of(one.kind)[name].is_actor:
            return _actor(record, one, name, text, author)
        for claim in (*record.claims, *record.rejected):
            if claim.id in one.parts:
                with_value(claim, name, value)
    except InvalidValue as error:
        raise InvalidJudgement(str(error)) from error
    return author.makes(record, Decision.CORRECT, [one], f"{name}={told(value)}")


def undone(record: Record, wanted: Sequence[str], author: Author) -> Judgement:
    """The judgement that takes others back.

    Raises:
        NotFound: an id that fits nothing, or several.
        InvalidJudgement: something that is no judgement, or one that is undone already.
    """
    known = [thing(record, one) for one in dict.fromkeys(wanted)]
    for one in known:
        if not isinstance(one, Held):
            raise InvalidJudgement(f"{one.id} is no judgement; `watchfloor log` lists those that can be undone.")
    return author.makes(record, Decision.UNDO, [subject(record, one) for one in known])


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new judgement does to earlier ones: those that it undoes, in whole or in part, those that it brings back, new conflicts."""

    undoes: tuple[Judgement, ...]
    revives: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]


def effect(record: Record, judgement: Judgement) -> Effect:
    """What `judgement` does to those of the record."""
    earlier = [held.judgement for held in record.judgements]
    before, after = Rulings.of(earlier), Rulings.of([*earlier, judgement])
    order = {Standing.APPLIED: 2, Standing.PARTLY: 1, Standing.UNDONE: 0, Standing.ADRIFT: 0}
    change = {
        one.id: order[after.outcomes[one.id].standing] - order[before.outcomes[one.id].standing]
        for one in earlier
        if one.id in before.outcomes and one.id in after.outcomes
    }
    return Effect(
        undoes=tuple(one for one in earlier if change.get(one.id, 0) < 0),
        revives=tuple(one for one in earlier if change.get(one.id, 0) > 0),
        conflicts=tuple(c for c in after.conflicts if c not in before.conflicts),
    )


def _subjects(record: Record, wanted: Sequence[str]) -> list[Subject]:
    found = [_member(record, one) or _former(record, one) or subject(record, thing(record, one)) for one in wanted]
    return list({one.item: one for one in found}.values())


def _member(record: Record, wanted: str) -> Subject | None:
    """An actor as one document has it, of which the record makes a part of another; None where no such part has that id."""
    whole = next((actor for actor in record.actors if wanted in actor.members), None)
    return Subject(SubjectKind.ACTOR, wanted, (wanted,), whole.name) if whole else None


def _former(record: Record, wanted: str) -> Subject | None:
    """What bore that id when it was judged and bears it no longer, since it was merged or split: what it stood on is there still."""
    present = {known.id for group in (record.utterances, record.incidents, record.figure_groups) for known in group}
    present |= {known.id for group in (record.actors, record.stories) for known in group}
    judged = (s for held in reversed(record.judgements) for s in held.judgement.subject if s.kind in _GROUPS)
    return next((s for s in judged if s.item == wanted and wanted not in present), None)


def _family(record: Record, wanted: Sequence[str], verb: str) -> list[Subject]:
    subjects = _subjects(record, wanted)
    for one in subjects:
        if one.kind not in _FAMILIES:
            raise InvalidJudgement(
                f"{one.item} is of kind {one.kind}, which can't be {verb}: only statements and utterances, incident reports and incidents, "
                "figures, actors, documents and stories can."
            )
    kinds = {_FAMILIES[one.kind] for one in subjects}
    if len(kinds) > 1:
        listed = ", ".join(f"{one.item} is of kind {one.kind}" for one in subjects)
        raise InvalidJudgement(f"These can't be {verb}, as they never are one: {listed}.")
    return subjects


def _actor(record: Record, one: Subject, name: str, text: str, author: Author) -> Judgement:
    """The correction of a field that holds an actor."""
    if text.casefold() == NOBODY and one.kind in {SubjectKind.STATEMENT, SubjectKind.UTTERANCE}:
        return author.makes(record, Decision.CORRECT, [one], f"{name}={NOBODY}")
    called = text.casefold()
    found = [a for a in record.actors if a.id == text or called == a.name.casefold()]
    found = found or [a for a in record.actors if called in {alias.casefold() for alias in a.aliases}]
    if not found and text.startswith("A-"):
        meant = thing(record, text)
        found = [meant] if isinstance(meant, Actor) else []
    if len(found) != 1:
        how_many = "nobody" if not found else f"{len(found)} actors: {', '.join(a.id for a in found[:5])}"
        raise InvalidJudgement(
            f"The record knows {how_many} by the name {text!r}. Possible: {fields_of(one.kind)[name].says}. "
            "`watchfloor record --format table` lists the actors."
        )
    return author.makes(record, Decision.CORRECT, [one, subject(record, found[0])], f"{name}={found[0].name}")


def _possible(kind: SubjectKind) -> str:
    fields = ", ".join(fields_of(kind))
    return f"Of this {kind} can be corrected: {fields}." if fields else f"Nothing of this {kind} can be corrected."
