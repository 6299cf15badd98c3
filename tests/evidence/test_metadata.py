"""Values from outside as metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.evidence.metadata import MAX_LENGTH, Metadata, line, web_address


def test_what_is_known_wins() -> None:
    """Known values stay, unknown ones are filled from the other."""
    joined = Metadata(headline="a", author="b").over(Metadata(headline="x", outlet="c"))
    assert joined == Metadata(headline="a", author="b", outlet="c")


@given(st.text(st.characters(), max_size=3_000))
def test_a_value_is_one_short_line(text: str) -> None:
    """Line breaks and overlong values never get into a record's fields."""
    value = line(text)
    assert value is None or (
        len(value) <= MAX_LENGTH and value == value.strip() and len(value.splitlines()) == 1 and value.encode()
    )


@pytest.mark.parametrize("value", [None, 3, ["a"], {"a": 1}, "", "  \n "])
def test_what_is_no_text_is_unknown(value: object) -> None:
    """Numbers, lists and blanks are no values."""
    assert line(value) is None


@pytest.mark.parametrize(
    "value",
    [
        *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "post.example", "//post.example/x"),
        *("http://a b", "http://a.example/\x1b[2J", "http://a.example/\u202egpj", "http://[", "https:", "", None),
        "https://a.example/" + "x" * 8_000,
    ],
)
def test_only_web_addresses_are_addresses(value: object) -> None:
    """No other scheme can ever become a link in a brief."""
    assert web_address(value) is None


def test_an_address_stays_whole() -> None:
    """A long address is not cut, and nothing in it is changed."""
    for address in ("HTTPS://post.example/a", "https://post.example/?q=" + "x" * 2_000):
        assert web_address(f" {address}\n") == address
