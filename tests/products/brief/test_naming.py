"""What documents are called: as they call themselves, and never a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exercise
from watchfloor.products.brief.naming import sources


def test_unknown_outlet_is_said_to_be_unknown() -> None:
    """A document without outlet is known by its file, and the brief says that the outlet is not stated."""
    document = exercise.document("000.txt", "Something.")
    source = sources([document], [], [])[document.id]
    assert (source.outlet, source.label, source.outlet_stated) == ("outlet not stated: 000.txt", "000.txt", False)


@given(st.lists(st.sampled_from(["Post", "post", "Post 1", "post 2", "Wire"]), min_size=1, max_size=8))
def test_labels_are_unique(outlets: list[str]) -> None:
    """No two documents share a mark, however outlets are spelled."""
    documents = [exercise.document(f"{n}.txt", str(n), outlet) for n, outlet in enumerate(outlets)]
    labels = [s.label.casefold() for s in sources(documents, [], []).values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("url", "shown"), [("javascript:alert(1)", None), ("https://a.example/x?y=1#z",) * 2])
def test_only_web_addresses_become_links(url: str, shown: str | None) -> None:
    """An http or https address is handed on unchanged; of any other a source has none, whatever the store holds."""
    document = replace(exercise.document("000.txt", "Something."), url=url)
    assert sources([document], [], [])[document.id].url == shown
