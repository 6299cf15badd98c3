"""The store gives back what it was given, and nothing of it changes behind anyone's back."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from stored_values import article
from watchfloor.errors import NotFound, StoreError
from watchfloor.model.judgement import Decision, Judgement, Subject, SubjectKind
from watchfloor.model.reading import Reading
from watchfloor.model.when import When
from watchfloor.store.store import Store

MONDAY, TUESDAY = When.day(date(2026, 3, 2)), When.day(date(2026, 3, 3))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A new store."""
    return Store.open(tmp_path / "watchfloor.db")


def test_the_same_bytes_are_one_document(store: Store) -> None:
    """Adding twice keeps one, and says so."""
    assert store.add(*article("EXERCISE one"))
    assert not store.add(*article("EXERCISE one"))
    assert len(store.documents()) == 1
    assert store.count() == 1


def test_bytes_and_signature_come_back(store: Store) -> None:
    """The raw bytes and the signature are those that were given."""
    document, raw, _ = article("EXERCISE één")
    store.add(document, raw, b"\0\1")
    assert store.raw(document.id) == raw
    assert store.signatures() == {document.id: b"\0\1"}


def test_a_document_is_named_by_its_bytes(store: Store) -> None:
    """An id that is not the hash of the bytes is a programmer's mistake, and nothing is kept."""
    document, _, signature = article("EXERCISE one")
    with pytest.raises(ValueError, match="sha256"):
        store.add(document, b"other bytes", signature)
    assert store.documents() == ()


def test_documents_are_ordered_by_publication(store: Store) -> None:
    """The earlier day first whatever the order of adding, unknown days last, ties by id."""
    undated = sorted((article(text) for text in ("b", "a", "c")), key=lambda given: given[0].id)
    dated = [article("early", MONDAY), article("late", TUESDAY)]
    for given in reversed([*dated, *undated]):
        store.add(*given)
    assert store.documents() == tuple(document for document, _, _ in [*dated, *undated])


def test_what_was_unknown_is_filled_and_what_was_known_stays(store: Store) -> None:
    """The same bytes with a sidecar add an outlet and a day; a headline known before is not overwritten."""
    first, raw, signature = article("EXERCISE one", headline="Cable cut")
    store.add(first, raw, signature)
    again = replace(
        first, headline="Another", outlet="The Harbour Post", published=MONDAY, origin="elsewhere", text="x"
    )
    assert not store.add(again, raw, signature)
    assert store.document(first.id) == replace(first, outlet="The Harbour Post", published=MONDAY)


def test_a_reading_is_dropped_when_its_document_learns_more(store: Store) -> None:
    """Times are read relative to publication, so a day that becomes known makes the reading stale; nothing new leaves it."""
    first, raw, signature = article("EXERCISE one")
    store.add(first, raw, signature)
    store.add_reading(Reading(first.id, "rules 1"))
    store.add(first, raw, signature)
    assert store.reading(first.id, "rules 1") is not None
    store.add(replace(first, published=MONDAY), raw, signature)
    assert store.reading(first.id, "rules 1") is None


def test_readers_do_not_replace_each_other(store: Store) -> None:
    """Every version of a reader keeps its own reading; the same version's second one takes the first one's place."""
    document, raw, signature = article("EXERCISE one")
    store.add(document, raw, signature)
    old, new = Reading(document.id, "rules 1"), Reading(document.id, "rules 2", not_read="language: de")
    store.add_reading(old)
    store.add_reading(replace(new, not_read=None))
    store.add_reading(new)
    assert store.readings("rules 1") == (old,)
    assert store.readings("rules 2") == (new,)
    assert store.reading(document.id, "rules 3") is None


def test_a_reading_needs_its_document(store: Store) -> None:
    """A reading of a document that is not there is refused: foreign keys hold."""
    with pytest.raises(NotFound, match="No document absent"):
        store.add_reading(Reading("absent", "rules 1"))


@pytest.mark.parametrize("ask", [Store.document, Store.raw])
def test_an_absent_document_is_not_found(store: Store, ask: object) -> None:
    """Asking for what is not there says so."""
    assert callable(ask)
    with pytest.raises(NotFound, match="No document absent"):
        ask(store, "absent")


def judgement(number: int) -> Judgement:
    """One of several decisions."""
    made = datetime(2026, 3, 4, number, tzinfo=UTC)
    subject = (
        Subject(SubjectKind.ACTOR, "A-1", ("a1", "a3"), "Ole Brandt"),
        Subject(SubjectKind.ACTOR, "A-2", ("a2",)),
    )
    return Judgement(f"j{number}", Decision.MERGE, subject, None, "analyst", made, "the same minister")


def test_judgements_stay_in_order(store: Store) -> None:
    """They come back as given, in the order of deciding."""
    given = (judgement(2), judgement(1))
    for one in given:
        store.add_judgement(one)
    assert store.judgements() == given
    with pytest.raises(StoreError, match="none is ever replaced"):
        store.add_judgement(judgement(1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgements SET reason = 'other'",
        "DELETE FROM judgements",
        "INSERT OR REPLACE INTO judgements SELECT number, id, decision, subject, 'x', author, made_at, reason FROM judgements",
        "UPDATE documents SET text = 'other'",
    ],
)
def test_nobody_rewrites_history(tmp_path: Path, store: Store, statement: str) -> None:
    """Judgements and texts can't be changed, not even by another program with the file open."""
    store.add(*article("EXERCISE one"))
    store.add_judgement(judgement(1))
    with sqlite3.connect(tmp_path / "watchfloor.db") as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert store.judgements() == (judgement(1),)


ADD_FOR_EVER = """
import sys
from pathlib import Path
from stored_values import article
from watchfloor.store.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in range(100_000):
        document, raw, signature = article(f"EXERCISE {number} " + "word " * 2000)
        if store.add(document, raw, signature):
            print(document.id, flush=True)
"""


def test_a_kill_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    """Killed again and again while adding: every reported document is whole, no half one is there, adding goes on."""
    path = tmp_path / "watchfloor.db"
    reported: set[str] = set()
    for lines in (1, 3, 8, 20, 35):
        seen = _add_and_kill_after(lines, path)
        assert len(seen) >= lines
        assert reported.isdisjoint(seen)
        reported |= seen
        with Store.open(path) as store:
            kept = {document.id for document in store.documents()}
            assert reported <= kept
            assert kept == set(store.signatures())
            assert all(article(store.document(one).text)[1] == store.raw(one) for one in kept)
            assert len(store.search("exercise", 10_000)) == len(kept)
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _add_and_kill_after(lines: int, path: Path) -> set[str]:
    """What a process that adds documents reported until it was killed, at least `lines` of them."""
    command = [sys.executable, "-c", ADD_FOR_EVER, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        seen = [child.stdout.readline().strip() for _ in range(lines)]
        os.kill(child.pid, signal.SIGKILL)
        seen += child.stdout.read().splitlines()
    return {line for line in seen if len(line) == 64}


def test_an_empty_store_can_be_removed(tmp_path: Path) -> None:
    """Nothing of it is left behind."""
    assert Store.open(tmp_path / "watchfloor.db").remove_if_empty()
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_of_use_is_not_removed(tmp_path: Path) -> None:
    """One that keeps a document stays, and one that somebody else has open; both can be used on."""
    path = tmp_path / "watchfloor.db"
    with Store.open(path) as store, Store.open(path) as other:
        assert other.documents() == ()
        assert not store.remove_if_empty()
        assert other.add(*article("EXERCISE one"))
        other.close()
        assert not store.remove_if_empty()
        assert len(store.documents()) == 1
