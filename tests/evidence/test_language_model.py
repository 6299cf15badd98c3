"""The language model is py3langid's own, loaded without touching the disk."""

from __future__ import annotations

import tempfile

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from watchfloor.evidence.language_model import identifier

LANGUAGES = ("en", "de", "uk", "ar")
SENTENCES = ("The cable had been cut.", "Das Kabel wurde durchtrennt.", "Кабель перерізали.", "قد انقطع الكابل")


def test_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full temporary folder does not keep the model from being loaded."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    monkeypatch.setattr(tempfile, "mkstemp", full)
    assert identifier(LANGUAGES).classify(SENTENCES[0])[0] == "en"


def test_it_is_the_model_that_py3langid_loads() -> None:
    """Every ranking is the one of py3langid's own loading, to the last digit."""
    theirs = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    theirs.set_languages(LANGUAGES)
    ours = identifier(LANGUAGES)
    assert [ours.rank(sentence) for sentence in SENTENCES] == [theirs.rank(sentence) for sentence in SENTENCES]
