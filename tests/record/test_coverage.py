"""Coverage: who carries a fact and who is silent. Everything is an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk import Desk
from watchfloor.model.claim import Statement
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.record import Coverage, Story
from watchfloor.record.coverage import LARGE_STORY, coverage
from watchfloor.record.source.independence import Origins


def _saying(*outlets: str) -> dict[str, Statement]:
    """One statement in an article of each outlet, under the outlet's name."""
    found = {}
    for outlet in outlets:
        desk = Desk(f"EXERCISE {outlet} says so.", outlet)
        desk.says(None, "says so")
        found[outlet] = desk.reading.statements[0]
        assert found[outlet].document_id == desk.id
    return found


def _origins(outlets: tuple[str, ...], *copies: tuple[str, str]) -> Origins:
    ids = {outlet: Desk(f"EXERCISE {outlet} says so.", outlet).id for outlet in outlets}
    return Origins.of(
        [Desk(f"EXERCISE {outlet} says so.", outlet).document for outlet in outlets],
        [Copy(ids[a], ids[b], CopyKind.WIRE_COPY, 0.9) for a, b in copies],
    )


def _lines(stories: Iterable[Story], facts: Mapping[str, list[Statement]], origins: Origins) -> list[Coverage]:
    return [line for own in coverage(stories, facts, origins).values() for line in own.result]


def test_carriers_and_silence_are_the_whole_story() -> None:
    """Each document of the story either carries the fact or is silent, and copies count once."""
    said = _saying("a", "b", "c")
    a, b, c = (s.document_id for s in said.values())
    origins = _origins(("a", "b", "c"), ("a", "b"))
    lines = _lines([Story("S", "exercise", (a, b, c))], {"U": [said["b"], said["a"]]}, origins)
    assert [(x.carried_by, x.silent, x.independent) for x in lines] == [((a, b), (c,), 1)]


def test_a_fact_in_two_stories_has_a_line_in_each() -> None:
    """Silence is only told within a story that has the fact."""
    said = _saying("a", "c", "d")
    a, c, d = (s.document_id for s in said.values())
    stories = [Story("S", "exercise", (a, c)), Story("T", "exercise", (d,))]
    lines = _lines(stories, {"U": [said["a"], said["d"]]}, _origins(("a", "c", "d")))
    assert [(x.story, x.carried_by, x.silent) for x in lines] == [("S", (a,), (c,)), ("T", (d,), ())]


def test_a_large_story_leaves_lone_facts_out() -> None:
    """Of a crowd's single voices there is no line, of shared facts there is."""
    outlets = tuple(f"{n:03}" for n in range(LARGE_STORY + 1))
    said = list(_saying(*outlets).values())
    story = Story("S", "exercise", tuple(s.document_id for s in said))
    lines = _lines([story], {"lone": said[:1], "shared": said[:2]}, _origins(outlets))
    assert [(x.subject, x.independent) for x in lines] == [("shared", 2)]


def test_kept_lines_are_those_that_are_made() -> None:
    """Lines are kept while facts and sources are the same, and are made anew where a copy makes two sources one."""
    said = _saying("a", "b")
    a, b = (s.document_id for s in said.values())
    story, facts = Story("S", "exercise", (a, b)), {"U": list(said.values())}
    first = coverage([story], facts, _origins(("a", "b")))
    again = coverage([story], facts, _origins(("a", "b")), first)
    assert again["S"] is first["S"]
    copied = coverage([story], facts, _origins(("a", "b"), ("a", "b")), first)
    assert ([x.independent for x in first["S"].result], [x.independent for x in copied["S"].result]) == ([2], [1])
