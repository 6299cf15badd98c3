"""Endpoint: where the second reader asks, as the environment says.

In go environment variables, out comes an Endpoint. No connection is made here, and the key stands in no message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from watchfloor.errors import WatchfloorError

BASE_URL = "WATCHFLOOR_LLM_BASE_URL"
MODEL = "WATCHFLOOR_LLM_MODEL"
KEY = "WATCHFLOOR_LLM_API_KEY"
TIMEOUT = "WATCHFLOOR_LLM_TIMEOUT"
PER_MINUTE = "WATCHFLOOR_LLM_REQUESTS_PER_MINUTE"
PRICE_IN = "WATCHFLOOR_LLM_PRICE_IN"
PRICE_OUT = "WATCHFLOOR_LLM_PRICE_OUT"

_TIMEOUT = 120.0
"""Seconds that an endpoint may be silent; models that think before they answer take a minute over a long article."""
_PER_MINUTE = 60.0
"""Requests a minute; the smallest paid tiers of the usual providers allow more."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model to ask there.

    `timeout` is in seconds, `per_minute` in requests, the prices in any currency for a million tokens, None where unknown.
    """

    base_url: str
    model: str
    key: str = field(repr=False)
    timeout: float = _TIMEOUT
    per_minute: float = _PER_MINUTE
    price_in: float | None = None
    price_out: float | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Endpoint:
        """The endpoint that the variables name.

        Raises:
            WatchfloorError: one of the three that are needed is missing, or one is not what it must be.
        """
        needed = {name: environment.get(name, "").strip() for name in (BASE_URL, MODEL, KEY)}
        missing = [name for name, value in needed.items() if not value]
        if missing:
            raise WatchfloorError(
                f"The second reader asks an endpoint that you name, and {' and '.join(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} not set. Set {BASE_URL}, {MODEL} and {KEY}, or use --reader trained."
            )
        _check_address(needed[BASE_URL])
        return cls(
            base_url=needed[BASE_URL],
            model=needed[MODEL],
            key=_key(needed[KEY]),
            timeout=_number(environment, TIMEOUT, above=0) or _TIMEOUT,
            per_minute=_number(environment, PER_MINUTE, above=0) or _PER_MINUTE,
            price_in=_number(environment, PRICE_IN),
            price_out=_number(environment, PRICE_OUT),
        )


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise WatchfloorError(f"{BASE_URL} must be an address like https://host/v1, not {url!r}.")


def _key(key: str) -> str:
    if not key.isascii() or not key.isprintable():
        raise WatchfloorError(f"{KEY} holds characters that no key has; copy it again.")
    return key


def _number(environment: Mapping[str, str], name: str, above: float = -1) -> float | None:
    """The number of that variable; None where it is not set."""
    text = environment.get(name, "").strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not max(above, -1) < value < float("inf") or value < 0:
        raise WatchfloorError(f"{name} must be a number {'above' if above == 0 else 'from'} 0, not {text!r}.")
    return value
