"""The packaged example: its articles are marked as an exercise, taken without refusal, and annotated where they say so."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from watchfloor.evidence.copies import copies
from watchfloor.evidence.exhibit import Acquired, Exhibit, Refusal
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire
from watchfloor.model.document import Document

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "exercise-amber-tide"
SCORE = ROOT.parent / "shared" / "score" / "score.py"
CLAIMS = ("statements", "incidents", "positions", "figures")


@cache
def _acquired() -> tuple[Acquired, ...]:
    return tuple(acquire([str(EXAMPLE / "texts")], fetch=FetchPolicy(), now=datetime.now(UTC)))


@cache
def _exhibits() -> tuple[Exhibit, ...]:
    return tuple(found for found in _acquired() if isinstance(found, Exhibit))


@cache
def _gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXAMPLE / "gold.json").read_text(encoding="utf-8"))
    return loaded


def _document(gold_id: str) -> Document:
    digest = next(item["sha256"] for item in _gold()["documents"] if item["id"] == gold_id)
    return next(exhibit.document for exhibit in _exhibits() if exhibit.document.id == digest)


def _spans(value: object) -> Iterator[tuple[int, int]]:
    """Every pair of offsets inside an item of the annotation."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(end, int) for end in value):
            yield value[0], value[1]
        else:
            for inner in value:
                yield from _spans(inner)


def test_no_article_is_refused() -> None:
    """All ten articles are taken, sidecars are no articles, and nothing in the folder is refused."""
    assert [found for found in _acquired() if isinstance(found, Refusal)] == []
    assert len(_exhibits()) == 10


def test_every_article_says_exercise() -> None:
    """Whoever meets an article alone, or only its headline, sees that it is an exercise."""
    for exhibit in _exhibits():
        assert "EXERCISE EXERCISE EXERCISE" in exhibit.document.text, exhibit.document.origin
        assert (exhibit.document.headline or "").startswith("EXERCISE"), exhibit.document.origin


def test_every_article_is_dated_and_named() -> None:
    """Outlet and date are found in sidecar, page or first lines, and no two articles are of one outlet."""
    assert all(exhibit.document.published for exhibit in _exhibits())
    outlets = [exhibit.document.outlet for exhibit in _exhibits()]
    assert None not in outlets
    assert len(set(outlets)) == 10


def test_gold_names_the_documents_as_they_are_taken() -> None:
    """Every annotated document is one that the product takes, under the sha256 of its bytes."""
    assert {item["sha256"] for item in _gold()["documents"]} == {exhibit.document.id for exhibit in _exhibits()}
    assert all(sha256(exhibit.raw).hexdigest() == exhibit.document.id for exhibit in _exhibits())


def test_gold_is_what_its_annotation_says() -> None:
    """gold.json was made from quality/example_annotation.toml and the articles as they are now."""
    command = [sys.executable, str(ROOT / "quality" / "annotate_example.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("kind", CLAIMS)
def test_every_offset_holds_words(kind: str) -> None:
    """Each span lies in its document, holds words without blanks around them, and is not in furniture."""
    for item in _gold()[kind]:
        document = _document(item["doc"])
        found = list(_spans(item))
        assert found, item["id"]
        for start, end in found:
            words = document.quote(document.span(start, end))
            assert words == words.strip(), item["id"]
            assert not document.is_furniture(start, end), item["id"]


def test_links_name_items_that_exist() -> None:
    """Clusters, contradictions and omissions speak of annotated items, and no item is in two clusters of a kind."""
    gold = _gold()
    known = {item["id"] for kind in CLAIMS for item in gold[kind]}
    for kind in ("same_statement", "same_incident"):
        members = [member for cluster in gold[kind] for member in cluster]
        assert set(members) <= known
        assert len(set(members)) == len(members)
    assert {item for entry in gold["contradictions"] for item in entry["items"]} <= known
    assert {item for entry in gold["omissions"] for item in entry["ids"]} <= known


def test_disagreements_are_planted() -> None:
    """The example holds a quotation given to two people, an office, a date and counts in dispute, and a denial."""
    gold = _gold()
    strong = {entry["kind"] for entry in gold["contradictions"] if entry["strength"] == "contradiction"}
    assert strong >= {"speaker", "role", "date", "number", "attribution"}
    assert any(blame["hedge"] == "denied" for incident in gold["incidents"] for blame in incident["blamed"])


def test_gold_scores_itself_without_fault(tmp_path: Path) -> None:
    """The annotation is in the schema that score.py reads: scored against itself every measure is 1."""
    if not SCORE.exists():
        pytest.skip("needs ../shared/score/score.py beside the repository")
    reading = tmp_path / "reading.json"
    reading.write_text(json.dumps(_gold()), encoding="utf-8")
    command = [sys.executable, str(SCORE), str(EXAMPLE), str(reading), "--json"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for kind in (*CLAIMS, "contradictions"):
        assert report[kind]["f1"] == 1.0, kind
    assert report["speaker_accuracy"] == 1.0
    assert report["same_statement"]["link_f1"] == report["same_incident"]["link_f1"] == 1.0


def test_wire_copy_is_linked() -> None:
    """The article that prints the agency's text is linked to it, and no other two articles are."""
    documents = [exhibit.document for exhibit in _exhibits()]
    signatures = {exhibit.document.id: exhibit.signature for exhibit in _exhibits()}
    found = {frozenset((copy.first, copy.second)) for copy in copies(documents, signatures)}
    assert found == {frozenset((_document("01").id, _document("02").id))}


def test_page_is_read_without_its_furniture() -> None:
    """Of the web page the article is read: no script, and navigation, newsletter and READ NEXT nowhere or marked."""
    document = _document("03")
    assert "THIS SCRIPT RAN" not in document.text
    for words in ("Subscribe", "Sign up for the morning boat", "READ NEXT", "Herring prices", "Cookie settings"):
        start = document.text.find(words)
        assert start < 0 or document.is_furniture(start, start + len(words)), words


def test_windows_1252_keeps_its_signs() -> None:
    """The file that is not UTF-8 comes out with its typographic quotation marks and its euro sign."""
    exhibit = next(exhibit for exhibit in _exhibits() if exhibit.document.id == _document("07").id)
    with pytest.raises(UnicodeDecodeError):
        exhibit.raw.decode("utf-8")
    assert "“They flew with their lights on" in exhibit.document.text
    assert "€350,000" in exhibit.document.text
