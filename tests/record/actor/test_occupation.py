"""Occupations: lines of work, and which exclude each other."""

from __future__ import annotations

import pytest

from watchfloor.record.actor.occupation import exclude_each_other, line_of, occupation_at, words_in


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the Amberholm harbour master", "harbour master"),
        ("a retired opera singer", "opera singer"),
        ("the ferry's chairwoman", None),
        ("the fishermen", None),
        ("an actress", "actor"),
        ("the surgeon's", "surgeon"),
    ],
)
def test_an_occupation_is_the_longest_that_ends_there(words: str, found: str | None) -> None:
    """The last words name it, under one name for all its names; an office of any line of work is none."""
    own = words_in(words)
    assert occupation_at(own, len(own) - 1) == found


def test_lines_exclude_each_other_alike() -> None:
    """What the one excludes excludes it, whichever is asked first; a line never excludes itself, and what is not known excludes nothing."""
    lines = {
        line_of(one) for one in ("surgeon", "minister", "professor", "harbour master", "singer", "priest", "judge")
    }
    for one in lines:
        assert not exclude_each_other({one}, {one})
        assert not exclude_each_other({one}, set())
        for other in lines:
            assert exclude_each_other({one}, {other}) == exclude_each_other({other}, {one})
    assert exclude_each_other({line_of("surgeon")}, {line_of("harbour master")})
    assert not exclude_each_other({line_of("minister"), line_of("surgeon")}, {line_of("judge")})
