"""Independence: how many sources documents are, and for what reason several of them are one.

In go documents, the copies found among them, claims and actors; out come Origins, which group any documents or claims. Documents that copy one another, directly or over
others, are one source, and so are those that render one text in other words (see `rendering`) and those of one outlet; where the outlet is unknown a document stands for itself. Documents that carry an item are one source of that item where they
credit one outlet, agency or interview for it (or one credits the other's outlet), name one occasion on which it was said, or have an event or figure on one actor's word
alone. That holds for that item: two outlets that shared an agency's text once stay two sources of what each reported itself.

The count errs on both sides and says so: a document that takes its news from elsewhere without saying so counts as a source of its own; two
outlets that heard one speech and both name the occasion count as one source of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Statement
from watchfloor.model.copy import Copy
from watchfloor.model.document import Document
from watchfloor.model.record import Record
from watchfloor.model.rendering import Rendering
from watchfloor.model.sourcing import Bond, Independence, OneSource, Reason
from watchfloor.record.source.press_name import press_key
from watchfloor.record.source.rests import Rest, Rests
from watchfloor.record.text.wording import fold

_ORDER = tuple(Bond)


@dataclass(frozen=True, slots=True)
class Sources:
    """For each document the text that it is a copy of (itself, if of none), the article that this text renders as others do, and its outlet (empty where it is unknown)."""

    text: Mapping[str, str]
    article: Mapping[str, str]
    outlet: Mapping[str, str]

    @classmethod
    def of(
        cls, documents: Collection[Document], copies: Iterable[Copy], renderings: Iterable[Rendering] = ()
    ) -> Sources:
        """The sources of `documents`; copies and renderings of documents that are not among them are passed over."""
        known = {document.id for document in documents}
        copied = [(c.first, c.second) for c in copies if c.first in known and c.second in known]
        rendered = [(r.first, r.second) for r in renderings if r.first in known and r.second in known]
        outlets = {d.id: outlet_key(d.outlet) for d in documents}
        return cls(_roots(known, copied), _roots(known, [*copied, *rendered]), outlets)

    def independent(self, documents: Iterable[str]) -> int:
        """How many independent sources these documents are, judged by themselves alone."""
        return len(_groups(sorted(set(documents)), {d: self.marks(d) for d in set(documents)}))

    def marks(self, document: str) -> list[str]:
        """What ties the document to others by itself alone."""
        return [
            f"article {self.article[document]}",
            *([f"outlet {self.outlet[document]}"] if self.outlet[document] else []),
        ]


@dataclass(frozen=True, slots=True)
class Ties:
    """For each document that carries an item the marks that tie it to others, and what its claims rest on."""

    marks: Mapping[str, Sequence[str]]
    rests: Mapping[str, tuple[Rest, ...]]

    def count(self, documents: Collection[str] | None = None) -> int:
        """How many independent sources the documents are, all of them or those given."""
        return len(self.groups(documents))

    def groups(self, documents: Collection[str] | None = None) -> list[tuple[str, ...]]:
        """The documents in groups that count once, in their own order."""
        return _groups([d for d in self.marks if documents is None or d in documents], self.marks)


@dataclass(frozen=True, slots=True)
class Origins:
    """Where documents and claims come from."""

    sources: Sources
    rests: Rests
    copies: tuple[Copy, ...]
    renderings: tuple[Rendering, ...] = ()

    @classmethod
    def of(
        cls,
        documents: Collection[Document],
        copies: Iterable[Copy],
        statements: Iterable[Statement] = (),
        actors: Iterable[Actor] = (),
        renderings: Iterable[Rendering] = (),
    ) -> Origins:
        """The origins in a record of these."""
        kept, told = tuple(copies), tuple(renderings)
        return cls(Sources.of(documents, kept, told), Rests.of(documents, statements, actors), kept, told)

    @classmethod
    def of_record(cls, record: Record) -> Origins:
        """The origins in a record."""
        return cls.of(record.documents, record.copies, record.statements, record.actors, record.renderings)

    def count(self, claims: Iterable[Claim]) -> int:
        """How many independent sources the claims of one item have."""
        return self.ties(claims).count()

    def of_claims(self, claims: Iterable[Claim]) -> Independence:
        """The sources of one item, whose claims these are, with the reasons."""
        return self._account(self.ties(claims))

    def of_documents(self, documents: Iterable[str]) -> Independence:
        """The sources that whole documents are, whatever they say."""
        return self._account(self._tied({d: self.rests.of_document(d) for d in dict.fromkeys(documents)}))

    def ties(self, claims: Iterable[Claim]) -> Ties:
        """What ties the documents that carry one item, whose claims these are."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            found[claim.document_id].append(claim)
        if len(found) == 1:  # the usual case, and nothing to tie
            return Ties(dict.fromkeys(found, ()), dict.fromkeys(found, ()))
        return self._tied({d: self.rests.of_claims(own) for d, own in found.items()})

    def _tied(self, rests: dict[str, tuple[Rest, ...]]) -> Ties:
        credited = {rest.key for found in rests.values() for rest in found}
        marks = {d: (*self.sources.marks(d), *(r.key for r in found)) for d, found in rests.items()}
        return Ties(
            {d: (*own, key) if (key := self.own_key(d)) in credited else own for d, own in marks.items()}, rests
        )

    def laid_out(self, document: str) -> tuple[object, ...]:
        """Everything beside its own words that tells what the document's claims count as: equal, the same claims are the same sources."""
        return self.sources.article[document], self.rests.spoken(document)

    def own_key(self, document: str) -> str:
        """The key under which others credit the document's outlet."""
        return f"press {press_key(self.rests.documents[document].outlet or '')}"

    def _account(self, ties: Ties) -> Independence:
        groups = ties.groups()
        return Independence(tuple(OneSource(g, self._reasons(g, ties.rests) if len(g) > 1 else ()) for g in groups))

    def _reasons(self, group: tuple[str, ...], rests: Mapping[str, tuple[Rest, ...]]) -> tuple[Reason, ...]:
        found = [*self._copied(group), *self._rendered(group), *self._of_one_outlet(group)]
        by_key: dict[str, list[tuple[str, Rest]]] = defaultdict(list)
        for document in group:
            for rest in rests[document]:
                by_key[rest.key].append((document, rest))
        for key, resting in by_key.items():
            own = [d for d in group if self.own_key(d) == key]
            tied = tuple(d for d in group if d in own or d in {d for d, _ in resting})
            if len(tied) > 1:
                bond = min((rest.bond for _, rest in resting), key=_ORDER.index)
                spans = tuple(dict.fromkeys(span for _, rest in resting for span in rest.spans))
                found.append(Reason(bond, tied, resting[0][1].on, spans))
        return tuple(sorted(found, key=lambda r: _ORDER.index(r.bond)))

    def _copied(self, group: tuple[str, ...]) -> list[Reason]:
        """One reason for each text that several of the documents share, with how alike they are where they were compared with one another."""
        same: dict[str, list[str]] = defaultdict(list)
        for document in group:
            same[self.sources.text[document]].append(document)
        found = []
        for documents in same.values():
            if len(documents) > 1:
                inside = set(documents)
                alike = [c.similarity for c in self.copies if c.first in inside and c.second in inside]
                found.append(Reason(Bond.COPY, tuple(documents), "", similarity=max(alike, default=None)))
        return found

    def _rendered(self, group: tuple[str, ...]) -> list[Reason]:
        """One reason for each article of which the documents have several texts, with the quotations of those that were compared with one another."""
        same: dict[str, list[str]] = defaultdict(list)
        for document in group:
            same[self.sources.article[document]].append(document)
        found = []
        for documents in same.values():
            if len({self.sources.text[d] for d in documents}) > 1:
                inside = set(documents)
                own = [r for r in self.renderings if r.first in inside and r.second in inside]
                best = max(own, key=lambda r: r.share, default=None)
                on = best.why if best else ""
                spans = tuple(dict.fromkeys(span for r in own for span in r.spans))
                on = f"of the two most alike {on}" if len(own) > 1 else on
                found.append(Reason(Bond.RENDERING, tuple(documents), on, spans, best.share if best else None))
        return found

    def _of_one_outlet(self, group: tuple[str, ...]) -> list[Reason]:
        same: dict[str, list[str]] = defaultdict(list)
        for document in group:
            if key := self.sources.outlet[document]:
                same[key].append(document)
        names = self.rests.documents
        return [
            Reason(Bond.OUTLET, tuple(documents), names[documents[0]].outlet or key)
            for key, documents in same.items()
            if len(documents) > 1
        ]


