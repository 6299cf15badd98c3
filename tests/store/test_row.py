"""A document survives its row exactly."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stored_values import article, moments, texts, whens
from watchfloor.errors import StoreError, Unreadable
from watchfloor.model.document import Document
from watchfloor.store.row import row_of
from watchfloor.store.store import Store

offsets = st.tuples(st.integers(0, 99), st.integers(0, 99))
documents = st.builds(
    Document,
    id=st.just("d"),
    text=texts,
    origin=texts,
    media_type=texts,
    fetched_at=moments,
    headline=st.none() | texts,
    outlet=st.none() | texts,
    author=st.none() | texts,
    url=st.none() | texts,
    published=st.none() | whens(),
    language=st.none() | texts,
    furniture=st.lists(offsets, max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for every example of a property."""
    return tmp_path_factory.mktemp("rows")


@given(document=documents)
def test_a_document_comes_back_exactly(folder: Path, document: Document) -> None:
    """Whatever its fields hold (NUL, right-to-left, emoji, year 9999), a stored document is the same document."""
    other, raw, signature = article(repr(document))
    named = replace(document, id=other.id)
    with Store.open(folder / "watchfloor.db") as store:
        store.add(named, raw, signature)
        back = store.document(named.id)
    assert back == named
    assert back.fetched_at.utcoffset() == named.fetched_at.utcoffset()


def test_half_a_character_is_refused_with_its_place() -> None:
    """A lone surrogate, which JSON can smuggle in, is refused as unreadable and not met by the database."""
    document, _, _ = article("x")
    with pytest.raises(Unreadable, match=r"text holds half a character .* at 4"):
        row_of(replace(document, text="half\ud800"))


@pytest.mark.parametrize("change", ["fetched_at = 'yesterday'", "furniture = '[1]'", "published_precision = 'week'"])
def test_a_row_that_something_else_wrote_is_told(tmp_path: Path, change: str) -> None:
    """A document that can't be loaded is a StoreError of one line that says what to do."""
    path = tmp_path / "watchfloor.db"
    with Store.open(path) as store:
        store.add(*article("EXERCISE"))
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE documents SET {change}")  # noqa: S608 - the test's own words
    with Store.open(path) as store, pytest.raises(StoreError, match=r"can't load .* Restore the store"):
        store.documents()
