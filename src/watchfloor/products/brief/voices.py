"""Who said what: every utterance under its speaker, with each document's version of it, and which of them tell the same (see `versions`).

In go the ground and the documents of one story, out come its speakers, the most widely carried first, those whom
nobody names last. Unnamed speakers of one description share a heading. An utterance that outlets give to several speakers stands once, under the first, and says so.
"""

from __future__ import annotations

from dataclasses import replace

from watchfloor.model.claim import Statement, StatementKind
from watchfloor.model.record import ContradictionKind, Utterance
from watchfloor.products.brief.difference import compared
from watchfloor.products.brief.ground import Ground
from watchfloor.products.brief.shape import Line, Piece, Saying, Voice
from watchfloor.products.brief.sourcing import sourcing
from watchfloor.products.brief.telling import is_line
from watchfloor.products.brief.versions import versions

_ROLES = 3
"""Roles shown of a speaker; the rest stands in the notes."""
_PRONOUNS = frozenset("he she it they we i who which that him her them".split())
"""Sources that say who speaks only to whoever has read the sentence before."""


def voices(ground: Ground, documents: frozenset[str]) -> tuple[Voice, ...]:
    """The speakers of one story."""
    by_name: dict[str | None, list[Saying]] = {}
    first: dict[str | None, str] = {}
    for utterance in ground.record.utterances:
        told = _saying(ground, utterance, documents)
        if told:
            speaker, saying = told
            name = ground.name(speaker) if speaker else None
            by_name.setdefault(name, []).append(saying)
            if speaker:
                first.setdefault(name, speaker)
    found = [(name, sorted(_whole(sayings), key=_carried)) for name, sayings in by_name.items()]
    found.sort(key=lambda pair: (pair[0] is None, min(map(_carried, pair[1])), -len(pair[1])))
    return tuple(_voice(ground, first.get(name), sayings, documents) for name, sayings in found)


def _whole(sayings: list[Saying]) -> list[Saying]:
    """Without those of which every word stands in another one of the same documents: what an article prints twice, or a clause of a sentence that is shown."""
    kept: list[tuple[str, frozenset[str], Saying]] = []
    for saying in sorted(sayings, key=lambda s: -len(s.line.text)):
        words, documents = saying.line.text.casefold(), frozenset(e.source.document_id for e in saying.line.evidence)
        if not any(words in more and documents <= others for more, others, _ in kept):
            kept.append((words, documents, saying))
    shown = {id(saying) for _, _, saying in kept}
    return [saying for saying in sayings if id(saying) in shown]


def _carried(saying: Saying) -> int:
    """A key to sort by: what more independent sources carry comes first."""
    return -saying.sourcing.independent


def _voice(ground: Ground, speaker: str | None, sayings: list[Saying], documents: frozenset[str]) -> Voice:
    actor = ground.actors.get(speaker) if speaker else None
    if actor is None:
        return Voice(ground.name(speaker).capitalize() if speaker is None else speaker or "", None, (), tuple(sayings))
    roles = dict.fromkeys(role.text for role in actor.roles if role.span.document_id in documents)
    return Voice(ground.name(actor.id), actor.type.value, tuple(roles)[:_ROLES], tuple(sayings))


def _saying(ground: Ground, utterance: Utterance, documents: frozenset[str]) -> tuple[str | None, Saying] | None:
    claims = [c for c in ground.chosen(utterance.statements) if c.document_id in documents and isinstance(c, Statement)]
    claims = [c for c in claims if is_line(ground, c)]
    if not claims:
        return None
    told = versions(utterance, claims, ground.documents, ground.origins, ground.disputed)
    backed = sourcing(ground, claims, told=told)
    lines = [_line(ground, claim, told.loose.get(claim.id)) for claim in claims]
    chosen = told.shown
    first = lines[claims.index(chosen)]
    same = [c for c in claims if c.id not in told.loose]
    evidence = ground.each_document([chosen, *(c for c in same if c is not chosen)])
    speakers = {c.speaker for c in same}
    names = dict.fromkeys(ground.name(s) for s in utterance.speakers if s in speakers)
    others = [name for name in names if name != ground.name(chosen.speaker)]
    note = f"also given to {' and to '.join(others)}" if others else None
    disputed = bool(others) or any(
        x.kind in {ContradictionKind.SPEAKER, ContradictionKind.WORDING}
        for c in claims
        for x in ground.disputed.get(c.id, ())
    )
    line = Line((Piece(first.text),), evidence, quoted=first.quoted, disputed=disputed, note=note)
    return chosen.speaker, Saying(utterance.id, line, _side_by_side(lines), backed)


def _side_by_side(lines: list[Line]) -> tuple[Line, ...]:
    """The versions that differ, with the words marked in which they differ from the first; none where all have the same words."""
    same: dict[tuple[str, str | None, bool, str | None], list[Line]] = {}
    for line in lines:
        same.setdefault((line.text, line.label, line.quoted, line.note), []).append(line)
    if len(same) == 1:
        return ()
    firsts = [replace(alike[0], evidence=tuple(e for line in alike for e in line.evidence)) for alike in same.values()]
    pieces = compared([line.text for line in firsts])
    return tuple(replace(line, pieces=marked) for line, marked in zip(firsts, pieces, strict=True))


def _line(ground: Ground, claim: Statement, loose: str | None) -> Line:
    source = ground.documents[claim.document_id].quote(claim.source) if claim.source else None
    label = " ".join(source.split()) if source else None
    if label and label.casefold() in _PRONOUNS and claim.speaker:
        label = f"{ground.name(claim.speaker)} (“{label}”)"
    return Line(
        (Piece(ground.reported(claim)),),
        (ground.evidence(claim),),
        label=label,
        quoted=claim.kind is StatementKind.DIRECT,
        note=f"not counted: {loose}" if loose else None,
    )
