"""Markup: HTML bytes to text, and a fragment of HTML to its plain text.

In go bytes or a fragment, out comes text. Nothing is executed, fetched or expanded: scripts and styles are dropped, entity
declarations refused. Which part of a page is the article is for `web_page`.
"""

from __future__ import annotations

import re

from watchfloor.errors import Unsafe
from watchfloor.evidence import encoding

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "head",
        "title",
        "select",
        "button",
        "form",
    ]
)
_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
_DECLARED_WITHIN = 4_096


def markup(raw: bytes, charset: str | None = None) -> str:
    """The text of HTML or XML bytes, its XML declaration left out; `charset` is what the server said.

    Raises:
        Unreadable: the bytes are no text, or in an encoding that is not read.
        Unsafe: it declares entities, which can grow without limit.
    """
    declared = _DECLARED.search(raw[:_DECLARED_WITHIN])
    stated = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    text = _XML_DECLARATION.sub("", encoding.decode_declared(raw, charset or stated), count=1)
    if _ENTITY.search(text):
        raise Unsafe("expected a page or feed, found one that declares entities of its own; remove its <!ENTITY lines")
    return text


def plain_text(fragment: str) -> str:
    """The text of an HTML fragment, one line for each block, white space collapsed; of plain text the text itself."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy; ships no types

    try:
        root = html.fragment_fromstring(fragment.replace("\x00", ""), create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            pieces.append(element.tail or "")
            continue
        block = "\n" if element.tag in _BLOCKS else ""
        if event == "start":
            pieces.append(block + (element.text or "" if element.tag not in _DROPPED else ""))
        else:
            pieces.append(block + (element.tail or ""))
    return _BREAKS.sub("\n", _SPACE.sub(" ", "".join(pieces))).strip()
