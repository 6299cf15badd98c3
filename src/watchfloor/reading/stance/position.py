"""Positions: where actors stand on issues, according to one document.

In go a document with its sentences, statements and actors, out come positions, each on the words that show it. A
position is read from what an actor says (see `stance`) and from clauses that tell an actor's stand (see `holder`); each
member of a list ("Germany, France and Lithuania") has one. An issue outside the list is named by the words of the
object (see `own_issue`). Nobody's position is inferred from their country, office or past.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from watchfloor.model.actor import Actor
from watchfloor.model.claim import IncidentReport, Polarity, Position, Statement
from watchfloor.model.document import Document
from watchfloor.model.issue import ISSUES
from watchfloor.model.span import Span, hull
from watchfloor.reading.stance.demand import must_end
from watchfloor.reading.stance.holder import Named, Stand, first_person, is_done_to, speakers, stands
from watchfloor.reading.stance.judged import judged
from watchfloor.reading.stance.nobody import is_nobody
from watchfloor.reading.stance.outside import ACCUSES, EVENT, THIS, named_by, on_demand, on_own_issue
from watchfloor.reading.stance.own_issue import own_issue
from watchfloor.reading.stance.referent import Told, events, last_before
from watchfloor.reading.stance.stance import (
    content_polarity,
    issues_in,
    means_something_before,
    stance,
    stance_told,
    strong_cue_polarity,
    strong_polarity,
)
from watchfloor.reading.text.sentence import Sentence

_REACH = 900
"""Characters back over which "the idea" may mean the issue that the document mostly speaks of: two or three paragraphs."""
_LEAD = re.compile(r"(?:[\"“‘]|the|that|\s)*", re.IGNORECASE)
_GUESS = re.compile(
    r"(?:['’]s)?\s+(?:\w+ly\s+)?(?:should|must|may|might|could|can|would|will|needs?|ought|has to|have to|had to|to|not to|\w+\s+should)\b|['’]s",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\b(?:report|reports|reported|quot\w+|cit\w+)\b", re.IGNORECASE)
"""A medium that reports something takes no stand on it."""
_AVENGES = re.compile(
    r"\b(?:(?:retaliation|reprisals?|revenge|vengeance|retribution)\b[\"”’]?(?:\s+(?:attack|strike|raid)s?[\"”’]?)?\s+for"
    r"|(?:retaliat(?:es?|ed|ing)|aveng(?:es?|ed|ing))\s+(?:for|over)|in protest\s+(?:at|against|over))\s",
    re.IGNORECASE,
)
"""Words before what is answered: who calls a deed a reprisal for a raid is against the raid."""
_CLAIMS = re.compile(r"\b(?:call|claim)", re.IGNORECASE)
_OWN_DEED = re.compile(
    r"\b(?:it|they|we|he|she|i)\s+(?:had\s+|have\s+)?(?:carried\s+out|launched|staged|conducted|ordered|fired|struck|hit|attacked|was\s+behind|were\s+behind)\b",
    re.IGNORECASE,
)
"""Who tells of a reprisal of their own stands behind it; an officer who tells of somebody else's doesn't."""
_DEED = re.compile(r"\b(?:the|this)\s+([a-z]+)\b")
_NEGATED = re.compile(r"(?:\b(?:not|never|nor|cannot)|n[’']t)\s+(?:\w+ly\s+|yet\s+|be\s+|been\s+)?$", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|never|cannot)\b|n[’']t\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:request|demand|urg|propos|recommend|ask)", re.IGNORECASE)
"""Verbs behind which whoever is named is to do something, and has not said so."""
_DEEDS = re.compile(
    r"\b(?:actions?|behaviou?rs?|conduct|activit(?:y|ies)|what\s+(?:\w+\s+){1,3}?(?:is|was|are|were|has|have)\s+(?:been\s+)?do(?:ing|ne))\b",
    re.IGNORECASE,
)
_WANTED = re.compile(r"\bwanted\s+by\b", re.IGNORECASE)
_LONG_WORD = 4
"""Letters from which a word in the name of an issue says something."""
_PRECISION = {True: 0.81, False: 0.65}
"""Confidence of a position by whether its issue is of the list (True) or of the document's own: the share of 69 and 77 positions
whose actor, issue and polarity agree with the annotation of the five press stories. The lexicon was written with those
stories at hand, so that unseen articles will give less."""


@dataclass(frozen=True, slots=True)
class _Held:
    actor: str
    toward: str
    polarity: Polarity
    start: int
    end: int


class _Issues:
    """The issues that one text names, for what "the idea" may mean."""

    def __init__(self, text: str) -> None:
        self._named = issues_in(text)
        counted = Counter(toward for _, toward in self._named)
        self._main = counted.most_common(1)[0][0] if counted else None

    def before(self, start: int) -> str | None:
        """The document's main issue where it is named shortly before `start`, else the one named last before it."""
        near = [toward for at, toward in self._named if start - _REACH <= at < start]
        return self._main if self._main in near else (near[-1] if near else None)


