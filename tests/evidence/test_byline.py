"""Bylines and datelines in the shapes that pages have (all names invented)."""

from __future__ import annotations

import pytest

from evidence_samples import NOW
from watchfloor.evidence.byline import byline, dateline, label


@pytest.mark.parametrize(
    ("words", "author", "outlet", "day"),
    [
        ("By Ilva Sorrento", "Ilva Sorrento", None, None),
        ("By : \xa0Ilva", "Ilva", None, None),
        ("Ilva Sorrento, 3/9/2026", "Ilva Sorrento", None, "2026-03-09"),
        ("By Ilva Sorrento | The Exercise Post | March 9, 2026", "Ilva Sorrento", "The Exercise Post", "2026-03-09"),
        ("By Ilva Sorrento and Per O'Hara, Staff Writers", "Ilva Sorrento and Per O'Hara", None, None),
        ("By Ilva Sorrento in Eastholm", "Ilva Sorrento", None, None),
        ("Islands Desk | March 9, 2026 7:40 PM CST", "Islands Desk", None, "2026-03-09"),
        ("Published: 9 March 2026, 14:30 CET", None, None, "2026-03-09"),
        ("Last Updated : 09 Mar 2026 07:15 PM", None, None, "2026-03-09"),
        ("Monday, March 9, 2026", None, None, "2026-03-09"),
        ("9 March 2026 · 3 min read", None, None, "2026-03-09"),
        ("Par Ilva Sorrento", "Ilva Sorrento", None, None),
        ("By ILVA SORRENTO Updated: 18:20, 9 March 2026", "ILVA SORRENTO", None, "2026-03-09"),
    ],
)
def test_byline_says_who_and_when(words: str, author: str | None, outlet: str | None, day: str | None) -> None:
    """A line that is only name, outlet and date is read as that."""
    said = byline(words, NOW)
    assert said is not None
    assert (said.author, said.outlet) == (author, outlet)
    assert (said.published.first_day.isoformat() if said.published and said.published.first_day else None) == day


@pytest.mark.parametrize(
    "words",
    [
        "By Tuesday the ships had left the harbour",
        "The ministry said on March 9, 2026",
        "March 9, 2026 will be remembered on the islands",
        "By the time the divers came, it was 3/9/2026",
        "Ilva Sorrento, 3/9/2026Cable cut between islands",
        "Cable cut between two islands",
        "",
    ],
)
def test_news_is_no_byline(words: str) -> None:
    """A sentence or headline that holds a name or a date is not a byline."""
    assert byline(words, NOW) is None


@pytest.mark.parametrize(
    ("words", "outlet", "day"),
    [
        ("Eastholm/Westholm – March 9, 2026 – A cable was cut", None, "2026-03-09"),
        ("Eastholm, 9 March 2026. A cable was cut", None, "2026-03-09"),
        ("EASTHOLM (Islandwire) - A cable was cut", "Islandwire", None),
        ("EASTHOLM, Republic (Islandwire) — A cable was cut", "Islandwire", None),
        ("EASTHOLM, March 9 (Islandwire) – A cable was cut", "Islandwire", None),
        ("(IWN) Residents of the islands were woken", "IWN", None),
        ("Ilva Sorrento, 3/9/2026Cable cut between islands", None, "2026-03-09"),
    ],
)
def test_dateline_says_where_from(words: str, outlet: str | None, day: str | None) -> None:
    """The beginning of a text may name the agency and the day."""
    said = dateline(words, NOW)
    assert said.outlet == outlet
    assert (said.published.first_day.isoformat() if said.published and said.published.first_day else None) == day


@pytest.mark.parametrize(
    "words",
    [
        "On March 9, 2026 – the day of the storm – a cable was cut",
        "The Treaty of March 9, 2026 – a landmark – was signed",
        "The cable (and its spare) was cut",
        "The minister (Left) said nothing",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(words: str) -> None:
    """A sentence that mentions a date or puts something in brackets states neither day nor outlet."""
    said = dateline(words, NOW)
    assert said.published is None
    assert said.outlet is None


def test_glued_byline_names_the_author() -> None:
    """A name before a date to which the text is glued is the author's."""
    assert dateline("Ilva Sorrento, 3/9/2026Cable cut between islands", NOW).author == "Ilva Sorrento"


def test_labels_are_recognised_whatever_surrounds_them() -> None:
    """The labels "First published on:" and "published:" are the same label; a sentence has none."""
    assert label("First published on : 9 March 2026") == label("**Published:** 9 March 2026") == "published"
    assert label("Published books are rare") is None
