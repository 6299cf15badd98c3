"""Sighting: one document's report of an event as the record compares it, and whether two report one event.

In go incident reports and the record's texts, out come sightings and comparisons of two. Type, time, place and wording speak;
a pattern ("repeated incursions") is compared with patterns only, and a specific event with specific ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from watchfloor.model.claim import IncidentReport, Status
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.span import Span
from watchfloor.model.when import When
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.aside import aside_of, is_of_another
from watchfloor.reading.event.doer import doer
from watchfloor.reading.event.scope import scope
from watchfloor.record.event.dating import Dating
from watchfloor.record.event.deed import SEVERAL_DEEDS, deeds, objects
from watchfloor.record.event.happened import told_before
from watchfloor.record.linking.comparison import NOTHING, Comparison
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import Lexicon, fold

CATCH_ALL = frozenset({IncidentType.OTHER, IncidentType.OTHER_HYBRID})
"""Types that say next to nothing about what happened."""

_WIDE_TYPES = CATCH_ALL | {IncidentType.MILITARY_STRIKE}
"""Types of which a story tells several patterns: what is bombarded every night, and the strike that somebody may yet order."""
_SECOND = re.compile(r"\b(?:another|second|separate|previous|earlier|different)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_SIMILAR = re.compile(r"\b(?:a|another) (?:similar|second|separate|further) (?:\w+ ){0,2}\w+\b", re.IGNORECASE)
"""What a sentence opens with that brings in another event, be it named only later: "A similar incident occurred in Sorvik, when …"."""
_SERIES = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh)\s+(?:time\s+(?:this|in a|in as many|within a|since)\s*(?:week|month|days?|night|\w+day)?|(?:day|night|evening|morning)\s+(?:in a row|running))"
    r"|\bconsecutive\s+(?:days?|nights?|evenings?|mornings?)\b|\b(?:days|nights|evenings)\s+(?:in a row|running)\b"
    r"|\b(?:twice|(?:three|four|five|six|seven|several|\d+)\s+times)\s+(?:this|last|in a|in one)\s+(?:week|month)\b",
    re.IGNORECASE,
)
"""Words of an event that happens again within days: another day is another one of them, and no slip."""
_BEFORE = 40
"""Characters before a trigger that can hold its article and adjectives."""
_UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL})

# Chosen by hand on the five annotated press stories so that no one of type, time and place is enough, and any two with
# some shared words are (mean link F1 .84; see the floor in `incidents`).
_TYPE, _TIME, _PLACE, _WORDS = 0.2, 0.2, 0.25, 0.6
_LEAD = 0.15
"""Added where both documents open with the event and are of one story: then it is what the story is about."""
_OPENING = 600
"""Characters of a document, about three sentences, in which it says what it is about."""
_PATTERN, _PATTERN_WORDS = 0.5, 0.5
_SAME_DOER = 0.3
_ANOTHER = 0.3
"""Taken off where one document tells of the event and the other of a second one."""
_WRONG_TIME, _WRONG_PLACE = 0.25, 0.2
_PASSAGE, _PASSAGE_WORDS = 120, 20
"""Characters behind a sentence, about another one, that must be the same, and words that all of it has at least, where an article is taken to print a passage again."""
_CLOSE = timedelta(days=10)
"""Length of an interval that still dates an event; "this year" dates nothing."""
_SLIP = timedelta(days=3)
"""Gap between two datings that may be one event dated wrongly, and so a contradiction worth showing; a larger gap is two events."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report with the stems of what names the event and its target, of the sentence around, and the folded names of its places."""

    report: IncidentReport
    story: str
    named: frozenset[str]
    context: frozenset[str]
    leads: bool
    places: frozenset[str]
    exact: frozenset[str]
    countries: frozenset[str]
    specific: bool
    opening: bool
    """Whether no trigger stands further in: what an article takes up again and again as a pattern is one."""
    headline: bool
    another: bool
    """Whether its document brings it in as another one: "a second bomb", "a previous breach"."""
    passages: frozenset[str]
    """The sentences of the triggers with the sentence behind each, word for word, where the two are long enough to be nobody else's."""
    doers: frozenset[str]
    """Codes of the states whose ships, forces or people the clauses name as those who do it."""
    dating: Dating | None
    """The words that date it, so that the same words in an earlier document can."""
    in_series: bool
    """Whether a sentence that names it says that it has happened again within days."""
    aside: bool
    """Whether its document tells it only to date another event of its kind: "a month after two cables were cut"."""

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def family(self) -> tuple[str, ...]:
        """What two sightings must share to be one: type, pattern or event, real or not, and for patterns the story."""
        report = self.report
        unreal = str(report.status in _UNREAL)
        kind = (report.type.value, "specific" if self.specific else "pattern", unreal)
        return kind if self.specific else (*kind, self.story)


