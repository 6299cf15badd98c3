"""The composed brief: order, choice, and that every word of it stands in a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import exercise
import gold
from watchfloor.model.claim import Figure, IncidentReport, StatementKind, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import FigureGroup, Incident, Record, Story, Strength
from watchfloor.model.when import When
from watchfloor.products.brief import Brief, brief_of
from watchfloor.products.brief.shape import Line, walk
from watchfloor.products.signs import status_word


def lines(brief: Brief) -> list[Line]:
    """Every line of the brief."""
    return [found for found in walk(brief) if isinstance(found, Line)]


def stands_in_its_documents(record: Record) -> bool:
    """Whether the words of every line stand in a document of its evidence, white space aside."""
    flat = {d.id: " ".join(d.text.split()) for d in record.documents}
    return all(
        any(all(part.strip() in flat[e.source.document_id] for part in line.text.split("…")) for e in line.evidence)
        for line in lines(brief_of(record))
    )


def test_no_line_says_what_no_document_says() -> None:
    """The words of every line stand in one of the documents behind it."""
    assert stands_in_its_documents(exercise.record())


@pytest.mark.skipif(not gold.STORIES, reason=gold.WITHOUT_STORIES)
@pytest.mark.parametrize("story", gold.STORIES, ids=lambda s: s.name)
def test_no_line_of_a_real_story_says_what_no_document_says(story: Path) -> None:
    """The same for real articles, some of them full of broken quotations."""
    assert stands_in_its_documents(gold.gold_record(story))


def test_established_counts_independent_sources_and_leaves_disputes_out() -> None:
    """Three documents of which one is a copy are two sources; the fourth cut nothing but "severed" it on another day and is not counted."""
    (fact,) = brief_of(exercise.record()).parts[0].facts
    assert (fact.independent, fact.documents) == (2, 3)
    assert fact.reach == "reported by 2 independent sources (3 documents)"
    assert fact.line.text == "The cable off Harl was cut"


def test_what_is_rather_misread_than_read_is_not_counted() -> None:
    """A source whose claim the reader itself gives less than even odds carries no established fact."""
    record = agreeing()
    doubtful = tuple(replace(s, confidence=0.49) for s in record.statements)
    (before,) = brief_of(record).parts[0].facts
    unsure = replace(record, statements=doubtful, reports=tuple(replace(r, confidence=0.49) for r in record.reports))
    assert before.independent == 2
    assert brief_of(unsure).parts[0].facts == ()


def agreeing() -> Record:
    """The exercise in which the evening paper gives the quotation to the captain too, and nobody contradicts anybody."""
    record = exercise.record()
    evening = replace(record.statements[2], speaker="A1")
    return replace(
        record,
        statements=(*record.statements[:2], evening, record.statements[3]),
        utterances=(replace(record.utterances[0], speakers=("A1",)), record.utterances[1]),
        contradictions=(),
    )


def test_without_disagreement_the_same_facts_are_established() -> None:
    """Once nobody contradicts the quotation it is established too, if its numbers agree; numbers that differ never are."""
    (fact,) = brief_of(agreeing()).parts[0].facts
    assert fact.line.text == "The cable off Harl was cut"


def test_a_saying_of_two_speakers_is_not_established() -> None:
    """Even where no contradiction was recorded, words that documents give to two people are nobody's established words."""
    facts = brief_of(replace(exercise.record(), contradictions=())).parts[0].facts
    assert [f.line.text for f in facts] == ["The cable off Harl was cut"]


def saying(**texts: str) -> list[str]:
    """The established lines of one saying, given the words of the morning, wire and evening paper."""
    record = agreeing()
    documents, statements = [], []
    for name, text in texts.items():
        old = next(s for s in record.statements if s.id == f"{name}:S1")
        doc = replace(next(d for d in record.documents if d.id == old.document_id), text=text)
        documents.append(doc)
        statements.append(replace(old, content=(doc.span(0, len(text)),), source=None))
    changed = Record("exercise 1", tuple(documents), statements=tuple(statements), utterances=record.utterances[:1])
    return [f.line.text for f in brief_of(changed).parts[0].facts]


def test_a_saying_of_one_word_is_not_established() -> None:
    """What is known as one word ("hinting at Torvania") tells nothing; two words may."""
    assert saying(m="Torvania", e="Torvania", w="Nothing") == []
    assert saying(m="Torvania lied", e="Torvania lied", w="Nothing") == ["Torvania lied"]


