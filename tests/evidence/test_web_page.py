"""Web pages."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_samples import PARAGRAPHS, SOURCE, page
from watchfloor.errors import NoArticle, Refused, TooLarge, Unsafe
from watchfloor.evidence.web_page import web_page


def test_main_text_without_the_page_around_it() -> None:
    """The paragraphs come out in order, without menu, script, style or comments."""
    body = "<script>document.write('RAN')</script><style>p{}</style><div class='comments'><p>First!</p></div>"
    made = web_page(page(body=body).encode(), SOURCE)
    text = made.document.text
    assert [paragraph for paragraph in PARAGRAPHS if paragraph in text] == list(PARAGRAPHS)
    assert not any(word in text for word in ("RAN", "p{}", "Home", "First!"))
    assert made.document.id == hashlib.sha256(page(body=body).encode()).hexdigest()
    assert made.document.headline == "Exercise: cable between islands cut"
    assert made.document.media_type == "text/html"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "   ",
        "<html><body></body></html>",
        "<html><body><ul>"
        + "".join(f'<li><a href="/{n}">Ten walks on island {n}</a></li>' for n in range(60))
        + "</ul></body></html>",
        "<html><body><p>We use cookies.</p><button>Accept</button></body></html>",
        "<html><body><form><input><p>Sign in to go on.</p></form></body></html>",
        "just words",
    ],
)
def test_page_without_article_is_refused(html: str) -> None:
    """An empty page, a list of links, a cookie wall and a login are no articles."""
    with pytest.raises(NoArticle):
        web_page(html.encode(), SOURCE)


def test_text_is_not_markup() -> None:
    """Escaped markup in an article is text with angle brackets, which whoever shows it must escape."""
    made = web_page(
        page(
            body="<p>The notice read &lt;script&gt;alert(1)&lt;/script&gt; in large letters on the harbour wall.</p>"
        ).encode(),
        SOURCE,
    )
    assert "<script>alert(1)</script>" in made.document.text


def test_page_of_countless_elements_is_refused() -> None:
    """A page made to keep the search for its main text busy is refused before it begins."""
    with pytest.raises(TooLarge, match="elements"):
        web_page(page(body="<table><tr><td>x</td></tr></table>" * 20_000).encode(), SOURCE)


def test_entities_are_not_expanded() -> None:
    """A page that declares entities is refused."""
    with pytest.raises(Unsafe):
        web_page(b"<!DOCTYPE html [<!ENTITY a 'b'>]>" + page().encode(), SOURCE)


@pytest.mark.parametrize(
    "broken", ["<div>" * 20_000, "<p>" + "&#xD800;" * 50, "<" * 5_000, "<![CDATA[" * 100, "<a " + "x=1 " * 5_000 + ">"]
)
def test_broken_markup_is_refused_or_read(broken: str) -> None:
    """Markup made to hurt a parser ends in a text that can be stored, or a refusal."""
    try:
        text = web_page((broken + page()).encode(), SOURCE).document.text
    except Refused as error:
        assert "\n" not in str(error)  # noqa: PT017 - both ends are right
    else:
        assert text.encode("utf-8")


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_refused(raw: bytes) -> None:
    """So few bytes hold no article, and no bytes raise anything else."""
    with pytest.raises(Refused):
        web_page(b"<html>" + raw, SOURCE)
