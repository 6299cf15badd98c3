"""Reading to JSON and back, losing nothing, in the shape of the model's own fields.

This is the store's form; what other programs read is the press schema (`watchfloor.products.press`). Numbers must be
finite and zone offsets whole minutes, as JSON and RFC 3339 know no others.
"""

from __future__ import annotations

import msgspec

from watchfloor.errors import StoreError
from watchfloor.model.reading import Reading


def to_json(reading: Reading) -> str:
    """The reading as one JSON object."""
    return msgspec.json.encode(reading).decode()


def from_json(text: str) -> Reading:
    """The reading that `to_json` wrote.

    Raises:
        StoreError: `text` is not such an object.
    """
    try:
        return msgspec.json.decode(text, type=Reading)
    except msgspec.DecodeError as error:
        raise StoreError(
            f"The store holds a reading that this version can't load ({error}). Name a new file with --db and add the articles again."
        ) from error
