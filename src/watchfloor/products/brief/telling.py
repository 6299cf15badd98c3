"""Telling: the words in which a fact is shown, and the documents whose own claims carry those words.

In go the claims that the record takes for one fact, out comes the telling that most independent documents carry, with one claim of
each of them. A document that the record links to the fact but whose words say less is not counted: what is shown must
be no more than what every counted document says. Whether the fact is shown at all is for others to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Claim, Figure, Statement, StatementKind
from watchfloor.model.span import Span
from watchfloor.products.brief.ground import Ground, flat, shortened
from watchfloor.products.brief.passage import ELLIPSIS, sentence_around
from watchfloor.products.brief.wording import Words, carries, held
from watchfloor.reading.event.scope import scope
from watchfloor.reading.text.quotation import quotations
from watchfloor.reading.text.sentence import Sentence

SAID = 0.66
"""Share of the shown content words that a document's version of a saying must hold: two thirds, for a paraphrase chooses some words of its own; at half, two different proposals of one speaker vouched for each other."""
TOLD = 0.75
"""The same for a clause in an outlet's own voice, all of which the outlet vouches for: three in four. Set by eye on three annotated stories."""
_TRIED = 24
"""Tellings tried for one fact: of a thousand articles the first ones to tell it will do."""
_SHORT, _LONG = 25, 260
"""Characters between which a telling says enough and is still read at a glance."""
_READABLE = 90
"""Characters of a line that is read at a glance; of equal tellings the one nearest to it is shown."""
_ALL = 10_000
"""Characters of a claim's words that are compared: all of them."""
_WORDS = 3
"""Content words below which a clause is a mere name of the event."""
_ASKED = re.compile(r"^(?:when |if |once )?(?:asked|questioned|pressed)\b", re.IGNORECASE)
_HANGING = re.compile(
    r"^(?:and|but|or|so|which|who|whose|that|to|as|it|he|she|they|this|these|those|him|her|them|suspected|accused|believed|said|of|in|on|"
    r"by|for|with|from|at|after|before|when|where|while|because|if|is|was|were|are|has|have|had|be|been|[a-z]+ing)\b"
)
"""Beginnings of a clause whose head is cut off."""
_HEAD = re.compile(
    r"^(?:[^\W_a-z]|(?:the|a|an|its|their|his|her|some|several|many|few|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""Beginnings of a clause that may stand alone although it is not its sentence's first: a name, a number, an article."""
_BACK = re.compile(r"^(?:the|this|that|these|those|such|it)\b", re.IGNORECASE)
"""Words that name an event again: what the sentence around them says is something else about it."""
_COMMA = re.compile(r",(?=\s)")


@dataclass(frozen=True, slots=True)
class Telling:
    """The shown words as one claim has them, and of each document that carries them the first claim that does, the shown one first.

    `held`, 0 to 1, is the share of the words that the document holds which holds least of them.
    """

    claim: Claim
    text: str
    quoted: bool
    carriers: tuple[Claim, ...]
    held: float

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that carry the words."""
        return tuple(c.document_id for c in self.carriers)


def is_line(ground: Ground, claim: Claim) -> bool:
    """Whether the claim's words say something alone: the lead-in to an answer ("When asked whether …") and a mere "that" do not."""
    words = ground.words(claim)
    return not (isinstance(claim, Statement) and (_ASKED.match(words) or not Words.of(words).says))


def best_telling(ground: Ground, claims: Sequence[Claim], share: float | None = None) -> Telling | None:
    """The telling that most independent sources carry, of equals the one in most documents, then the one they hold most of; None where no claim has words of its own."""
    found = list(_tellings(ground, claims, share))
    if not found:
        return None
    ties = ground.origins.ties(claims)
    counted = {t.text: ties.count(t.documents) for t in found}
    return max(found, key=lambda t: (counted[t.text] > 1, _is_whole(t), counted[t.text], len(t.carriers), round(t.held, 1), t.quoted, -abs(len(t.text) - _READABLE)))  # fmt: skip


def _tellings(ground: Ground, claims: Sequence[Claim], share: float | None) -> Iterator[Telling]:
    own = _own_words(ground, claims)
    seen: set[str] = set()
    for claim, text in _candidates(ground, claims):
        if text in seen:
            continue
        seen.add(text)
        quoted = isinstance(claim, Statement) and claim.kind is StatementKind.DIRECT
        wanted = share or (SAID if isinstance(claim, Statement) else TOLD)
        shown = Words.of(_bare(ground, claim, text))
        first: dict[str, Claim] = {claim.document_id: claim}
        least = 1.0
        for other in claims:
            new = other.document_id not in first and _agrees(ground, claim, other)
            if new and any(carries(words, shown, wanted) for words in own[other.document_id]):
                first[other.document_id] = other
                least = min(least, max(held(words, shown) for words in own[other.document_id]))
        yield Telling(claim, text, quoted, tuple(first.values()), least)


def _bare(ground: Ground, claim: Claim, text: str) -> str:
    """What is compared of a text that is shown: of a statement its content, for the verb of saying is each outlet's own."""
    return ground.words(claim) if isinstance(claim, Statement) else text


def _agrees(ground: Ground, shown: Claim, other: Claim) -> bool:
    """Whether two figures give one number, and two statements one speaker, as far as they name one; of other claims their words decide."""
    if isinstance(shown, Figure) and isinstance(other, Figure):
        return (shown.value, shown.value_high) == (other.value, other.value_high)
    if isinstance(shown, Statement) and isinstance(other, Statement) and shown.speaker and other.speaker:
        return shown.speaker == other.speaker or ground.name(shown.speaker) == ground.name(other.speaker)
    return True


def _own_words(ground: Ground, claims: Iterable[Claim]) -> Mapping[str, tuple[Words, ...]]:
    """For each document what its claims say: each statement's words, and of anything else each sentence, and all of them together."""
    own: dict[str, dict[str, None]] = {}
    for claim in claims:
        said = own.setdefault(claim.document_id, {})
        if isinstance(claim, Statement):
            said[ground.words(claim, longest=_ALL)] = None
        else:
            said |= dict.fromkeys(ground.sentence(span, longest=_ALL) for span in claim.spans)
    told = not isinstance(next(iter(claims), None), Statement)
    return {d: tuple(map(Words.of, [*said, *([" … ".join(said)] if told else [])])) for d, said in own.items()}


def _candidates(ground: Ground, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """Each claim's ways of being shown: a statement in its own words, anything else as its sentence and as the clause around what names it."""
    for claim in claims[:_TRIED]:
        if isinstance(claim, Statement):
            if is_line(ground, claim) and (claim.speaker or claim.kind is StatementKind.DIRECT):
                yield claim, ground.reported(claim)
            continue
        named = [s for s in claim.spans if not _BACK.match(ground.documents[s.document_id].quote(s))] or claim.spans
        for span in named[:3]:
            if not inside_a_quotation(ground, span):
                yield claim, ground.sentence(span)
                bare = () if isinstance(claim, Figure) else (_named(ground, span),)
                yield from ((claim, c) for c in (*_clauses(ground, span), *bare) if _tells(c))


def _tells(clause: str) -> bool:
    """Whether a clause says more than a name: enough words that tell, and no beginning in the middle of a sentence."""
    return len(Words.of(clause).content) >= _WORDS and not _HANGING.match(clause)


def _named(ground: Ground, span: Span) -> str:
    """The very words that name the event or hold the figure."""
    return flat(ground.documents[span.document_id].quote(span))


def _clauses(ground: Ground, span: Span) -> Iterator[str]:
    """The smallest stretch around the span that no conjunction, relative or dash parts from it, and that between two commas."""
    text = ground.documents[span.document_id].text
    start, end = sentence_around(text, span.start, span.end, ground.sentences[span.document_id])
    first, last = scope(text, Sentence(start, end, 0), span.start, span.end)
    commas = [m.start() for m in _COMMA.finditer(text, first, last)]
    low = max((c + 1 for c in commas if c < span.start), default=first)
    high = min((c for c in commas if c >= span.end), default=last)
    for a, b in dict.fromkeys(((first, last), (first, high), (low, high))):
        clause = flat(text[a:b]).strip(" ,;:–—-")
        if a == start or _HEAD.match(clause):
            yield shortened(clause, _LONG)


def inside_a_quotation(ground: Ground, span: Span) -> bool:
    """Whether the words stand in somebody's quotation, and would read as if they were the outlet's."""
    text = ground.documents[span.document_id].text
    start, _ = sentence_around(text, span.start, span.end, ground.sentences[span.document_id])
    return any(s <= span.start < e or s < start < e for q in quotations(text) for s, e in q.pieces)


def _is_whole(telling: Telling) -> bool:
    """Whether the words can be read alone: neither cut nor very long, their quotation marks in pairs, and a clause no tail of another."""
    text = telling.text
    paired = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    return _SHORT <= len(text) <= _LONG and paired and not text.startswith(ELLIPSIS)