def sighting(report: IncidentReport, story: str, texts: Texts) -> Sighting:
    """The report prepared for comparison, without a date that its article can't have told of."""
    lexicon = texts.lexicon
    dating = Dating.of(report, texts)
    if not told_before(report, texts.documents[report.document_id]):
        report = replace(report, when=None, when_span=None)
        dating = replace(dating, when=None) if dating else None
    named = lexicon.read(texts.said((*report.triggers, *report.targets))).content
    around = lexicon.read(" ".join({texts.sentence(t): None for t in report.triggers})).content
    places = frozenset(_plain(w) for w in report.where if w.precision not in _WIDE)
    exact = frozenset(_plain(w) for w in report.where if w.precision in _EXACT)
    countries = frozenset(w.country for w in report.where if w.country)
    starts = [t.start for t in report.triggers]
    return Sighting(
        report=report,
        story=story,
        named=named,
        context=around | named,
        leads=min(starts) < _OPENING,
        places=places,
        exact=exact,
        countries=countries,
        specific=report.specific,
        opening=max(starts) < _OPENING,
        headline=max(starts) < _first_line(texts.documents[report.document_id]),
        another=_is_another(report, texts) or _is_aside(min(report.triggers), texts),
        passages=frozenset(found for t in report.triggers if (found := _passage(t, texts))),
        doers=_doers(report, texts),
        dating=dating,
        in_series=is_in_series(report, texts),
        aside=_is_aside(min(report.triggers), texts),
    )


def compare(a: Sighting, b: Sighting, lexicon: Lexicon) -> Comparison:
    """How much two sightings speak for being one event, or one pattern."""
    if a.family != b.family:
        return NOTHING
    label = a.report.type.label
    if not a.specific:
        return _compare_patterns(a, b, lexicon)
    if a.story == b.story and a.report.document_id != b.report.document_id and a.passages & b.passages:
        return Comparison(1.0, f"both report {label} in one passage, word for word")
    time = _time(a.report.when, b.report.when)
    place = _place(a, b)
    if time is None or place is None or (time < 0 and not _one_deed(a, b, place)):
        return NOTHING
    one_document = a.report.document_id == b.report.document_id and not (a.headline or b.headline)
    named, context = lexicon.alike(a.named, b.named), lexicon.alike(a.context, b.context)
    # A headline repeats its own article. Two events in one sentence share their context because of the sentence; and whoever read the document told them apart.
    words = named - _WRONG_TIME if one_document else max(named, context)
    score = (
        (0.0 if a.report.type in CATCH_ALL else _TYPE)
        + (_LEAD if a.leads and b.leads and a.story == b.story and not one_document else 0.0)
        + time
        + place
        - (_ANOTHER if a.another != b.another else 0.0)
        + _WORDS * words
    )
    said = "time and place fit" if time > 0 and place > 0 else "the time fits" if time > 0 else "the place fits" if place > 0 else "neither time nor place is shared"  # fmt: skip
    return Comparison(
        min(max(score, 0.0), 1.0),
        f"both report {label}, {said}, and {max(words, 0):.0%} of the words' weight is shared",
    )


def fits(a: Sighting, b: Sighting) -> bool:
    """Whether nothing in time and place speaks against one event, and the words that name it share one."""
    time, place = _time(a.report.when, b.report.when), _place(a, b)
    return time is not None and time >= 0 and place is not None and place >= 0 and bool(a.named & b.named)


def apart(a: When, b: When) -> timedelta:
    """How far apart two times lie at least; nothing where they may overlap."""
    if a.may_overlap(b):
        return timedelta(0)
    if a.latest and b.earliest and a.latest < b.earliest:
        return b.earliest - a.latest
    return a.earliest - b.latest if a.earliest and b.latest else timedelta(0)


