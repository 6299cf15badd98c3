"""Cache: answers of the endpoint, kept beside the store so that nothing is paid for twice.

In goes what was asked, out comes the answer if it was asked before. A file for each answer, written whole or not at all; one that
is damaged counts as not there. Keys and addresses are not kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from watchfloor.reading.llm.prompt import VERSION


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer answers: a part of a document, for a model; the version of the prompt is the module's own."""

    document_id: str
    model: str
    text: str

    @property
    def digest(self) -> str:
        """One name for all of it, fit for a file."""
        words = (self.document_id, self.model, str(VERSION), self.text)
        return sha256("\0".join(words).encode()).hexdigest()


class _Kept(msgspec.Struct, frozen=True):
    document: str
    model: str
    prompt: int
    answer: str


class Cache:
    """Answers in a folder, which is made when the first is kept; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def answer(self, question: Question) -> str | None:
        """The answer to that question, None if it was not kept."""
        if self._folder is None:
            return None
        try:
            kept = msgspec.json.decode(self._file(self._folder, question).read_bytes(), type=_Kept)
        except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        fits = (kept.document, kept.model, kept.prompt) == (question.document_id, question.model, VERSION)
        return kept.answer if fits else None

    def keep(self, question: Question, answer: str) -> None:
        """Keep the answer.

        Raises:
            OSError: it can't be written.
        """
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._file(self._folder, question)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            unfinished.write_bytes(msgspec.json.encode(_Kept(question.document_id, question.model, VERSION, answer)))
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    @staticmethod
    def _file(folder: Path, question: Question) -> Path:
        return folder / f"{question.digest}.json"
