"""Language: which language a text is in, as an ISO 639-1 code, or None where the text is too short to tell.

In goes text, out comes a code. The model is py3langid's (see `language_model`), restricted to the languages that its users read on the subject.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from watchfloor.evidence.language_model import identifier

_LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "et", "lv", "lt", "pl", "cs", "sk", "hu", "ro"),
    *("bg", "hr", "sr", "sl", "mk", "sq", "el", "tr", "uk", "ru", "be", "ka", "hy", "az", "kk", "ca", "ga", "is", "mt"),
    *("ar", "he", "fa", "ur", "hi", "bn", "zh", "ja", "ko", "vi", "th", "id", "ms"),
)
_MIN_LETTERS = 24
"""Fewer letters are mostly names, which belong to no language."""
_MIN_CONFIDENCE = 0.6
"""Below it py3langid's first two guesses are near relatives (Czech and Slovak, Danish and Norwegian) or noise."""
_SAMPLE = 2_000
"""Characters looked at; more doesn't change the answer and the walk over them is slow."""
_LETTER = re.compile(r"[^\W\d_]")


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, None where it can't be told."""
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _MIN_LETTERS:
        return None
    code, confidence = _identifier().classify(sample)
    return str(code) if confidence >= _MIN_CONFIDENCE else None


@cache
def _identifier() -> Any:
    return identifier(_LANGUAGES)