def test_a_saying_with_two_numbers_is_not_established() -> None:
    """Versions of a saying with other numbers are no second source for it; a version that quotes less is, and then no more is shown."""
    assert saying(m="It costs 10 or 15, 2 in all", e="It costs 10 or 15", w="Nothing") == ["It costs 10 or 15"]
    assert saying(m="It costs 10 or 15, 2 in all", e="It costs 10 or 18", w="Nothing") == []


def test_an_established_saying_says_no_more_than_its_sources() -> None:
    """A version that lacks half of the words, or says the opposite, is not counted for them."""
    long = "The harbour will be closed to every foreign ship until the cable is mended and guarded"
    assert saying(m=long, e="The harbour will be closed to every foreign ship", w="Fine weather") == [
        "The harbour will be closed to every foreign ship"
    ]
    assert saying(m=long, e="The cable costs the harbour a winter of work, she fears", w="Fine weather") == []
    assert saying(m="The harbour was closed to ships", e="The harbour was never closed to ships", w="Fine") == []


def told(*texts: tuple[str, str, Status, When | None]) -> Brief:
    """A brief of one event; each text with the words that name it, how it is presented and when."""
    documents = [exercise.document(f"{n}.txt", t[0], f"Outlet {n}") for n, t in enumerate(texts)]
    reports = tuple(
        IncidentReport(
            id=f"r{n}", document_id=doc.id, reader="exercise 1", confidence=1, type=IncidentType.DRONE_INCURSION,
            status=status, specific=True, triggers=(exercise.at(doc, words),), when=when,
        )
        for n, (doc, (_, words, status, when)) in enumerate(zip(documents, texts, strict=True))
    )  # fmt: skip
    event = Incident("E", IncidentType.DRONE_INCURSION, True, Status.OCCURRED, tuple(r.id for r in reports))
    return brief_of(Record("exercise 1", tuple(documents), reports=reports, incidents=(event,)))


MONDAY = When.day(date(2031, 4, 28))
SHUT = ("Drones shut the airport of Harl on Monday, and the mayor fled.", "Drones shut the airport", Status.OCCURRED)


def test_an_established_event_is_shown_in_the_words_that_all_carry() -> None:
    """Of a sentence that says more than the other outlet does only the shared clause is shown."""
    other = ("Last night the airport of Harl was closed because of drones.", "airport of Harl was closed", Status.OCCURRED)  # fmt: skip
    (fact,) = told((*SHUT, MONDAY), (*other, None)).parts[0].facts
    assert "mayor" not in fact.line.text
    assert (fact.independent, fact.documents) == (2, 2)


def test_undated_reports_alone_establish_nothing() -> None:
    """Two reports without a date are too easily taken for one event."""
    other = ("Drones shut the airport of Harl, it is said here.", "Drones shut the airport", Status.OCCURRED)
    assert told((*SHUT, None), (*other, None)).parts[0].facts == ()
    assert len(told((*SHUT, MONDAY), (*other, None)).parts[0].facts) == 1


def test_one_alleged_report_leaves_a_fact_a_fact() -> None:
    """Those that report it as a fact are counted, the one that does not is told of; two against two establish nothing."""
    other = ("Drones shut the airport of Harl, wrote another.", "Drones shut the airport", Status.OCCURRED, None)
    doubt = ("Drones are said to have shut the airport of Harl.", "shut the airport", Status.ALLEGED, None)
    part = told((*SHUT, MONDAY), other, doubt).parts[0]
    assert (part.facts[0].documents, part.facts[0].line.note) == (2, "1 document reports it as alleged")
    assert status_word(part.events[0]) == "reported, some as alleged"
    more = ("It is claimed that drones shut the airport of Harl.", "shut the airport", Status.ALLEGED, None)
    assert told((*SHUT, MONDAY), other, doubt, more).parts[0].facts == ()


def test_a_row_ticks_only_who_carries_its_words() -> None:
    """An outlet whose report of the event says something else has an empty cell, and a fact of one document has no row."""
    other = ("Drones shut the airport of Harl, wrote another.", "Drones shut the airport", Status.OCCURRED, None)
    elsewhere = ("Unknown craft were seen far from there.", "Unknown craft were seen", Status.OCCURRED, None)
    (row,) = told((*SHUT, MONDAY), other, elsewhere).parts[0].matrix.rows
    assert [cell is not None for cell in row.cells] == [True, True, False]
    assert told((*SHUT, MONDAY), elsewhere).parts[0].matrix.rows == ()


