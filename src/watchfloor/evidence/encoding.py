"""Encoding: bytes to text, in the three encodings that are read: UTF-8, UTF-16 with a byte order mark, cp1252.

In go bytes, out comes their text, line ends and all; a byte order mark is not part of the text. Nothing is repaired and
nothing guessed: bytes that would only come out as rubbish are refused. Whether the text is an article is not asked here.
"""

from __future__ import annotations

import codecs
import re

from watchfloor.errors import Unreadable

_ADVICE = "save it as UTF-8 and add it again"
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Where cp1252 has these signs, the encodings of Polish, Czech, Turkish and their like have letters.
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[\u00a1-\u00b4\u00b6-\u00bf\u00d7\u00f7](?=[^\W\d_])")
_LETTER = re.compile(r"[^\W\d_]")
_ASCII = 0x80
_MAX_CONTROLS = 0.005
"""Share of control characters above which UTF-8 is taken for a binary file; scraped text carries a stray one or two."""
_MAX_FOREIGN_LETTERS = 0.3
"""Share of letters beyond ASCII above which cp1252 is not believed: Western prose stays below 0.15,
Cyrillic, Greek, Hebrew or East Asian text read as cp1252 comes out above 0.6."""
_MIN_NULS = 0.05
"""Share of NUL among the high bytes of UTF-16: nearly all in Western text, its spaces, digits and line ends in any other with spaces."""
_WESTERN = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "cp1252", "iso8859-1", "iso8859-15"})


def decode(raw: bytes) -> str:
    """The text of `raw`.

    Raises:
        Unreadable: the bytes are no text, or text in another encoding.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(_utf16(raw))
    if b"\x00" in raw:
        _refuse_bare_utf16(raw)
        raise Unreadable("expected text, found a binary file (it holds NUL bytes); give its text instead")
    try:
        return _checked(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(raw, error.start)
    return _cp1252(raw)


def decode_declared(raw: bytes, charset: str | None) -> str:
    """The text of `raw`, whose page, feed or server says that it is in `charset`.

    UTF-8 that declares something else is read as what it is; many pages do so.

    Raises:
        Unreadable: the bytes are no text, or text in another encoding.
    """
    if charset is not None and not _is_utf8(raw):
        try:
            name = codecs.lookup(charset.strip()).name
        except (LookupError, ValueError):
            name = charset
        if name not in _WESTERN:
            raise Unreadable(f"expected UTF-8, UTF-16 or cp1252, found {charset.strip()[:40]!r}; {_ADVICE}")
    return decode(raw)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"expected UTF-16 as its first bytes say, found none at byte {error.start}; {_ADVICE}"
        ) from error


def _refuse_bare_utf16(raw: bytes) -> None:
    """Name UTF-16 that lacks its first bytes: text has NUL in one byte of many pairs, and never in the other."""
    for order, high, low in (("utf-16-le", raw[1::2], raw[0::2]), ("utf-16-be", raw[0::2], raw[1::2])):
        if b"\x00" in low or high.count(0) < _MIN_NULS * len(high):
            continue
        try:
            text = raw.decode(order)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            raise Unreadable(
                "expected text, found what looks like UTF-16 without a byte order mark; save it with one or as UTF-8 and add it again"
            )


def _checked(text: str) -> str:
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(2, _MAX_CONTROLS * len(text)):
        raise Unreadable("expected text, found a binary file (it holds control characters); give its text instead")
    return text


def _refuse_broken_utf8(raw: bytes, position: int) -> None:
    """Refuse UTF-8 with a flaw: as cp1252 each of its good characters would come out as two or three wrong ones."""
    good = len(_UTF8_SEQUENCE.findall(raw))
    stray = sum(byte >= _ASCII for byte in _UTF8_SEQUENCE.sub(b"", raw))
    if good > stray:
        raise Unreadable(f"expected UTF-8, found a broken character at byte {position}; {_ADVICE}")


def _cp1252(raw: bytes) -> str:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(f"expected UTF-8, UTF-16 with byte order mark or cp1252, found neither; {_ADVICE}") from error
    if _CONTROL.search(text):
        raise Unreadable("expected text, found a binary file (it holds control characters); give its text instead")
    foreign = [character for character in text if ord(character) >= _ASCII]
    letters = len(_LETTER.findall(text))
    foreign_letters = sum(character.isalpha() for character in foreign)
    odd = len(_SIGN_IN_WORD.findall(text))
    if foreign_letters > _MAX_FOREIGN_LETTERS * letters or (odd > 1 and odd > len(foreign) / 10):
        raise Unreadable(f"expected UTF-8, UTF-16 with byte order mark or cp1252, found another encoding; {_ADVICE}")
    return text
