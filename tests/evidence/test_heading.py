"""What the first lines of a text say (all names invented)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence_samples import ARTICLE, NOW
from watchfloor.evidence.heading import heading, is_kicker


def test_headline_stands_below_the_kicker() -> None:
    """The name of a section above the headline is not the headline."""
    said = heading(
        f"Top News\n\nExercise: cable between islands cut\nIslands Desk | March 9, 2026 7:40 PM CST\n\n{ARTICLE}", NOW
    )
    assert said.metadata.headline == "Exercise: cable between islands cut"
    assert said.metadata.author == "Islands Desk"
    assert said.metadata.published is not None


def test_text_without_headline_has_none() -> None:
    """A text that begins with its first sentence has no headline."""
    assert heading(ARTICLE, NOW).metadata.headline is None


def test_headline_alone_is_none() -> None:
    """A single line is a text and not the headline of one."""
    assert heading("Exercise: cable between islands cut", NOW).metadata.headline is None


def test_byline_below_a_standfirst_is_found() -> None:
    """Author and date may stand below a sentence that sums the story up."""
    text = f"Exercise: cable between islands cut\n\nThe islands were without a line for six hours, and nobody knows why it happened\n\nBy : Ilva\nUpdate: 2026-03-09 06:59 GMT\n\n{ARTICLE}"
    said = heading(text, NOW)
    assert said.metadata.author == "Ilva"
    assert said.metadata.published is not None
    assert [text[start:end] for start, end in said.furniture] == ["By : Ilva", "Update: 2026-03-09 06:59 GMT"]


def test_glued_byline_is_not_furniture() -> None:
    """A line that goes on with news stays news, and still names author and day."""
    said = heading(
        f"Exercise: cable between islands cut\n\nIlva Sorrento, 3/9/2026Islands argue about the cable that was cut.\n\n{ARTICLE}",
        NOW,
    )
    assert said.furniture == ()
    assert said.metadata.author == "Ilva Sorrento"


def test_front_matter_is_read() -> None:
    """Labels with values, as Markdown files carry them, give every field."""
    said = heading(
        f'---\ntitle: "Exercise: cable cut"\nsource: The Exercise Post\nurl: https://post.example/1\nauthor: Ilva Sorrento\ndate: 2026-03-09\n---\n{ARTICLE}',
        NOW,
    ).metadata
    assert (said.headline, said.outlet, said.author, said.url) == (
        "Exercise: cable cut",
        "The Exercise Post",
        "Ilva Sorrento",
        "https://post.example/1",
    )
    assert said.published is not None


def test_markdown_headline_loses_its_marks() -> None:
    """The number signs of a Markdown heading are no part of it."""
    assert (
        heading(f"# Exercise: cable between islands cut\n\n{ARTICLE}", NOW).metadata.headline
        == "Exercise: cable between islands cut"
    )


def test_title_with_full_stop_is_known_by_its_capitals() -> None:
    """Archives that end headlines in a stop are read; a short first sentence is not taken for one."""
    assert (
        heading(f"Island Cable Destroyed During Naval Exercise.\n\n{ARTICLE}", NOW).metadata.headline
        == "Island Cable Destroyed During Naval Exercise"
    )
    assert heading(f"The island cable was destroyed on Monday.\n\n{ARTICLE}", NOW).metadata.headline is None


def test_date_inside_the_story_is_not_the_publication_date() -> None:
    """A date that the story tells of is not when it was published."""
    assert (
        heading(
            f"Exercise: cable cut\n\nThe cable was laid on May 4, 2011 by a ship of the republic.\n\n{ARTICLE}", NOW
        ).metadata.published
        is None
    )


def test_update_that_tells_news_is_not_a_date_line() -> None:
    """A paragraph behind "Update:" is news, whatever dates it holds."""
    said = heading(
        f"Exercise: cable cut\n\nUpdate: On March 9, 2026 the ministry said that none of its ships had been there.\n\n{ARTICLE}",
        NOW,
    )
    assert said.furniture == ()


def test_year_9999_is_unknown() -> None:
    """A byline with an impossible date gives no date and no crash."""
    assert (
        heading(
            f"Exercise: cable cut\nBy Ilva Sorrento\nPublished: 31 December 9999\n\n{ARTICLE}", NOW
        ).metadata.published
        is None
    )


def test_kickers_are_names_of_sections() -> None:
    """Sections and paths to them are kickers; headlines are not."""
    assert is_kicker("Top News")
    assert is_kicker("Home > World > Islands")
    assert not is_kicker("Cable cut between islands")


@given(st.text(max_size=600))
def test_no_text_raises(text: str) -> None:
    """Whatever the first lines hold, the marks lie inside the text."""
    assert all(0 <= start < end <= len(text) for start, end in heading(text, NOW).furniture)
