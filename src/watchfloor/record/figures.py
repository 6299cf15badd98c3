"""Figures: which numbers of several documents count the same thing.

In go figures, out come groups. What is counted decides, not the number: whether the numbers of a group agree is for
`contradiction.number`. The dead are never counted with the wounded.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from watchfloor.model.claim import Figure
from watchfloor.model.record import FigureGroup
from watchfloor.record.blocking import propose
from watchfloor.record.clustering import cluster
from watchfloor.record.comparison import NOTHING, Comparison
from watchfloor.record.identity import identify
from watchfloor.record.names import body
from watchfloor.record.quantity import unit
from watchfloor.record.rulings import Rulings
from watchfloor.record.scene import Scene
from watchfloor.record.texts import Texts
from watchfloor.record.wording import Lexicon, fold, stem, words_of

FLOOR = 0.45
"""The linkage from which two groups count the same thing. On the press stories it gives no group that a reader would call wrong; lower ones do."""

_OF, _CONTEXT = 0.7, 0.3
"""Shares of what the document says is counted, and of the sentence around."""

_TELLING_UNIT = 0.15
_COMMON_UNITS = words_of(
    "person percent item time eur usd gbp rub euro dollar pound day hour minute week month year km kilometre kilometer mile metre meter "
    "knot ton tonne barrel degree foot nm country state"
)
"""Units in which anything may be counted; two counts of drones or of households in one story are more likely one count."""

_DOUBTFUL = 0.6
"""Factor where only one tells a fate, or where both name somebody or some place and share no name."""

_FATES = {
    "dead": r"kil|dead|died|die|dying|death|deaths|fatalit|bodies|slain|lives|perish|murder",
    "hurt": r"wound|injur|hurt|hospitali",
    "missing": r"missing|unaccounted|disappear",
    "held": r"arrest|detain|captur|custody|imprison|jailed|prisoner",
    "moved": r"displac|evacuat|fled|refuge",
    "saved": r"rescu|surviv|saved",
}
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
_STRUCK = frozenset(map(stem, words_of("passengers household customer subscriber")))
"""Those whom an event strikes as a whole and who are counted once: the noun says enough."""
_LINES = {"line": "cable", "link": "cable", "power line": "cable", "data cable": "cable"}
"""Units that name one thing where cables are damaged."""
_HOURS = words_of("hour minute day")
_CLOSED = re.compile(
    r"\b(?:clos(?:e|ed|es|ing|ure)|shut(?:s|ting|down)?|suspen(?:d|ded|sion)|halt(?:ed|ing)?|ground(?:ed|ing))\b"
)
_NAME_BEFORE = re.compile(r"[^\W\d_a-z]\w*\s$")

_FATE = {name: re.compile(rf"\b(?:{stems})") for name, stems in _FATES.items()}
"""What happens to those who are counted; different fates are different counts, however alike the sentences."""


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
            _fate(figure.of) or _fate(_nearby(figure, texts)),
            scene,
            _noun(figure, counted & _FEW, sentence, scene, texts),
        )

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure.id


def compare(a: Count, b: Count, lexicon: Lexicon) -> Comparison:
    """How much two figures speak for counting the same thing."""
    if a.fate and b.fate and a.fate != b.fate:
        return NOTHING
    if a.noun and (a.story, a.noun) == (b.story, b.noun) and a.scene.may_be(b.scene):
        return Comparison(_SCENE, f"both count {a.noun} at one event")
    if (a.story, a.unit, a.part) != (b.story, b.unit, b.part):
        return NOTHING
    of, context = _alike(a.of, b.of, lexicon), _alike(a.context, b.context, lexicon)
    # Where a document only says "people", what they are counted for stands in the sentence.
    score = _OF * of + _CONTEXT * context if a.of and b.of else context
    if a.fate is not None and a.fate == b.fate:
        score += 0.15
    if a.unit not in _COMMON_UNITS:
        score += _TELLING_UNIT
    if bool(a.fate) != bool(b.fate) or (a.names and b.names and not a.names & b.names):
        score *= _DOUBTFUL
    shared = ", ".join(sorted(a.of & b.of)[:4]) or "only the sentences around"
    return Comparison(min(score, 1.0), f"both count {a.unit}, and share {shared}")


def groups(counts: Sequence[Count], lexicon: Lexicon, rulings: Rulings) -> tuple[FigureGroup, ...]:
    """The groups that stand in more than one document, the largest first."""
    known = {c.id: c for c in _telling_nouns(counts)}
    joined, parted = rulings.joined(known), rulings.parted(known)
    same = _same(known.values(), {key for ruled in (*joined, *parted) for key in ruled})
    words = {n: {f"{c.story} {c.unit} {s}" for s in c.of or c.context} | _met_at(c) for n in same for c in (known[n],)}
    rarity = Counter(word for found in words.values() for word in found)
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
    return {f"{c.story} {c.noun} at {incident}" for incident in c.scene.incidents} if c.noun else set()


def _telling_nouns(counts: Sequence[Count]) -> list[Count]:
    """The counts; where one document gives several numbers of one noun at one event, these are parts or stages and the noun tells nothing."""
    values: dict[tuple[object, ...], set[float | None]] = defaultdict(set)
    for c in counts:
        for incident in c.scene.incidents:
            values[c.figure.document_id, c.noun, incident].add(c.figure.value)
    return [
        replace(c, noun=None) if any(len(values[c.figure.document_id, c.noun, i]) > 1 for i in c.scene.incidents) else c
        for c in counts
    ]


def _noun(figure: Figure, part: frozenset[str], sentence: str, scene: Scene, texts: Texts) -> str | None:
    """The noun that is enough to tell a count at its event: what the event is named by, whom it strikes, or how long something was closed."""
    counted = unit(figure)
    text = texts.documents[figure.span.document_id].text
    if _NAME_BEFORE.search(text[max(0, figure.span.start - 30) : figure.span.start]) and figure.span.start > 0:
        return None  # "Northlink 2 cables": the number is part of a name
    if counted in _HOURS:
        return f"{counted}s of closure" if _CLOSED.search(fold(sentence)) else None
    counted = next(iter(part & _STRUCK), counted)
    counted = _LINES.get(counted, counted)
    telling = stem(counted) in _STRUCK or (counted not in _COMMON_UNITS and stem(counted) in scene.named)
    return counted if telling else None


def _alike(a: frozenset[str], b: frozenset[str], lexicon: Lexicon) -> float:
    shared, ours, theirs = lexicon.mass(a & b), lexicon.mass(a), lexicon.mass(b)
    if not shared:
        return 0.0
    return (shared / min(ours, theirs) + 2 * shared / (ours + theirs)) / 2


def _telling(stems: frozenset[str]) -> frozenset[str]:
    """The stems that say which count it is: no numbers, no words for anybody, none for what happened to them."""
    return frozenset(s for s in stems - _NOBODY_IN_PARTICULAR if not s[0].isdigit() and _fate(s) is None)


def _names(text: str) -> frozenset[str]:
    """The capitalised words of a text, folded, demonyms as the country."""
    return frozenset(name for word in re.findall(r"\b[^\W\d_a-z][\w-]+", text) for name in body(word) or {fold(word)})


def _fate(text: str) -> str | None:
    """The fate that the text names first."""
    found = [(match.start(), name) for name, pattern in _FATE.items() if (match := pattern.search(fold(text)))]
    return min(found)[1] if found else None


def _nearby(figure: Figure, texts: Texts) -> str:
    """The words beside a figure that tell the fate: the verb that governs it ("killing at least six"), else what follows ("two were hurt")."""
    text = texts.documents[figure.span.document_id].text
    before = text[max(0, figure.span.start - 40) : figure.span.start]
    if governed := _GOVERNING.search(before):
        return governed.group()
    return (
        text[figure.span.start : figure.span.end]
        + re.split(r"[.;!?\n]", text[figure.span.end : figure.span.end + 45])[0]
    )


_GOVERNING = re.compile(
    r"\b(?:kill|wound|injur|hurt|arrest|detain|displac|evacuat|rescu|sav)\w*\s+"
    r"(?:(?:at|least|more|than|some|about|nearly|almost|up|to|over|around|an|estimated|as|many|another|least)\s+)*$",
    re.IGNORECASE,
)
