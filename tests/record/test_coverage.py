"""Coverage: who carries a fact and who is silent. Everything is an exercise."""

from __future__ import annotations

from watchfloor.model.record import Story
from watchfloor.record.coverage import LARGE_STORY, coverage
from watchfloor.record.independence import Sources

SOURCE = Sources(text={"a": "a", "b": "a", "c": "c", "d": "d"}, outlet=dict.fromkeys("abcd", ""))


def test_carriers_and_silence_are_the_whole_story() -> None:
    """Each document of the story either carries the fact or is silent, and copies count once."""
    lines = coverage([Story("S", "exercise", ("a", "b", "c"))], {"U": ["b", "a"]}, SOURCE)
    assert [(x.carried_by, x.silent, x.independent) for x in lines] == [(("a", "b"), ("c",), 1)]


def test_a_fact_in_two_stories_has_a_line_in_each() -> None:
    """Silence is only told within a story that has the fact."""
    stories = [Story("S", "exercise", ("a", "c")), Story("T", "exercise", ("d",))]
    lines = coverage(stories, {"U": ["a", "d"]}, SOURCE)
    assert [(x.story, x.carried_by, x.silent) for x in lines] == [("S", ("a",), ("c",)), ("T", ("d",), ())]


def test_a_large_story_leaves_lone_facts_out() -> None:
    """Of a crowd's single voices there is no line, of shared facts there is."""
    documents = tuple(f"{n:03}" for n in range(LARGE_STORY + 1))
    apart = Sources(text={d: d for d in documents}, outlet=dict.fromkeys(documents, ""))
    lines = coverage([Story("S", "exercise", documents)], {"lone": ["000"], "shared": ["000", "001"]}, apart)
    assert [x.subject for x in lines] == ["shared"]
