"""Long work is seen to go on, in a log too; short work and quiet work leave no trace."""

from __future__ import annotations

import pytest

from watchfloor.cli.progress import EVERY, LONG, Lines, watched


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def test_a_log_gets_a_line_every_few_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing while the work is short, then plain lines, never more than one in a few seconds."""
    clock = Clock()
    lines = Lines(clock)
    for number in range(1, int(4 * (LONG + EVERY))):
        clock.now += 0.25
        lines("Adding", number * 1_000)
    clock.now += EVERY
    lines("Reading", 7, 20_000)
    lines("Reading", 12_000, 20_000)
    assert capsys.readouterr().err.splitlines() == [
        f"Adding: {4 * LONG * 1_000:,.0f} done",
        "Reading: 7 of 20,000 done",
    ]


@pytest.mark.parametrize("quiet", [True, False])
def test_short_work_and_quiet_work_say_nothing(capsys: pytest.CaptureFixture[str], *, quiet: bool) -> None:
    """Off a terminal, what is done at once leaves stderr empty."""
    with watched(quiet=quiet) as progress:
        progress("Adding", 1)
        progress("Reading", 1, 1)
    assert capsys.readouterr() == ("", "")


def test_the_bar_is_not_asked_a_million_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal too, telling each of many repeats is a matter of a moment, and the last word is always shown."""
    shown = []
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("rich.progress.Progress.update", lambda *_, **told: shown.append(told.get("completed")))
    with watched(quiet=False) as progress:
        for number in range(1, 100_001):
            progress("Reading", number, 100_000)
    assert len(shown) < 1_000
    assert shown[-1] == 100_000
