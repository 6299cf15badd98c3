"""Bounds: a brief of very many documents stays a page. Everything is an exercise."""

from __future__ import annotations

from dataclasses import replace

import exercise
from watchfloor.products import brief_html, brief_markdown
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.bounds import MARKS, SIDES, VERSIONS, bounded, fair


def test_long_lists_are_cut_and_counted() -> None:
    """Sides, lines and marks over the bound are left out, and how many stands beside."""
    brief = brief_of(exercise.record())
    part = brief.parts[0]
    dispute = part.disputes[0]
    line = replace(dispute.columns[0].lines[0], evidence=dispute.columns[0].lines[0].evidence * 40)
    column = replace(dispute.columns[0], lines=(line,) * 50, outlets=tuple(f"Outlet {n}" for n in range(30)))
    cut = bounded(replace(part, disputes=(replace(dispute, columns=(column,) * 168),)))
    (shown,) = cut.disputes
    assert (len(shown.columns), shown.left_out) == (SIDES, 168 - SIDES)
    assert (len(shown.columns[0].lines), shown.columns[0].left_out) == (VERSIONS, 50 - VERSIONS)
    assert shown.columns[0].outlets[-1] == "and 22 more"
    assert (len(shown.columns[0].lines[0].evidence), shown.columns[0].lines[0].more) == (MARKS, 40 - MARKS)
    whole = replace(brief, parts=(cut,))
    for page in (brief_markdown.page(whole), brief_html.page(whole)):
        assert "and 162 more sides" in page
        assert "and 42 more" in page


def test_speakers_keep_their_share() -> None:
    """Who says most is cut first, down to as many for each as all may have together."""
    assert fair([100, 3, 5], 20) == 12
    assert fair([3, 5], 20) == 5
    assert fair([9] * 50, 20) == 1
    assert fair([], 20) == 1


def test_a_short_part_is_left_as_it_is() -> None:
    """What is within the bounds is not touched."""
    part = brief_of(exercise.record()).parts[0]
    assert bounded(part) == part
