"""Which lines belong to the page (all names invented)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_samples import ARTICLE, PARAGRAPHS
from watchfloor.evidence.furniture import furniture


def _marked(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "READ NEXT",
        "Cancel OK",
        "Tags: \xa0 cables, islands",
        "Similar News",
        "Share this",
        "Share this article on Chirper",
        "Also read: Ten walks on Westholm",
        "Sign up for our newsletter",
        "Sign up to get the islands in your inbox every morning",
        "Subscribe now for full access",
        "Featured Story",
        "Top News",
        "Synopsis",
        "Advertisement",
        "Advertisement Continue reading the main story",
        "We use cookies to make the islands better",
        "Follow us on Chirper and Facelist",
        "© 2026 The Exercise Post",
        "Copyright 2026 The Exercise Post. All rights reserved.",
        "12 comments",
        "3 min read",
        "Photo: Ilva Sorrento/Islandwire",
        "(Reporting by Ilva Sorrento; Editing by Per O'Hara)",
        "Contact the writers at islands@post.example",
        "Islandwire contributed to this report.",
        "Updated 3 hours ago",
        "Click here to read the paper as it was printed",
        "* * *",
    ],
)
def test_page_lines_are_furniture(line: str) -> None:
    """Lines that pages write around articles are marked wherever they stand, and nothing else is."""
    text = f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}"
    assert _marked(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the cable company fell by 12 percent on Tuesday.",
        "Read more than one account of the night, and the times differ.",
        "Sign up or leave, the islanders were told by the officer.",
        "Related companies of the owner denied that they had known.",
        "Subscribe to nothing that you cannot check, the captain said.",
        "Cookies were found in the cabin, and a chart of the strait.",
        "Follow the money, she said, and you will find the ship.",
        "Comments by the minister drew protests in both capitals.",
        "Security",
        "Frequently Asked Questions",
        "Q: Who cut the cable?",
        "'Massive damage'",
        "Image caption The captain said that nobody should draw conclusions",
        "Photographs of the anchor were shown to reporters on Monday.",
        "Watch officers logged the ship at 3:40 a.m., the statement said.",
        "By Tuesday the ships had left the harbour.",
        "Contact with the ferry was lost at dawn.",
        "Recommended by the commission, the second cable was never laid.",
    ],
)
def test_news_is_never_furniture(line: str) -> None:
    """A sentence, a subheading or a caption that begins like furniture is still read."""
    assert _marked(f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}") == []


def test_links_after_the_article_are_one_stretch() -> None:
    """Everything after an end-of-article label is marked when only short lines follow."""
    tail = "READ NEXT\nHerring prices rise for the third week\nTen walks for a windy Sunday"
    assert _marked(f"{ARTICLE}\n\n{tail}\n") == [tail]


def test_news_after_such_a_label_is_read() -> None:
    """Where the article goes on after the label, only the label is marked."""
    assert _marked(f"{PARAGRAPHS[0]}\nREAD NEXT\n{PARAGRAPHS[1]}\nRelated news") == ["READ NEXT", "Related news"]


def test_synopsis_keeps_its_paragraph() -> None:
    """The label is furniture, the paragraph below it is news."""
    assert _marked(f"Synopsis\n\n{PARAGRAPHS[0]}") == ["Synopsis"]


def test_byline_and_date_lines_are_furniture() -> None:
    """What stands above the article and says who wrote it when is marked, even if its date can't be."""
    text = f"Exercise: cable cut\nBy Ilva Sorrento\nMarch 9, 9999 7:40 PM CST\n\n{ARTICLE}"
    assert "By Ilva Sorrento" in _marked(text)


@given(
    st.lists(
        st.sampled_from(["READ NEXT", "Tags:", PARAGRAPHS[0], "By Ilva Sorrento", "", "a", "Top News", "🚢", "مرحبا"]),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_stretches_are_whole_lines_in_order(parts: list[str], end: str) -> None:
    """Stretches lie inside the text, in order, apart, and begin and end with lines."""
    text = end.join(parts)
    position = 0
    for start, stop in furniture(text):
        assert position <= start < stop <= len(text)
        assert start == 0 or text[start - 1] in "\r\n"
        assert stop == len(text) or text[stop] in "\r\n"
        position = stop


@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    """Any text has furniture or none."""
    assert all(0 <= start < end <= len(text) for start, end in furniture(text))


@pytest.mark.parametrize(
    "line",
    [
        "Photo: " + "-" * 400 + "! a b c d e f g h i j",
        "Enlarge this image " + "a" * 400 + "? " + "b c d e f g h i j k",
        "Share this with " + " " * 100_000 + "!a",
        "Subscribe " + "now" * 100_000,
    ],
)
def test_hostile_lines_are_quick(line: str) -> None:
    """A line made to fit almost takes no longer than a line of news, and is none of the page's."""
    started = time.process_time()
    assert _marked(f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}") == []
    assert time.process_time() - started < 2
