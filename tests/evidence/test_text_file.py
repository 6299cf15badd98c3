"""Plain-text files."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_samples import ARTICLE, SOURCE
from watchfloor.errors import NoArticle, Unreadable
from watchfloor.evidence.text_file import text_file


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t"), min_size=1, max_size=300))
def test_text_is_the_decoded_file(text: str) -> None:
    """For UTF-8 without a mark the text is exactly the file's, and the id the digest of its bytes."""
    if text.strip() and not text.startswith("\ufeff"):
        made = text_file(text.encode(), SOURCE)
        assert made.document.text == text
        assert made.document.id == hashlib.sha256(made.raw).hexdigest()
        assert made.raw == text.encode()
        assert all(0 <= start < end <= len(text) for start, end in made.document.furniture)


@pytest.mark.parametrize("raw", [b"", b"  \r\n\t ", b"\xef\xbb\xbf"])
def test_empty_file_is_refused(raw: bytes) -> None:
    """Nothing, white space and a lone mark are no article."""
    with pytest.raises(NoArticle, match="expected an article"):
        text_file(raw, SOURCE)


def test_binary_file_is_refused() -> None:
    """A file of bytes is not read as text."""
    with pytest.raises(Unreadable):
        text_file(b"\x7fELF\x02\x01\x01\x00", SOURCE)


def test_right_to_left_and_emoji_keep_their_offsets() -> None:
    """Offsets count code points, whatever way the script runs and however wide its signs are."""
    text = "🚢🚢 قطع الكابل بين الجزيرتين ليلة الاثنين، كما قال مكتب الميناء في بيان له أمس\nREAD NEXT\n👩‍👩‍👧 שלום"
    document = text_file(text.encode(), SOURCE).document
    assert document.language == "ar"
    assert [document.text[start:end] for start, end in document.furniture] == ["READ NEXT\n👩‍👩‍👧 שלום"]


def test_unbalanced_quotation_marks_are_text() -> None:
    """Quotation marks that are never closed are kept as they stand."""
    text = f'“He said ‘never\n\n{ARTICLE} "“«'
    assert text_file(text.encode(), SOURCE).document.text == text
