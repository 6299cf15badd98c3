"""Bill: what asking the endpoint took, and how much of its answers stood in the documents.

In go counts while the second reader reads, out come the lines that say so at the end. It grows in place, like the counter it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from watchfloor.reading.llm.endpoint import PRICE_IN, PRICE_OUT, Endpoint

_MILLION = 1_000_000


class Dropped(StrEnum):
    """Why a claim of the endpoint's was not taken."""

    NOT_FOUND = "not found in the text"
    REPEATED = "told twice"
    MISSHAPEN = "not of the form asked for"
    NOBODY = "about somebody whom the text does not name"
    NO_NUMBER = "without a number"


@dataclass(slots=True)
class Bill:
    """Counts of requests, tokens and claims; `unmetered` are answers that told no tokens, `kept` those from the cache."""

    requests: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    unmetered: int = 0
    taken: int = 0
    dropped: Counter[Dropped] = field(default_factory=Counter)

    def lines(self, endpoint: Endpoint) -> tuple[str, ...]:
        """What to say at the end; nothing where nothing was asked and nothing came from the cache."""
        if not self.requests + self.kept:
            return ()
        asked = f"Second reader: {_many(self.requests, 'request')}, {self._tokens()}, {self._cost(endpoint)}"
        cached = f"; {_many(self.kept, 'answer')} from the cache" if self.kept else ""
        why = ", ".join(f"{count} {reason.value}" for reason, count in sorted(self.dropped.items()) if count)
        claims = f"{_many(self.taken, 'claim')} taken, {self.dropped.total()} dropped" + (f" ({why})" if why else "")
        return f"{asked}{cached}.", f"{claims}."

    def _tokens(self) -> str:
        untold = f" (not told for {_many(self.unmetered, 'answer')})" if self.unmetered else ""
        return f"{self.tokens_in:,} tokens in and {self.tokens_out:,} out{untold}"

    def _cost(self, endpoint: Endpoint) -> str:
        if endpoint.price_in is None or endpoint.price_out is None:
            return f"cost unknown ({PRICE_IN} and {PRICE_OUT} would tell it)"
        cost = (self.tokens_in * endpoint.price_in + self.tokens_out * endpoint.price_out) / _MILLION
        return f"cost {'at least ' if self.unmetered else ''}{cost:.4f}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
