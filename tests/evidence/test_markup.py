"""HTML and XML bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.errors import Unreadable, Unsafe
from watchfloor.evidence.markup import markup, plain_text


def test_declared_charset_is_heeded() -> None:
    """A page that declares cp1252 by any of its names is read, one that declares another charset refused."""
    assert "café" in markup('<meta charset="iso-8859-1"><p>café'.encode("cp1252"))
    assert "café" in markup("<?xml version='1.0' encoding='windows-1252'?><p>café</p>".encode("cp1252"))
    with pytest.raises(Unreadable, match="windows-1251"):
        markup('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Учение'.encode("cp1251"))


def test_entity_declarations_are_refused() -> None:
    """A document that could expand without limit is not parsed at all."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>'
    with pytest.raises(Unsafe, match="entities"):
        markup(bomb)
    with pytest.raises(Unsafe, match="entities"):
        markup(bomb.decode().encode("utf-16"))


def test_fragment_becomes_lines() -> None:
    """Blocks become lines, entities characters; scripts and comments are gone."""
    fragment = "<p>One &amp; two</p><script>alert(1)</script><div>three<br>four <b>five</b><!-- six --> seven</div>"
    assert plain_text(fragment) == "One & two\nthree\nfour five seven"


@given(st.text(max_size=200))
def test_no_fragment_raises(fragment: str) -> None:
    """Whatever a feed holds, it is text in the end."""
    assert isinstance(plain_text(f"<p>{fragment}"), str)
