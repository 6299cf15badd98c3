"""Which kind of input something is."""

from __future__ import annotations

import pytest

from watchfloor.errors import Unreadable
from watchfloor.evidence.format import Format, by_content, by_media_type, by_name, is_asset


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", Format.TEXT),
        ("A.TXT", Format.TEXT),
        ("a.md", Format.MARKDOWN),
        ("a.HTM", Format.HTML),
        ("a.json", Format.JSON),
        ("a.jsonl", Format.JSONL),
        ("a.atom", Format.FEED),
        ("a.zip", Format.ZIP),
        ("a.warc.gz", Format.WARC),
        ("a.pdf", None),
        ("a", None),
        ("a.gz", None),
    ],
)
def test_names(name: str, kind: Format | None) -> None:
    """The ending decides, in any case of letters."""
    assert by_name(name) is kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"Cable cut", Format.TEXT),
        (b"[EASTHOLM] Cable cut", Format.TEXT),
        (b"<3 from the islands", Format.TEXT),
        (b"", Format.TEXT),
        (b"\n<!DOCTYPE html><p>", Format.HTML),
        (b"\xef\xbb\xbf<html lang='en'>", Format.HTML),
        ("\ufeff<html>".encode("utf-16-le"), Format.HTML),
        (b"<?xml version='1.0'?><html>", Format.HTML),
        (b"<?xml version='1.0'?><rss>", Format.FEED),
        (b"<feed xmlns='x'>", Format.FEED),
        (b'{ "text": "x"}', Format.JSON),
        (b'[{"text": "x"}]', Format.JSON),
        (b"PK\x03\x04", Format.ZIP),
        (b"WARC/1.0", Format.WARC),
        (b"\x1f\x8b\x08", Format.WARC),
    ],
)
def test_first_bytes(head: bytes, kind: Format) -> None:
    """Whatever is nothing else is text."""
    assert by_content(head) is kind


def test_pdf_is_refused_by_its_name() -> None:
    """A kind that is known and not read is named."""
    with pytest.raises(Unreadable, match="a PDF"):
        by_content(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("media_type", "head", "kind"),
    [
        ("text/html", b"<!doctype html>", Format.HTML),
        ("text/html", b"<?xml version='1.0'?><rss>", Format.FEED),
        ("application/xml", b"<html>", Format.HTML),
        ("text/plain", b"<html>", Format.HTML),
        ("", b"words", Format.TEXT),
        ("application/json", b"{", Format.JSON),
        ("text/html", b"words", Format.HTML),
    ],
)
def test_media_types(media_type: str, head: bytes, kind: Format) -> None:
    """The server's word counts, except where pages and feeds are mixed up or it says nothing."""
    assert by_media_type(media_type, head) is kind


def test_unread_media_type_is_refused() -> None:
    """An image is no article."""
    with pytest.raises(Unreadable, match="image/png"):
        by_media_type("image/png", b"\x89PNG")


def test_assets_are_what_lies_beside() -> None:
    """Pictures, styles, hidden files and backups are passed over; documents of other programs are not."""
    assert all(map(is_asset, ("a.PNG", "style.css", ".DS_Store", "a.txt~")))
    assert not any(map(is_asset, ("a.pdf", "a.docx", "a", "a.txt")))
