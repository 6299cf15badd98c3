"""The walk keeps, reads and records everything once, and goes on where it was stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchfloor import pipeline
from watchfloor.errors import MachineError
from watchfloor.evidence.exhibit import Refusal
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.model.claim import Statement, StatementKind
from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.store.store import Store

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FETCH = FetchPolicy()
ARTICLES = {
    "one.txt": "EXERCISE. The ferry sailed, the ministry of Torvan said.",
    "two.txt": "EXERCISE. No ferry sailed, the port of Lindholm said.",
}


@dataclass(frozen=True)
class FirstWords:
    """A reader that takes the first eight characters for a statement, remembers what it read, and may be stopped."""

    name: str = "first words 1"
    stops_after: int = 10
    seen: list[str] = field(default_factory=list)

    def read(self, document: Document) -> Reading:
        """One statement of nobody's."""
        if len(self.seen) == self.stops_after:
            raise KeyboardInterrupt
        self.seen.append(document.id)
        statement = Statement(
            id=f"{document.short_id}:S0",
            document_id=document.id,
            reader=self.name,
            confidence=1.0,
            kind=StatementKind.INDIRECT,
            content=(document.span(0, 8),),
        )
        return Reading(document.id, self.name, statements=(statement,))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A new store."""
    return Store.open(tmp_path / "watchfloor.db")


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """A folder with two articles."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder)]


def test_build_walks_from_files_to_a_record(store: Store, inputs: list[str]) -> None:
    """Every article is added, read and in the record with its claims."""
    intake, record = pipeline.build(store, inputs, reader=FirstWords(), fetch=FETCH, now=NOW)
    assert intake == pipeline.Intake(2, 0, ())
    assert {document.text for document in record.documents} == set(ARTICLES.values())
    assert {claim.document_id for claim in record.claims} == {document.id for document in record.documents}
    assert all(document.fetched_at == NOW for document in record.documents)


def test_nothing_is_done_twice(store: Store, inputs: list[str]) -> None:
    """A second build knows every article, reads none, and comes to the same record."""
    _, first = pipeline.build(store, inputs, reader=FirstWords(), fetch=FETCH, now=NOW)
    again = FirstWords()
    intake, second = pipeline.build(store, inputs, reader=again, fetch=FETCH, now=NOW)
    assert intake == pipeline.Intake(0, 2, ())
    assert again.seen == []
    assert second == first


def test_a_new_version_reads_everything_anew(store: Store, inputs: list[str]) -> None:
    """Readings of another version do not count as read, and the record holds the asked version's alone."""
    pipeline.build(store, inputs, reader=FirstWords(), fetch=FETCH, now=NOW)
    newer = FirstWords("first words 2")
    assert pipeline.read(store, newer) == 2
    assert {claim.reader for claim in pipeline.record(store, newer).claims} == {"first words 2"}
    assert {claim.reader for claim in pipeline.record(store, FirstWords()).claims} == {"first words 1"}


def test_reading_goes_on_where_it_was_stopped(store: Store, inputs: list[str]) -> None:
    """What was read before Ctrl-C is kept and not read again."""
    pipeline.add(store, inputs, FETCH, NOW)
    stopped = FirstWords(stops_after=1)
    with pytest.raises(KeyboardInterrupt):
        pipeline.read(store, stopped)
    rest = FirstWords()
    assert pipeline.read(store, rest) == 1
    assert set(stopped.seen).isdisjoint(rest.seen)


def test_a_refused_input_stops_nothing(store: Store, inputs: list[str], tmp_path: Path) -> None:
    """Missing files are refused with their names, before and after good ones; the good ones are added."""
    missing = [str(tmp_path / "a.txt"), *inputs, str(tmp_path / "b.txt")]
    intake = pipeline.add(store, missing, FETCH, NOW)
    assert intake.added == 2
    assert [refusal.origin for refusal in intake.refused] == [missing[0], missing[2]]


def test_what_the_store_can_not_keep_is_refused(store: Store, inputs: list[str], tmp_path: Path) -> None:
    """Half a character, smuggled in through JSON, is one refused input and no crash of the others."""
    smuggled = tmp_path / "article.json"
    smuggled.write_text('{"text": "EXERCISE. The ferry \\ud800 sailed, the ministry said on Monday in Torvan."}')
    intake = pipeline.add(store, [str(smuggled), *inputs], FETCH, NOW)
    assert intake.added == 2 or (intake.added, intake.refused) == (3, ())
    assert all(document.text.encode() for document in store.documents())


