"""Events in several outlets' own words: what makes them established, in what accounts agree, and in what they differ. Everything is an exercise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import exercise
from watchfloor.model.claim import Figure, IncidentReport, Statement, StatementKind, Status
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import (
    Contradiction,
    ContradictionKind,
    FigureGroup,
    Incident,
    Record,
    Side,
    Story,
    Strength,
    Utterance,
)
from watchfloor.model.when import Precision, When
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.shape import Accounts, Fact

SUNDAY, SATURDAY = When.day(date(2031, 4, 27)), When.day(date(2031, 4, 26))
ONE = "A data cable on the bed of the Amber Strait off Harl was severed by an anchor on Sunday, the operator said."
OTHER = (
    "Harl has been without internet since its line to the mainland broke at the weekend, and ferries carry the post."
)
FAR = "Repairs of what broke near Osterby will take until the summer and cost the islands a season of guests."


def report(
    doc: Document,
    words: str,
    when: When | None = None,
    place: str | None = None,
    status: Status = Status.OCCURRED,
    kind: IncidentType = IncidentType.SUBSEA_CABLE_DAMAGE,
    precision: PlacePrecision = PlacePrecision.CITY,
) -> IncidentReport:
    """One article's report, named by its words."""
    where = (Where(place, exercise.at(doc, place), precision=precision),) if place else ()
    return IncidentReport(
        id=f"{doc.id[:8]}:I", document_id=doc.id, reader="exercise 1", confidence=0.9, type=kind, status=status,
        specific=True, triggers=(exercise.at(doc, words),), when=when, where=where,
    )  # fmt: skip


def articles(*texts: str) -> list[Document]:
    """An article of its own outlet for each text."""
    return [exercise.document(f"{n}.txt", text, f"Outlet {n}") for n, text in enumerate(texts)]


def record_of(
    documents: list[Document], reports: list[IncidentReport], contradictions: tuple[Contradiction, ...] = ()
) -> Record:
    """A record that takes all the reports for one event."""
    event = Incident("E", reports[0].type, True, Status.OCCURRED, tuple(r.id for r in reports))
    story = Story("story", "Exercise", tuple(d.id for d in documents))
    return Record(
        "exercise 1",
        tuple(documents),
        reports=tuple(reports),
        incidents=(event,),
        stories=(story,),
        contradictions=contradictions,
    )


def facts(record: Record) -> list[tuple[Fact, Accounts]]:
    """The established events of a record, each with its accounts."""
    return [(f, f.accounts) for f in brief_of(record).parts[0].facts if f.accounts]


def two(when: When | None = SUNDAY, place: str | None = "Harl", **known: object) -> Record:
    """Two outlets that tell of one cable in different words, the second with this day and place."""
    one, other = articles(ONE, OTHER)
    return record_of(
        [one, other],
        [report(one, "severed", SUNDAY, "Harl", **known), report(other, "broke", when, place, **known)],  # type: ignore[arg-type]
    )


def test_one_event_in_other_words_is_established_with_a_sentence_of_each() -> None:
    """Type, place and day stand at its head, the accounts agree on both, and each outlet's own sentence opens."""
    ((fact, told),) = facts(two())
    assert fact.line.label == "Subsea cable damage, Harl, 27 April 2031"
    assert (fact.independent, fact.documents) == (2, 2)
    assert [(p.what, p.values) for p in told.agree] == [("the day", ("27 April 2031",)), ("the place", ("Harl",))]
    assert told.differ == ()
    assert [line.text for line in told.told] == [ONE, OTHER]
    assert [e.source.outlet for e in fact.line.evidence] == ["Outlet 0", "Outlet 1"]


def test_the_evidence_marks_what_names_dates_and_places_the_event() -> None:
    """The note of a document highlights the words that name the event and, in the same sentence, its place."""
    ((fact, _),) = facts(two())
    marked = [s.text for s in fact.line.evidence[0].passage if s.focus == "marked"]
    assert marked == ["Harl", "severed"]


def test_a_link_without_a_common_day_or_place_establishes_nothing() -> None:
    """That the record takes two reports for one event is not enough."""
    assert facts(two(when=None, place=None)) == []
    assert len(facts(two(when=SUNDAY, place=None))) == 1
    assert len(facts(two(when=None, place="Harl"))) == 1


def test_a_country_or_a_month_is_too_wide() -> None:
    """Much happens in a country and in a month; a weekend still tells one event from another."""
    assert facts(two(when=None, precision=PlacePrecision.COUNTRY)) == []
    month = When.days(date(2031, 4, 1), date(2031, 4, 30), Precision.MONTH)
    assert facts(two(when=month, place=None)) == []
    weekend = When.days(date(2031, 4, 26), date(2031, 4, 27), Precision.RANGE)
    ((fact, _),) = facts(two(when=weekend, place=None))
    assert fact.line.label == "Subsea cable damage, 27 April 2031"


def test_an_event_of_no_known_type_needs_day_and_place() -> None:
    """Where the type says nothing, one of them alone may fit by chance."""
    kind = IncidentType.OTHER
    assert facts(two(place=None, kind=kind)) == []
    ((fact, _),) = facts(two(kind=kind))
    assert fact.line.label == "Event (“severed”), Harl, 27 April 2031"


def test_copies_are_one_source_and_one_source_establishes_nothing() -> None:
    """Two documents of which one is wire copy of the other are one source."""
    record = two()
    copy = Copy(record.documents[0].id, record.documents[1].id, CopyKind.WIRE_COPY, 0.9)
    assert facts(replace(record, copies=(copy,))) == []


