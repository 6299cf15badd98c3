"""Sourcing: a count of independent sources with the reasons behind it, the path of a saying, and the grade of an item.

In go the ground and the claims of one item, out comes what backs it. Counts and reasons are the record's (`record.independence`, `record.path`,
`record.credibility`); here they get the names and notes of the brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from watchfloor.model.claim import Claim, Statement
from watchfloor.model.sourcing import Bond, Credibility, Grade, Independence, Path, Reason, Step
from watchfloor.model.span import Span
from watchfloor.products.brief import dating
from watchfloor.products.brief.backing import Because, Leg, Origin, Sourcing
from watchfloor.products.brief.bounds import VERSIONS
from watchfloor.products.brief.evidence import Evidence
from watchfloor.products.brief.ground import Ground, many
from watchfloor.products.brief.versions import Versions
from watchfloor.record.source.credibility import grade, tallied
from watchfloor.record.source.independence import why
from watchfloor.record.source.path import path

_WHOLE = frozenset({Bond.COPY, Bond.OUTLET})
"""Reasons that hold for documents as wholes."""
_FIRST = {Bond.INTERVIEW: "spoken to", Bond.VENUE: "said on"}
"""Where the words of a path were first; of all other credits it is a report that is credited."""


def sourcing(
    ground: Ground,
    claims: Sequence[Claim],
    *,
    summary: str | None = None,
    graded: bool = True,
    told: Versions | None = None,
) -> Sourcing:
    """What backs the item of these claims, which are in order of publication; of statements with their path. Of an utterance whose versions are `told` the loose ones back nothing, and are counted by themselves."""
    rest = [c for c in claims if told and c.id in told.loose]
    claims = [c for c in claims if not (told and c.id in told.loose)]
    found = ground.origins.of_claims(claims)
    said = [c for c in claims if isinstance(c, Statement)]
    went = path(said, ground.origins) if said else None
    documents = sum(len(source.documents) for source in found.sources)
    others = len({c.document_id for c in rest})
    return Sourcing(
        summary=summary or f"{counted(found.count, documents)}{also(others)}",
        independent=found.count,
        documents=documents,
        origins=_origins(ground, found),
        grade=grade_of(ground, told.first_shown(claims) if told else claims, rest) if graded else None,
        first=_first(went) if went else None,
        legs=tuple(_leg(ground, step, number) for number, step in enumerate(went.steps)) if went else (),
        loose=others,
    )


def sourcing_of_documents(ground: Ground, documents: Iterable[str], summary: str) -> Sourcing:
    """What whole documents are as sources, whatever they say."""
    found = ground.origins.of_documents(documents)
    total = sum(len(source.documents) for source in found.sources)
    return Sourcing(summary, found.count, total, _origins(ground, found))


def grade_of(ground: Ground, claims: Sequence[Claim], loose: Sequence[Claim] = ()) -> Grade:
    """The credibility of the item of these claims; `loose` ones say something like it."""
    return grade(tallied(claims, ground.disputed, ground.claims, ground.origins, loose))


def graded(found: Grade) -> str:
    """A grade in a few words: the code is never shown without them."""
    code = found.credibility
    return (
        "credibility 6: cannot be judged" if code is Credibility.UNJUDGED else f"credibility {code.value}: {code.words}"
    )


def counted(independent: int, documents: int) -> str:
    """So many independent sources, and of how many documents where that is another number."""
    sources = many(independent, "independent source")
    return sources if independent == documents else f"{sources} ({many(documents, 'document')})"


def also(loose: int) -> str:
    """How many documents say something like it; nothing where none does."""
    return (
        f"; {loose} more {'document says' if loose == 1 else 'documents say'} something like it and {'is' if loose == 1 else 'are'} not counted"
        if loose
        else ""
    )


def _origins(ground: Ground, found: Independence) -> tuple[Origin, ...]:
    return tuple(
        Origin(
            tuple(ground.sources[d].label for d in source.documents),
            tuple(_because(ground, reason) for reason in source.reasons),
        )
        for source in found.sources
    )


def _because(ground: Ground, reason: Reason) -> Because:
    text = why(reason, lambda d: ground.sources[d].label, ground.name)
    return Because(text, _shown(ground, reason.spans[:VERSIONS]), whole=reason.bond in _WHOLE)


def _first(went: Path) -> str | None:
    """Where the words were spoken or first reported, and how many documents say so."""
    if not went.first:
        return None
    crediting = sum(bool(set(step.credits) & set(went.first)) for step in went.steps)
    says = "the document says" if len(went.steps) == 1 else f"{crediting} of {len(went.steps)} documents say"
    return f"{_FIRST.get(went.bond or Bond.CREDIT, 'first reported by')} {listed(went.first)}, as {says}"


def _leg(ground: Ground, step: Step, number: int) -> Leg:
    source = ground.sources[step.document]
    known = [f"credits {listed(step.credits)}"] if step.credits else []
    known += [f"shares its text with {listed([ground.sources[d].label for d in step.copies])}"] if step.copies else []
    rendered = [ground.sources[d].label for d in step.renders]
    known += [f"tells what {listed(rendered)} told, in other words"] if rendered else []
    has_it_from = "; ".join(known) or "credits nobody"
    published = dating.interval(step.published) if step.published else None
    return Leg(source.label, published, has_it_from, _shown(ground, step.spans[:1]) if number < VERSIONS else ())


def _shown(ground: Ground, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """The words in their sentences; under the first claim of their document, so that one credit of many sayings has one note."""
    return tuple(ground.evidence(ground.opening[s.document_id], (s,)) for s in spans if s.document_id in ground.opening)


def listed(words: Sequence[str]) -> str:
    """A, b and c."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
