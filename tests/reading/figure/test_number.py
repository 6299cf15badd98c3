"""Numbers: digits, words and scales."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.figure.number import numbers


def _values(text: str) -> list[float]:
    return [number.value for number in numbers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("178,000", 178_000),
        ("1.17 million", 1_170_000),
        ("65.4 billion", 65_400_000_000),
        ("200m", 200_000_000),
        ("3.5bn", 3_500_000_000),
        ("twenty-three", 23),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("two hundred and fifty thousand", 250_000),
        ("Seventeen", 17),
        ("a hundred", 100),
    ],
)
def test_a_written_number_has_its_value(text: str, value: float) -> None:
    """Digits, words, groups and scales give the number that a reader would say, without rounding dust."""
    assert _values(text) == [value]


@pytest.mark.parametrize("text", ["F-35", "MH17", "COVID-19", "someone", "tone", "and", "million", "v2.0"])
def test_what_is_part_of_a_name_or_word_is_no_whole_number(text: str) -> None:
    """A number glued to letters, a hyphen or a slash is not read as standing alone."""
    assert _values(text) == []


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_round_trip(value: int) -> None:
    """Any whole number printed with commas is read back as itself."""
    assert _values(f"{value:,}") == [value]


@given(st.text(max_size=200))
def test_numbers_lie_in_the_text(text: str) -> None:
    """On arbitrary text nothing is raised and every number lies inside it, in order."""
    found = list(numbers(text, 0, len(text)))
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert [number.start for number in found] == sorted(number.start for number in found)
