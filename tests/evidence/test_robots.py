"""What a robots.txt allows."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.evidence.robots import robots

_SITE = "https://post.example"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /private", "/public", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /*?session=", "/a?session=1", False),
        ("User-agent: *\nDisallow: /a%c3%a9", "/a\u00e9", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: Watchfloor/1.0\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: watchfloor\nDisallow: /b", "/a", True),
        ("User-agent: one\nUser-agent: watchfloor\nDisallow: /a", "/a", False),
        ("\ufeffUser-agent: * # everyone\nDisallow: /a # nothing here", "/a", False),
        ("Disallow: /", "/a", True),
    ],
)
def test_rules_of_rfc_9309(text: str, path: str, allowed: object) -> None:
    """Own group before everyone's, longest pattern first, of two alike the one that allows."""
    assert robots(text).allows(_SITE + path) is allowed


def test_stars_take_linear_time() -> None:
    """A pattern made to blow up a regular expression is answered at once."""
    rules = robots("User-agent: *\nDisallow: /" + "*a" * 500 + "$")
    began = time.monotonic()
    assert rules.allows(f"{_SITE}/{'a' * 400}b")
    assert time.monotonic() - began < 1


@given(st.text(max_size=300), st.text(max_size=50))
def test_no_text_raises(text: str, path: str) -> None:
    """Whatever a server sends, there is an answer."""
    assert robots(text).allows(f"{_SITE}/{path}".replace("[", "").replace("]", "")) in {True, False}
