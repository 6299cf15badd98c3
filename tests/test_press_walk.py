"""The whole walk on the five real articles: what an analyst must find in their record and brief. Skipped where ../shared is absent."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gold import PRESS, STORIES, WITHOUT_STORIES
from watchfloor import pipeline
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.model.record import ContradictionKind, Record, Strength
from watchfloor.products import brief_html
from watchfloor.reading.choice import reader_named
from watchfloor.store.store import Store

pytestmark = pytest.mark.skipif(not STORIES, reason=WITHOUT_STORIES)
ARTICLES = PRESS / "nato-proactive-2025-12" / "texts"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of the five articles, by the shipped reader."""
    with Store.open(tmp_path_factory.mktemp("walk") / "watchfloor.db") as store:
        now = datetime(2026, 1, 1, tzinfo=UTC)
        intake, found = pipeline.build(store, [str(ARTICLES)], reader=reader_named(), fetch=FetchPolicy(), now=now)
    assert (intake.added, intake.refused) == (5, ())
    return found


def test_the_quote_given_to_two_people_is_a_contradiction_of_speaker(record: Record) -> None:
    """Two articles give one quotation to a Baltic diplomat, a third to the admiral: kept apart, and shown as a contradiction."""
    outlets = {document.id: Path(document.origin).stem for document in record.documents}
    claims = {statement.id: outlets[statement.document_id] for statement in record.statements}
    found = [
        {side.value: {claims[claim] for claim in side.claims} for side in disagreement.sides}
        for disagreement in record.contradictions
        if disagreement.kind is ContradictionKind.SPEAKER and disagreement.strength is Strength.CONTRADICTION
    ]
    assert any(
        {"001", "004"} <= next((where for who, where in sides.items() if "diplomat" in who.lower()), set())
        and "003" in next((where for who, where in sides.items() if "Dragone" in who), set())
        for sides in found
    )


def _outlets_of(record: Record, actor_id: str) -> set[str]:
    """The articles that give the actor something to say."""
    outlets = {document.id: Path(document.origin).stem for document in record.documents}
    return {outlets[s.document_id] for s in record.statements if s.speaker == actor_id}


def test_the_ambassador_named_in_one_article_is_the_ambassador_of_the_other(record: Record) -> None:
    """One article names the Russian ambassador, another has only the office: one actor, who says something in both."""
    [ambassador] = [a for a in record.actors if a.name == "Denis Gonchar"]
    assert _outlets_of(record, ambassador.id) == {"001", "004"}
    assert any("ambassador to Belgium" in alias for alias in ambassador.aliases)


def test_the_ranks_and_places_of_the_admiral_are_contradictions_of_role(record: Record) -> None:
    """Admiral and captain, highest and second-highest, are kept with their articles and shown as contradictions."""
    sides = [
        [side.value for side in disagreement.sides]
        for disagreement in record.contradictions
        if disagreement.kind is ContradictionKind.ROLE and disagreement.strength is Strength.CONTRADICTION
    ]
    assert any({"second-highest", "highest-ranking"} <= set(" ".join(values).split()) for values in sides)
    assert any({"Admiral", "Captain"} <= set(" ".join(values).split()) for values in sides)


def test_the_five_articles_are_one_story(record: Record) -> None:
    """They are about one interview and what followed."""
    assert [len(story.documents) for story in record.stories] == [5]


def test_every_claim_of_the_record_stands_on_its_document(record: Record) -> None:
    """Each span of each claim quotes characters of a document of the record, none of them furniture."""
    documents = {document.id: document for document in record.documents}
    for claim in record.claims:
        for span in claim.spans:
            assert documents[span.document_id].quote(span).strip()
            assert not documents[span.document_id].is_furniture(span.start, span.end)


class _References(HTMLParser):
    """What a page would load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect scripts, and every address that a browser fetches by itself."""
        values = dict(attrs)
        if tag in {"script", "iframe", "object", "embed"}:
            self.loaded.append(tag)
        self.loaded += [value for key, value in values.items() if key in {"src", "srcset", "data"} and value]
        if tag == "link" and values.get("href"):
            self.loaded.append(str(values["href"]))


def test_the_brief_loads_nothing_from_elsewhere(record: Record) -> None:
    """One file: no script, no image, style or font by address."""
    page = _References()
    page.feed(brief_html.render(record))
    assert page.loaded == []
