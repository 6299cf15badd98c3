"""The endpoint as the environment names it."""

from __future__ import annotations

import pytest

from watchfloor.errors import WatchfloorError
from watchfloor.reading.llm.endpoint import BASE_URL, KEY, MODEL, PER_MINUTE, PRICE_IN, TIMEOUT, Endpoint

GOOD = {BASE_URL: "https://llm.example/v1", MODEL: "some model", KEY: "sk-exercise"}


def test_three_variables_are_enough() -> None:
    """Address, model and key make an endpoint, and the key is in no text about it."""
    endpoint = Endpoint.from_environment(GOOD)
    assert (endpoint.base_url, endpoint.model, endpoint.key) == tuple(GOOD.values())
    assert "sk-exercise" not in repr(endpoint)
    assert endpoint.price_in is None


@pytest.mark.parametrize("missing", [(BASE_URL,), (MODEL,), (KEY,), (MODEL, KEY), (BASE_URL, MODEL, KEY)])
@pytest.mark.parametrize("how", ["unset", "empty"])
def test_what_is_missing_is_named(missing: tuple[str, ...], how: str) -> None:
    """One line names each variable that is not set and what else to do."""
    given = {name: value for name, value in GOOD.items() if name not in missing}
    given |= dict.fromkeys(missing, " ") if how == "empty" else {}
    with pytest.raises(WatchfloorError) as raised:
        Endpoint.from_environment(given)
    told = str(raised.value)
    assert all(name in told.split(" not set", maxsplit=1)[0] for name in missing)
    assert "\n" not in told
    assert "--reader trained" in told


@pytest.mark.parametrize(
    "url", ["llm.example/v1", "ftp://llm.example", "https://", "file:///etc/passwd", "http://[::1", "http://h:0/"]
)
def test_an_address_is_one(url: str) -> None:
    """Only http and https addresses with a host are asked."""
    with pytest.raises(WatchfloorError, match=BASE_URL):
        Endpoint.from_environment({**GOOD, BASE_URL: url})


@pytest.mark.parametrize("name", [TIMEOUT, PER_MINUTE, PRICE_IN])
@pytest.mark.parametrize("value", ["x", "-1", "nan", "inf", "1e999"])
def test_numbers_are_numbers(name: str, value: str) -> None:
    """What is no number from 0 on is named with its variable."""
    with pytest.raises(WatchfloorError, match=name):
        Endpoint.from_environment({**GOOD, name: value})


def test_nothing_may_take_no_time_but_cost_nothing() -> None:
    """A time-out of 0 is refused, a price of 0 is a price."""
    with pytest.raises(WatchfloorError, match=TIMEOUT):
        Endpoint.from_environment({**GOOD, TIMEOUT: "0"})
    assert Endpoint.from_environment({**GOOD, PRICE_IN: "0"}).price_in == 0


def test_a_key_with_a_line_end_is_no_key() -> None:
    """A key that would break out of its header is refused without being shown."""
    with pytest.raises(WatchfloorError, match=KEY) as raised:
        Endpoint.from_environment({**GOOD, KEY: "sk-a\r\nx: y"})
    assert "sk-a" not in str(raised.value)
