"""A whole study is reproducible, can be stopped and resumed, and knows its size beforehand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from posture_scenarios import alliance
from watchfloor.assessment.posture import flip
from watchfloor.assessment.posture.experiment import Shelf
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.assessment.posture.study import Study, plan, study

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")
pytest.importorskip("SALib", reason="sensitivity needs watchfloor[posture]")


def _short() -> Scenario:
    return replace(alliance(), months=12)


@pytest.fixture(autouse=True)
def _few_lucks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flip, "LUCKS", 8)


def _said(found: Study) -> tuple[object, ...]:
    return found.comparison, found.effects, found.rules, found.flips


def test_the_same_seed_says_the_same() -> None:
    """Two studies of one seed agree in every figure; another seed changes some."""
    first, second, other = (study(plan(_short(), 60, seed)) for seed in (1, 1, 2))
    assert _said(first) == _said(second)
    assert first.comparison != other.comparison


def test_a_stopped_study_goes_on(tmp_path: Path) -> None:
    """After Ctrl-C in the second run, the study from the shelf says what an undisturbed one says."""
    shelf = Shelf(tmp_path / "kept")

    def stop(step: str, _done: int, _total: int) -> None:
        if step == "Sensitivity":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        study(plan(_short(), 60, 1), shelf=shelf, progress=stop)
    assert list((tmp_path / "kept").glob("*/block-*.npy"))
    assert _said(study(plan(_short(), 60, 1), shelf=shelf)) == _said(study(plan(_short(), 60, 1)))


def test_the_plan_counts_every_future() -> None:
    """The plan's total is what will be run, and its time is above zero."""
    planned = plan(_short(), 60, 1)
    counted: dict[str, int] = {}
    study(planned, progress=lambda step, done, _: counted.update({step: done}))
    assert sum(counted.values()) == planned.total
    assert planned.seconds > 0
