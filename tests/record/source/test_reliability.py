"""Reliability: a user's table of outlets, read strictly. Everything is an exercise."""

from __future__ import annotations

from datetime import date

import pytest

from watchfloor.errors import RatingsError
from watchfloor.model.sourcing import Reliability
from watchfloor.record.source.reliability import rating_of, ratings

HEAD = "outlet,reliability,by,why"


def test_a_rating_has_its_letter_author_reason_and_day() -> None:
    """Columns may stand in any order and letters in any case; the day may be left out."""
    found = ratings(
        'by,on,outlet,why,reliability\nEXERCISE desk,2031-05-02,Norland Gazette,"corrects, and says so",b\nEXERCISE desk,,Port Radio,satire,E\n'
    )
    assert [(r.outlet, r.reliability, r.by, r.why, r.on) for r in found] == [
        ("Norland Gazette", Reliability.B, "EXERCISE desk", "corrects, and says so", date(2031, 5, 2)),
        ("Port Radio", Reliability.E, "EXERCISE desk", "satire", None),
    ]


def test_a_rating_holds_for_every_spelling_of_its_outlet() -> None:
    """The rating of an outlet is found under its site too; of an unrated or unknown outlet there is none."""
    (rating,) = ratings(f"{HEAD}\nFinancial Times,A,EXERCISE desk,checked\n")
    assert rating_of("www.ft.com", [rating]) is rating
    assert rating_of("Norland Gazette", [rating]) is None
    assert rating_of(None, [rating]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "line 1: no column 'outlet', 'reliability', 'by', 'why'"),
        ("outlet,reliability\n", "line 1: no column 'by', 'why'"),
        (
            f"{HEAD}\nNorland Gazette,G,EXERCISE desk,because\n",
            "line 2: the reliability of 'Norland Gazette' is 'G'; it must be one letter from A to F",
        ),
        (f"{HEAD}\nNorland Gazette,3,EXERCISE desk,because\n", "must be one letter from A to F"),
        (f"{HEAD}\nNorland Gazette,B,EXERCISE desk,\n", "line 2: nothing under 'why'"),
        (f"{HEAD}\nNorland Gazette,B\n", "line 2: nothing under 'by', 'why'"),
        (
            f"{HEAD}\nNorland Gazette,B,me,one\nnorland gazette,C,me,two\n",
            "line 3: the outlet 'norland gazette' has a rating in line 2 already",
        ),
        (f"{HEAD},on\nNorland Gazette,B,me,one,yesterday\n", "line 2: 'yesterday' under 'on' is no day"),
        (f'{HEAD}\nNorland Gazette,B,me,"one" two\n', "line 2: this is no row of a CSV file"),
    ],
)
def test_a_bad_row_is_named_with_what_should_stand_there(text: str, expected: str) -> None:
    """Whatever is wrong, the message has the line and says what to write."""
    with pytest.raises(RatingsError) as error:
        ratings(text)
    assert expected in str(error.value)
