"""Values of the model for the store's tests: one plain document, and hypothesis strategies that reach the corners."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

from hypothesis import strategies as st

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import (
    Blame,
    Figure,
    Hedge,
    IncidentReport,
    Polarity,
    Position,
    Statement,
    StatementKind,
    Status,
)
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.reading import Reading
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When
from watchfloor.model.where import PlacePrecision, Where

FETCHED = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def article(text: str, published: When | None = None, headline: str | None = None) -> tuple[Document, bytes, bytes]:
    """A document of `text` as `Store.add` takes it: with its bytes and a signature."""
    raw = text.encode()
    document = Document(
        sha256(raw).hexdigest(), text, "exercise.txt", "text/plain", FETCHED, headline=headline, published=published
    )
    return document, raw, b"signature"


texts = st.text(st.characters(codec="utf-8"))
words = texts.filter(bool)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(timezones=zones)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any interval, open on one side at most."""
    ends = sorted((draw(moments), draw(moments)))
    earliest = draw(st.sampled_from((ends[0], None)))
    latest = ends[1] if earliest is None else draw(st.sampled_from((ends[1], None)))
    return When(earliest, latest, draw(st.sampled_from(Precision)))


@st.composite
def spans(draw: st.DrawFn, document_id: str = "d") -> Span:
    """Any span of one document."""
    start = draw(st.integers(0, 10**9))
    return Span(document_id, start, start + draw(st.integers(1, 10**6)))


@st.composite
def wheres(draw: st.DrawFn) -> Where:
    """Any place, with both coordinates or none."""
    point = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
    latitude, longitude = point or (None, None)
    country = draw(st.none() | st.from_regex("[A-Z]{2}", fullmatch=True))
    precision = draw(st.sampled_from(PlacePrecision))
    return Where(draw(texts), draw(spans()), country, latitude, longitude, precision, draw(st.none() | texts))


def _several(one: st.SearchStrategy[Span], least: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(one, min_size=least, max_size=3).map(tuple)


_common = {"id": words, "document_id": st.just("d"), "reader": words, "confidence": st.floats(0, 1)}
_finite = st.floats(allow_nan=False, allow_infinity=False)
_blames = st.builds(Blame, actor=words, by=words, hedge=st.sampled_from(Hedge), span=spans())

statements = st.builds(
    Statement,
    **_common,
    kind=st.sampled_from(StatementKind),
    content=_several(spans(), 1),
    cue=st.none() | spans(),
    source=st.none() | spans(),
    speaker=st.none() | words,
    via=st.none() | texts,
    stance=st.lists(st.tuples(words, st.sampled_from(Polarity)), max_size=2).map(tuple),
)
reports = st.builds(
    IncidentReport,
    **_common,
    type=st.sampled_from(IncidentType),
    status=st.sampled_from(Status),
    specific=st.booleans(),
    triggers=_several(spans(), 1),
    when=st.none() | whens(),
    when_span=st.none() | spans(),
    where=st.lists(wheres(), max_size=2).map(tuple),
    targets=_several(spans()),
    blamed=st.lists(_blames, max_size=2).map(tuple),
)
positions = st.builds(Position, **_common, actor=words, toward=words, polarity=st.sampled_from(Polarity), span=spans())
figures = st.builds(
    Figure,
    **_common,
    span=spans(),
    value=st.none() | _finite,
    unit=texts,
    of=texts,
    value_high=st.none(),
    asserted_by=words,
    approx=st.booleans(),
)
actors = st.builds(Actor, id=words, name=texts, type=st.sampled_from(ActorType), mentions=_several(spans()))
readings = st.builds(
    Reading,
    document_id=st.just("d"),
    reader=words,
    actors=st.lists(actors, max_size=2).map(tuple),
    statements=st.lists(statements, max_size=2).map(tuple),
    incidents=st.lists(reports, max_size=2).map(tuple),
    positions=st.lists(positions, max_size=2).map(tuple),
    figures=st.lists(figures, max_size=2).map(tuple),
    not_read=st.none() | texts,
)
