"""Number: figures of different documents that count one thing and can't, or can hardly, all be right.

In go figure groups, out come findings. Bounds, ranges and rounding are respected (see `quantity`). Counts grow: where the documents were published on
different days a disagreement is a tension.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import Figure
from watchfloor.model.record import ContradictionKind, FigureGroup, Strength
from watchfloor.record.contradiction.finding import Finding, Setting, capital, shortened, side
from watchfloor.record.count.quantity import Bounds, Relation, bounds, relate
from watchfloor.record.text.texts import Texts

_MANY = 100
"""Figures of one group up to which all pairs are looked at."""
_BEFORE = 40
"""Characters before a figure that may say "at least"."""


def find(groups: Iterable[FigureGroup], figures: Mapping[str, Figure], setting: Setting) -> list[Finding]:
    """Groups whose figures do not all fit, with one side for each number."""
    return [
        finding
        for group in groups
        if (finding := _disagreement(group.of, [figures[key] for key in group.figures], setting))
    ]


def _disagreement(of: str, members: Sequence[Figure], setting: Setting) -> Finding | None:
    limits = {f.id: limit for f in members if (limit := _bounds(f, setting.texts))}
    mixed = _of_several_things(members, limits)
    known = [f for f in members if f.id in limits and f.document_id not in mixed]
    told = known if len(known) <= _MANY else _one_each(known, limits, setting.texts)
    worst: dict[str, Relation] = {}
    same_day = False
    relations = {(a.id, b.id): relate(limits[a.id], limits[b.id]) for a, b in combinations(told, 2)}
    pairs = {(a.id, b.id): frozenset((a.document_id, b.document_id)) for a, b in combinations(told, 2)}
    # Two documents that give one and the same number do not disagree, whatever other numbers they give beside it.
    at_one = {pairs[key] for key, relation in relations.items() if relation is Relation.AGREE}
    for a, b in combinations(told, 2):
        relation = relations[a.id, b.id]
        if a.document_id == b.document_id or pairs[a.id, b.id] in at_one:
            continue
        for f in (a, b):
            worst[f.id] = Relation.DISAGREE if Relation.DISAGREE in (relation, worst.get(f.id)) else relation
        same_day |= relation is Relation.DISAGREE and _same_day(a, b, setting.texts)
    if not worst:
        return None
    differing = {limits[key] for key in worst}
    by_value: dict[str, list[Figure]] = defaultdict(list)
    for f in sorted(
        (f for f in known if f.id in worst or (told is not known and limits[f.id] in differing)),
        key=lambda f: (limits[f.id].stated, f.span),
    ):
        by_value[_value(f, limits[f.id], setting.texts)].append(f)
    sides = [f'"{value}" in {setting.labels(f.document_id for f in fs)}' for value, fs in by_value.items()]
    return Finding(
        ContradictionKind.NUMBER,
        Strength.CONTRADICTION if same_day else Strength.TENSION,
        capital(f"{of.strip() or 'the same count'}: {', '.join(shortened(sides))}"),
        tuple(side(value, fs) for value, fs in by_value.items()),
    )


def _of_several_things(members: Sequence[Figure], limits: Mapping[str, Bounds]) -> set[str]:
    """The documents that give two numbers which exclude each other themselves: they count two things, and nothing tells which is the group's."""
    told: dict[str, list[Bounds]] = defaultdict(list)
    for f in members:
        if f.id in limits:
            told[f.document_id].append(limits[f.id])
    return {
        document
        for document, own in told.items()
        if any(relate(a, b) is Relation.DISAGREE for a, b in combinations(own[:_MANY], 2))
    }


def _one_each(known: Sequence[Figure], limits: Mapping[str, Bounds], texts: Texts) -> list[Figure]:
    """One figure for each number and day of publication: of a thousand copies one speaks for all, and of very many numbers the first ones do."""
    first: dict[object, Figure] = {}
    for f in sorted(known, key=lambda f: f.id):
        published = texts.documents[f.document_id].published
        first.setdefault((limits[f.id], published and published.first_day), f)
    return list(first.values())[: 2 * _MANY]


def _bounds(figure: Figure, texts: Texts) -> Bounds | None:
    text = texts.documents[figure.span.document_id].text
    return bounds(figure, text[max(0, figure.span.start - _BEFORE) : figure.span.start], texts.quote(figure.span))


def _value(figure: Figure, limits: Bounds, texts: Texts) -> str:
    words = " ".join(texts.quote(figure.span).split())
    return f"at least {words}" if limits.high == float("inf") and not words[:1].isalpha() else words


def _same_day(a: Figure, b: Figure, texts: Texts) -> bool:
    """Whether both documents were published on one day, so that the count had no time to grow; unknown is no."""
    first, second = texts.documents[a.document_id].published, texts.documents[b.document_id].published
    return bool(first and second and first.first_day and first.first_day == second.first_day)
