"""Stories: articles on one unfolding set of events. Everything is an exercise."""

from __future__ import annotations

import pytest

import gold
from desk import Desk
from watchfloor.record.stories import stories
from watchfloor.record.texts import Texts

CABLE = (
    "Divers found the severed cable near the breakwater. The coast guard suspects an anchor. Repair ships wait for calm seas.",
    "A severed cable near the breakwater keeps repair ships busy. Divers suspect an anchor, says the coast guard.",
)
BUDGET = (
    "Parliament passed the pension budget after a long night. Teachers and nurses had marched against the pension cuts.",
    "Teachers and nurses marched again as parliament debated the pension budget and its cuts.",
)


def grouped(texts: list[str]) -> set[frozenset[str]]:
    """The stories of articles with these texts, as sets of texts."""
    documents = [Desk(f"EXERCISE. {text}").document for text in texts]
    text_of = {d.id: d.text.removeprefix("EXERCISE. ") for d in documents}
    return {frozenset(text_of[d] for d in story.documents) for story in stories(Texts.of(documents))}


def test_two_subjects_are_two_stories_in_any_order() -> None:
    """Articles fall into stories by what they are about, whatever the order."""
    texts = [CABLE[1], BUDGET[0], CABLE[0], BUDGET[1]]
    assert grouped(texts) == {frozenset(CABLE), frozenset(BUDGET)}


def test_one_document_is_a_story_and_none_are_none() -> None:
    """A lone article founds a story; nothing has none."""
    assert grouped([CABLE[0]]) == {frozenset(CABLE[:1])}
    assert stories(Texts.of([])) == ()


def test_an_empty_text_is_a_story_of_its_own() -> None:
    """A document without words joins nobody and breaks nothing."""
    assert len(stories(Texts.of([Desk(text).document for text in (*CABLE, "…")]))) == 2


def test_the_title_is_the_earliest_headline() -> None:
    """A story is called after its first article that has a headline."""
    late = Desk(CABLE[0], "Post", "2031-05-03", "Divers find cable")
    early = Desk(CABLE[1], "Herald", "2031-05-01", "Repair ships busy")
    assert stories(Texts.of([late.document, early.document]))[0].title == "Repair ships busy"


@pytest.mark.skipif(not gold.STORIES, reason=gold.WITHOUT_STORIES)
def test_every_annotated_story_is_one() -> None:
    """The articles of each annotated story alone are one story."""
    for story in gold.STORIES:
        assert [len(s.documents) for s in stories(Texts.of(gold.documents(story)))] == [len(gold.documents(story))], (
            story.name
        )
