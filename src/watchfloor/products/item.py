"""Item: one thing of a record, found by its id, with what is known about it and the words it stands on.

In go a Record and an id, or the beginning of one; out comes an Item whose evidence is spans of documents, whatever kind
of thing it is. Nothing is laid out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from watchfloor.model.actor import Actor
from watchfloor.model.claim import NARRATOR, Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.document import Document
from watchfloor.model.issue import label
from watchfloor.model.judgement import Held
from watchfloor.model.record import Contradiction, FigureGroup, Grounds, Incident, Record, Story, Utterance
from watchfloor.model.sourcing import Reliability
from watchfloor.model.span import Span
from watchfloor.model.when import When
from watchfloor.products.brief.dating import interval, moment
from watchfloor.products.brief.naming import rated_by
from watchfloor.products.item_sources import source_facts
from watchfloor.products.judgement_log import decided, entry
from watchfloor.record.actor.recognition import namesakes, weakest
from watchfloor.record.judgement.thing import Thing, thing
from watchfloor.record.linking.comparison import Comparison
from watchfloor.record.source.reliability import rating_of

UNNAMED = "nobody named"
"""Where a speaker would stand, of whom the text says nothing."""

_KINDS = {Statement: "statement", IncidentReport: "incident report", Position: "position", Figure: "figure"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one document that the item stands on; `label` says what of it they are ("said by …", one side)."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the record. `facts` are names and values in the order of reading, None where unknown."""

    kind: str
    id: str
    facts: tuple[tuple[str, str | None], ...]
    evidence: tuple[Evidence, ...]


def find(record: Record, wanted: str) -> Item:
    """The item whose id is `wanted`, or the only one whose id begins so.

    Raises:
        NotFound: none does, or several do.
    """
    known = thing(record, wanted)
    item = _item(record, known)
    return replace(item, facts=(*item.facts, *decided(record, known.id)))


def _name(record: Record, actor: str | None) -> str:
    """What to call the actor of that id; the narrator and an unnamed speaker are called so."""
    if actor is None:
        return UNNAMED
    if actor == NARRATOR:
        return "the article itself"
    return next((known.name for known in record.actors if known.id == actor), actor)


def _item(record: Record, one: Thing) -> Item:
    facts: Iterable[tuple[str, str | None]]
    evidence: Iterable[Evidence] = ()
    match one:
        case Document():
            kind, facts = "document", (*_document(one), ("Reliability", _reliability(record, one)))
        case Statement() | IncidentReport() | Position() | Figure():
            kind, facts, evidence = _KINDS[type(one)], _claim(record, one), (Evidence("", one.spans),)
        case Actor():
            kind, facts, evidence = "actor", (*_actor(one), *_recognised(record, one)), _mentions(one)
        case Contradiction():
            kind, facts, evidence = "contradiction", _contradiction(one), _sides(one)
        case Utterance():
            kind, facts, evidence = "utterance", _utterance(record, one), _claims(record, one.statements)
            facts, evidence = _sourced(record, one.statements, facts, evidence)
        case Incident():
            kind, facts, evidence = "incident", _incident(record, one), _claims(record, (*one.reports, *one.figures))
            facts, evidence = _sourced(record, one.reports, facts, evidence)
        case FigureGroup():
            kind, facts, evidence = "figures", (("Of", one.of),), _claims(record, one.figures)
            facts, evidence = _sourced(record, one.figures, facts, evidence)
        case Story():
            mine = [d for d in record.documents if d.id in one.documents]
            told = [("Document", " · ".join(w for w in (d.short_id, d.outlet, d.headline) if w)) for d in mine]
            kind, facts = "story", (("Title", one.title), *told)
        case Held():
            kind, facts, evidence = "judgement", entry(record, one).facts, _judged(record, one)
    return Item(kind, one.id, tuple(facts), tuple(evidence))


def _document(document: Document) -> tuple[tuple[str, str | None], ...]:
    return (
        ("Headline", document.headline),
        ("Outlet", document.outlet),
        ("Author", document.author),
        ("Published", moment(document.published)),
        ("Address", document.url),
        ("Origin", document.origin),
        ("Language", document.language),
        ("Acquired", document.fetched_at.isoformat(timespec="seconds")),
    )


def _reliability(record: Record, document: Document) -> str:
    rating = rating_of(document.outlet, record.ratings)
    return (
        f"{rating.reliability.name}, {rating.reliability.value}; rated {rated_by(rating)}"
        if rating
        else f"F, {Reliability.F.value}; nobody rated it"
    )


def _claim(record: Record, claim: Claim) -> Iterator[tuple[str, str | None]]:
    match claim:
        case Statement():
            yield "Kind", claim.kind
            yield "Speaker", _name(record, claim.speaker)
            yield "Via", claim.via
            yield "Stance", "; ".join(f"{label(toward)}: {polarity}" for toward, polarity in claim.stance)
        case IncidentReport():
            yield "Type", _type(claim)
            yield "Status", claim.status
            yield "When", _when(claim.when)
            yield "Where", ", ".join(place.name for place in claim.where)
            for blame in claim.blamed:
                yield "Blamed", f"{_name(record, blame.actor)}, {blame.hedge} by {_name(record, blame.by)}"
        case Position():
            yield "Actor", _name(record, claim.actor)
            yield "Toward", label(claim.toward)
            yield "Polarity", claim.polarity
        case Figure():
            yield "Value", _amount(claim)
            yield "Of", claim.of
            yield "Asserted by", _name(record, claim.asserted_by)
    yield "Reader", f"{claim.reader}, confidence {claim.confidence:.2f}"


