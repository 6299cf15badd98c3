"""What a judgement is about, as JSON and back, losing nothing."""

from __future__ import annotations

import msgspec

from watchfloor.errors import StoreError
from watchfloor.model.judgement import Subject


def subject_to_json(subject: tuple[Subject, ...]) -> str:
    """The things judged as one JSON list."""
    return msgspec.json.encode(subject).decode()


def subject_from_json(text: str) -> tuple[Subject, ...]:
    """The things judged that `subject_to_json` wrote.

    Raises:
        StoreError: `text` is not such a list.
    """
    try:
        return msgspec.json.decode(text, type=tuple[Subject, ...])
    except msgspec.DecodeError as error:
        raise StoreError(
            f"The store holds a judgement that this version can't load ({error}). Restore the store from a copy, or name another file with --db."
        ) from error
