"""RSS and Atom (all names invented)."""

from __future__ import annotations

import pytest

from evidence_samples import PARAGRAPHS, SOURCE, sort_out
from watchfloor.errors import NoArticle, Unsafe
from watchfloor.evidence.feed import feed

_RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Exercise Post</title>
<item><title>Cable cut &amp; mended</title><link>https://post.example/1</link><pubDate>Mon, 09 Mar 2026 06:59:00 GMT</pubDate><dc:creator>Ilva Sorrento</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p><script>alert(1)</script><p>{PARAGRAPHS[1]}</p>]]></content:encoded></item>
<item><title>Only a title</title><link>javascript:alert(1)</link></item>
<item><title>From the year 9999</title><description>{PARAGRAPHS[2]}</description><pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate></item>
</channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Exercise Post</title><entry><title>Cable cut</title><link href="https://post.example/1"/>
<published>2026-03-09T06:59:00+01:00</published><author><name>Ilva Sorrento</name></author><content type="html">&lt;p&gt;{PARAGRAPHS[0]}&lt;/p&gt;</content></entry></feed>"""


def test_rss_entries_are_documents() -> None:
    """Each entry with text is one, with the feed's title as its outlet; those without are refused in one line."""
    exhibits, refusals = sort_out(feed(_RSS.encode(), SOURCE))
    first, third = (one.document for one in exhibits)
    assert first.text == f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"
    assert (first.headline, first.outlet, first.author, first.url) == (
        "Cable cut & mended",
        "The Exercise Post",
        "Ilva Sorrento",
        "https://post.example/1",
    )
    assert first.published is not None
    assert third.published is None
    assert [one.origin for one in refusals] == ["exercise.txt"]
    assert "1 of 3" in refusals[0].reason


def test_atom_entries_are_documents() -> None:
    """Atom gives the same fields."""
    (made,), _ = sort_out(feed(_ATOM.encode(), SOURCE))
    assert (made.document.text, made.document.author) == (PARAGRAPHS[0], "Ilva Sorrento")


def test_same_entry_has_the_same_id_whatever_stands_around_it() -> None:
    """An entry met again in tomorrow's feed is the same document."""
    (first, _), _ = sort_out(feed(_RSS.encode(), SOURCE))
    newer = _RSS.replace(
        "<item><title>Cable",
        "<item><title>New</title><description>Newer words stand first.</description></item><item><title>Cable",
        1,
    )
    exhibits, _ = sort_out(feed(newer.encode(), SOURCE))
    assert first.document.id in {one.document.id for one in exhibits}


@pytest.mark.parametrize(
    "raw",
    [
        b"<note><to>you</to></note>",
        b"<html><body>words</body></html>",
        b"words",
        b"/etc/passwd",
        b"http://127.0.0.1/",
        b"",
        b"<rss version='2.0'><channel></channel></rss>",
    ],
)
def test_what_is_no_feed_is_refused(raw: bytes) -> None:
    """Other XML, pages, file names and addresses are refused and never opened; so is a feed without entries."""
    with pytest.raises(NoArticle):
        list(feed(raw, SOURCE))


def test_entity_bomb_is_refused() -> None:
    """A feed that declares entities is not parsed."""
    bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>' + _ATOM.replace(
        PARAGRAPHS[0], "&b;"
    )
    with pytest.raises(Unsafe):
        list(feed(bomb.encode(), SOURCE))