def _actor(actor: Actor) -> tuple[tuple[str, str | None], ...]:
    roles = "; ".join(dict.fromkeys(role.text for role in actor.roles))
    also = "; ".join(alias for alias in actor.aliases if alias != actor.name)
    parts = ", ".join(actor.members)
    return ("Name", actor.name), ("Type", actor.type), ("Also", also), ("Roles", roles), ("Parts", parts)


def _recognised(record: Record, actor: Actor) -> Iterator[tuple[str, str | None]]:
    """Why a person of several stories is one, by the least sure of them, and who else bears the name."""
    least = weakest(actor, record)
    if least:
        yield (
            "Joined",
            f"one person in {least.stories} stories; least sure is {least.story}: {_weighed(least.comparison)}",
        )
    for other in namesakes(actor, record):
        yield "Not joined", f"{other.actor.id} has the same name: {_weighed(other.comparison)}"


def _weighed(found: Comparison) -> str:
    return f"{found.why} ({found.score:.2f})"


def _mentions(actor: Actor) -> Iterator[Evidence]:
    """The first mention in each document, and every role."""
    for spans in _by_document(actor.mentions):
        yield Evidence("mention", spans[:1])
    for role in actor.roles:
        yield Evidence("role", (role.span,))


def _sides(found: Contradiction) -> Iterator[Evidence]:
    for side in found.sides:
        for spans in _by_document(side.spans):
            yield Evidence(side.value, spans)


def _contradiction(found: Contradiction) -> tuple[tuple[str, str | None], ...]:
    return ("Kind", found.kind), ("Strength", found.strength), ("What", found.explain)


def _sourced(
    record: Record, ids: tuple[str, ...], facts: Iterable[tuple[str, str | None]], evidence: Iterable[Evidence]
) -> tuple[Iterable[tuple[str, str | None]], Iterable[Evidence]]:
    """The item's facts with its sources before the links, and behind its words those of credit."""
    claims = {claim.id: claim for claim in record.claims}
    sources, credits_ = source_facts(record, [claims[i] for i in ids])
    known = list(facts)
    joined = [fact for fact in known if fact[0] == "Joined"]
    own = [fact for fact in known if fact[0] != "Joined"]
    return [*own, *sources, *joined], [*evidence, *(Evidence(label, spans) for label, spans in credits_)]


def _utterance(record: Record, utterance: Utterance) -> tuple[tuple[str, str | None], ...]:
    speakers = " / ".join(_name(record, speaker) for speaker in utterance.speakers)
    return ("Speaker", speakers or _name(record, None)), *_links(utterance)


def _incident(record: Record, incident: Incident) -> tuple[tuple[str, str | None], ...]:
    where = ", ".join(dict.fromkeys(place.name for place in incident.where))
    known = ("Type", _type(incident)), ("Status", incident.status), ("When", _when(incident.when)), ("Where", where)
    return *known, *(("Said", _ground(record, one)) for one in incident.grounds), *_links(incident)


def _ground(record: Record, found: Grounds) -> str:
    """What a status stands on: "occurred: 3 reports, in the words of the narrator and Orla Venn"."""
    voices = ", ".join("the document itself" if who == NARRATOR else _name(record, who) for who in found.by)
    return f"{found.status}: {len(found.reports)} {'report' if len(found.reports) == 1 else 'reports'}, in the words of {voices}"


def _links(group: Utterance | Incident) -> tuple[tuple[str, str | None], ...]:
    return tuple(("Joined", f"{link.first} and {link.second}: {link.why}") for link in group.links)


def _claims(record: Record, ids: tuple[str, ...]) -> Iterator[Evidence]:
    claims = {claim.id: claim for claim in record.claims}
    for one in ids:
        yield Evidence(_heading(record, claims[one]), claims[one].spans)


def _judged(record: Record, held: Held) -> Iterator[Evidence]:
    """The words of every claim and actor that it was made about and that is still there."""
    claims = {claim.id: claim for claim in (*record.claims, *record.rejected)}
    for part in held.judgement.parts:
        if part in claims:
            yield Evidence(_heading(record, claims[part]), claims[part].spans)


def _heading(record: Record, claim: Claim) -> str:
    match claim:
        case Statement():
            return f"{claim.id}, {_name(record, claim.speaker)}"
        case Figure():
            return f"{claim.id}, {_amount(claim)}"
        case IncidentReport():
            return f"{claim.id}, {claim.status}"
        case Position():
            return claim.id


def _type(thing: IncidentReport | Incident) -> str:
    return thing.type.replace("_", " ") + ("" if thing.specific else " (a pattern, not one event)")


def _when(when: When | None) -> str | None:
    return interval(when) if when else None


def _amount(figure: Figure) -> str:
    ends = [f"{end:,.10g}" for end in (figure.value, figure.value_high) if end is not None]
    return ("about " if figure.approx else "") + (" to ".join(ends) or "no number") + f" {figure.unit}"


def _by_document(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    for _, group in groupby(sorted(spans), key=lambda span: span.document_id):
        yield tuple(group)
