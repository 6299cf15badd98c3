"""The second reader: what an OpenAI-compatible endpoint claims of a document, as far as it stands there.

One Document in, one Reading out. Names, times, places and amounts are read by the rules; the endpoint says who says what, what happened
and who stands where. A document that gets no answer is left unread, with the reason. The same document gives the same
reading as long as its answers are cached; without a cache the endpoint may answer otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.reading.composition import left_unread
from watchfloor.reading.llm import prompt
from watchfloor.reading.llm.answer import Answer, answer_of
from watchfloor.reading.llm.bill import Bill, Dropped
from watchfloor.reading.llm.cache import Cache, Question
from watchfloor.reading.llm.endpoint import Endpoint
from watchfloor.reading.llm.exchange import Exchange, Unanswered
from watchfloor.reading.llm.grounding import Grounding
from watchfloor.reading.llm.part import Part, parts
from watchfloor.reading.passage import page
from watchfloor.reading.rules import RuleReader

MOST_PARTS = 50
"""Parts of a document, 400,000 characters: more is no article, and would cost like fifty."""
ASKED_FOR_FORM = 2
"""Times that an answer of another form is asked for anew."""
GIVEN_UP = 3
"""Documents in a row without an answer after which the endpoint is left alone for this run."""
_LATER = "second reader, for now: "
_NEVER = "second reader: "


class LanguageModelReader:
    """Reads English by asking an endpoint; counts what that took, and says so at the end."""

    def __init__(self, endpoint: Endpoint, folder: Path | None = None, exchange: Exchange | None = None) -> None:
        self.bill = Bill()
        self._endpoint = endpoint
        self._cache = Cache(folder)
        self._exchange = exchange or Exchange(endpoint, self.bill)
        self._failures: list[str] = []
        self._silent = 0

    @property
    def name(self) -> str:
        """The model, the prompt's version and the rules', as every claim names them."""
        return f"llm {self._endpoint.model}, prompt {prompt.VERSION}, {RuleReader().name}"

    def read(self, document: Document) -> Reading:
        """The claims of `document`; none, and the reason, where it is in another language or gets no answer.

        Raises:
            WatchfloorError: the endpoint refuses every question (see `exchange`).
        """
        unread = left_unread(document.language)
        if unread is not None:
            return Reading(document.id, self.name, not_read=unread)
        seen = page(document)
        try:
            answers = self._answers(document, parts(seen))
        except Unanswered as failure:
            self._silent += failure.passing
            reason = f"{_LATER if failure.passing else _NEVER}{failure}"
            self._failures.append(f"Not read {document.origin}: {reason}")
            return Reading(document.id, self.name, not_read=reason)
        return Grounding(seen, self.name, self.bill).reading(answers)

    def may_be_read(self, reading: Reading) -> bool:
        """Whether an unread document is worth another try: the reason may have passed."""
        return (reading.not_read or "").startswith(_LATER)

    def failures(self) -> tuple[str, ...]:
        """A line for each document that got no answer."""
        return tuple(self._failures)

    def account(self) -> tuple[str, ...]:
        """What all of it took, in lines."""
        return self.bill.lines(self._endpoint)

    def _answers(self, document: Document, asked: Sequence[Part]) -> list[tuple[Part, Answer]]:
        if len(asked) > MOST_PARTS:
            raise Unanswered(f"{len(document.text):,} characters are too long to ask about", passing=False)
        return [(part, self._answer(Question(document.id, self._endpoint.model, part.text))) for part in asked]

    def _answer(self, question: Question) -> Answer:
        """The answer from the cache, else from the endpoint; one of another form is asked for once more.

        Raises:
            Unanswered: there is none of that form.
        """
        kept = self._cache.answer(question)
        if kept is not None:
            with suppress(ValueError):
                answer = self._shaped(kept)
                self.bill.kept += 1
                return answer
        if self._silent >= GIVEN_UP:
            raise Unanswered(f"the endpoint gave no answer about {GIVEN_UP} documents before", passing=True)
        for _ in range(ASKED_FOR_FORM):
            text = self._exchange.ask(prompt.instructions(), prompt.article(question.text))
            self._silent = 0
            try:
                answer = self._shaped(text)
            except ValueError:
                continue
            self._cache.keep(question, text)
            return answer
        raise Unanswered("the answer is not of the form asked for", passing=False)

    def _shaped(self, text: str) -> Answer:
        answer, misshapen = answer_of(text)
        self.bill.dropped[Dropped.MISSHAPEN] += misshapen
        return answer
