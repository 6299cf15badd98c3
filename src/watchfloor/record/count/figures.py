"""Figures: which numbers of several documents count the same thing.

In go figures, out come groups. What is counted decides, not the number: whether the numbers of a group agree is for
`contradiction.number`. The dead are never counted with the wounded.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from watchfloor.model.claim import Figure
from watchfloor.model.record import FigureGroup
from watchfloor.record.actor.names import body
from watchfloor.record.count.fate import fate, fate_of
from watchfloor.record.count.quantity import unit
from watchfloor.record.count.tally import COMMON_UNITS, is_toll, noun
from watchfloor.record.event.scene import Scene
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.blocking import propose
from watchfloor.record.linking.clustering import cluster
from watchfloor.record.linking.comparison import NOTHING, Comparison
from watchfloor.record.linking.identity import identify
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import Lexicon, fold, stem, words_of

FLOOR = 0.45
"""The linkage from which two groups count the same thing. On the press stories it gives no group that a reader would call wrong; lower ones do."""

_OF, _CONTEXT = 0.7, 0.3
"""Shares of what the document says is counted, and of the sentence around."""

_TELLING_UNIT = 0.15
_HUNDREDFOLD = 100.0
_MEASURES = words_of(
    "year month week day hour minute second mile km kilometre kilometer metre meter nm foot knot degree season nautical"
)
"""Units of what lies between two things; without one event nothing tells that they are the same two."""
_REST = re.compile(r"\b(?:another|additional|further|others?|extra)\b|\bmore\b(?! than)", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|previous|next) (?:year|season|month)\b|\b(?:years?|decades?|months?) (?:ago|earlier|before)\b"
)
"""Times with which another count is told beside this one: what was counted in 1998 and what last year are two."""
_DOUBTFUL = 0.6
"""Factor where only one tells a fate, or where both name somebody or some place and share no name."""

_NOBODY_IN_PARTICULAR = frozenset(
    map(
        stem,
        words_of(
            "people person persons civilians men others victims total number count some least million billion thousand hundred dozen percent per cent three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half"
        ),
    )
)
"""Words for the counted that say nothing about which; left out of the comparison together with the words of fate."""

_FEW = frozenset(
    map(
        stem,
        words_of(
            "woman women child children soldier soldiers troops police policemen officer officers militants insurgents fighters staff worker workers passenger passengers crew student students foreigners guards journalists invaders hospitals schools"
        ),
    )
)
"""Words for a part of all; a figure of a part is never compared with one of the whole or of another part."""

_SCENE = 0.6
"""What one event, one place and one counted noun give alone, however the sentences differ: three drones there and five are of one count."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its unit, the stems of what it counts and of its sentence, and the fate of the counted if it tells one."""

    figure: Figure
    story: str
    unit: str
    of: frozenset[str]
    context: frozenset[str]
    part: frozenset[str]
    names: frozenset[str]
    fate: str | None
    scene: Scene
    noun: str | None
    rest: bool
    """Whether it counts what is left beside another count: "three other rifles"."""
    years: frozenset[str]

    @classmethod
    def from_figure(cls, figure: Figure, story: str, texts: Texts, scene: Scene) -> Self:
        """The figure prepared for comparison."""
        sentence = texts.sentence(figure.span)
        # "aircraft" counted in aircraft says nothing more; "percent of GDP" does.
        own = frozenset() if " " in figure.unit.strip() else texts.lexicon.read(figure.unit).content
        counted = texts.lexicon.read(f"{figure.of} {texts.quote(figure.span)}").content
        of, context = _telling(counted - _FEW - own), _telling(texts.lexicon.read(sentence).content)
        return cls(
            figure,
            story,
            unit(figure),
            of,
            context | of,
            counted & _FEW,
            _names(figure.of) or _names(sentence.partition(" ")[2]),
            fate_of(figure, texts),
            scene,
            noun(figure, counted & _FEW, fate_of(figure, texts), sentence, scene, texts),
            _is_rest(figure, texts),
            frozenset(_YEAR.findall(sentence)),
        )

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure.id


def compare(a: Count, b: Count, lexicon: Lexicon) -> Comparison:
    """How much two figures speak for counting the same thing."""
    other_years = a.years and b.years and not a.years & b.years
    other_event = a.fate and b.fate and a.scene.events and b.scene.events and not a.scene.events & b.scene.events
    if (a.fate and b.fate and a.fate != b.fate) or a.rest or b.rest or other_years or other_event:
        return NOTHING
    if a.scene.aside != b.scene.aside and not a.scene.at & b.scene.at:
        return NOTHING  # "a month after two cables were cut": a count of an earlier event
    if a.noun and (a.story, a.noun) == (b.story, b.noun) and _at_one(a, b):
        return Comparison(_SCENE, f"both count {a.noun} at one event")
    if (a.story, a.unit, a.part) != (b.story, b.unit, b.part) or _worlds_apart(a.figure.value, b.figure.value):
        return NOTHING
    of, context = lexicon.alike(a.of, b.of), lexicon.alike(a.context, b.context)
    # Where a document only says "people", what they are counted for stands in the sentence.
    score = _OF * of + _CONTEXT * context if a.of and b.of else context
    if a.fate is not None and a.fate == b.fate:
        score += 0.15
    if a.unit not in COMMON_UNITS:
        score += _TELLING_UNIT
    if a.unit.rpartition(" ")[2] in _MEASURES and not a.scene.at & b.scene.at:
        score *= _DOUBTFUL
    if bool(a.fate) != bool(b.fate) or (a.names and b.names and not a.names & b.names):
        score *= _DOUBTFUL
    shared = ", ".join(sorted(a.of & b.of)[:4]) or "only the sentences around"
    return Comparison(min(score, 1.0), f"both count {a.unit}, and share {shared}")


