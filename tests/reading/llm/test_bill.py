"""What asking took, in words."""

from __future__ import annotations

from collections import Counter

from watchfloor.reading.llm.bill import Bill, Dropped
from watchfloor.reading.llm.endpoint import Endpoint

FREE = Endpoint("https://llm.example/v1", "exercise-model", "sk")
PRICED = Endpoint("https://llm.example/v1", "exercise-model", "sk", price_in=2.0, price_out=10.0)


def test_nothing_asked_says_nothing() -> None:
    """A run that neither asked nor used the cache has no account."""
    assert Bill().lines(FREE) == ()


def test_tokens_cost_and_claims_are_told() -> None:
    """The cost is that of a million tokens in proportion, and the reasons for dropping are counted."""
    bill = Bill(requests=2, kept=1, tokens_in=1_500_000, tokens_out=100_000, taken=8)
    bill.dropped = Counter({Dropped.NOT_FOUND: 2, Dropped.REPEATED: 1, Dropped.NOBODY: 0})
    asked, claims = bill.lines(PRICED)
    assert asked.endswith("2 requests, 1,500,000 tokens in and 100,000 out, cost 4.0000; 1 answer from the cache.")
    assert claims == "8 claims taken, 3 dropped (2 not found in the text, 1 told twice)."


def test_what_is_not_known_is_said() -> None:
    """Without prices there is no cost, and answers without a token count make it a least cost."""
    assert "cost unknown" in Bill(requests=1).lines(FREE)[0]
    assert "not told for 1 answer" in Bill(requests=1, unmetered=1).lines(PRICED)[0]
    assert "cost at least" in Bill(requests=1, unmetered=1).lines(PRICED)[0]
