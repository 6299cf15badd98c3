"""Speakers: whether statements that the annotation gives to one actor have one actor in the record.

In go a story's annotation, its record in the press schema, and what each statement's own document calls its speaker; out come F1 over
pairs of statements, all of the story and those of two documents, and the same for the baseline: speakers are one where their
names are equal. Statements are paired with annotated ones by score.py's own functions. Who speaks at all is score.py's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations
from types import ModuleType
from typing import Any

from shared import STORY_SCORER

PAIRED = 0.5
"""The overlap from which score.py pairs two statements."""

_Annotated = Mapping[str, Any]
_Speaker = str | None


def figures(gold: _Annotated, record: _Annotated, named: Mapping[str, str]) -> dict[str, float | None]:
    """The F1 of "one speaker" over pairs of statements; `named` is the speaker's name in the document of each of the record's statements."""
    paired = matched(gold, record)
    wanted = [(g["doc"], g["speaker"]) for g, _ in paired]
    linked = f1(wanted, [s.get("speaker") for _, s in paired])
    by_name = f1(wanted, [_plain(named.get(s["id"])) for _, s in paired])
    keys = ("f1", "across_f1")
    return {f"same_speaker.{k}": figure for k, figure in zip(keys, linked, strict=True)} | {
        f"same_speaker.name_{k}": figure for k, figure in zip(keys, by_name, strict=True)
    }


def matched(gold: _Annotated, record: _Annotated) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each annotated statement that score.py pairs with one of the record's, and that one."""
    score = _scorer()
    ours, theirs = score.Story(gold), score.Story(record)

    def alike(a: dict[str, Any], b: dict[str, Any]) -> float:
        overlap: float = score.overlap(score.chars(a["content"]), score.chars(b["content"]))
        return overlap

    return [
        one
        for sha in ours.docs.values()
        for one in score.match(ours.of("statements", sha), theirs.of("statements", sha), alike, PAIRED)
    ]


def f1(wanted: Sequence[tuple[str, _Speaker]], given: Sequence[_Speaker]) -> tuple[float | None, float | None]:
    """F1 over the pairs of statements, and over those of two documents; None where no pair is wanted. Nobody is no speaker."""
    pairs = list(combinations(range(len(wanted)), 2))
    across = [(i, j) for i, j in pairs if wanted[i][0] != wanted[j][0]]
    speakers = [speaker for _, speaker in wanted]
    return _f1(pairs, speakers, given), _f1(across, speakers, given)


def _f1(pairs: Iterable[tuple[int, int]], wanted: Sequence[_Speaker], given: Sequence[_Speaker]) -> float | None:
    both = one = other = 0
    for i, j in pairs:
        is_wanted = wanted[i] is not None and wanted[i] == wanted[j]
        is_given = given[i] is not None and given[i] == given[j]
        both += is_wanted and is_given
        one += is_wanted
        other += is_given
    return round(2 * both / (one + other), 3) if one else None


def _plain(name: str | None) -> _Speaker:
    return " ".join(name.casefold().split()) if name else None


@cache
def _scorer() -> ModuleType:
    """score.py as it stands, whose functions say which statement is which."""
    spec = spec_from_file_location("score", STORY_SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{STORY_SCORER} is no Python file")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
