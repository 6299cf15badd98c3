"""Role scores to attributions: what an anchor's view shows stands where the view stands."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.network.attributions import CONTENT, CUE, SOURCE, Attribution, Range, RoleScores, attributions

VIEW = 40
OTHER_TAG, CUE_TAG, SOURCE_TAG, CONTENT_TAG = range(4)


def seen(source: Range | None, cue: Range, content: Range, *, first: int = 0, gap: Range | None = None) -> RoleScores:
    """Clear scores of one anchor, the first piece of its cue; the ranges count from the start of the view."""
    pointers, tags = np.zeros((1, VIEW, 6)), np.zeros((1, VIEW, 4))
    tags[0, :, OTHER_TAG] = 5.0
    for role, tag, span in ((CUE, CUE_TAG, cue), (SOURCE, SOURCE_TAG, source), (CONTENT, CONTENT_TAG, content)):
        start, end = span or (cue[0], cue[0] + 1)
        pointers[0, start, role] = pointers[0, end - 1, role + 1] = 10.0
        if span:
            tags[0, start:end, tag] = 10.0
    if gap:
        tags[0, gap[0] : gap[1], CONTENT_TAG] = 0.0
    logit = np.array([4.0])
    return RoleScores(np.array([cue[0] + first]), logit, logit, np.array([first]), pointers, tags)


def test_source_cue_and_content_are_where_the_scores_point() -> None:
    """Clear scores give the ranges they point at."""
    (found,) = attributions(seen((2, 5), (5, 7), (8, 30)), 0.5)
    assert (found.source, found.cue, found.content) == ((2, 5), (5, 7), ((8, 30),))


def test_who_points_at_the_anchor_names_nobody() -> None:
    """A source at the anchor itself is none."""
    (found,) = attributions(seen(None, (5, 7), (8, 30), first=100), 0.5)
    assert found.source is None


def test_a_content_is_parted_where_other_words_interrupt_it() -> None:
    """Words that no content owns part it."""
    (found,) = attributions(seen((2, 5), (5, 7), (8, 30), gap=(15, 18)), 0.5)
    assert found.content == ((8, 15), (18, 30))


@given(st.lists(st.integers(0, VIEW), min_size=6, max_size=6, unique=True), st.integers(1, 300))
def test_a_view_further_on_shows_the_same_further_on(bounds: list[int], further: int) -> None:
    """Where a view begins moves what it shows and changes nothing else."""
    (source, _, cue, _, content, _) = pairwise([*sorted(bounds), VIEW])
    (near,) = attributions(seen(source, cue, content), 0.5)
    (far,) = attributions(seen(source, cue, content, first=further), 0.5)
    assert far == moved(near, further)


def moved(one: Attribution, by: int) -> Attribution:
    """The attribution so many pieces further on."""

    def further(span: Range) -> Range:
        return span[0] + by, span[1] + by

    return Attribution(
        tuple(map(further, one.content)), further(one.cue), one.source and further(one.source), one.evidence
    )


def test_nothing_is_found_without_an_anchor() -> None:
    """No anchor, no attribution."""
    none = seen(None, (5, 7), (8, 30))
    assert attributions(RoleScores(*(getattr(none, part)[:0] for part in RoleScores.__slots__)), 0.0) == []
