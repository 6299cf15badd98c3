"""The register of states: what each surface form names."""

import re

import pytest

from watchfloor.reading.actor.register import State, state_named, state_of_adjective, state_of_code, states


def _code(state: State | None) -> str | None:
    return state.code if state else None


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Russia", "RU"),
        ("the United States", "US"),
        ("U.S.", "US"),
        ("US", "US"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("The Netherlands", "NL"),
        ("North Korea", "KP"),
        ("SOUTH  KOREA", "KR"),
        ("Côte d’Ivoire", "CI"),
        ("Czechia", "CZ"),
    ],
)
def test_a_state_is_found_under_each_of_its_names(form: str, code: str) -> None:
    """Long, short and abbreviated names, articles, headline capitals and curly apostrophes lead to one state."""
    assert _code(state_named(form)) == code


@pytest.mark.parametrize("form", ["us", "turkey", "chad", "States", "", "the", "Russian", "Atlantis"])
def test_what_is_no_name_of_a_state_finds_none(form: str) -> None:
    """Common words in small letters, adjectives and unknown names name no state."""
    assert state_named(form) is None


@pytest.mark.parametrize(
    ("form", "code"),
    [("Russian", "RU"), ("Polish", "PL"), ("Poles", "PL"), ("North Korean", "KP"), ("Dutch", "NL"), ("polish", None)],
)
def test_an_adjective_or_a_people_leads_to_its_state(form: str, code: str | None) -> None:
    """Adjectives and nouns for people are found by capital letter only."""
    assert _code(state_of_adjective(form)) == code


def test_codes_are_unique_and_complete() -> None:
    """The register holds the members and observers of the United Nations, Kosovo and Taiwan, each once."""
    codes = [state.code for state in states()]
    assert len(codes) == len(set(codes)) == 193 + 2 + 2
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert all(state_of_code(code) for code in codes)


def test_no_name_means_two_states() -> None:
    """A name or alias belongs to one state only, so that no order of rows decides what a text means."""
    owners: dict[str, set[str]] = {}
    for state in states():
        for name in (state.name, *state.aliases):
            owners.setdefault(name, set()).add(state.code)
    assert [name for name, codes in owners.items() if len(codes) > 1] == []
