"""The form of an answer: what is taken, what is left out, and what the schema allows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stub_endpoint import EMPTY
from watchfloor.reading.llm.answer import MOST, answer_of, schema

SAID = {"content": ["a b"], "before": "", "cue": None, "source": None, "speaker": None}


def test_an_answer_in_a_fence_is_taken() -> None:
    """Words and a fence around the object do no harm."""
    text = "Here it is:\n```json\n" + json.dumps({**EMPTY, "statements": [SAID]}) + "\n```"
    answer, misshapen = answer_of(text)
    assert [said.content for said in answer.statements] == [("a b",)]
    assert misshapen == 0


@pytest.mark.parametrize(
    "bad",
    [{}, {"content": "a b"}, {"content": [1]}, 7, None, "x", {"content": ["a"], "cue": {"deep": []}}],
)
def test_claims_of_another_form_are_counted(bad: object) -> None:
    """One bad claim is left out and the good one beside it stays."""
    answer, misshapen = answer_of(json.dumps({**EMPTY, "statements": [bad, SAID]}))
    assert (len(answer.statements), misshapen) == (1, 1)


def test_an_unknown_code_is_no_claim() -> None:
    """A type of incident that the model does not have is not taken."""
    told = {"type": "alien_landing", "status": "occurred", "specific": True, "triggers": ["cut"]}
    answer, misshapen = answer_of(json.dumps({**EMPTY, "incidents": [told]}))
    assert (answer.incidents, misshapen) == ((), 1)


def test_endless_lists_are_cut() -> None:
    """What is beyond the most claims of a kind is counted and not taken."""
    answer, misshapen = answer_of(json.dumps({**EMPTY, "statements": [SAID] * (MOST + 5)}))
    assert (len(answer.statements), misshapen) == (MOST, 5)


@pytest.mark.parametrize(
    "text",
    ["", "no", "{", "}", "[]", "{}", '{"statements": []}', '{"statements": 1, "incidents": [], "positions": [], "figures": []}',
     "{" * 5000, '{"a":' * 5000 + "1" + "}" * 5000, "\ud800{"],
)  # fmt: skip
def test_what_is_no_answer(text: str) -> None:
    """Text without the one object is refused, whatever it is."""
    with pytest.raises(ValueError, match="no JSON object"):
        answer_of(text)


@given(st.text() | st.dictionaries(st.sampled_from(sorted(EMPTY)), st.lists(st.integers() | st.text())).map(json.dumps))
def test_any_text_is_an_answer_or_a_value_error(text: str) -> None:
    """No text does anything else."""
    try:
        answer, misshapen = answer_of(text)
    except ValueError:
        return
    assert misshapen >= 0
    assert answer.statements == ()


def test_the_schema_is_strict() -> None:
    """Each object of the schema requires all its properties and allows no other, as structured output demands."""

    def objects(part: Any) -> list[dict[str, Any]]:
        if isinstance(part, list):
            return [one for inner in part for one in objects(inner)]
        if not isinstance(part, dict):
            return []
        return [part] * (part.get("type") == "object") + [one for inner in part.values() for one in objects(inner)]

    found = objects(schema())
    assert len(found) == 6
    for one in found:
        assert one["additionalProperties"] is False
        assert set(one["required"]) == set(one["properties"])
        assert not any("default" in part for part in one["properties"].values())
