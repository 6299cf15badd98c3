"""One name as transliterations and keyboards write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.actor.spelling import spelled
from watchfloor.record.text.wording import fold


@pytest.mark.parametrize(
    "variants",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Зеленский"),
        ("Cavo", "Kavo"),
        ("Radosław", "Radoslaw"),
        ("Sergei", "Sergey", "Сергей"),
        ("Müller", "Muller", "Mueller"),
        ("Khodorkovsky", "Hodorkovskij"),
    ],
)
def test_variants_share_a_spelling(variants: tuple[str, ...]) -> None:
    """Transliterations, keyboards without accents and Cyrillic letters lead to one."""
    assert len({spelled(fold(word)) for word in variants}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Maria", "Marie"), ("Jon", "John"), ("Chen", "Ken"), ("Ivan", "Ivana"), ("Kim", "Kin")]
)
def test_two_names_keep_two_spellings(one: str, other: str) -> None:
    """Near is not equal."""
    assert spelled(fold(one)) != spelled(fold(other))


@given(st.text(alphabet=st.characters(min_codepoint=0x61, max_codepoint=0x7A), min_size=1, max_size=12))
def test_no_word_loses_all_its_letters_and_a_spelling_is_final(word: str) -> None:
    """Whatever is replaced, something is left, and spelling it again changes nothing."""
    assert spelled(word)
    assert spelled(spelled(word)) == spelled(word)