def positions(
    document: Document,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    reader: str,
    incidents: Iterable[IncidentReport] = (),
) -> tuple[Position, ...]:
    """The positions that `document` reports, in the order of the text; each actor, issue and polarity once.

    `incidents` are those that the document tells, for what "this" may mean.
    """
    actors = [actor for actor in actors if not is_nobody(actor)]
    named = tuple(sorted({Named(span, actor.id) for actor in actors for span in actor.mentions}))
    issues = _Issues(document.text)
    told = list(_told(document.text, stands(document.text, sentences, named), issues))
    held = [*told, *_said(document, statements, named, issues, told)]
    held = _with_what_was_meant(document.text, held, events(document, incidents))
    kept: list[_Held] = []
    for one in sorted(held, key=lambda h: (h.start, h.actor)):
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return tuple(_positions(document, kept, reader))


def _with_what_was_meant(text: str, held: Sequence[_Held], mentioned: Sequence[Told]) -> list[_Held]:
    """The stands, "this" replaced by what was told last before it; without those whose "this" nothing explains."""
    plain = [one for one in held if not one.toward.startswith((THIS, EVENT))]
    happened = sorted(set(mentioned))
    for one in held:
        if one.toward.startswith(EVENT) and (toward := last_before(happened, one.start, one.end)):
            plain.append(replace(one, toward=toward))
        if one.toward.startswith(THIS):
            avenged = _AVENGES.search(text, one.start, one.end)
            stands_before = () if avenged else ((h.start, h.toward) for h in plain if h.start != one.start)
            # "Such behaviour" is something done, not what others ask for.
            known = happened if _DEEDS.search(text, one.start, one.end) else sorted({*happened, *stands_before})
            toward = last_before(known, one.start, avenged.start() if avenged else one.end)
            toward = toward or one.toward.removeprefix(THIS)
            if toward:
                plain.append(replace(one, toward=toward))
    return plain


def _is_same(one: _Held, other: _Held) -> bool:
    """Whether both tell one stand: on one issue, or on one that has no name but the words of one stretch of text."""
    if (one.actor, one.polarity) != (other.actor, other.polarity):
        return False
    nameless = one.toward.startswith("other:") and other.toward.startswith("other:")
    together = one.start < other.end and other.start < one.end
    return one.toward == other.toward or (nameless and (together or _share_a_word(one.toward, other.toward)))


def _share_a_word(one: str, other: str) -> bool:
    """Whether two names of issues have a word in common that says something: "use_of_funds", "releasing_funds"."""
    ours, theirs = (set(name.removeprefix("other:").split("_")) for name in (one, other))
    return any(len(word) >= _LONG_WORD for word in ours & theirs)


def _positions(document: Document, held: Iterable[_Held], reader: str) -> Iterator[Position]:
    used: Counter[int] = Counter()
    for one in held:
        used[one.start] += 1
        suffix = "" if used[one.start] == 1 else f".{used[one.start]}"
        yield Position(
            id=f"{document.short_id}:P{one.start}{suffix}",
            document_id=document.id,
            reader=reader,
            confidence=_PRECISION[one.toward in ISSUES],
            actor=one.actor,
            toward=one.toward,
            polarity=one.polarity,
            span=document.span(one.start, one.end),
        )


def _told(text: str, found: Iterable[Stand], issues: _Issues) -> Iterator[_Held]:
    """What clauses tell of actors' stands."""
    for one in found:
        content = text[one.object_start : one.end]
        if one.verb.lower().startswith("accus"):
            # Who accuses somebody of hindering talks is not against the talks.
            content = content.partition(" of ")[2]
            taken = tuple(pair for pair in stance(content) if pair[1] is Polarity.AGAINST)
        else:
            before = None if issues_in(content) else issues.before(one.start)
            said = Polarity.AGAINST if content_polarity(f"{one.verb} {content}") is Polarity.AGAINST else one.polarity
            taken = stance_told(
                content if one.by_noun else f"{one.verb} {content}", one.polarity
            ) or _on_something_before(content, said, before)
        if not taken and not one.weak:
            taken = on_own_issue(content, one)
        for actor in one.actors:
            for toward, polarity in taken:
                yield _Held(actor, toward, polarity, one.start, one.end)


