"""The record that is kept while its store grows is the one made anew. All articles are the packaged EXERCISE."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchfloor import pipeline
from watchfloor.cli.packaged import example
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.kept_record import KeptRecord
from watchfloor.model.judgement import Decision
from watchfloor.reading.choice import reader_named
from watchfloor.record import ledger
from watchfloor.record.judgement.judging import Author, voted
from watchfloor.store.store import Store

NOW = datetime(2031, 6, 1, tzinfo=UTC)
READER = reader_named("rules")
TEXTS = sorted(path for path in example().iterdir() if path.suffix == ".txt")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with Store.open(tmp_path / "watchfloor.db") as opened:
        yield opened


def add(store: Store, paths: Sequence[Path]) -> None:
    """Articles come into the store and are read."""
    pipeline.add(store, [str(path) for path in paths], FetchPolicy(), NOW)
    pipeline.read(store, READER)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.sampled_from([0.0, 0.7]))
def test_the_kept_record_is_the_one_made_anew(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, confidence: float
) -> None:
    """After every few articles, in any order and at any least confidence, it equals what one look at the whole store gives."""
    with Store.open(tmp_path_factory.mktemp("kept") / "watchfloor.db") as store:
        kept = KeptRecord(store, READER, confidence)
        texts = chance.sample(TEXTS, len(TEXTS))
        while texts:
            add(store, [texts.pop() for _ in range(min(len(texts), chance.randint(1, 3)))])
            assert kept.now() == pipeline.record(store, READER, confidence)


def test_what_nobody_changed_is_the_very_same_record(store: Store) -> None:
    """A second look costs no linking."""
    add(store, TEXTS[:3])
    kept = KeptRecord(store, READER)
    assert kept.now() is kept.now()


def test_more_articles_grow_what_is_there(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is made anew once, and grown after that, also by an article that is dated before the others."""
    made: list[int] = []
    real = ledger.Ledger.of

    def counting(*given: Any) -> ledger.Ledger:
        made.append(len(given[0]))
        return real(*given)

    monkeypatch.setattr(ledger.Ledger, "of", counting)
    kept = KeptRecord(store, READER)
    for path in TEXTS[4:0:-1]:
        add(store, [path])
        kept.now()
    assert made == [1]


def test_a_judgement_made_meanwhile_holds(store: Store) -> None:
    """What a person rejects is gone at the next look."""
    add(store, TEXTS[:4])
    kept = KeptRecord(store, READER)
    before = kept.now()
    claim = next(iter(before.claims)).id
    store.add_judgement(voted(before, Decision.REJECT, [claim], Author("A. Editor", "EXERCISE", NOW)))
    after = kept.now()
    assert after == pipeline.record(store, READER)
    assert after != before


def test_what_is_learnt_of_an_old_article_counts(store: Store, tmp_path: Path) -> None:
    """The outlet that a sidecar names later is the outlet of the article in the record."""
    (tmp_path / "a.txt").write_text("EXERCISE. The ferry sailed, the ministry of Torvan said.\n")
    add(store, [tmp_path / "a.txt", *TEXTS[:2]])
    kept = KeptRecord(store, READER)
    kept.now()
    (tmp_path / "a.txt.meta.json").write_text('{"outlet": "The Exercise Post"}')
    add(store, [tmp_path / "a.txt"])
    assert "The Exercise Post" in {document.outlet for document in kept.now().documents}
    assert kept.now() == pipeline.record(store, READER)


def test_an_article_that_is_read_only_later_speaks_then(store: Store) -> None:
    """One that was added and not read yet is a document without claims until it is read."""
    add(store, TEXTS[:2])
    pipeline.add(store, [str(TEXTS[2])], FetchPolicy(), NOW)
    kept = KeptRecord(store, READER)
    before = kept.now()
    pipeline.read(store, READER)
    assert len(list(kept.now().claims)) > len(list(before.claims))
    assert kept.now() == pipeline.record(store, READER)
