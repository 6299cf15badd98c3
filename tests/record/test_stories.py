"""Stories: articles on one unfolding set of events. Everything is an exercise."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gold
from desk import Desk
from watchfloor.record.stories import grouped as by_nearness
from watchfloor.record.stories import stories
from watchfloor.record.text.nearness import Nearness
from watchfloor.record.text.texts import Texts

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


def test_another_language_is_listed_and_not_linked() -> None:
    """Two articles on one event in a language that is not read are stories of their own, beside the English one with the same names."""
    english = Desk(CABLE[0]).document
    german = [
        replace(Desk(f"{CABLE[0]} Nummer {n}, Hafenmole, Taucher, Kabelschiff").document, language="de") for n in (1, 2)
    ]
    assert [len(s.documents) for s in stories(Texts.of([english, *german]))] == [1, 1, 1]


def test_a_reprint_with_another_date_stays_in_its_story() -> None:
    """An outlet that prints its own text again months later adds to the story, whose order is that of publication."""
    first, again = (Desk(CABLE[0], "Post", when).document for when in ("2031-05-02", "2031-11-02"))
    again = replace(again, id="f" * 64)
    [story] = stories(Texts.of([again, first, Desk(CABLE[1], "Herald", "2031-05-03").document]))
    assert (story.documents[0], story.documents[-1]) == (first.id, again.id)


def test_a_story_that_drifts_into_another_is_not_one() -> None:
    """Weekly articles each of which shares most words with the one before make several stories, none from first to last."""
    chance = random.Random(1)  # noqa: S311 - made-up words, no secret
    words = [
        f"{a}{b}{c}"
        for a in ("bor", "cal", "dem", "fin", "gul")
        for b in "aeiou"
        for c in ("ldan", "mst", "pek", "rish")
    ]
    chance.shuffle(words)
    texts = [" ".join(chance.sample(words[2 * n : 2 * n + 20], 16)) for n in range(35)]
    found = grouped(texts)
    assert all(len(story) > 1 for story in found)
    assert 1 < len(found) <= 15
    assert not any({texts[0], texts[-1]} <= story for story in found)


def test_a_thousand_articles_are_one_story() -> None:
    """A thousand articles on one event that each tell something else beside are one story, found in seconds."""
    chance = random.Random(2)  # noqa: S311
    words = [
        f"{a}{b}{c}{d}"
        for a in ("bor", "cal", "dem", "fin")
        for b in "aeiou"
        for c in ("lda", "mst", "pek")
        for d in ("", "n", "sh", "t")
    ]
    event, beside = words[:30], words[30:]
    texts = [" ".join(chance.sample(event, 18) + chance.sample(beside, 12)) for _ in range(1000)]
    start = time.process_time()
    assert {len(story) for story in grouped(texts)} == {1000}
    assert time.process_time() - start < 30


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from("anchor cable diver harbour pension teacher budget nurse".split()), min_size=1, max_size=9
        ),
        min_size=1,
        max_size=9,
    ),
    st.randoms(use_true_random=False),
)
def test_one_by_one_is_as_all_at_once(drawn: list[list[str]], shuffle: random.Random) -> None:
    """Documents that come one after the other, in any order, fall into the same stories as all at once."""
    held = {f"{n:02}": Counter(words) for n, words in enumerate(drawn)}
    order = list(held)
    shuffle.shuffle(order)
    grown = Nearness.of({})
    for key in order:
        grown = grown.with_documents({key: held[key]})
    assert sorted(by_nearness(grown)) == sorted(by_nearness(Nearness.of(held)))


@pytest.mark.skipif(not gold.STORIES, reason=gold.WITHOUT_STORIES)
def test_every_annotated_story_is_one() -> None:
    """The articles of each annotated story alone are one story."""
    for story in gold.STORIES:
        assert [len(s.documents) for s in stories(Texts.of(gold.documents(story)))] == [len(gold.documents(story))], (
            story.name
        )