def test_progress_counts_up_to_its_total(store: Store, inputs: list[str]) -> None:
    """Adding and reading tell after each document how far they are; linking, which is one step, when it begins and ends."""
    told: list[tuple[str, int, int | None]] = []
    pipeline.build(
        store,
        inputs,
        reader=FirstWords(),
        fetch=FETCH,
        now=NOW,
        progress=lambda step, done, total=None, /: told.append((step, done, total)),
    )
    assert told == [
        ("Adding", 1, None),
        ("Adding", 2, None),
        ("Reading", 1, 2),
        ("Reading", 2, 2),
        ("Linking", 0, 2),
        ("Linking", 2, 2),
    ]


def test_reading_without_a_store(inputs: list[str], tmp_path: Path) -> None:
    """Documents come with their readings, refusals in their place."""
    found = list(pipeline.readings([*inputs, str(tmp_path / "missing.txt")], FirstWords(), FETCH, NOW))
    assert [isinstance(one, Refusal) for one in found] == [False, False, True]
    for one in found[:2]:
        assert isinstance(one, tuple)
        assert one[0].id == one[1].document_id


def test_the_products_are_the_brief_and_the_record(store: Store, inputs: list[str]) -> None:
    """Four files; the record's is the press schema's object, with letters as letters."""
    _, record = pipeline.build(store, inputs, reader=FirstWords(), fetch=FETCH, now=NOW)
    products = pipeline.products(record)
    assert list(products) == ["brief.html", "brief.md", "brief.json", "record.json"]
    assert len(json.loads(products["record.json"])["statements"]) == 2
    json.loads(products["brief.json"])


def test_a_machine_that_can_not_go_on_refuses_no_input(
    store: Store, inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full temporary folder stops the walk in one line that says what is kept; freed, the walk goes on from there."""

    def full(_text: str) -> str | None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("watchfloor.evidence.language.language", full)
        with pytest.raises(MachineError, match=r"No space left on device.* is kept") as error:
            pipeline.add(store, inputs, FETCH, NOW)
    assert len(str(error.value).splitlines()) == 1
    assert pipeline.add(store, inputs, FETCH, NOW).added == 2


def test_a_reader_that_can_not_load_is_told(store: Store, inputs: list[str]) -> None:
    """What keeps the reader from its model is named with its file, and what was added is kept."""

    class Broken(FirstWords):
        def read(self, document: Document) -> Reading:  # noqa: ARG002 - it fails on every document
            raise PermissionError(13, "Permission denied", "model.onnx")

    pipeline.add(store, inputs, FETCH, NOW)
    with pytest.raises(MachineError, match=r"Permission denied at model\.onnx"):
        pipeline.read(store, Broken())
    assert len(store.documents()) == 2


def test_repeats_are_counted_and_fill_what_was_unknown(store: Store, tmp_path: Path) -> None:
    """Copies are neither added nor known before but repeated, and what only the second one's sidecar knows is kept."""
    texts = tmp_path / "copies"
    texts.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (texts / name).write_text(ARTICLES["one.txt"])
    (texts / "b.txt.meta.json").write_text('{"outlet": "The Exercise Post"}')
    assert pipeline.add(store, [str(texts)], FETCH, NOW) == pipeline.Intake(1, 0, (), repeated=2)
    (document,) = store.documents()
    assert document.outlet == "The Exercise Post"
    assert document.origin.endswith("a.txt")
    assert len(list(pipeline.readings([str(texts)], FirstWords(), FETCH, NOW))) == 1


def test_a_store_that_may_only_be_read_is_read_for_the_record(
    store: Store, inputs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record of a read-only store is the one of a writable store, read before or not, and nothing is written."""
    _, wanted = pipeline.build(store, inputs, reader=FirstWords(), fetch=FETCH, now=NOW)
    store.close()
    monkeypatch.setattr("watchfloor.store.store.is_writable", lambda _path: False)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for reader in (FirstWords(), FirstWords("first words 2")):
        with Store.open(tmp_path / "watchfloor.db", create=False) as only_read:
            assert pipeline.read(only_read, reader) == 0
            found = pipeline.record(only_read, reader)
        assert [claim.id for claim in found.claims] == [claim.id for claim in wanted.claims]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
