"""Experiments give what one simulation would, go on where they stopped, and say how long they will take."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posture_scenarios import alliance
from watchfloor.assessment.posture import experiment
from watchfloor.assessment.posture.campaign import Run, simulate
from watchfloor.assessment.posture.draw import Draws, sample
from watchfloor.assessment.posture.experiment import Shelf, estimate, fingerprint, run

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(experiment, "BLOCK", 20)


@pytest.mark.parametrize("workers", [1, 3])
def test_blocks_and_threads_change_nothing(workers: int) -> None:
    """However futures are cut and spread over processors, every outcome is the same."""
    draws = sample(alliance(), 90, 1)
    done: list[int] = []
    found = run(draws, workers=workers, progress=lambda now, _: done.append(now))
    assert np.array_equal(found.outcomes, simulate(draws).outcomes)
    assert sorted(done) == done
    assert done[-1] == 90


def test_what_is_done_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After Ctrl-C in the middle, the blocks that were done lie on the shelf and only the others are simulated."""
    draws, shelf = sample(alliance(), 90, 1), Shelf(tmp_path / "kept")

    def stop(done: int, _: int) -> None:
        if done >= 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(draws, shelf=shelf, workers=1, progress=stop)
    sizes: list[int] = []

    def counted(part: Draws) -> Run:
        sizes.append(len(part))
        return simulate(part)

    monkeypatch.setattr(experiment, "simulate", counted)
    again = run(draws, shelf=shelf, workers=1)
    assert sum(sizes) <= 50
    assert np.array_equal(again.outcomes, simulate(draws).outcomes)
    shelf.clear()
    assert not (tmp_path / "kept").exists()


def test_a_damaged_block_is_done_again(tmp_path: Path) -> None:
    """A file that is cut off or holds something else is not trusted."""
    draws, shelf = sample(alliance(), 30, 1), Shelf(tmp_path)
    run(draws, shelf=shelf)
    first, second = sorted(tmp_path.glob("*/block-*.npy"))
    first.write_bytes(first.read_bytes()[:100])
    np.save(second, np.array([{"an": "object"}], dtype=object))
    assert np.array_equal(run(draws, shelf=shelf).outcomes, simulate(draws).outcomes)


def test_other_futures_have_another_name() -> None:
    """Blocks of another seed, or of a scenario with one number changed, are not taken for these."""
    scenario = alliance()
    names = {fingerprint(sample(scenario, 30, seed)) for seed in (1, 2)}
    assert len(names) == 2
    assert fingerprint(sample(scenario, 30, 1)) in names


def test_an_estimate_grows_with_futures() -> None:
    """Ten times the futures take ten times as long, give or take what else the machine does."""
    draws = sample(alliance(), 50, 1)
    assert estimate(draws, 100_000) > 2 * estimate(draws, 10_000) > 0
