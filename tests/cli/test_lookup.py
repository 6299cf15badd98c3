"""Anything that has an id can be opened, on the words it stands on; words are found where they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import ARTICLES, articles, run
from watchfloor.cli import walk
from watchfloor.errors import NotFound
from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.record import Record
from watchfloor.products.item import find
from watchfloor.store.store import Store


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with articles."""
    folder = tmp_path_factory.mktemp("lookup")
    assert run("add", articles(folder), "--db", folder / "watchfloor.db").exit_code == 0
    return folder / "watchfloor.db"


@pytest.fixture(scope="module")
def record(db: Path) -> Record:
    """The record of that store."""
    with Store.open(db) as store:
        return walk.record_of(store, quiet=True)


def ids(record: Record) -> list[str]:
    """The ids of everything in the record."""
    groups = (record.documents, record.claims, record.actors, record.utterances, record.incidents)
    more = (record.figure_groups, record.contradictions, record.stories)
    return [one.id for group in (*groups, *more) for one in group]


def test_every_item_opens_on_evidence(record: Record) -> None:
    """Each item of the record is found under its id; each but a document and a story stands on words of a document."""
    assert record.claims
    for one in ids(record):
        item = find(record, one)
        assert item.id == one
        assert item.evidence or item.kind in {"document", "story"}


def test_a_story_lists_its_documents_as_a_person_tells_them_apart(record: Record) -> None:
    """Each document of a story stands on a line with its short id and its outlet."""
    for story in record.stories:
        told = [value for label, value in find(record, story.id).facts if label == "Document"]
        mine = [d for d in record.documents if d.id in story.documents]
        assert len(told) == len(mine)
        assert all(
            d.short_id in str(line) and (d.outlet or "") in str(line) for d, line in zip(mine, told, strict=True)
        )


def test_a_unique_beginning_is_enough(record: Record) -> None:
    """A document is found by its short id, though its claims' ids begin with that too."""
    for document in record.documents:
        assert find(record, document.short_id).id == document.id
        assert find(record, document.id[:8]).id == document.id


def test_several_fitting_ids_are_named() -> None:
    """A beginning that fits several ids is refused with some of them, and never guessed."""
    actors = tuple(Actor(f"A-{number}", "n", ActorType.GROUP) for number in range(9))
    with pytest.raises(NotFound, match=r"9 ids begin with 'A-': A-0, A-1, A-2, A-3, A-4, …\. Give more"):
        find(Record("rules 1", (), actors=actors), "A-")


@pytest.mark.parametrize("wanted", ["", "zzz"])
def test_nothing_fits(record: Record, wanted: str) -> None:
    """No id and an unknown id are not found."""
    with pytest.raises(NotFound, match="Nothing in the record has the id"):
        find(record, wanted)


def test_show_marks_the_words_in_their_sentence(db: Path, record: Record) -> None:
    """A statement is shown within its sentence, its words between marks, with the document that carries it."""
    statement = record.statements[0]
    document = next(one for one in record.documents if one.id == statement.document_id)
    done = run("show", statement.id, "--db", db)
    assert done.exit_code == 0
    words = " ".join(document.quote(statement.content[0]).split())
    assert f"[[{words}]]" in done.stdout
    assert document.short_id in done.stdout


def test_show_as_json_gives_spans_that_hold(db: Path, record: Record) -> None:
    """The spans in the JSON are those of the claim, and the passage holds their words."""
    statement = record.statements[0]
    document = next(one for one in record.documents if one.id == statement.document_id)
    found = json.loads(run("show", statement.id, "--db", db, "--json").stdout)
    (evidence,) = found["evidence"]
    assert evidence["spans"] == [[span.start, span.end] for span in statement.content]
    assert all(document.text[start:end] in evidence["passage"] for start, end in evidence["spans"])


def test_a_document_shows_its_text(db: Path, record: Record) -> None:
    """All of it, as it stands."""
    document = record.documents[0]
    assert document.text.strip() in run("show", document.short_id, "--db", db).stdout


def test_every_kind_of_item_can_be_printed(db: Path, record: Record) -> None:
    """One of each kind goes to the terminal and to JSON without a stumble."""
    for one in {find(record, item).kind: item for item in ids(record)}.values():
        assert run("show", one, "--db", db).exit_code == 0
        assert json.loads(run("show", one, "--db", db, "--json").stdout)["id"] == one


def test_search_marks_what_it_found(db: Path) -> None:
    """Words stand between marks in a stretch of the text; JSON gives their offsets."""
    done = run("search", "ferry", "torvan", "--db", db)
    assert "[[ferry]] to [[Torvan]]" in done.stdout
    (hit,) = json.loads(run("search", "ferry", "torvan", "--db", db, "--json").stdout)
    assert [ARTICLES["one.txt"][start:end] for start, end in hit["words"]] == ["ferry", "Torvan"]


def test_search_that_finds_nothing_says_so(db: Path) -> None:
    """No hit is no error; one line says it, and JSON is an empty list."""
    done = run("search", "submarine", "--db", db)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "No article" in done.stderr
    assert json.loads(run("search", "submarine", "--db", db, "--json").stdout) == []


@pytest.mark.parametrize("words", ["", '"', "*", '""', "., - ."])
def test_search_without_a_word_is_wrong_usage(db: Path, words: str) -> None:
    """Nothing to look for is not the same as nothing found."""
    done = run("search", words, "--db", db)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no word to look for" in done.stderr