def _said(
    document: Document, statements: Sequence[Statement], named: Sequence[Named], issues: _Issues, told: Sequence[_Held]
) -> Iterator[_Held]:
    """What speakers stand for by what they say, but not where their words tell somebody else's stand."""
    known = {one.actor for one in named}
    for said in statements:
        if said.cue is not None and (is_done_to(document.text, said.cue.start) or _is_wanted(document, said.cue)):
            continue
        content = _joined(document, said)
        cue = _cue(document, said)
        whole = hull(said.content)
        subject = None if _ASKS.search(cue) else _subject_of(document.text, said, named)
        others = {h.toward for h in told if h.actor != said.speaker and whole.start <= h.start < whole.end}
        for toward, polarity in _stance_of(content, cue, issues.before(whole.start)):
            own = subject is None or polarity is Polarity.AGAINST
            holders = speakers(document.text, said, named) if own else (subject,)
            for actor in holders if toward not in others else ():
                if actor in known:
                    yield _Held(str(actor), toward, polarity, whole.start, whole.end)


def _is_wanted(document: Document, cue: Span) -> bool:
    """Whether a cue tells who is wanted by somebody, and not what somebody wants."""
    return _WANTED.search(document.text, cue.start, cue.end + len(" by")) is not None


def _cue(document: Document, said: Statement) -> str:
    """The verb of a statement; none where it is negated, as who has "not ruled out" something is not against it."""
    if said.cue is None:
        return ""
    cue = document.quote(said.cue)
    negated = _NEGATED.search(document.text, max(0, said.cue.start - 30), said.cue.start) or _NEGATION.search(cue)
    return "" if negated else cue


def _subject_of(text: str, said: Statement, named: Sequence[Named]) -> str | None:
    """The other actor of whom the words tell something ("the alliance is considering …"), None where they urge or guess."""
    first = said.content[0]
    leading = [
        n
        for n in named
        if first.covers(n.span)
        and _LEAD.fullmatch(text, first.start, n.span.start)
        and text[n.span.start : n.span.end].lower() != "it"
    ]
    if not leading:
        return None
    subject = max(leading, key=lambda n: len(n.span))
    guess = _GUESS.match(text, subject.span.end)
    return None if guess or subject.actor == said.speaker else subject.actor


def _joined(document: Document, said: Statement) -> str:
    """The words of a statement in one; a piece that begins with a capital letter begins a sentence."""
    pieces = [document.quote(piece) for piece in said.content]
    return pieces[0] + "".join(("\n" if piece[0].isupper() else " ") + piece for piece in pieces[1:])


def _stance_of(content: str, cue: str, before: str | None) -> tuple[tuple[str, Polarity], ...]:
    if _REPORTING.search(cue):
        return ()
    taken = stance(content, cue)
    avenged = _AVENGES.search(content)
    against = own_issue(content[avenged.end() :]) if avenged else None
    if avenged and against and all(toward != against for toward, _ in taken):
        deed = _DEED.search(content, 0, avenged.start())
        own = _OWN_DEED.search(content, 0, avenged.start()) or _CLAIMS.search(cue)
        behind = ((f"{THIS}other:{deed[1]}" if deed else THIS, Polarity.FOR),) if own else ()
        taken = (*taken, *behind, (against, Polarity.AGAINST))
    if taken or issues_in(content):
        return taken
    told = strong_cue_polarity(cue)
    polarity = told or strong_polarity(content)
    said = polarity or content_polarity(content)
    taken = _on_something_before(content, said, before) if said is not Polarity.OPEN else ()
    if taken or ACCUSES.search(cue):
        return taken
    ending = None if told else must_end(content)
    toward = named_by(ending.words, unnamed=True) if ending else None
    if toward:
        return ((toward, Polarity.AGAINST),)
    in_person = None if told else first_person(content)
    if in_person is not None:
        taken = on_demand(*in_person)
    if taken or polarity is None:
        return taken
    return on_demand(content, cue, polarity) if told else judged(content, polarity)


def _on_something_before(
    content: str, polarity: Polarity | None, before: str | None
) -> tuple[tuple[str, Polarity], ...]:
    """The stand on an issue named before, where the words mean one."""
    if before is None or polarity is None or not means_something_before(content[:120]) or _DEEDS.search(content[:120]):
        return ()
    return ((before, polarity),)
