"""Web page: a page of HTML to an exhibit.

In go its bytes; out comes the exhibit, whose text is the main text of the page, one line for each paragraph, and whose metadata are
what the page states. Menus, comments and scripts are left out; nothing is executed, and nothing the page refers to is fetched.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from watchfloor.errors import NoArticle, TooLarge, Unreadable
from watchfloor.evidence.exhibit import Exhibit, Source, exhibit
from watchfloor.evidence.heading import heading
from watchfloor.evidence.markup import markup
from watchfloor.evidence.metadata import Metadata
from watchfloor.evidence.page_metadata import host, page_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # ships no types

MEDIA_TYPE = "text/html"
_MIN_LETTERS = 200
"""Letters of the shortest article: two sentences. Cookie walls and pages of links mostly give less."""
_MIN_PARAGRAPH = 80
"""Letters of the longest paragraph of the shortest article; titles in a list of links are shorter."""
_MAX_ELEMENTS = 30_000
"""Elements of a page; those of news have some thousand. Finding the main text takes time that grows with their square:
a page of 85,000 took a minute and a half."""
_LETTER = re.compile(r"[^\W\d_]")
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What trafilatura and lxml have been seen to raise on broken pages; lxml's own errors are SyntaxErrors."""


def web_page(raw: bytes, source: Source, charset: str | None = None, *, page: str | None = None) -> Exhibit:
    """The exhibit of a page; `page` is its HTML where `raw` is something that holds it.

    Raises:
        NoArticle: the page is empty or holds no article.
        TooLarge: it has too many elements.
        Unreadable: it is in an encoding that is not read, or no HTML.
        Unsafe: it declares entities.
    """
    html = markup(raw, charset) if page is None else page
    if not html.strip():
        raise NoArticle("expected an article, found an empty page; give a page with text")
    text, metadata = article(html, source)
    return exhibit(raw, text, MEDIA_TYPE, source, metadata)


def article(html: str, source: Source) -> tuple[str, Metadata]:
    """The main text of a page and what the page says of itself.

    Raises:
        NoArticle: there is none.
        TooLarge: it has too many elements.
        Unreadable: it is no HTML.
    """
    tree = _tree(html)
    metadata = page_metadata(tree, source.fetched_at)
    text = _main_text(tree)
    longest = max((len(_LETTER.findall(paragraph)) for paragraph in text.splitlines()), default=0)
    if len(_LETTER.findall(text)) < _MIN_LETTERS or longest < _MIN_PARAGRAPH:
        raise NoArticle("expected an article, found a page without one; give the address of a single article")
    # A byline that stands in the text fills what the page's own metadata leave open; its headline is the page's business.
    metadata = metadata.over(replace(heading(text, source.fetched_at).metadata, headline=None))
    address = source.metadata.url or metadata.url
    return text, metadata.over(Metadata(outlet=host(address)))


def _tree(html: str) -> HtmlElement:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy; ships no types
    from trafilatura import load_html  # noqa: PLC0415 - heavy

    try:
        tree = load_html(html)
    except (*_FAILURES, etree.LxmlError) as error:
        raise Unreadable(
            "expected a page of HTML, found one that can't be read; save its text as .txt instead"
        ) from error
    if tree is None:
        raise NoArticle("expected a page of HTML, found something else; give a page or a text file")
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        raise TooLarge(
            f"expected a page of at most {_MAX_ELEMENTS} elements, found more; save its text as .txt instead"
        )
    return tree


def _main_text(tree: HtmlElement) -> str:
    from lxml import etree  # noqa: PLC0415 - heavy
    from trafilatura import extract  # noqa: PLC0415 - heavy

    try:
        return extract(tree, include_comments=False, include_tables=False) or ""
    except (*_FAILURES, etree.LxmlError) as error:
        raise Unreadable(
            "expected a page of HTML, found one that can't be read; save its text as .txt instead"
        ) from error
