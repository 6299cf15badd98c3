"""Articles in JSON and JSON Lines."""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import suppress

import pytest

from evidence_samples import ARTICLE, SOURCE, page, sort_out
from watchfloor.errors import NoArticle, Unreadable
from watchfloor.evidence.article_json import article_json, article_jsonl, canonical

_ONE = {
    "text": ARTICLE,
    "url": "https://post.example/1",
    "outlet": "The Exercise Post",
    "published": "2026-03-09T06:59:00Z",
    "headline": "Cable cut",
}


def test_object_is_a_document() -> None:
    """Text and every field come over; the id is that of the canonical object, however it was laid out."""
    (loose,), _ = sort_out(article_json(json.dumps(_ONE, indent=2).encode(), SOURCE))
    (tight,), _ = sort_out(article_json(json.dumps(dict(reversed(_ONE.items()))).encode(), SOURCE))
    document = loose.document
    assert (document.text, document.url, document.outlet, document.headline) == (
        ARTICLE,
        _ONE["url"],
        _ONE["outlet"],
        _ONE["headline"],
    )
    assert document.published is not None
    assert document.id == tight.document.id == hashlib.sha256(canonical(_ONE)).hexdigest()


def test_html_is_read_as_a_page() -> None:
    """An object with html gives the page's main text; what the object states wins over the page."""
    (made,), _ = sort_out(article_json(json.dumps({"html": page(), "headline": "Stated"}).encode(), SOURCE))
    assert made.document.headline == "Stated"
    assert "harbour office of Eastholm" in made.document.text


def test_list_keeps_the_good_and_refuses_the_bad() -> None:
    """A faulty item is refused by its number, the others are taken."""
    items = [_ONE, {"text": ""}, 7, {"text": 3}, {**_ONE, "text": ARTICLE + " More."}, {"text": "\ud800"}]
    exhibits, refusals = sort_out(article_json(json.dumps(items).encode(), SOURCE))
    assert [one.document.origin for one in exhibits] == ["exercise.txt#1", "exercise.txt#5"]
    assert [one.origin for one in refusals] == ["exercise.txt#2", "exercise.txt#3", "exercise.txt#4", "exercise.txt#6"]


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", NoArticle),
        (b"[]", NoArticle),
        (b"3", NoArticle),
        (b"{}", NoArticle),
        (b"{", Unreadable),
        (b"[" * 100_000, Unreadable),
        (b"\x00", Unreadable),
    ],
)
def test_what_holds_no_article_is_refused(raw: bytes, error: type[Exception]) -> None:
    """Nothing, JSON of another shape and broken JSON are refused in one line."""
    with pytest.raises(error) as caught:
        list(article_json(raw, SOURCE))
    assert "\n" not in str(caught.value)


def test_lines_are_read_one_by_one() -> None:
    """Each line is a document whose raw bytes are the line; a faulty line is refused by its number."""
    rows = [json.dumps(_ONE).encode(), b"", b"{", json.dumps({**_ONE, "text": ARTICLE + " More."}).encode()]
    exhibits, refusals = sort_out(article_jsonl(io.BytesIO(b"\r\n".join(rows)), SOURCE))
    assert [one.raw for one in exhibits] == [rows[0], rows[3]]
    assert [one.origin for one in refusals] == ["exercise.txt:3"]


def test_overlong_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over the limit is not read into memory whole; what came before it is kept."""
    monkeypatch.setattr("watchfloor.evidence.article_json.MAX_DOCUMENT", 2_000)
    exhibits, refusals = sort_out(article_jsonl(io.BytesIO(json.dumps(_ONE).encode() + b"\n" + b"x" * 3_000), SOURCE))
    assert len(exhibits) == 1
    assert refusals[0].origin == "exercise.txt:2"


def test_year_9999_is_unknown() -> None:
    """A date that can't be leaves the date open and takes the article."""
    (made,), _ = sort_out(article_json(json.dumps({**_ONE, "published": "9999-12-31T23:59:59Z"}).encode(), SOURCE))
    assert made.document.published is None


@pytest.mark.parametrize("opening", ['{"a":', "["])
def test_no_depth_of_nesting_raises(opening: str) -> None:
    """However deep the lists in a key that is not read, the article is taken or refused, in a file and in a line."""
    closing = "}" if opening[0] == "{" else "]"
    for depth in (*range(800, 1100, 10), 20_000):
        raw = f'{{"text": {json.dumps(ARTICLE)}, "x": {opening * depth}1{closing * depth}}}'.encode()
        found = [*article_jsonl(io.BytesIO(raw), SOURCE)]
        assert len(found) == 1
        with suppress(Unreadable):
            assert len([*article_json(raw, SOURCE)]) == 1


def test_a_field_of_the_wrong_type_is_told_and_stays_unknown() -> None:
    """Numbers, objects, dates that are none: a line for each, and the article goes on without them."""
    item = {
        "text": ARTICLE, "outlet": 7, "published": 12345, "url": {}, "author": ["x"], "headline": True, "html": 3,
    }  # fmt: skip
    for raw in (json.dumps(item).encode(), json.dumps([item]).encode()):
        (made,), refusals = sort_out(article_json(raw, SOURCE))
        document = made.document
        assert (document.outlet, document.published, document.url, document.author) == (None,) * 4
        assert {one.reason.split("'")[1] for one in refusals} == set(item) - {"text"}
        assert all("it stays unknown" in one.reason for one in refusals)
    wrong = {"text": ARTICLE, "url": "javascript:alert(1)", "published": "9999-01-01"}
    exhibits, refusals = sort_out(article_jsonl(io.BytesIO(json.dumps(wrong).encode()), SOURCE))
    assert (len(exhibits), len(refusals)) == (1, 2)


def test_null_is_unknown_and_no_fault() -> None:
    """A field that is null or blank is simply not known."""
    blank = {"text": ARTICLE, "html": None, "outlet": None, "url": " ", "published": ""}
    exhibits, refusals = sort_out(article_json(json.dumps(blank).encode(), SOURCE))
    assert (len(exhibits), refusals) == (1, [])


def test_a_number_without_end_is_told_in_plain_words() -> None:
    """A number of thousands of digits is refused without a word about Python."""
    raw = b'{"text": "x", "n": ' + b"9" * 6_000 + b"}"
    with pytest.raises(Unreadable, match="thousands of digits") as error:
        list(article_json(raw, SOURCE))
    assert "set_int" not in str(error.value)