def is_in_series(report: IncidentReport, texts: Texts) -> bool:
    """Whether a sentence that names the event says that it has happened again within days."""
    return any(_SERIES.search(texts.sentence(t)) for t in report.triggers)


def is_dated(when: When | None) -> bool:
    """Whether a time is close enough to date an event."""
    return when is not None and bool(when.earliest and when.latest) and when.latest - when.earliest <= _CLOSE  # type: ignore[operator] # both ends are known


def _compare_patterns(a: Sighting, b: Sighting, lexicon: Lexicon) -> Comparison:
    label = a.report.type.label
    named = lexicon.alike(a.named, b.named)
    said = f"both speak of {label} in one story without naming one event, and {named:.0%} of the naming words' weight is shared"
    if a.doers and b.doers:
        # "Norland's ships" and "Sudland's ships" are two patterns, however alike what they do.
        named = named + _SAME_DOER if a.doers & b.doers else named - 1
    # A document that tells two patterns of one type apart speaks against their being one, and so does a type that says nothing.
    if a.report.type in _WIDE_TYPES or a.report.document_id == b.report.document_id:
        return Comparison(min(max(named, 0.0), 1.0), said)
    return Comparison(min(max(_PATTERN + _PATTERN_WORDS * named, 0.0), 1.0), said)


def _one_deed(a: Sighting, b: Sighting, place: float) -> bool:
    """Whether two events of different days share what is done, and what it is done to or where: else they are two and no slip of a date."""
    deed = a.report.type not in SEVERAL_DEEDS or bool(deeds(a.named) & deeds(b.named))
    return deed and (place == _PLACE or bool(objects(a.named) & objects(b.named)))


def _time(a: When | None, b: When | None) -> float | None:
    """What the times add; None where they lie too far apart for one event."""
    if a is None or b is None:
        return 0.0
    gap = apart(a, b)
    if gap > _SLIP:
        return None
    if gap:
        return -_WRONG_TIME
    return _TIME if is_dated(a) and is_dated(b) else _TIME / 4


def _place(a: Sighting, b: Sighting) -> float | None:
    """What the places add; None where they lie in different countries."""
    if a.countries and b.countries and not a.countries & b.countries:
        return None
    words = [[set(place.split()) for place in side.places] for side in (a, b)]
    if any(x and y and (x <= y or y <= x) for x in words[0] for y in words[1]):
        return _PLACE
    if a.exact and b.exact:
        return -_WRONG_PLACE
    return _PLACE / 5 if a.countries & b.countries else 0.0


def _is_another(report: IncidentReport, texts: Texts) -> bool:
    first = min(report.triggers)
    text = texts.documents[first.document_id].text
    around = texts.around(first)
    opens = around is not None and _SIMILAR.match(text, around.start, first.start) is not None
    return opens or _SECOND.search(text, max(0, first.start - _BEFORE), first.start) is not None


def _is_aside(first: Span, texts: Texts) -> bool:
    around = texts.around(first)
    if around is None:
        return False
    text = texts.documents[first.document_id].text
    aside = aside_of(text, around, first.start)
    return aside is not None and is_of_another(text, around, aside, texts.quote(first))


def _passage(trigger: Span, texts: Texts) -> str:
    """The trigger's sentence and the text behind it as far as copies keep it, folded; nothing where that is short."""
    around = texts.around(trigger)
    if around is None:
        return ""
    text = texts.documents[trigger.document_id].text
    words = fold(text[around.start : around.end + _PASSAGE]).split()
    # The last word may be cut.
    return " ".join(words[:-1]) if len(words) > _PASSAGE_WORDS else ""


def _doers(report: IncidentReport, texts: Texts) -> frozenset[str]:
    """The states that stand as subjects before the triggers, each in its own clause."""
    text = texts.documents[report.document_id].text
    found = (
        doer(text, scope(text, sentence, t.start, t.end), t.start, t.end)
        for t in report.triggers
        if (sentence := texts.around(t))
    )
    return frozenset(code for code in found if code)


def _first_line(document: Document) -> int:
    """Where the line ends in which a headline may stand; a text of one line has none."""
    text = document.text
    start = len(text) - len(text.lstrip())
    return max(text.find("\n", start), 0)


def _plain(where: Where) -> str:
    return fold(where.name).removeprefix("the ")


_EXACT = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.MULTINATIONAL})
"""Places too wide to tell one event from another; their country still speaks."""
