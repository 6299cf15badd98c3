"""Rests: on whom a document's claims rest, as far as the document says.

In go a record's documents and claims, out come for one document's claims of one item the outlets, occasions and actors that they rest on, each on the
words that say so. An interview is credited once in an article: it holds for everything that its article quotes of that speaker. Silence is no
credit: what a document takes from elsewhere without saying so is not seen here, and neither is a credit that stands a sentence before an event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import NARRATOR, Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.document import Document, by_id
from watchfloor.model.sourcing import Bond
from watchfloor.model.span import Span, hull
from watchfloor.record.source.credit import Credit, CreditKind, credits_of
from watchfloor.record.source.press_name import press_key, press_named

_SPEAKS = frozenset({ActorType.PERSON, ActorType.ANONYMOUS})
"""Who is interviewed; where nobody of these is quoted near the credit, whoever is."""
_BOND = {
    CreditKind.INTERVIEW: Bond.INTERVIEW,
    CreditKind.REPORT: Bond.CREDIT,
    CreditKind.WIRE: Bond.CREDIT,
    CreditKind.TRANSLATION: Bond.TRANSLATION,
    CreditKind.POST: Bond.VENUE,
}


@dataclass(frozen=True, slots=True)
class Rest:
    """What claims rest on: `key` ties two documents, `on` is its name (an actor's id where `bond` is WORD)."""

    bond: Bond
    key: str
    on: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Rests:
    """The statements of each document, and of actors what they are. `interviewed` remembers whose interview a credit means."""

    documents: Mapping[str, Document]
    statements: Mapping[str, tuple[Statement, ...]]
    actors: Mapping[str, Actor]
    interviewed: dict[Credit, str | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, documents: Iterable[Document], statements: Iterable[Statement], actors: Iterable[Actor]) -> Rests:
        """Laid out for looking up."""
        said: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            said[statement.document_id].append(statement)
        return cls(by_id(documents), {d: tuple(found) for d, found in said.items()}, {a.id: a for a in actors})

    def of_claims(self, claims: Sequence[Claim]) -> tuple[Rest, ...]:
        """What these claims, all of one document and one item, rest on; reports and figures only what all of them rest on."""
        each = [self._of_claim(claim) for claim in claims]
        shared = frozenset.intersection(*(frozenset(r.key for r in found) for found in each))
        kept: dict[str, Rest] = {}
        for claim, found in zip(claims, each, strict=True):
            for rest in found:
                if isinstance(claim, Statement) or rest.key in shared:
                    kept.setdefault(rest.key, rest)
        for rest in self.of_document(claims[0].document_id):
            kept.setdefault(rest.key, rest)
        return tuple(kept.values())

    def spoken(self, document_id: str) -> tuple[object, ...]:
        """The document's statements, and what their speakers are."""
        said = self.statements.get(document_id, ())
        return (said, tuple(self.actors[s.speaker].type for s in said if s.speaker and s.speaker in self.actors))

    def of_document(self, document_id: str) -> tuple[Rest, ...]:
        """What the whole document rests on: an agency at its head or foot, the original that it translates or reprints."""
        return tuple(_rest(c) for c in credits_of(self.documents[document_id]) if c.is_whole)

    def _of_claim(self, claim: Claim) -> list[Rest]:
        if isinstance(claim, Statement):
            return self._of_statement(claim)
        found = [_rest(c) for c in self._beside(claim)]
        holding = [s for s in self.statements.get(claim.document_id, ()) if _holds(s, claim)]
        found += [rest for s in holding for rest in self._of_statement(s)]
        # Two people may speak of one event on one occasion: of events and numbers the occasion says nothing.
        found = [rest for rest in found if rest.bond is not Bond.VENUE]
        word = next((s for s in holding if s.speaker), None)
        if isinstance(claim, Figure) and claim.asserted_by != NARRATOR:
            found.append(Rest(Bond.WORD, f"word {claim.asserted_by}", claim.asserted_by, (claim.span,)))
        elif word is not None and word.speaker is not None:
            found.append(Rest(Bond.WORD, f"word {word.speaker}", word.speaker, (_naming(word),)))
        return found

    def _of_statement(self, statement: Statement) -> list[Rest]:
        """The outlet or occasion that its sentence names, else the interview that its article credits for its speaker."""
        found = [_rest(c) for c in self._beside(statement)]
        if statement.via is not None and press_key(statement.via) not in {press_key(r.on) for r in found}:
            found.append(self._via(statement, statement.via))
        return found or [_rest(c) for c in self._interviews(statement)]

    def _via(self, statement: Statement, via: str) -> Rest:
        """What the reader found, on the article's words for it where it has them, else on the statement's own."""
        mine = [c for c in credits_of(self.documents[statement.document_id]) if c.key == press_key(via)]
        if mine:
            return _rest(mine[0])
        bond = Bond.CREDIT if press_named(via) else Bond.VENUE
        return Rest(bond, f"press {press_key(via)}", via, (statement.content[0],))

    def _beside(self, claim: Claim) -> list[Credit]:
        """The credits in the sentences that the claim touches."""
        whole = (
            hull((*claim.spans, *(s for s in (claim.cue, claim.source) if s)))
            if isinstance(claim, Statement)
            else hull(claim.spans)
        )
        return [
            c
            for c in credits_of(self.documents[claim.document_id])
            if not c.is_whole and c.sentence[0] < whole.end and whole.start < c.sentence[1] and self._fits(c, claim)
        ]

    def _fits(self, credit: Credit, claim: Claim) -> bool:
        """Whether the credit is for this claim: an interview is for its speaker's words and for nobody else's."""
        if credit.kind is CreditKind.POST and any(s.overlaps(credit.span) for s in claim.spans):
            return False  # somebody speaks of a post, and not in one
        if credit.kind is not CreditKind.INTERVIEW:
            return True
        speaker = self._interviewed(credit)
        if isinstance(claim, Statement):
            return speaker is None or claim.speaker in {None, speaker}
        return False

    def _interviews(self, statement: Statement) -> list[Credit]:
        """The interviews that the article credits for this speaker."""
        if statement.speaker is None:
            return []
        return [
            c
            for c in credits_of(self.documents[statement.document_id])
            if c.kind is CreditKind.INTERVIEW and self._interviewed(c) == statement.speaker
        ]

    def _interviewed(self, credit: Credit) -> str | None:
        if credit not in self.interviewed:
            self.interviewed[credit] = self._found_interviewed(credit)
        return self.interviewed[credit]

    def _found_interviewed(self, credit: Credit) -> str | None:
        """Who gave the interview: whose verb of saying is the credit's own ("told Reuters"), else of those quoted in its sentence, else in its paragraph, the most quoted."""
        text = self.documents[credit.span.document_id].text
        low = text.rfind("\n", 0, credit.span.start) + 1
        high = text.find("\n", credit.span.end)
        near = [
            s
            for s in self.statements.get(credit.span.document_id, ())
            if s.speaker and low <= s.content[0].start and (high < 0 or s.content[-1].end <= high + 1)
        ]
        people = [s for s in near if (a := self.actors.get(s.speaker or "")) and a.type in _SPEAKS]
        often = Counter(s.speaker for s in self.statements.get(credit.span.document_id, ()))
        chosen = min(people or near, key=lambda s: (*_near(s, credit), -often[s.speaker], s.id), default=None)
        return chosen.speaker if chosen else None


def _near(statement: Statement, credit: Credit) -> tuple[bool, bool]:
    """A key to sort by: the credit's own verb before its sentence before its paragraph."""
    cue = statement.cue is not None and credit.span.overlaps(statement.cue)
    whole = hull((*statement.content, *(s for s in (statement.cue, statement.source) if s)))
    return not cue, not (credit.sentence[0] < whole.end and whole.start < credit.sentence[1])


def _rest(credit: Credit) -> Rest:
    return Rest(_BOND[credit.kind], f"press {credit.key}", credit.outlet, (credit.span,))


def _holds(statement: Statement, claim: IncidentReport | Figure | Position) -> bool:
    """Whether everything that the claim stands on lies within the statement's words."""
    around = hull(statement.content)
    return all(around.covers(span) for span in claim.spans)


def _naming(statement: Statement) -> Span:
    """The words that name who speaks, else the verb, else the words spoken."""
    return statement.source or statement.cue or statement.content[0]
