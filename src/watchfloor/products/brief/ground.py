"""The ground a brief stands on: a record laid out for looking up, and evidence made from it.

In goes a Record, out come its nouns by id, evidence for any claim, the names of actors, and how many independent
sources claims have. Decides nothing about what the brief shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchfloor.model.actor import Actor
from watchfloor.model.claim import NARRATOR, Claim, Statement, StatementKind
from watchfloor.model.document import Document, by_id
from watchfloor.model.record import Contradiction, Coverage, Record
from watchfloor.model.span import Span
from watchfloor.products.brief.evidence import Evidence, Source
from watchfloor.products.brief.marks import balanced, taken_in
from watchfloor.products.brief.naming import sources
from watchfloor.products.brief.passage import ELLIPSIS, passage, sentence_around
from watchfloor.products.brief.shape import Line, Piece
from watchfloor.reading.text.sentence import Sentence, sentences
from watchfloor.record.actor.recognition import distinct_names
from watchfloor.record.source.independence import Origins

_LONGEST = 300
"""Characters of a line: two sentences of a newspaper; what is cut stands in the note behind the line."""
_GAP = 45
"""Characters between two pieces of a saying that the reader rather lost than left out: a phrase in its midst."""
_BREAKS = re.compile(r"[\r\n\"“”„«»]|[.!?](?=\s)")
_CUE_REACH = 40
"""Characters between a cue and its content over which both still read as one clause: room for an object, a date."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A record by id. `disputed` maps a claim to the contradictions it is part of, `disputed_words` a document to its statements among those, `origins` counts independent sources, `opening` is each document's first claim, `confirmed` are the ids that a person accepted."""

    record: Record
    documents: dict[str, Document]
    claims: dict[str, Claim]
    actors: dict[str, Actor]
    sources: dict[str, Source]
    sentences: dict[str, tuple[Sentence, ...]]
    disputed: dict[str, tuple[Contradiction, ...]]
    disputed_words: dict[str, tuple[Statement, ...]]
    coverage: dict[str, Coverage]
    origins: Origins
    opening: dict[str, Claim]
    confirmed: frozenset[str]
    namesakes: dict[str, str]
    """What to call those actors who share a full name with another."""

    @classmethod
    def of(cls, record: Record) -> Ground:
        """Lay the record out."""
        used = {claim.document_id for claim in record.claims}
        disputed: dict[str, tuple[Contradiction, ...]] = {}
        for contradiction in record.contradictions:
            for claim in dict.fromkeys(contradiction.claims):
                disputed[claim] = (*disputed.get(claim, ()), contradiction)
        words: dict[str, tuple[Statement, ...]] = {}
        for said in (s for s in record.statements if s.id in disputed):
            words[said.document_id] = (*words.get(said.document_id, ()), said)
        return cls(
            record=record,
            documents=by_id(record.documents),
            claims={claim.id: claim for claim in record.claims},
            actors={actor.id: actor for actor in record.actors},
            sources=sources(record.documents, record.copies, record.not_read, record.ratings),
            sentences={d.id: sentences(d) for d in record.documents if d.id in used},
            disputed=disputed,
            disputed_words=words,
            coverage={fact.subject: fact for fact in record.coverage},
            opening={claim.document_id: claim for claim in reversed(record.claims)},
            origins=Origins.of_record(record),
            confirmed=frozenset(record.confirmed),
            namesakes=distinct_names(record.actors, by_id(record.documents)),
        )

    def name(self, actor: str | None) -> str:
        """The actor's canonical name, with what tells it from a namesake; the narrator is the outlet's own voice."""
        if actor is None:
            return "nobody named"
        if actor == NARRATOR:
            return "the outlet itself"
        return self.namesakes.get(actor) or (self.actors[actor].name if actor in self.actors else actor)

    def chosen(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids that the record holds, in order of publication, then of the record."""
        order = {d: n for n, d in enumerate(self.documents)}
        found = [self.claims[i] for i in ids if i in self.claims]
        return sorted(found, key=lambda c: (self._published(c.document_id), order[c.document_id], c.spans[0].start))

    def evidence(self, claim: Claim, spans: Sequence[Span] = ()) -> Evidence:
        """The claim's own spans in context, or `spans` of its document where they say it more exactly."""
        own = [s for s in spans if s.document_id == claim.document_id] or claim.spans
        document = self.documents[claim.document_id]
        return Evidence(
            claim=claim.id,
            source=self.sources[claim.document_id],
            spans=tuple((s.start, s.end) for s in own),
            passage=passage(document, own, self.sentences[claim.document_id]),
            confidence=claim.confidence,
            confirmed=claim.id in self.confirmed,
        )

    def each_document(self, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
        """One evidence a document: its first claim."""
        firsts: dict[str, Claim] = {}
        for claim in claims:
            firsts.setdefault(claim.document_id, claim)
        return tuple(self.evidence(claim) for claim in firsts.values())

    def words(self, claim: Claim, longest: int = _LONGEST) -> str:
        """The claim's own words on one line, its pieces joined by an ellipsis, cut at a word end."""
        text = self.documents[claim.document_id].text
        return balanced(shortened(_joined(_shown(text, *piece) for piece in _pieces(text, claim)), longest))

    def reported(self, claim: Statement, longest: int = _LONGEST) -> str:
        """What the claim's speaker said as it stands: a quotation alone, a paraphrase from its cue on ("accuses the allies of …")."""
        cue, begin = claim.cue, claim.content[0].start
        text = self.documents[claim.document_id].text
        quoted = claim.kind is StatementKind.DIRECT
        if quoted or cue is None or not cue.end <= begin <= cue.end + _CUE_REACH or "\n" in text[cue.end : begin]:
            return self.words(claim, longest)
        (_, end), *others = _pieces(text, claim)
        first = _shown(text, cue.start, end)
        return balanced(shortened(_joined((first, *(_shown(text, *piece) for piece in others))), longest))

    def bounds(self, span: Span) -> tuple[int, int]:
        """Where the sentence around `span` begins and ends."""
        text = self.documents[span.document_id].text
        return sentence_around(text, span.start, span.end, self.sentences[span.document_id])

    def sentence(self, span: Span, longest: int = _LONGEST) -> str:
        """The sentence around `span` on one line; where it is too long, as much of it as holds the span."""
        text = self.documents[span.document_id].text
        start, end = self.bounds(span)
        whole = flat(text[start:end])
        if len(whole) <= longest or min(span.end, span.start + longest // 2) - start <= longest:
            return balanced(shortened(whole, longest))
        cut = text.find(" ", span.start - longest // 3, span.start) + 1 or span.start
        return balanced(f"{ELLIPSIS} {shortened(flat(text[cut:end]), longest)}")

    def line(self, claim: Claim, text: str, *, quoted: bool = False, label: str | None = None) -> Line:
        """A line of one claim."""
        evidence = (self.evidence(claim),)
        return Line((Piece(text),), evidence, label=label, quoted=quoted, disputed=claim.id in self.disputed)

    def independent(self, claims: Iterable[Claim]) -> int:
        """How many independent sources the claims of one item have, as the record counts them."""
        return self.origins.count(claims)

    def reach(self, documents: Sequence[str], independent: int) -> str:
        """How widely something is reported: "reported by 3 independent sources (5 documents)"."""
        stated = all(self.sources[d].outlet_stated for d in documents)
        unnamed = "" if stated else ", outlet not stated" if len(documents) == 1 else ", outlets not stated"
        return f"reported by {many(independent, 'independent source')} ({many(len(documents), 'document')}{unnamed})"

    def _published(self, document_id: str) -> str:
        """A key to sort by: documents without a date come last."""
        published = self.documents[document_id].published
        known = (published.earliest or published.latest) if published else None
        return known.isoformat() if known else "~"


def many(count: int, noun: str) -> str:
    """1 document, 2 documents."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _pieces(text: str, claim: Claim) -> list[tuple[int, int]]:
    """Where the claim's words stand; the pieces of a saying with a few words between them, as one.

    A quotation stays broken where its speaker is named in its midst; a paraphrase reads better whole ("The repairs are expected to take months").
    """
    pieces = [(s.start, s.end) for s in claim.spans]
    if not isinstance(claim, Statement):
        return pieces
    around = [s for s in (claim.cue, claim.source) if s] if claim.kind is StatementKind.DIRECT else []
    joined = pieces[:1]
    for start, end in pieces[1:]:
        low = joined[-1][1]
        told = any(s.start < start and low < s.end for s in around)
        if 0 <= start - low <= _GAP and not told and not _BREAKS.search(text, low, start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _shown(text: str, start: int, end: int) -> str:
    """A stretch with the closing mark of a quotation that it opens."""
    return text[start : taken_in(text, start, end)]


def flat(text: str) -> str:
    """The text on one line, runs of white space as one space."""
    return " ".join(text.split())


def _joined(pieces: Iterable[str]) -> str:
    """The pieces of a broken quotation on one line, without the commas at which it was broken."""
    flattened = [flat(piece) for piece in pieces]
    return f" {ELLIPSIS} ".join(piece.strip(" ,;") or piece for piece in flattened)


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word end with an ellipsis where it is longer than that."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", longest // 2, longest)
    return f"{text[: cut if cut > 0 else longest].rstrip(' ,;:–-')} {ELLIPSIS}"
