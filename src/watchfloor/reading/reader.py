"""Reader: the seam between the walk and whatever reads, rules today and a trained model beside them tomorrow."""

from __future__ import annotations

from typing import Protocol

from watchfloor.model.document import Document
from watchfloor.model.reading import Reading


class Reader(Protocol):
    """A pure function from Document to Reading: same document, same version, same reading.

    It reads the document's text and metadata only, keeps no state between documents, and never raises on any text.
    """

    @property
    def name(self) -> str:
        """The reader and its version, as every claim of its names it ("rules 1")."""
        ...

    def read(self, document: Document) -> Reading:
        """The claims that `document` makes, each on spans of its text."""
        ...
