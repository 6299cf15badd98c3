"""What a judgement is about survives the store's JSON exactly, and foreign JSON is told from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.errors import StoreError
from watchfloor.model.judgement import Subject, SubjectKind
from watchfloor.store.judgement_json import subject_from_json, subject_to_json

words = st.text(st.characters(exclude_categories=["Cs"]))
subjects = st.builds(
    Subject, st.sampled_from(SubjectKind), words, st.lists(words, min_size=1, max_size=3).map(tuple), words, words
)


@given(st.lists(subjects, max_size=3).map(tuple))
def test_subjects_come_back_exactly(subject: tuple[Subject, ...]) -> None:
    """Kinds, ids, parts and words are the same after a round trip."""
    assert subject_from_json(subject_to_json(subject)) == subject


@pytest.mark.parametrize("text", ["[", "{}", '["a1"]', '[{"kind": "actor", "item": "A-1", "parts": []}]'])
def test_what_is_no_subject_is_told_in_one_line(text: str) -> None:
    """JSON of another shape, and a thing that stands on nothing, raise StoreError."""
    with pytest.raises(StoreError, match="can't load"):
        subject_from_json(text)