def test_what_is_alleged_or_denied_is_not_established() -> None:
    """An allegation is told apart and does not count; a denial of the event, or as many allegations, leave nothing established."""
    one, other, third = articles(ONE, OTHER, FAR)
    sure = [report(one, "severed", SUNDAY, "Harl"), report(other, "broke", SUNDAY, "Harl")]
    ((fact, _),) = facts(record_of([one, other, third], [*sure, report(third, "broke", status=Status.ALLEGED)]))
    assert (fact.documents, fact.line.note) == (2, "1 document reports it as alleged")
    assert facts(record_of([one, other, third], [*sure, report(third, "broke", status=Status.DENIED)])) == []
    alleged = replace(sure[1], status=Status.ALLEGED)
    assert facts(record_of([one, other], [sure[0], alleged])) == []


def disputed(kind: ContradictionKind, *sides: tuple[str, str, Document, str]) -> Contradiction:
    """A contradiction; each side with its value, its claim, and the words that it stands on."""
    made = tuple(Side(value, (claim,), (exercise.at(doc, words),)) for value, claim, doc, words in sides)
    return Contradiction("X", kind, Strength.CONTRADICTION, "They differ.", made)


def test_a_disputed_day_stands_with_both_values_and_not_at_the_head() -> None:
    """Accounts that date one event two ways are all counted, and nobody's day is called established."""
    one, other = articles(ONE, OTHER)
    reports = [report(one, "severed", SUNDAY, "Harl"), report(other, "broke", SATURDAY, "Harl")]
    assert facts(record_of([one, other], reports)) == []
    sides = (("2031-04-27", reports[0].id, one, "on Sunday"), ("2031-04-26", reports[1].id, other, "at the weekend"))
    differ = disputed(ContradictionKind.DATE, *sides)
    record = record_of([one, other], reports, (differ,))
    ((fact, told),) = facts(record)
    assert fact.line.label == "Subsea cable damage, Harl"
    assert [(p.what, p.values, p.dispute) for p in told.differ] == [
        ("the day", ("27 April 2031", "26 April 2031"), "X")
    ]
    assert fact.line.disputed
    assert [d.id for d in brief_of(record).parts[0].disputes] == ["X"]


def test_a_contradiction_about_whether_it_is_so_leaves_it_to_the_disagreements() -> None:
    """What one side says is not so is shown side by side and nowhere as established."""
    record = two()
    first, second = record.reports
    sides = (
        ("it is so", first.id, record.documents[0], "severed"),
        ("it is not", second.id, record.documents[1], "broke"),
    )
    assert facts(replace(record, contradictions=(disputed(ContradictionKind.STATUS, *sides),))) == []


def test_numbers_counted_at_the_event_are_agreed_or_differ() -> None:
    """A number that both give stands among what they agree on, with its words; two numbers stand side by side."""
    one, other = articles(ONE + " Some 900 homes are dark.", OTHER + " It reaches 900 homes.")
    base = record_of([one, other], [report(one, "severed", SUNDAY, "Harl"), report(other, "broke", SUNDAY, "Harl")])
    figures = tuple(
        Figure(id=f"F{n}", document_id=d.id, reader="exercise 1", confidence=1, span=exercise.at(d, "900 homes"), value=900, unit="homes", of="homes")
        for n, d in enumerate((one, other))
    )  # fmt: skip
    event = replace(base.incidents[0], figures=("F0", "F1"))
    record = replace(
        base, figures=figures, incidents=(event,), figure_groups=(FigureGroup("G", "homes", ("F0", "F1")),)
    )
    ((_, told),) = facts(record)
    assert [(p.what, p.values, len(p.evidence)) for p in told.agree[2:]] == [("how many", ("900 homes",), 2)]
    sides = (("900 homes", "F0", one, "900 homes"), ("950 homes", "F1", other, "900 homes"))
    ((_, told),) = facts(replace(record, contradictions=(disputed(ContradictionKind.NUMBER, *sides),)))
    assert [p.what for p in told.agree] == ["the day", "the place"]
    assert [(p.what, p.values) for p in told.differ] == [("how many", ("900 homes", "950 homes"))]


def test_an_event_told_in_words_of_disputed_speakers_is_not_counted() -> None:
    """If outlets contradict each other about who said it, what those words tell has no known source."""
    record = two()
    first = record.documents[0]
    said = tuple(
        Statement(id=f"S{n}", document_id=d.id, reader="exercise 1", confidence=1, kind=StatementKind.INDIRECT, content=(d.span(0, len(d.text)),))
        for n, d in enumerate(record.documents)
    )  # fmt: skip
    sides = (("the operator", "S0", first, "the operator"), ("the mayor", "S1", record.documents[1], "Harl"))
    whose = disputed(ContradictionKind.SPEAKER, *sides)
    told = replace(record, statements=said, utterances=(Utterance("U", ("S0", "S1"), ()),), contradictions=(whose,))
    assert facts(told) == []


def test_who_gives_another_day_is_not_drawn_in_by_who_gives_none() -> None:
    """A report without a day is no bridge between two days that nobody was found to dispute."""
    one, other, third = articles(ONE, OTHER, FAR.replace("Osterby", "Harl"))
    reports = [
        report(one, "severed", SUNDAY, "Harl"),
        report(other, "broke", SATURDAY, "Harl"),
        report(third, "broke", None, "Harl"),
    ]
    ((fact, _),) = facts(record_of([one, other, third], reports))
    assert (fact.line.label, fact.documents) == ("Subsea cable damage, Harl", 2)
