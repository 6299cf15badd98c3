"""The whole measurement says what it could not do, and never passes over a floor in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import measure
from floor import Floors


def test_pinned_sets_are_those_that_are_measured() -> None:
    """Every set of corpora that has floors is one that measure.py makes, so that no floor waits for a set that is never there."""
    floors: Floors = json.loads(measure.FLOORS.read_text(encoding="utf-8"))
    assert not floors["checked"].keys() & floors["whole"].keys()
    assert {measure.POLNEAR_FEW, measure.UNER_FEW} <= floors["checked"].keys()
    assert {measure.POLNEAR, measure.UNER, measure.CONFIDENCE} <= floors["whole"].keys()


def test_no_shared_folder_is_said_and_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the annotated sets are absent the exit code is 0 and the output says that nothing was held."""
    monkeypatch.setattr(measure, "STORY_SCORER", tmp_path / "score.py")
    monkeypatch.setattr("sys.argv", ["measure.py", "--check"])
    assert measure.main() == 0
    assert "SKIPPED" in capsys.readouterr().out


@pytest.mark.parametrize("wish", [["--lower"], ["--check", "--repin"]])
def test_wishes_that_contradict_each_other_are_refused(wish: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Floors are lowered only on re-pinning, and a check writes nothing."""
    monkeypatch.setattr("sys.argv", ["measure.py", *wish])
    with pytest.raises(SystemExit) as refusal:
        measure.main()
    assert refusal.value.code == 2
