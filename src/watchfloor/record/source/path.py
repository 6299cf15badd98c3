"""Path: how an utterance went from mouth to page, as far as the documents say.

In go an utterance's statements and their origins, out comes its Path: who said it, to whom first, and which documents carry it in the order of
publication, each with whom it credits, whose text it shares, and whose it tells in other words. A document that credits nobody may still have it from another; that is not guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from watchfloor.model.claim import Statement
from watchfloor.model.sourcing import Bond, Path, Step
from watchfloor.record.source.independence import Origins
from watchfloor.record.source.rests import Rest

_SPOKEN = (Bond.INTERVIEW, Bond.VENUE)
"""Credits that say where the words were spoken; a credit to a report only says who told of them."""


def path(statements: Sequence[Statement], origins: Origins) -> Path:
    """The path of the utterance of `statements`, which are in order of publication. Where nobody names an occasion, `first` are the outlets credited for a report of it."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[statement.document_id].append(statement)
    rests = {document: _foreign(document, origins.rests.of_claims(own), origins) for document, own in said.items()}
    every = [rest for found in rests.values() for rest in found]
    bond = next((b for b in (*_SPOKEN, *Bond) if any(rest.bond is b for rest in every)), None)
    return Path(
        speakers=tuple(dict.fromkeys(s.speaker for s in statements if s.speaker)),
        first=tuple(dict.fromkeys(rest.on for rest in every if rest.bond is bond)),
        bond=bond,
        steps=tuple(_step(document, rests[document], said, origins) for document in said),
    )


def _foreign(document: str, rests: Sequence[Rest], origins: Origins) -> list[Rest]:
    """What the document has from elsewhere: that words were spoken to its own outlet is where its path begins."""
    return [rest for rest in rests if rest.key != origins.own_key(document)]


def _step(document: str, rests: Sequence[Rest], said: dict[str, list[Statement]], origins: Origins) -> Step:
    before = list(said)[: list(said).index(document)]
    text, article = origins.sources.text, origins.sources.article
    return Step(
        document=document,
        published=origins.rests.documents[document].published,
        credits=tuple(dict.fromkeys(rest.on for rest in rests)),
        copies=tuple(other for other in before if text[other] == text[document]),
        spans=tuple(dict.fromkeys(span for rest in rests for span in rest.spans)),
        renders=tuple(d for d in before if article[d] == article[document] and text[d] != text[document]),
    )
