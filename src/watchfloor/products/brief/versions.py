"""Versions: which of the statements that the record joins into one saying tell what is shown of it.

In go the statements of an utterance, out come the one in whose words the saying is shown, and why each of the others that does not tell it does not count. The record joins
statements also by what they mean; that lets a reader see them side by side, and confirms nothing. Here words alone speak (see `wording`), of all speakers; who said them is
for the grade. What a person joined counts, and so does what contradicts a version that counts: against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Claim, Statement, StatementKind
from watchfloor.model.document import Document
from watchfloor.model.record import Contradiction, Utterance
from watchfloor.products.brief.telling import SAID
from watchfloor.products.brief.wording import Words, carries, needed
from watchfloor.record.event.deed import deeds
from watchfloor.record.saying.utterances import RULED
from watchfloor.record.saying.variant import inner_quotation
from watchfloor.record.source.independence import Origins

_GLANCE = 260
"""Characters of a version that is still read at a glance; of versions that as many sources tell the longest up to that stands for all."""
_TRIED = 24
"""Versions tried as the one that is shown: of a thousand articles the first ones will do."""
_MERE = 2
"""Telling words below which a version ("hinting at Torvania") is told by too much to be preferred for it, and a phrase in quotation marks is no quotation."""
_CORE = 1 / 3
"""Share of the telling words of a version that stand in quotation marks from which who quotes the same of the same speaker tells the same, however each names what it is about."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The statement in whose words a saying is shown, and for each statement that does not tell as much, by its id, the reason in a few words."""

    shown: Statement
    loose: Mapping[str, str]

    def first_shown(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims, that which is shown first: it is what is graded."""
        return sorted(claims, key=lambda c: c.id != self.shown.id)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with its words, and those of them that it has in quotation marks."""

    claim: Statement
    words: Words
    quoted: Words

    @classmethod
    def of(cls, claim: Statement, document: Document) -> _Told:
        said = " … ".join(" ".join(document.quote(span).split()) for span in claim.content)
        direct = claim.kind is StatementKind.DIRECT
        return cls(claim, Words.of(said), Words.of(said if direct else inner_quotation(said)))

    def tells(self, shown: _Told) -> bool:
        """Whether it tells what is shown: most of its words, or the very words that the same speaker is quoted with."""
        if carries(self.words, shown.words, SAID):
            return True
        core = max(_MERE, _CORE * len(shown.words.content))
        one = self.claim.speaker is not None and self.claim.speaker == shown.claim.speaker
        return one and len(shown.quoted.content) >= core and carries(self.quoted, shown.quoted, SAID)


def versions(
    utterance: Utterance,
    claims: Sequence[Statement],
    documents: Mapping[str, Document],
    origins: Origins,
    disputed: Mapping[str, Sequence[Contradiction]],
) -> Versions:
    """The versions of an utterance among these of its statements, of which there is at least one, in order of publication; `disputed` maps a statement's id to the contradictions it is part of."""
    told = [_Told.of(c, documents[c.document_id]) for c in claims]
    shown = _shown(utterance, told, origins)
    counted = _counted(utterance, claims, {t.claim.id for t in told if t.tells(shown)})
    against = {key for c in counted for x in disputed.get(c, ()) for key in x.claims}
    enough = {c.document_id for c in claims if c.id in counted | against}
    others = [t.words for t in told if t.claim.document_id in enough]
    loose = {t.claim.id: _why(t.words, shown.words, others) for t in told if t.claim.document_id not in enough}
    return Versions(shown.claim, loose)


def _shown(utterance: Utterance, told: Sequence[_Told], origins: Origins) -> _Told:
    """The version that most independent sources tell, of equals one of the first speaker's, a quotation, then the longest that is read at a glance. What nobody said stands for nobody else's words."""
    named = [t for t in told if t.claim.speaker is not None] or list(told)
    ties = origins.ties([t.claim for t in told])
    first = utterance.speakers[:1]
    seen: dict[tuple[str, str | None], int] = {}

    def sources(t: _Told) -> int:
        key = t.words.row, t.claim.speaker
        if key not in seen:
            agreeing = (o for o in told if o.claim.speaker in {None, t.claim.speaker} and o.tells(t))
            documents = {t.claim.document_id, *(o.claim.document_id for o in agreeing)}
            seen[key] = ties.count(documents) if len(t.words.content) >= _MERE else 1
        return seen[key]

    def rank(t: _Told) -> tuple[int, bool, bool, bool, int]:
        length = sum(span.end - span.start for span in t.claim.content)
        direct = t.claim.kind is StatementKind.DIRECT
        return sources(t), t.claim.speaker in first, direct, length <= _GLANCE, length

    return max(named[:_TRIED], key=rank)


def _counted(utterance: Utterance, claims: Iterable[Statement], carrying: set[str]) -> set[str]:
    """Those that carry the words, and what a person joined with one of them."""
    known = {c.id for c in claims}
    ruled = [{link.first, link.second} for link in utterance.links if link.why == RULED]
    found, before = set(carrying), -1
    while len(found) != before:
        before = len(found)
        found |= {key for pair in ruled if pair & found for key in pair & known}
    return found


def _why(own: Words, shown: Words, others: Iterable[Words]) -> str:
    """Why a version does not count, as the clause after "not counted"."""
    shared = len(shown.content & own.content)
    if shared >= needed(shown, SAID):
        return _what_differs(own, shown)
    if carries(shown, own, SAID):
        return "it tells only a part of it"
    if any(carries(other, own, SAID) for other in others):
        return "it tells another part of what was said"
    many = f"only {shared}" if shared else "none"
    return f"{many} of the saying's {len(shown.content)} telling words {'stands' if shared == 1 else 'stand'} in it"


def _what_differs(own: Words, shown: Words) -> str:
    """What keeps a version with enough of the words from telling the same."""
    if shown.negates != own.negates:
        return "one of the two says that it is not so"
    lacking = sorted(word.capitalize() for word in shown.exact - own.exact - deeds(shown.content))
    return f"it does not give {', '.join(lacking)}" if lacking else "it tells of another deed"