def _worlds_apart(a: float | None, b: float | None) -> bool:
    """Whether two numbers are so far apart that no rounding, growth or claim makes them one count: an acre's tons and a country's."""
    small, large = sorted((abs(a or 0.0), abs(b or 0.0)))
    return small > 0 and large > _HUNDREDFOLD * small


def _at_one(a: Count, b: Count) -> bool:
    """Whether two counts of one noun are at one event; the event of a toll is known, and needs no place."""
    return bool(a.scene.at & b.scene.at) if is_toll(a.noun) else a.scene.may_be(b.scene)


def groups(counts: Sequence[Count], lexicon: Lexicon, rulings: Rulings) -> tuple[FigureGroup, ...]:
    """The groups that stand in more than one document, the largest first."""
    known = {c.id: c for c in telling_nouns(counts)}
    joined, parted = rulings.joined(known), rulings.parted(known)
    same = _same(known.values(), {key for ruled in (*joined, *parted) for key in ruled})
    words = {n: {f"{c.story} {c.unit} {s}" for s in c.of or c.context} for n in same for c in (known[n],)}
    rarity = Counter(word for found in words.values() for word in found)
    for n in same:
        words[n] |= _met_at(known[n])
    proposed = propose(words, lambda word: -float(rarity[word]))
    scores = {p: x.score for p in sorted(proposed) if (x := compare(known[p[0]], known[p[1]], lexicon)).score}
    whole = cluster(same, scores, FLOOR, together=joined, apart=parted)
    clustered = [tuple(sorted(key for node in group for key in same[node])) for group in whole]
    shared = [g for g in clustered if len({known[key].figure.document_id for key in g}) > 1]
    ids = identify("F", (group[0] for group in shared))
    found = [FigureGroup(ids[g[0]], most_said(known[key].figure for key in g), g) for g in shared]
    return tuple(sorted(found, key=lambda g: (-len(g.figures), g.id)))


def most_said(figures: Iterable[Figure]) -> str:
    """What most of the figures say is counted; of several the shortest."""
    said = Counter(figure.of for figure in figures)
    return min(said, key=lambda of: (-said[of], len(of), of))


def _same(counts: Iterable[Count], alone: set[str]) -> dict[str, tuple[str, ...]]:
    """Figure ids under the smallest of them where number, words and scene are the same, so that a number in a thousand copies is compared once."""
    found: dict[object, list[str]] = defaultdict(list)
    for c in sorted(counts, key=lambda c: c.id):
        alike = (c.story, c.unit, c.part, c.of, c.context, c.fate, c.noun, c.scene, c.figure.value, c.figure.value_high)
        found[c.id if c.id in alone else alike].append(c.id)
    return {ids[0]: tuple(ids) for ids in found.values()}


def _met_at(c: Count) -> set[str]:
    """What counts of one noun at one event meet under, whatever their words."""
    return {f"{c.story} {c.noun} at {incident}" for incident in c.scene.at} if c.noun else set()


def telling_nouns(counts: Sequence[Count]) -> list[Count]:
    """The counts; where one document gives several numbers of one noun at one event, the largest is the whole of a toll, and of all else the noun tells nothing."""
    values: dict[tuple[object, ...], set[float]] = defaultdict(set)
    for c in counts:
        value = c.figure.value
        for incident in c.scene.at if c.noun and value is not None else ():
            values[c.figure.document_id, c.noun, incident].add(value or 0.0)
    return [c if _is_whole(c, values) else replace(c, noun=None) for c in counts]


def _is_whole(c: Count, values: Mapping[tuple[object, ...], set[float]]) -> bool:
    told = [known for i in c.scene.at if (known := values.get((c.figure.document_id, c.noun, i)))]
    if is_toll(c.noun):
        return c.figure.value is not None and all(c.figure.value == max(known) for known in told)
    return all(len(known) == 1 for known in told)


def _is_rest(figure: Figure, texts: Texts) -> bool:
    return _REST.search(f"{texts.quote(figure.span)} {' '.join(figure.of.split()[:2])}") is not None


def _telling(stems: frozenset[str]) -> frozenset[str]:
    """The stems that say which count it is: no numbers, no words for anybody, none for what happened to them."""
    return frozenset(s for s in stems - _NOBODY_IN_PARTICULAR if not s[0].isdigit() and fate(s) is None)


def _names(text: str) -> frozenset[str]:
    """The capitalised words of a text, folded, demonyms as the country."""
    return frozenset(name for word in re.findall(r"\b[^\W\d_a-z][\w-]+", text) for name in body(word) or {fold(word)})