def why(reason: Reason, document: Callable[[str], str], actor: Callable[[str], str]) -> str:
    """The reason as a sentence; the callables name documents and actors by their ids."""
    named = list(dict.fromkeys(map(document, reason.documents)))
    on = actor(reason.on) if reason.bond is Bond.WORD else reason.on
    if reason.bond is Bond.RENDERING:
        on = f": {on}" if on else ""
    alike = "" if reason.similarity is None else f" ({reason.similarity:.0%} of it)"
    if reason.bond is Bond.OUTLET:
        return f"{_many(reason.documents)} are of one outlet, {on}."
    return f"{_listed(named)} {_TIES[reason.bond].format(on=on, alike=alike)}."


def outlet_key(outlet: str | None) -> str:
    """An outlet's name as it is compared: "www.The-Post.com" and "the-post.com" are one. Empty where it is unknown."""
    words = fold(outlet or "").strip().removeprefix("https://").removeprefix("www.").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _groups(documents: Iterable[str], marks: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The documents in groups that share marks, directly or over others, in their own order."""
    chosen = list(documents)
    first: dict[str, str] = {}
    roots = _roots(chosen, [(first.setdefault(mark, d), d) for d in chosen for mark in marks[d]])
    groups: dict[str, list[str]] = defaultdict(list)
    for document in chosen:
        groups[roots[document]].append(document)
    return [tuple(group) for group in groups.values()]


_TIES = {
    Bond.COPY: "share one text{alike}",
    Bond.TRANSLATION: "reprint or translate one article of {on}",
    Bond.RENDERING: "tell one text in other words, as translations of it do{alike}{on}",
    Bond.INTERVIEW: "rest on words spoken to {on}",
    Bond.CREDIT: "rest on a report of {on}",
    Bond.VENUE: "report words spoken on one occasion: {on}",
    Bond.WORD: "have it on the word of {on} alone",
}
_NAMED = 8
"""Documents that a sentence names; of more it says how many more."""


def _listed(words: Sequence[str]) -> str:
    shown = list(words) if len(words) <= _NAMED else [*words[: _NAMED - 1], f"{len(words) - _NAMED + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _many(documents: Sequence[str]) -> str:
    return "Both" if len(documents) == 2 else f"All {len(documents)}"  # noqa: PLR2004 - a pair has its own word


def _roots(keys: Iterable[str], bonds: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each key the smallest key that bonds tie it to."""
    root = {key: key for key in keys}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for first, second in sorted(bonds):
        a, b = find(first), find(second)
        root[max(a, b)] = min(a, b)
    return {key: find(key) for key in root}
