"""Exchange: one request to the endpoint and its answer, with patience and with an end to it.

In go two messages, out comes the text of the answer. What may pass (a busy or failing server, a time-out) is tried again, each time
after a longer wait; what concerns the one document is Unanswered; what would go wrong for every document (the key, the model) is an error
for the user. The `openai` package is loaded here and only when the first question is asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import msgspec

from watchfloor.errors import WatchfloorError
from watchfloor.reading.llm.answer import schema
from watchfloor.reading.llm.bill import Bill
from watchfloor.reading.llm.endpoint import KEY, Endpoint

if TYPE_CHECKING:
    from openai import APIStatusError, OpenAI

TRIES = 4
"""Requests for one answer before it is given up for now."""
_FIRST_WAIT = 1.0
"""Seconds before the second try; each later wait is twice as long, seven seconds in all."""
_LONGEST_WAIT = 60.0
"""Seconds that a server may ask to wait; when it asks for more, the document is left for another time."""
_PASSING = frozenset({408, 409, 425, 429})
_SHAPE = frozenset({400, 415, 422})
_LONGEST_REASON = 160

_STRUCTURED = {"type": "json_schema", "json_schema": {"name": "annotations", "strict": True, "schema": schema()}}
_MANNERS: tuple[dict[str, Any], ...] = (
    {"response_format": _STRUCTURED, "temperature": 0},
    {"response_format": _STRUCTURED},
    {"response_format": {"type": "json_object"}},
    {},
)
"""Ways to ask, the best first; an endpoint that refuses one as malformed is asked in the next, and so on for the rest of the run."""


class Unanswered(Exception):  # noqa: N818 - reads as what happened; never reaches the user as an exception
    """A question got no answer; `passing` holds where another time may be better."""

    def __init__(self, reason: str, *, passing: bool) -> None:
        super().__init__(reason)
        self.passing = passing


class _Message(msgspec.Struct, frozen=True):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(msgspec.Struct, frozen=True):
    choices: list[_Choice]
    usage: _Usage | None = None


class Exchange:
    """Asks one endpoint and counts in `bill`; `wait` takes the seconds to wait, `clock` tells seconds that only grow."""

    def __init__(
        self,
        endpoint: Endpoint,
        bill: Bill,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if find_spec("openai") is None:
            raise WatchfloorError("The second reader needs an optional package: pip install 'watchfloor[llm]'.")
        self._endpoint = endpoint
        self._bill = bill
        self._wait = wait
        self._clock = clock
        self._manner = 0
        self._next = clock()
        self._client: OpenAI | None = None

    def ask(self, instructions: str, article: str) -> str:
        """The text of the answer.

        Raises:
            Unanswered: there is none, for a reason that concerns this question or may pass.
            WatchfloorError: the endpoint refuses every question: the key, the model or the account.
        """
        pause = _FIRST_WAIT
        for left in reversed(range(TRIES)):
            try:
                return self._asked(instructions, article)
            except _TryAgain as again:
                if not left or again.after > _LONGEST_WAIT:
                    raise Unanswered(f"{again} ({TRIES - left} tries)", passing=True) from again
                self._wait(max(pause, again.after))
                pause *= 2
        raise AssertionError

    def _asked(self, instructions: str, article: str) -> str:
        """One answer, asked for in the best manner that the endpoint takes."""
        import openai  # noqa: PLC0415 - half a second, and only for who chose this reader

        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": article}]
        while True:
            self._keep_pace()
            self._bill.requests += 1
            try:
                raw = self._opened().chat.completions.with_raw_response.create(
                    model=self._endpoint.model,
                    messages=messages,  # type: ignore[arg-type]  # plain dicts of the form that the client describes
                    **_MANNERS[self._manner],
                )
            except openai.APITimeoutError as error:
                raise _TryAgain(f"the endpoint was silent for {self._endpoint.timeout:g} s") from error
            except openai.APIConnectionError as error:
                raise _TryAgain("the endpoint can't be reached") from error
            except openai.APIStatusError as error:
                self._judge(error)
            else:
                return self._text(raw.content)

    def _judge(self, error: APIStatusError) -> None:
        """Return where another manner is to be tried; else raise what became of the question."""
        status, said = error.status_code, self._said(error)
        if status in _SHAPE:
            if self._manner + 1 == len(_MANNERS):
                raise Unanswered(f"the endpoint refused the question: {said}", passing=False) from error
            self._manner += 1
            return
        if (status in _PASSING or status >= 500) and error.code != "insufficient_quota":  # noqa: PLR2004 - the server's fault
            raise _TryAgain(f"the endpoint answered {status}: {said}", _retry_after(error)) from error
        if status == 413:  # noqa: PLR2004 - too large, which another article may not be
            raise Unanswered(f"the endpoint refused the question: {said}", passing=False) from error
        raise WatchfloorError(
            f"The endpoint {self._endpoint.base_url} refuses model {self._endpoint.model!r} with {status}: {said}. "
            f"Check {KEY}, the model's name and your account there."
        ) from error

    def _said(self, error: APIStatusError) -> str:
        """The endpoint's own words, on one line, short and without the key."""
        told = error.body.get("message") if isinstance(error.body, dict) else None
        words = " ".join((told if isinstance(told, str) else error.message).replace(self._endpoint.key, "…").split())
        return words if len(words) <= _LONGEST_REASON else words[:_LONGEST_REASON] + "…"

    def _text(self, content: bytes) -> str:
        try:
            completion = msgspec.json.decode(content, type=_Completion)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise _TryAgain("the endpoint's answer is no chat completion") from error
        self._meter(completion.usage)
        choice = next(iter(completion.choices), None)
        if choice is None or choice.message.refusal or choice.finish_reason == "content_filter":
            raise Unanswered("the model refused to answer", passing=False)
        if choice.finish_reason == "length":
            raise Unanswered("the answer was cut off at the model's limit", passing=False)
        return choice.message.content or ""

    def _meter(self, usage: _Usage | None) -> None:
        if usage is None:
            self._bill.unmetered += 1
            return
        self._bill.tokens_in += max(0, usage.prompt_tokens)
        self._bill.tokens_out += max(0, usage.completion_tokens)

    def _keep_pace(self) -> None:
        """Wait until the next request may be made."""
        now = self._clock()
        if now < self._next:
            self._wait(self._next - now)
        self._next = max(now, self._next) + 60 / self._endpoint.per_minute

    def _opened(self) -> OpenAI:
        from openai import Omit, OpenAI  # noqa: PLC0415 - see `_asked`

        if self._client is None:
            # What the environment says about an account elsewhere is not this endpoint's business.
            unsent: Any = {"OpenAI-Organization": Omit(), "OpenAI-Project": Omit()}
            self._client = OpenAI(
                api_key=self._endpoint.key,
                base_url=self._endpoint.base_url,
                timeout=self._endpoint.timeout,
                max_retries=0,
                default_headers=unsent,
            )
        return self._client


class _TryAgain(Exception):  # noqa: N818 - never leaves this module
    """It may go well the next time; `after` is how many seconds the server asks to wait."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


def _retry_after(error: APIStatusError) -> float:
    """The seconds of a Retry-After header; 0 where there is none or it gives a date."""
    try:
        return max(0.0, float(error.response.headers.get("retry-after", "0")))
    except ValueError:
        return 0.0