def test_numbers_that_fit_are_not_marked_as_disputed() -> None:
    """Amounts are disputed where the record says so, and not because they are written in two ways."""
    part = brief_of(exercise.record()).parts[0]
    assert all(a.line.disputed for c in part.counts for a in c.amounts)
    calm = brief_of(replace(exercise.record(), contradictions=())).parts[0]
    assert not any(a.line.disputed for c in calm.counts for a in c.amounts)


def test_every_side_of_a_disagreement_has_a_heading() -> None:
    """Also where the side's words repeat its line, as a long role does."""
    record = exercise.record()
    role = "the captain of all the harbour boats of Harl and of its islands"
    long = replace(record.contradictions[0], sides=tuple(replace(s, value=f"{role} {n}") for n, s in enumerate(record.contradictions[0].sides)))  # fmt: skip
    columns = brief_of(replace(record, contradictions=(long,))).parts[0].disputes[0].columns
    assert all(c.value.startswith("the captain of all") for c in columns)


def test_what_an_article_prints_twice_is_shown_once() -> None:
    """A saying of which every word stands in another one of the same article has no line of its own; in another article it has."""
    record = agreeing()
    text = "She said that the cable was cut by an anchor. The cable was cut, she said."
    doc = replace(record.documents[0], text=text)
    long = replace(record.statements[0], content=(doc.span(14, 44),), source=None, kind=StatementKind.INDIRECT)
    short = replace(long, id="again", content=(doc.span(14, 31),))
    sayings = tuple(replace(record.utterances[0], id=s.id, statements=(s.id,)) for s in (short, long))
    changed = Record("exercise 1", (doc,), statements=(long, short), utterances=sayings)
    (voice,) = brief_of(changed).parts[0].voices
    assert [s.line.text for s in voice.sayings] == ["the cable was cut by an anchor"]


@pytest.mark.parametrize("words", ["that", "which"])
def test_a_word_that_says_nothing_is_no_line(words: str) -> None:
    """What was read as a saying and tells nothing stays in the record."""
    record = agreeing()
    doc = replace(record.documents[0], text=f"The ministry said {words}.")
    said = replace(record.statements[0], content=(exercise.at(doc, words),), source=None)
    changed = Record("exercise 1", (doc,), statements=(said,), utterances=(replace(record.utterances[0], statements=(said.id,)),))  # fmt: skip
    assert brief_of(changed).parts[0].voices == ()


def test_versions_say_who_and_not_he() -> None:
    """A version whose article says "he" is under the speaker's name, the article's word beside it."""
    record = exercise.record()
    doc = exercise.MORNING
    he = replace(record.statements[0], source=exercise.at(doc, "We"))
    brief = brief_of(replace(record, statements=(he, *record.statements[1:])))
    labels = [v.label for v in brief.parts[0].voices[0].sayings[0].variants]
    assert "Ilva Brandt (“We”)" in labels


def test_the_lead_in_to_an_answer_is_no_line() -> None:
    """“When asked whether …” says nothing that somebody said."""
    record = agreeing()
    text = "When asked whether the cable was cut, she shrugged."
    doc = replace(record.documents[0], text=text)
    asked = replace(record.statements[0], content=(doc.span(0, 36),), source=None)
    changed = Record("exercise 1", (doc,), statements=(asked,), utterances=(replace(record.utterances[0], statements=(asked.id,)),))  # fmt: skip
    assert brief_of(changed).parts[0].voices == ()


def test_disputes_stand_side_by_side_with_their_carriers() -> None:
    """One column a side, under the outlets that carry it, with its own evidence."""
    dispute = brief_of(exercise.record()).parts[0].disputes[0]
    assert [c.value for c in dispute.columns] == ["Ilva Brandt", "harbour master of Harl"]
    assert [c.outlets for c in dispute.columns] == [("Harl Morning", "Coast Wire"), ("Evening Post 1",)]
    assert {p.text for c in dispute.columns for p in c.lines[0].pieces if p.differs} >= {"two", "ten"}


def test_contradictions_come_before_tensions() -> None:
    """However widely a tension is carried, contradictions are shown first."""
    record = exercise.record()
    weak = replace(record.contradictions[0], id="X0", strength=Strength.TENSION)
    brief = brief_of(replace(record, contradictions=(weak, *record.contradictions)))
    assert [d.id for d in brief.parts[0].disputes] == ["X1", "X2", "X0"]


