"""The brief as Markdown: a reader of Markdown sees the same words, and nothing of a document becomes markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import exercise
from watchfloor.model.record import Record
from watchfloor.products import brief_markdown
from watchfloor.products.brief import brief_of
from watchfloor.products.markdown import escaped, link

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("#*_`[]()<>!|~-+.1&\\ \n")))
def test_escaped_text_is_read_as_that_text(text: str) -> None:
    """Whatever the text, a paragraph of it holds just that text and no markup."""
    tokens = _READER.parse(escaped(text))
    flat = " ".join(text.split())
    assert [t.type for t in tokens] == (["paragraph_open", "inline", "paragraph_close"] if flat else [])
    if flat:
        children = tokens[1].children or []
        assert {c.type for c in children} <= {"text", "text_special"}
        assert "".join(c.content for c in children) == flat


def test_link_keeps_its_address_in_one_piece() -> None:
    """Parentheses and spaces in an address do not end the link."""
    tokens = _READER.parse(link("a [b]", "https://a.example/x (y)?q=1"))
    opening = next(c for c in tokens[1].children or [] if c.type == "link_open")
    assert opening.attrs["href"] == "https://a.example/x%20%28y%29?q=1"


def test_every_footnote_is_defined_once_and_used() -> None:
    """Every mark has a footnote, every footnote a mark, numbered as in the other forms."""
    text = brief_markdown.render(exercise.record())
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert len(set(defined)) == len(defined) == len(brief_of(exercise.record()).notes)
    assert used == set(defined)


def test_tables_are_whole() -> None:
    """Every row of a table has as many cells as its head; a bar in a document is no cell border."""
    for block in brief_markdown.render(exercise.record()).split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def test_no_html_of_a_document_gets_through() -> None:
    """The only HTML in the Markdown is the line break in a table's cell."""
    text = brief_markdown.render(exercise.record())
    assert set(re.findall(r"(?<!\\)<[^>]*>", text)) <= {"<br>"}


def test_empty_record_says_what_to_do() -> None:
    """A record without documents says how to go on."""
    assert "add articles" in brief_markdown.render(Record("exercise 1", ()))


def test_an_address_without_a_scheme_is_no_link() -> None:
    """Readers that make links of bare addresses find none: every way they begin is broken by a backslash."""
    assert escaped("see www.bad.example, https://bad.example and a@bad.example") == (
        r"see www\.bad.example, https\://bad.example and a\@bad.example"
    )


def test_a_terminal_is_told_nothing() -> None:
    """Control sequences of an article don't reach whoever reads the Markdown in a terminal."""
    assert escaped("\x1b]0;title\x07 cut \x9b2J") == "\ufffd\\]0;title\ufffd cut \ufffd2J"
