"""The size of a brief: hundreds of articles on one story make a page that opens at once, and what is left out is counted. Everything is an exercise."""

from __future__ import annotations

import pytest

import many_articles
from watchfloor.model.record import Record
from watchfloor.products import brief_html, brief_json, brief_markdown
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.shape import Brief


@pytest.fixture(scope="module", params=[300, 1000])
def story(request: pytest.FixtureRequest) -> tuple[Record, Brief]:
    """One story of so many articles."""
    record = many_articles.record(request.param)
    return record, brief_of(record)


def test_a_brief_of_very_many_articles_stays_within_bounds(story: tuple[Record, Brief]) -> None:
    """In megabytes: a page of one and a half, a third of one of Markdown, two of JSON, whether 300 articles or 1,000."""
    _, brief = story
    assert len(brief_html.page(brief).encode()) < 1_500_000
    assert len(brief_markdown.page(brief).encode()) < 350_000
    assert len(brief_json.page(brief).encode()) < 2_000_000


def test_what_is_left_out_is_counted_and_said_where_it_stands(story: tuple[Record, Brief]) -> None:
    """Every document and speaker is shown or counted; page and Markdown say where the rest is."""
    record, brief = story
    (part,) = brief.parts
    left_out = dict(part.left_out)
    assert len(part.sources) + left_out["documents"] == len(record.documents)
    shown = sum(len(v.sayings) + v.left_out for v in part.voices)
    assert shown == len(record.utterances)
    for page in (brief_html.page(brief), brief_markdown.page(brief)):
        assert f"{left_out['documents']} more documents" in page
        assert "record.json" in page


def test_that_many_share_one_text_is_said_in_a_line(story: tuple[Record, Brief]) -> None:
    """A wire text printed by hundreds is named once for the story and, for each of them, with a few of the others."""
    record, brief = story
    text = brief_markdown.page(brief)
    many = len(record.documents) // 3
    assert sum("share one text" in line for line in text.splitlines()) <= 2
    assert f"and {many - 7} more share one text" in text
    copies = [s.copies for s in brief.parts[0].sources if s.copies]
    assert copies
    assert all(len(c) == 7 and c[-1] == f"{many - 7} more" for c in copies)