def test_an_utterance_of_two_speakers_stands_once_and_says_so() -> None:
    """The quotation that outlets give to two people is under one of them, marked, with all versions."""
    (voice,) = brief_of(exercise.record()).parts[0].voices
    (saying,) = voice.sayings
    assert saying.line.note == "also given to harbour master of Harl"
    assert saying.line.text == "We saw an anchor drag for two miles"
    assert [v.text for v in saying.variants][-1] == "We saw an anchor drag for ten miles"


def test_a_range_of_dates_is_drawn_and_a_day_is_not() -> None:
    """An incident dated two ways has an interval; one dated to a day has none, and one without a date says nothing."""
    cable, leak = (part.events[0] for part in brief_of(exercise.record()).parts)
    assert cable.when == "28 to 29 April 2031"
    assert cable.interval is not None
    assert (leak.when, leak.interval) == (None, None)


def test_documents_of_one_outlet_share_a_column() -> None:
    """The matrix has one column an outlet, and None where that outlet is silent."""
    matrix = brief_of(exercise.record()).parts[0].matrix
    assert matrix.columns == ("Harl Morning", "Coast Wire", "Evening Post")
    assert all(len(row.cells) == 3 for row in matrix.rows)


def test_every_story_has_its_part_and_nothing_of_another() -> None:
    """Two stories are two parts, and no evidence of one is in the other."""
    brief = brief_of(exercise.record())
    told = [
        {e.source.document_id for line in lines(replace(brief, parts=(p,))) for e in line.evidence} for p in brief.parts
    ]
    assert not told[0] & told[1]
    assert [s.not_read for s in brief.other_sources] == ["language: de"]


def test_an_empty_record_is_an_empty_brief() -> None:
    """A record without documents composes; one without stories is a single part over its documents."""
    assert brief_of(Record("exercise 1", ())).parts == ()
    (part,) = brief_of(Record("exercise 1", (exercise.LEAK,))).parts
    assert (part.facts, part.disputes, len(part.sources)) == ((), (), 1)


def test_many_outlets_leave_a_matrix_that_fits_the_page() -> None:
    """Of twenty outlets the twelve that carry most have a column, and the brief says how many have none."""
    record = exercise.record()
    more = tuple(exercise.document(f"{n}.txt", f"Nothing on {n}.", f"Outlet {n}") for n in range(20))
    story = Story("cable", "Anchor cut the cable", (*(d.id for d in more), *record.stories[0].documents))
    matrix = brief_of(replace(record, documents=(*more, *record.documents), stories=(story,))).parts[0].matrix
    assert len(matrix.columns) == 12
    assert matrix.left_out == 11
    assert {"Harl Morning", "Coast Wire", "Evening Post"} <= set(matrix.columns)


def test_words_on_which_a_side_stands_are_marked() -> None:
    """In a disagreement about a number the number is marked, and nothing else of the sentence."""
    dispute = brief_of(exercise.record()).parts[0].disputes[1]
    assert [[p.text for p in c.lines[0].pieces if p.differs] for c in dispute.columns] == [["Nine"], ["Twelve"]]


def test_a_speaker_is_never_shown_with_words_that_another_is_given() -> None:
    """The version under a speaker is one that its document gives to that speaker, though another is longer."""
    record = exercise.record()
    turned = replace(record.utterances[0], speakers=("A2", "A1"))
    brief = brief_of(replace(record, utterances=(turned, record.utterances[1])))
    (voice,) = brief.parts[0].voices
    assert voice.name == "harbour master of Harl"
    assert voice.sayings[0].line.text == "We saw an anchor drag for ten miles"


def test_a_number_inside_disputed_words_is_not_established() -> None:
    """If outlets contradict each other about who said it, the numbers in the quotation are not established either."""
    record = exercise.record()
    figures = tuple(
        Figure(
            id=f"n{n}", document_id=doc.id, reader="exercise 1", confidence=1, span=exercise.at(doc, "miles"), value=2, unit="miles", of="drag"
        )
        for n, doc in enumerate((exercise.MORNING, exercise.EVENING))
    )  # fmt: skip
    record = replace(record, figures=figures, figure_groups=(FigureGroup("G9", "drag", ("n0", "n1")),))
    assert [f.line.label for f in brief_of(record).parts[0].facts] == ["Subsea cable damage, Harl"]


def test_two_actors_of_one_name_are_not_set_against_each_other() -> None:
    """Where both speakers have the same name, the brief does not say that the words are also given to that name."""
    record = exercise.record()
    namesake = replace(record.actors[1], name=record.actors[0].name)
    brief = brief_of(replace(record, actors=(record.actors[0], namesake, *record.actors[2:])))
    assert brief.parts[0].voices[0].sayings[0].line.note is None
