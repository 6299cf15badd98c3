"""One question and its answer, over a stub that fails in every way that endpoints do."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

import pytest

from stub_endpoint import KEY, MODEL, Reply, Stub, completion, environment, failure, stub
from watchfloor.errors import WatchfloorError
from watchfloor.reading.llm import exchange
from watchfloor.reading.llm.bill import Bill
from watchfloor.reading.llm.endpoint import Endpoint
from watchfloor.reading.llm.exchange import TRIES, Exchange, Unanswered

pytest.importorskip("openai", reason="the optional package of the second reader is not installed")


@dataclass(slots=True)
class Asking:
    """An exchange with a stub, that notes the waits and does not wait."""

    running: Stub
    bill: Bill = field(default_factory=Bill)
    waits: list[float] = field(default_factory=list)

    def ask(self, timeout: float = 5.0) -> str:
        """The answer to some question."""
        endpoint = replace(Endpoint.from_environment(environment(self.running)), timeout=timeout)
        return Exchange(endpoint, self.bill, wait=self.waits.append).ask("instructions", "article")


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-elsewhere")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-elsewhere")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-elsewhere")


def test_a_good_answer_comes_at_once() -> None:
    """One request with model, messages and the schema; tokens are counted; nothing of another account is sent."""
    with stub(completion("answer")) as running:
        asking = Asking(running)
        assert asking.ask() == "answer"
    (asked,), (headers,) = running.asked, running.headers
    assert asked["model"] == MODEL
    assert [message["content"] for message in asked["messages"]] == ["instructions", "article"]
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert headers["authorization"] == f"Bearer {KEY}"
    assert "elsewhere" not in str(headers)
    assert (asking.bill.requests, asking.bill.tokens_in, asking.bill.tokens_out) == (1, 1000, 100)
    assert asking.waits == []


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
def test_a_busy_server_is_asked_again(status: int) -> None:
    """After a passing failure the second try gets the answer, after a wait."""
    with stub(failure(status), completion("answer")) as running:
        asking = Asking(running)
        assert asking.ask() == "answer"
    assert asking.bill.requests == 2
    assert asking.waits == [1.0]


def test_the_server_says_how_long_to_wait() -> None:
    """The wait that a 429 asks for is kept; one of many minutes leaves the question for another time."""
    with stub(
        failure(429, retry_after="7"), failure(429, retry_after="Fri, 01 Jan 2027 00:00:00 GMT"), completion("a")
    ) as running:
        asking = Asking(running)
        asking.ask()
    assert asking.waits == [7.0, 2.0]
    with stub(failure(429, retry_after="3600")) as running:
        asking = Asking(running)
        with pytest.raises(Unanswered) as raised:
            asking.ask()
    assert raised.value.passing
    assert asking.waits == []


def test_a_failing_server_is_given_up_for_now() -> None:
    """After some tries with longer and longer waits the question stays open, and the reason has the server's words."""
    with stub(failure(500, "out of order\nfor today")) as running:
        asking = Asking(running)
        with pytest.raises(Unanswered, match=r"500: .*out of order for today") as raised:
            asking.ask()
    assert raised.value.passing
    assert asking.bill.requests == TRIES
    assert asking.waits == [1.0, 2.0, 4.0]


def test_silence_ends() -> None:
    """A server that says nothing is left after the time-out, each time."""
    with stub(replace(completion("late"), delay=2.0)) as running:
        asking = Asking(running)
        start = time.monotonic()
        with pytest.raises(Unanswered, match=r"silent for 0\.1 s") as raised:
            asking.ask(timeout=0.1)
    assert raised.value.passing
    assert time.monotonic() - start < 10


def test_nobody_listens() -> None:
    """An address at which nothing answers is a passing failure."""
    with stub(completion("answer")) as running:
        pass
    with pytest.raises(Unanswered, match="can't be reached") as raised:
        Asking(running).ask()
    assert raised.value.passing


