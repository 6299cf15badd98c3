"""Words find the documents that hold them, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stored_values import article
from watchfloor.store.search import EXCERPT, match_query
from watchfloor.store.store import Store

ARTICLES = (
    "EXERCISE. The minister said the cable off Lindholm was cut on Sunday.",
    "EXERCISE. Nobody was hurt. 🚢 "
    + "The ferry sailed on. " * 60
    + "Later the Céble Authority said the cable was mended.",
    "EXERCISE. A quiet day in the harbour of Lindholm.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of three articles."""
    store = Store.open(tmp_path_factory.mktemp("search") / "watchfloor.db")
    for text in ARTICLES:
        store.add(*article(text))
    return store


def test_every_word_must_be_there(store: Store) -> None:
    """Only the document that holds both words is found, and the spans are those words."""
    (hit,) = store.search("lindholm CABLE")
    document = store.document(hit.document_id)
    assert document.text == ARTICLES[0]
    assert [document.quote(span) for span in hit.words] == ["cable", "Lindholm"]


def test_a_phrase_in_quotation_marks_is_one_thing(store: Store) -> None:
    """Words in quotation marks are found side by side only."""
    (hit,) = store.search('"cable was mended"')
    document = store.document(hit.document_id)
    assert [document.quote(span) for span in hit.words] == ["cable was mended"]
    assert not store.search('"mended cable"')


def test_an_accent_or_an_emoji_does_not_shift_the_span(store: Store) -> None:
    """Offsets are code points of the text, also after characters that take several bytes."""
    (hit,) = store.search("ceble authority")
    document = store.document(hit.document_id)
    assert [document.quote(span) for span in hit.words] == ["Céble", "Authority"]


def test_the_excerpt_shows_the_words(store: Store) -> None:
    """The excerpt lies in the text, is short, and covers the place where the words stand together."""
    (hit,) = store.search("authority mended")
    document = store.document(hit.document_id)
    assert all(hit.excerpt.covers(span) for span in hit.words)
    assert len(document.quote(hit.excerpt)) < 3 * EXCERPT < len(document.text)


def test_limit_and_nothing(store: Store) -> None:
    """No more hits than asked for; words that no document holds, or no words, find nothing."""
    assert len(store.search("exercise", 2)) == 2
    assert store.search("absent") == store.search("") == store.search("--") == ()


def test_a_text_without_spaces_has_a_bounded_excerpt(tmp_path: Path) -> None:
    """A text that never breaks is cut by length and not shown whole."""
    text = "海" * 5000 + ".cable." + "海" * 5000
    with Store.open(tmp_path / "watchfloor.db") as store:
        store.add(*article(text))
        (hit,) = store.search("cable")
        assert hit.excerpt.covers(hit.words[0])
        assert len(hit.excerpt) < 3 * EXCERPT


def test_a_nul_in_a_text_loses_the_words_and_not_the_hit(tmp_path: Path) -> None:
    """SQLite marks nothing after a NUL; the document is found all the same and opens at its start."""
    with Store.open(tmp_path / "watchfloor.db") as store:
        store.add(*article("EXERCISE\0 the cable was cut"))
        (hit,) = store.search("cable")
        assert hit.words == ()
        assert hit.excerpt.start == 0


@given(st.text() | st.text('"*^(){}+-:,ANDORNOTEAtext \0'))
def test_no_input_is_a_command(store: Store, words: str) -> None:
    """Whatever is typed, syntax of the full-text engine included, search answers and never raises."""
    for hit in store.search(words):
        document = store.document(hit.document_id)
        assert document.quote(hit.excerpt)
        assert all(document.quote(span) for span in hit.words)


@pytest.mark.parametrize("words", ["cable NOT lindholm", "text:cable", "cab*", "NEAR(cable lindholm)"])
def test_operators_are_words(words: str) -> None:
    """What FTS5 would take for an operator, a column or a prefix stands within quotation marks."""
    assert all(part.startswith('"') and part.endswith('"') for part in match_query(words).split(" AND "))
