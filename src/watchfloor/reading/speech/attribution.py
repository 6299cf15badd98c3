"""Attributions: what a document reports somebody else to have said or thought.

In goes a Page, out come its attributions: content, cue and source as offsets, the source's mention where it has one. Direct
quotations are taken whole (broken ones joined, several paragraphs joined), indirect speech by the clause after its
cue. Whom a source means is decided in `coreference`, and put together in `statement`.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchfloor.reading.passage import Page, Passage
from watchfloor.reading.speech.cue import Cue, cues
from watchfloor.reading.speech.indirect import indirect_content
from watchfloor.reading.speech.reporting_verb import Frame, VerbForm
from watchfloor.reading.speech.source import Source, source_of
from watchfloor.reading.speech.speaker import is_nobody
from watchfloor.reading.text.quotation import Quotation

_SHORTEST_QUOTATION = 4
"""Words; fewer without a verb of saying beside them are a name, a title or an irony, not a quotation."""
_LONG_QUOTATION = 6
"""Words from which a quotation fitted into a sentence says something by itself."""
_CLOSE = 4
"""Characters between a quotation and the words that introduce it: a comma, a colon, a blank."""
_MOST_BETWEEN = 160
"""Characters of "he said, turning to the door" between two pieces of one quotation."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content, cue and source as offsets into the text; `lemma` is the cue's verb.

    `quoted` holds where the content is a quotation and nothing else, `strong` where the cue alone is good
    evidence of an attribution, `passage` is the number of the passage that holds the cue (or the quotation). `confidence` is
    the reader's own where it has one; else that of the attribution's class holds.
    """

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    lemma: str
    source: Source | None
    quoted: bool
    strong: bool
    passage: int
    confidence: float | None = None


def attributions(page: Page) -> tuple[Attribution, ...]:
    """The attributions of a document in the order of their contents."""
    finder = _Finder(page)
    for number, passage in enumerate(page.passages):
        finder.read(number, passage)
    finder.adopt_orphans()
    return tuple(sorted(finder.found, key=lambda a: (a.content, a.cue or (0, 0))))


class _Finder:
    """Reads passage by passage; remembers which quotations have a speaker."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.document.text
        self._claimed: set[int] = set()  # where the quotations start that have a speaker
        self.found: list[Attribution] = []

    def read(self, number: int, passage: Passage) -> None:
        """Find the attributions that the cues of one passage introduce."""
        plural_ends = frozenset(mention.last for mention in passage.mentions if mention.plural)
        told = [cue for cue in cues(passage.words, plural_ends) if self._is_narrated(passage, cue)]
        speaker: Source | None = None
        for cue in told:
            source = source_of(passage, cue, speaker)
            if source is not None and is_nobody(self._text[source.start : source.end]):
                continue
            found = self._attribution(number, passage, cue, source, told) if source is not None else None
            if found is not None:
                self.found.append(found)
                # The owner of a noun ("the minister's claim that") is no subject that a later verb could share.
                speaker = speaker if cue.verb.form is VerbForm.NONE else source

    def _is_narrated(self, passage: Passage, cue: Cue) -> bool:
        """Whether the cue is the narrator's own word: outside quotation marks, and no part of a mention ("member states")."""
        words = passage.words
        inside = any(mention.first <= cue.first <= mention.last for mention in passage.mentions)
        return not inside and not self._page.is_quoted(words[cue.first].start, words[cue.last].end)

    def _attribution(
        self, number: int, passage: Passage, cue: Cue, source: Source, told: Sequence[Cue]
    ) -> Attribution | None:
        words = passage.words
        offsets = (words[cue.first].start, words[cue.last].end)
        base = Attribution((), offsets, cue.verb.lemma, source, quoted=False, strong=cue.verb.strong, passage=number)
        quotation = self._adjacent(passage, cue, source)
        if quotation is None or quotation.start in self._claimed:
            content = indirect_content(self._text, passage, cue, source, told)
            if content is None:
                return None
            quotation = self._filling(*content)
            if quotation is None:
                return replace(base, content=(content,))
            if quotation.start in self._claimed:
                return None
        self._claimed.add(quotation.start)
        return replace(base, content=quotation.pieces, quoted=True)

    def _adjacent(self, passage: Passage, cue: Cue, source: Source) -> Quotation | None:
        """The quotation right before the cue and its subject (`"…," he said`) or right after them (`He said: "…"`)."""
        left = min(passage.words[cue.first].start, source.start)
        right = max(passage.words[cue.last].end, source.end)
        for quotation in self._page.quotations_around(left, right):
            if self._leads_to(passage, quotation, left, cue):
                return quotation
            gap = self._text[right : quotation.outer[0]]
            follows = right <= quotation.outer[0] < right + _CLOSE and gap.strip() in {"", ":", ","}
            if follows and self._is_sentence(quotation):
                return quotation
        return None

    def _leads_to(self, passage: Passage, quotation: Quotation, left: int, cue: Cue) -> bool:
        """Whether the quotation runs straight into what starts at `left`, in the same sentence or ending in ? or !."""
        outer_end = quotation.outer[1]
        if not outer_end <= left < outer_end + _CLOSE or self._text[outer_end:left].strip(" ,"):
            return False
        asks = passage.start >= outer_end and self._text[quotation.end - 1] in "!?…,"
        says_something = cue.verb.frame is Frame.CLAUSE or self._words(quotation) >= _SHORTEST_QUOTATION
        return (passage.start < quotation.end or asks) and says_something

    def _filling(self, start: int, end: int) -> Quotation | None:
        """The quotation that is the whole of `start`..`end`."""
        for quotation in self._page.quotations_around(start, start):
            outer_start, outer_end = quotation.outer
            if abs(outer_start - start) <= 1 and (abs(outer_end - end) <= _CLOSE or quotation.end >= end):
                return quotation
        return None

    def adopt_orphans(self) -> None:
        """Give quotations without a cue of their own to who speaks in the same paragraph."""
        covered = sorted(piece for found in self.found for piece in found.content)
        spoken: dict[
            int, list[tuple[int, int]]
        ] = {}  # paragraph -> where its quoted attributions end, in order, and which they are
        for index, found in enumerate(self.found):
            if found.quoted:
                insort(spoken.setdefault(self._paragraph(found.passage), []), (found.content[-1][1], index))
        position = 0
        furthest = -1
        for quotation in self._page.quotations:
            while position < len(covered) and covered[position][0] <= quotation.start:
                furthest = max(furthest, covered[position][1])
                position += 1
            number = self._page.passage_number(quotation.start)
            if number is None or quotation.start in self._claimed or furthest >= quotation.end:
                continue
            self._adopt(quotation, number, spoken.setdefault(self._paragraph(number), []))

    def _adopt(self, quotation: Quotation, number: int, spoken: list[tuple[int, int]]) -> None:
        """Continue the last quotation of this paragraph, or let the quotation stand by itself."""
        before = bisect_right(spoken, quotation.start, key=lambda ending: ending[0])
        last = spoken[before - 1][1] if before else None
        if last is not None and self._goes_on(self.found[last], quotation):
            self._claimed.add(quotation.start)
            self.found[last] = replace(self.found[last], content=(*self.found[last].content, *quotation.pieces))
            insort(spoken, (quotation.end, last))
            return
        if not self._says_something(quotation):
            return
        source = self.found[last].source if last is not None else self._nearest_subject(number, quotation)
        insort(spoken, (quotation.end, len(self.found)))
        self.found.append(Attribution(quotation.pieces, None, "", source, quoted=True, strong=False, passage=number))

    def _goes_on(self, earlier: Attribution, quotation: Quotation) -> bool:
        """Whether `quotation` continues the words of `earlier`: nothing but "he said" and a mark stands between."""
        between = self._text[earlier.content[-1][1] : quotation.start]
        ends_in_mark = between.rstrip(' “"')[-1:] in {".", ",", ";", ":", "!", "?", "—", "”", ""}
        cue_after = earlier.cue is None or earlier.cue[0] > earlier.content[0][0]
        begins = self._text[quotation.start : quotation.end].lstrip("[…. ")[:1].isupper() or self._says_something(
            quotation
        )
        return begins and len(between) < _MOST_BETWEEN and ends_in_mark and (cue_after or not between.strip(' ”"“'))

    def _nearest_subject(self, number: int, quotation: Quotation) -> Source | None:
        """Who is named first in the sentence that holds the quotation, outside it, else in the sentence before."""
        for passage in self._page.passages[number : number + 1] + self._page.passages[max(0, number - 1) : number]:
            for mention in passage.mentions:
                within = quotation.start <= mention.start < quotation.end
                if not within and not self._page.is_quoted(mention.start, mention.end):
                    return Source(mention.start, mention.end, mention)
        return None

    def _paragraph(self, number: int) -> int:
        return self._page.passages[number].sentence.paragraph

    def _words(self, quotation: Quotation) -> int:
        return sum(len(self._text[start:end].split()) for start, end in quotation.pieces)

    def _is_sentence(self, quotation: Quotation) -> bool:
        """Whether the quotation is a sentence of its own and not words fitted into another."""
        start, end = quotation.pieces[0]
        first = self._text[start:end].lstrip("[…. ")[:1]
        return self._words(quotation) >= _SHORTEST_QUOTATION and (first.isupper() or not first.isalpha())

    def _says_something(self, quotation: Quotation) -> bool:
        return self._is_sentence(quotation) or self._words(quotation) >= _LONG_QUOTATION
