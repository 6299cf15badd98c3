"""Bytes to text: three encodings, and a clear refusal of everything else."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.errors import Unreadable
from watchfloor.evidence.encoding import decode, decode_declared

_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@given(_TEXT)
def test_utf8_comes_back_unchanged(text: str) -> None:
    """What was written as UTF-8 is read as it was written."""
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


@given(_TEXT)
def test_utf16_with_mark_comes_back_unchanged(text: str) -> None:
    """What was written as UTF-16 with its byte order mark is read as it was written."""
    assert decode(text.encode("utf-16")) == text


@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_text_or_refused(raw: bytes) -> None:
    """No bytes raise anything but Unreadable, and no text that comes out holds NUL."""
    with suppress(Unreadable):
        assert "\x00" not in decode(raw)


def test_line_ends_are_kept() -> None:
    """Carriage returns stay: offsets are into the decoded file."""
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_byte_order_mark_is_no_text() -> None:
    """The mark at the beginning of a UTF-8 file is left out."""
    assert decode(b"\xef\xbb\xbfExercise") == "Exercise"


def test_cp1252_is_read() -> None:
    """Western text in cp1252 with its typographic quotation marks comes out right."""
    text = "“Übung” – café, naïve, señor, 5 € für alle…"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Это учебное сообщение про вымышленный кабель", "cp1251"),
        ("Это учебное сообщение про вымышленный кабель", "koi8-r"),
        ("これは訓練用の架空の記事です", "shift_jis"),
        ("这是一篇虚构的演习文章", "gb18030"),
        ("Αυτό είναι ένα άρθρο άσκησης", "iso8859-7"),
        ("Wyspiarze żałują, że łódź odpłynęła, mówią mieszkańcy półwyspu", "iso8859-2"),
    ],
)
def test_other_encodings_are_refused(text: str, charset: str) -> None:
    """Text in another encoding is refused rather than read as rubbish."""
    with pytest.raises(Unreadable, match="UTF-8"):
        decode(text.encode(charset))


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)), b"\x01\x02\x03\x04\x05\x06", b"MZ\x90\x00"]
)
def test_binary_is_refused(raw: bytes) -> None:
    """A binary file is not taken for cp1252."""
    with pytest.raises(Unreadable):
        decode(raw)


def test_broken_utf8_names_the_place() -> None:
    """UTF-8 with one broken character is refused with its position, not read as cp1252."""
    with pytest.raises(Unreadable, match="byte 12"):
        decode("Übung für".encode() + b" \xc3( " + "Übung für alle, größer".encode())


def test_odd_utf16_is_refused() -> None:
    """UTF-16 that ends in half a character is refused."""
    with pytest.raises(Unreadable, match="UTF-16"):
        decode(b"\xff\xfea")


def test_declared_charset_that_is_not_read_is_refused() -> None:
    """A page that says it is in windows-1251 is refused by that name."""
    with pytest.raises(Unreadable, match="windows-1251"):
        decode_declared("Учебная".encode("cp1251"), "windows-1251")


def test_wrongly_declared_utf8_is_read() -> None:
    """UTF-8 is read as what it is, whatever the page calls it."""
    assert decode_declared("Учебная".encode(), "windows-1251") == "Учебная"


def test_unknown_charset_is_refused() -> None:
    """A charset nobody knows is refused and not looked for any further."""
    with pytest.raises(Unreadable, match="x-none"):
        decode_declared("é".encode("cp1252"), "x-none")


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "The cable was cut on Monday, the harbour office said.\r\n",
        "Кабель перерізали в понеділок, повідомило портове управління 3 березня.",
        "“Übung”: das Kabel wurde durchtrennt.",
    ],
)
def test_utf16_without_a_mark_is_named(text: str, order: str) -> None:
    """It is not read, since its order is a guess, but it is not called a binary file either."""
    with pytest.raises(Unreadable, match="looks like UTF-16 without a byte order mark"):
        decode(text.encode(order))


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x00\x02" * 50, b"\x00" * 64, b"\x7fELF\x02\x01\x01\x00\x00\x00", b"ab\x00cd"]
)
def test_binary_is_not_called_utf16(raw: bytes) -> None:
    """Small numbers and padding have NUL in many places and are no text."""
    with pytest.raises(Unreadable, match="binary"):
        decode(raw)
