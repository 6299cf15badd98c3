"""Press names: spellings of one outlet have one key."""

from __future__ import annotations

import re

import pytest

from watchfloor.record.source.press_name import pattern, press_key, press_named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EL MUNDO", "elmundo.es"),
        ("The Financial Times", "FT"),
        ("www.reuters.com", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("edition.cnn.com", "CNN"),
        ("news.sky.com", "Sky News"),
        ("The Norland Gazette", "norland gazette"),
    ],
)
def test_spellings_of_one_outlet_have_one_key(one: str, other: str) -> None:
    """A name, its short form and its site are one outlet."""
    assert press_key(one) == press_key(other)


def test_two_outlets_have_two_keys() -> None:
    """Names that share words stay apart."""
    assert len({press_key(n) for n in ("Norland Times", "Financial Times", "Times of London", "Norland Post")}) == 4


def test_the_table_knows_agencies() -> None:
    """An agency is told from an outlet, and an unknown name from both."""
    reuters, guardian = press_named("Reuters"), press_named("The Guardian")
    assert reuters is not None
    assert reuters.agency
    assert guardian is not None
    assert not guardian.agency
    assert press_named("Norland Gazette") is None


@pytest.mark.parametrize(
    "name", ["Reuters", "EL PAÍS", "Süddeutsche Zeitung", "Norland Gazette", "Port Elin Daily News"]
)
def test_names_are_found_whole(name: str) -> None:
    """Names of the table and names in a word of the trade are matched to their end."""
    found = re.match(pattern(), f"{name} said")
    assert found is not None
    assert found[1] == name


@pytest.mark.parametrize("words", ["Norland", "reuters", "Post Office", "Radical"])
def test_other_words_are_no_names(words: str) -> None:
    """A country, small letters, an office and the beginning of a word name no outlet."""
    assert re.fullmatch(pattern(), words) is None
