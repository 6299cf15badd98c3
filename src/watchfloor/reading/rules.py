"""The rule-based reader: one Document in, one Reading out, by word order and lexicons and without a model.

It needs nothing but the package's word lists; the trained reader takes its place where its weights are present, and takes over
its rules for everything but statements. A document in another language than English is not read, and says so.
"""

from __future__ import annotations

from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.reading.composition import compose, left_unread
from watchfloor.reading.passage import page
from watchfloor.reading.speech.attribution import attributions


class RuleReader:
    """Reads English by rules; the same document gives the same reading on every machine."""

    @property
    def name(self) -> str:
        """The reader and its version, as every claim of its names it; raised whenever a rule changes what is read."""
        return "rules 9"

    def read(self, document: Document) -> Reading:
        """The claims of `document`; none, and the reason, where it is in another language."""
        unread = left_unread(document.language)
        if unread is not None:
            return Reading(document.id, self.name, not_read=unread)
        read = page(document)
        return compose(read, attributions(read), self.name)
