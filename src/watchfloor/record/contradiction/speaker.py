"""Speaker: one saying that documents give to different actors.

In go utterances with their variants, out come findings. A person beside an institution, which may speak through that person, is a tension, and only
for the same quoted words, since both can be true, and not where the person is known to be of it; so is a thought that two people may well share. The same quoted words in two mouths are a contradiction.
A document that gives the saying to both actors itself settles that both said it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.actor import ActorType
from watchfloor.model.claim import Statement
from watchfloor.model.record import ContradictionKind, Strength, Utterance
from watchfloor.model.span import Span
from watchfloor.record.actor.speaking import is_described, may_be_one, may_speak_for, of_one_body
from watchfloor.record.contradiction.finding import Finding, Setting, capital, shortened, side
from watchfloor.record.saying.variant import Variant, longest_run
from watchfloor.record.text.wording import STOPWORDS

_SAME_WORDS = 4
"""Content words in one unbroken run, or half of the shorter quotation's, from which two quotations are the same words."""

_ECHO = 2
"""Shared words in quotation marks from which a saying of two persons is more than a common subject."""

_INDIVIDUAL = frozenset({ActorType.PERSON, ActorType.ANONYMOUS})


def find(utterances: Iterable[Utterance], variants: Mapping[str, Variant], setting: Setting) -> list[Finding]:
    """Sayings of several speakers, each with one side for each speaker."""
    found = []
    for utterance in utterances:
        if len(utterance.speakers) > 1:
            finding = _disagreement([variants[key] for key in utterance.statements], setting)
            found += [finding] if finding else []
    return found


def _disagreement(variants: Sequence[Variant], setting: Setting) -> Finding | None:
    by_speaker: dict[str, list[Variant]] = defaultdict(list)
    for v in variants:
        if v.speaker is not None:
            by_speaker[v.speaker].append(v)
    strengths: dict[str, Strength] = {}
    for a, b in combinations(by_speaker, 2):
        strength = _strength(by_speaker[a], by_speaker[b], setting)
        if strength is not None:
            for speaker in (a, b):
                strengths[speaker] = min(strength, strengths.get(speaker, strength))
    if not strengths:
        return None
    sides = {s: by_speaker[s] for s in by_speaker if s in strengths}
    told = [f"to {setting.name(s)} in {setting.labels(_documents(vs))}" for s, vs in sides.items()]
    quote = setting.excerpt(max(variants, key=lambda v: (v.is_quotation, len(v.wording.words))).statement.content)
    strong = Strength.CONTRADICTION in strengths.values()
    return Finding(
        ContradictionKind.SPEAKER,
        Strength.CONTRADICTION if strong else Strength.TENSION,
        capital(f'"{quote}" is given {", ".join(shortened(told))}'),
        tuple(side(setting.name(s), _statements(vs), _said(vs)) for s, vs in sides.items()),
    )


def _strength(ours: Sequence[Variant], theirs: Sequence[Variant], setting: Setting) -> Strength | None:
    """Whether two speakers of a saying exclude each other; None where no document is denied by another, or the two may be one or speak for one."""
    a, b = (setting.actors[v[0].speaker or ""] for v in (ours, theirs))
    if _documents(ours).keys() & _documents(theirs).keys() or may_be_one(a, b) or is_described(a, b):
        return None
    types = {a.type, b.type}
    if not types <= _INDIVIDUAL and of_one_body(a, b):
        return None
    if any(_same_words(x, y) for x in ours for y in theirs):
        exclude = types <= _INDIVIDUAL and types != {ActorType.ANONYMOUS} and not may_speak_for(a, b)
        return Strength.CONTRADICTION if exclude else Strength.TENSION
    # Of two persons a shared clause tells something; of bodies a term in quotation marks ("dark fleet") does not: each may have used it.
    echo = types == {ActorType.PERSON} and any(_echo(x, y) for x in ours for y in theirs)
    return Strength.TENSION if echo else None


def _same_words(a: Variant, b: Variant) -> bool:
    """Whether both quote, and quote the same words, allowing for a translation or an excerpt."""
    shared = a.quoted & b.quoted
    enough = len(shared) >= _SAME_WORDS and 2 * len(shared) >= min(len(a.quoted), len(b.quoted))
    return enough or (len(shared) >= _SAME_WORDS and _run(a, b) >= _SAME_WORDS)


def _echo(a: Variant, b: Variant) -> bool:
    """Whether the two share more than a subject: words that both quote, or a whole clause."""
    return len(a.quoted & b.quoted) >= _ECHO or _run(a, b) >= _SAME_WORDS


def _run(a: Variant, b: Variant) -> int:
    """Content words in the longest unbroken run."""
    return sum(w not in STOPWORDS for w in longest_run(a.wording.words, b.wording.words))


def _documents(variants: Iterable[Variant]) -> dict[str, None]:
    return dict.fromkeys(v.statement.document_id for v in variants)


def _statements(variants: Iterable[Variant]) -> list[Statement]:
    return [v.statement for v in variants]


def _said(variants: Iterable[Variant]) -> list[Span]:
    return [
        span for v in variants for span in (*v.statement.content, *([v.statement.source] if v.statement.source else []))
    ]
