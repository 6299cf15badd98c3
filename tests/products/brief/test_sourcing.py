"""Sourcing: each count of the brief opens the reasons behind it, in every form. Everything is an exercise."""

from __future__ import annotations

import json
import re

from brief_page import parsed
from desk import Desk, record_of
from watchfloor.model.record import Record
from watchfloor.products import brief_html, brief_json, brief_markdown
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.shape import Saying
from watchfloor.products.item import find
from watchfloor.products.press import record_json

LONG = "We are counting every buoy between Harl and Torvan tonight"
SHORT = "We are counting every buoy between Harl and Torvan"
GAZETTE = "EXERCISE {}. Admiral Tove Berg told the Norland Gazette that all is well. “{}”, Berg said."


def _one_interview(*, other: bool = False) -> Record:
    """Three outlets with one interview, two in the same words; with `other` a fourth that credits nobody."""
    desks = [
        Desk(GAZETTE.format("one", LONG), "Outlet 1", "2031-05-02"),
        Desk(GAZETTE.format("two", SHORT), "Outlet 2", "2031-05-03"),
        Desk(GAZETTE.format("three", SHORT), "Outlet 3", "2031-05-04"),
    ]
    if other:
        desks.append(Desk(f"EXERCISE four. “{SHORT}”, said Tove Berg.", "Outlet 4", "2031-05-05"))
    for desk, words in zip(desks, (LONG, SHORT, SHORT, SHORT), strict=False):
        desk.says(desk.actor("Tove Berg", aliases=("Berg",)), words)
    return record_of(*desks)


def _saying(record: Record) -> Saying:
    (saying,) = [s for part in brief_of(record).parts for v in part.voices for s in v.sayings]
    return saying


def test_three_outlets_with_one_interview_are_one_source_with_its_reason() -> None:
    """The count is one of three documents, the reason names the Gazette, and its notes hold the words of credit of each."""
    backed = _saying(_one_interview()).sourcing
    assert (backed.independent, backed.documents) == (1, 3)
    (origin,) = backed.origins
    (because,) = origin.because
    assert because.text == "Outlet 1, Outlet 2 and Outlet 3 rest on words spoken to Norland Gazette."
    marked = ["".join(s.text for s in e.passage if s.focus == "marked") for e in because.evidence]
    assert marked == ["told the Norland Gazette"] * 3


def test_what_rests_on_one_interview_is_not_established() -> None:
    """Three outlets that carry one interview establish nothing; one more that has it from elsewhere does."""
    (part,) = brief_of(_one_interview()).parts
    assert part.facts == ()
    (fact,) = brief_of(_one_interview(other=True)).parts[0].facts
    assert (fact.independent, fact.documents) == (2, 4)
    assert fact.sourcing.summary == fact.reach == "reported by 2 independent sources (4 documents)"


def test_the_path_runs_through_every_document_in_its_order() -> None:
    """Each document of the path has its day and whom it credits, and the path says how many name the occasion."""
    backed = _saying(_one_interview(other=True)).sourcing
    assert backed.first == "spoken to Norland Gazette, as 3 of 4 documents say"
    assert [(leg.document, leg.published, leg.has_it_from) for leg in backed.legs] == [
        ("Outlet 1", "2 May 2031", "credits Norland Gazette"),
        ("Outlet 2", "3 May 2031", "credits Norland Gazette"),
        ("Outlet 3", "4 May 2031", "credits Norland Gazette"),
        ("Outlet 4", "5 May 2031", "credits nobody"),
    ]


def test_versions_in_the_same_words_stand_once_and_the_words_that_differ_are_marked() -> None:
    """Two versions side by side of four documents: the second has three, the first's word that it lacks is marked and nothing else."""
    variants = _saying(_one_interview(other=True)).variants
    assert [[e.source.label for e in line.evidence] for line in variants] == [
        ["Outlet 1"],
        ["Outlet 2", "Outlet 3", "Outlet 4"],
    ]
    assert [[p.text for p in line.pieces if p.differs] for line in variants] == [["tonight"], []]


def test_every_count_on_the_page_opens_its_reason_with_one_click() -> None:
    """Wherever the page counts independent sources it does so in the summary of a fold, and the fold of a shared source holds the reason."""
    root = parsed(brief_html.render(_one_interview()))
    main = root.every("main")[0]
    folds = [d for d in main.every("details") if "independent source" in d.every("summary")[0].text]
    assert folds
    summaries = [s for s in main.every("summary") if "independent source" in s.text]
    assert main.text.count("independent source (3 documents)") == sum(
        "source (3 documents)" in s.text for s in summaries
    )
    assert any("rest on words spoken to Norland Gazette" in fold.text for fold in folds)
    assert [d.text for d in main.every("del", "differs")][-1] == "tonight"


def test_the_count_of_documents_is_never_called_sources() -> None:
    """In no form do three documents with one source come out as three sources."""
    record = _one_interview()
    for form in (brief_html, brief_markdown, brief_json):
        text = form.render(record)
        assert not re.search(
            r"\b3 (?:independent )?(?:sources|outlets)\b(?! \()", text.replace("3 independent sources", "", 2)
        ), form


def test_markdown_has_the_reason_on_a_line_with_its_notes() -> None:
    """The reason stands under the saying and ends in footnotes."""
    text = brief_markdown.render(_one_interview())
    assert re.search(r"Outlet 1, Outlet 2 and Outlet 3 rest on words spoken to Norland Gazette\.(?:\[\^\d+\]){3}", text)
    assert "spoken to Norland Gazette, as 3 of 3 documents say" in text


def test_json_has_the_whole_structure() -> None:
    """The brief's JSON holds origins, legs and a grade whose code is text; the record's JSON the same with spans."""
    brief = json.loads(brief_json.render(_one_interview()))
    (saying,) = [s for v in brief["parts"][0]["voices"] for s in v["sayings"]]
    assert saying["sourcing"]["grade"]["credibility"] == {"code": "6", "words": "truth cannot be judged"}
    assert len(saying["sourcing"]["legs"]) == 3
    (item,) = json.loads(json.dumps(record_json(_one_interview())["sources"]))
    assert (item["independent"], item["credibility"]["code"], item["path"]["first"]) == (1, "6", ["Norland Gazette"])
    (source,) = item["sources"]
    assert {span["doc"] for reason in source["reasons"] for span in reason["spans"]} == set(source["docs"])


def test_show_tells_sources_reasons_and_path() -> None:
    """The item of an utterance says how many sources it has, why, by which path, and shows the words of credit."""
    record = _one_interview()
    item = find(record, record.utterances[0].id)
    facts = dict(item.facts)
    assert facts["Sources"] == "1 independent source (3 documents)"
    assert facts["Because"] == "Outlet 1, Outlet 2 and Outlet 3 rest on words spoken to Norland Gazette."
    assert facts["Path 3"] == "Outlet 3, 4 May 2031: credits Norland Gazette"
    assert (facts["Credibility"] or "").startswith("6: cannot be judged. 1 independent source says it")
    assert [e.label for e in item.evidence].count("credit") == 3