@pytest.mark.parametrize("body", [b"", b"<html>login</html>", b"{}", b'{"choices": 1}', b"\xff", b"[" * 5000])
def test_what_is_no_completion_is_asked_for_again(body: bytes) -> None:
    """Broken bodies are tried again and then left."""
    with stub(Reply(body=body), completion("answer")) as running:
        assert Asking(running).ask() == "answer"
    with (
        stub(Reply(body=body, headers=(("content-type", "text/html"),))) as running,
        pytest.raises(Unanswered) as raised,
    ):
        Asking(running).ask()
    assert raised.value.passing


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (completion("", refusal="I can't help with that."), "refused"),
        (completion("", finish="content_filter"), "refused"),
        (completion('{"statements": [', finish="length"), "cut off"),
        (failure(413, "too long"), "too long"),
        (Reply(body=b'{"choices": []}'), "refused"),
    ],
)
def test_what_concerns_the_article_is_not_tried_again(reply: Reply, reason: str) -> None:
    """Refusals and cut answers would come again: one request, and no other time is better."""
    with stub(reply) as running:
        asking = Asking(running)
        with pytest.raises(Unanswered, match=reason) as raised:
            asking.ask()
    assert not raised.value.passing
    assert asking.bill.requests == 1


@pytest.mark.parametrize(
    "reply",
    [
        failure(401, f"wrong key {KEY}"),
        failure(403),
        failure(404, "no such model"),
        failure(429, "no credit", "insufficient_quota"),
    ],
)
def test_what_concerns_every_article_is_an_error(reply: Reply) -> None:
    """A wrong key, model or account is one line for the user at once, in which the key does not stand."""
    with stub(reply) as running:
        asking = Asking(running)
        with pytest.raises(WatchfloorError, match=r"WATCHFLOOR_LLM_API_KEY") as raised:
            asking.ask()
    assert KEY not in str(raised.value)
    assert asking.bill.requests == 1


def test_an_endpoint_without_schemas_is_asked_plainly() -> None:
    """One that knows neither temperature nor schemas nor JSON mode is asked without, and so the next time at once."""
    refused = [failure(400, "unknown parameter")] * 3
    with stub(*refused, completion("one"), completion("two")) as running:
        bill = Bill()
        asked = Exchange(Endpoint.from_environment(environment(running)), bill, wait=lambda _: None)
        assert (asked.ask("i", "a"), asked.ask("i", "b")) == ("one", "two")
    assert bill.requests == 5
    formats = [one.get("response_format", {}).get("type") for one in running.asked]
    assert formats == ["json_schema", "json_schema", "json_object", None, None]
    assert ["temperature" in one for one in running.asked] == [True, False, False, False, False]


def test_a_question_refused_in_every_manner() -> None:
    """Where no manner is taken, the question is refused with the endpoint's words, cut to a line."""
    with stub(failure(400, "x" * 10_000)) as running, pytest.raises(Unanswered, match="refused the question") as raised:
        Asking(running).ask()
    assert not raised.value.passing
    assert len(str(raised.value)) < 300


def test_requests_keep_their_pace() -> None:
    """With 30 requests a minute the next one begins two seconds after the one before."""
    now = [100.0]
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    with stub(completion("answer")) as running:
        endpoint = replace(Endpoint.from_environment(environment(running)), per_minute=30)
        asking = Exchange(endpoint, Bill(), wait=wait, clock=lambda: now[0])
        for _ in range(3):
            asking.ask("i", "a")
        now[0] += 60
        asking.ask("i", "a")
    assert waits == [2.0, 2.0]


def test_untold_tokens_are_counted_as_such() -> None:
    """An answer without usage is an answer, and is counted as unmetered."""
    with stub(completion("answer", usage=False)) as running:
        asking = Asking(running)
        asking.ask()
    assert (asking.bill.unmetered, asking.bill.tokens_in) == (1, 0)


def test_without_the_package_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `openai` is not installed, choosing the reader says so."""
    monkeypatch.setattr(exchange, "find_spec", lambda _: None)
    with pytest.raises(WatchfloorError, match=r"pip install 'watchfloor\[llm\]'"):
        Exchange(Endpoint("https://llm.example/v1", MODEL, KEY), Bill())
