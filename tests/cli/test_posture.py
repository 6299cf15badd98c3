"""The posture commands do their work from a shell, and every bad input gets one clear line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path

import pytest

from command_line import command, run
from posture_record import record
from posture_scenarios import needs_extra
from watchfloor.assessment.posture import flip
from watchfloor.assessment.posture.scenario_file import load, shipped
from watchfloor.cli import posture, walk
from watchfloor.model.incident_type import IncidentType

pytestmark = needs_extra

SHORT = shipped("cables").replace("months = 60", "months = 6")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(flip, "LUCKS", 8)
    Path("short.toml").write_text(SHORT, encoding="utf-8")


def test_from_new_to_a_page() -> None:
    """A scenario is written, compared, and its page, JSON and CSV lie where the summary says."""
    written = run("posture", "new", "mine.toml", "--like", "cables")
    assert written.exit_code == 0
    assert "of its" in written.stdout
    Path("mine.toml").write_text(
        Path("mine.toml").read_text(encoding="utf-8").replace("months = 60", "months = 6"), encoding="utf-8"
    )
    done = run("posture", "compare", "mine.toml", "--futures", "60", "-o", "out")
    assert done.exit_code == 0, done.stderr
    assert "No posture is called best" in done.stdout
    assert sorted(one.name for one in Path("out").iterdir()) == ["comparison.csv", "comparison.html", "comparison.json"]


def test_a_comparison_is_reproducible() -> None:
    """The same seed gives the same JSON, byte for byte; another seed another."""
    outputs = [
        run("posture", "compare", "short.toml", "--futures", "60", "--json", "--seed", seed) for seed in ("1", "1", "2")
    ]
    assert outputs[0].stdout == outputs[1].stdout != outputs[2].stdout
    assert json.loads(outputs[0].stdout)["seed"] == 1


def test_new_overwrites_nothing() -> None:
    """A file that is there stays as it is."""
    done = run("posture", "new", "short.toml")
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert Path("short.toml").read_text(encoding="utf-8") == SHORT


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("detection = { low = 0.4", "detection = { low = -0.4", "between 0 and 1"),
        ("delay = { low = 2, high = 18", "delay = { low = 20, high = 18", "wrong way round"),
        ("ideal = { low = 0.4", "idea = { low = 0.4", "“North shore”"),
        ("patrols = 5\n", "\n", "firmness"),
    ],
)
def test_a_bad_scenario_is_one_line(right: str, wrong: str, words: str) -> None:
    """Each mistake in a file ends in 1 and one line that names the file and the line; nothing is simulated."""
    assert right in SHORT
    text = SHORT.replace(right, wrong, 1)
    if words == "firmness":
        text = text.replace(
            'monthly_cost = { low = 4, high = 15, source = "assumed" }\nfirmness = { value = 0.2, source = "assumed" }\n\n',
            "monthly_cost = 4\n",
            1,
        )
        words = "“Patrol” is empty"
    Path("bad.toml").write_text(text, encoding="utf-8")
    done = run("posture", "compare", "bad.toml", "--futures", "60")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("bad.toml, line ")
    assert words in done.stderr
    assert not Path("comparison").exists()


@pytest.mark.parametrize(
    "arguments", [("absent.toml",), ("short.toml", "--futures", "1"), ("short.toml", "--seed", "-1")]
)
def test_wrong_calls(arguments: tuple[str, ...]) -> None:
    """A file that is absent, one future, a negative seed: a line each and no trace."""
    done = run("posture", "compare", *arguments)
    assert done.exit_code in (1, 2)
    assert "Traceback" not in done.stderr


def test_a_long_run_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would take hours says so before it begins, and runs with --yes."""
    monkeypatch.setattr("watchfloor.assessment.posture.study.estimate", lambda *_: 9000.0)
    asked = run("posture", "compare", "short.toml", "--futures", "60")
    assert asked.exit_code == 1
    assert "2 h 30 min" in asked.stderr
    assert "--yes" in asked.stderr
    assert not Path("comparison").exists()
    assert run("posture", "compare", "short.toml", "--futures", "60", "--yes").exit_code == 0


def test_ctrl_c_keeps_what_is_done() -> None:
    """A run that is stopped half-way leaves with 130, says where its work lies, and goes on from there."""
    arguments = ("posture", "compare", "long.toml", "--futures", "30000", "--quiet")
    Path("long.toml").write_text(shipped("cables").replace("months = 60", "months = 30"), encoding="utf-8")
    with subprocess.Popen(command(*arguments), stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not list(Path("comparison", posture.KEPT).glob("*/block-*.npy")) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
    assert process.returncode == 130, error
    assert "is kept in" in error
    assert list(Path("comparison", posture.KEPT).glob("*/block-*.npy"))
    assert not Path("comparison", "comparison.html").exists()


def test_solve_asks_one_model() -> None:
    """A model by itself answers as text and as JSON, the published number among them."""
    text = run("posture", "solve", "attribution")
    assert text.exit_code == 0
    assert "0.530481" in text.stdout
    found = json.loads(run("posture", "solve", "attribution", "--set", "resolve_high=0.6", "--json").stdout)
    assert any(row["value"] == pytest.approx(0.514426, abs=1e-5) for row in found["results"])


def test_solve_lists_and_refuses() -> None:
    """Without a name all models are listed; a wrong name, parameter or value gets one line."""
    assert "attribution" in run("posture", "solve").stdout
    for arguments in (
        ("nonsense",),
        ("attribution", "--set", "right=2"),
        ("attribution", "--set", "x=1"),
        ("attribution", "--set", "right"),
    ):
        done = run("posture", "solve", *arguments)
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("absent", ["SALib.sample.sobol", "altair", "vl_convert"])
def test_without_the_extra(absent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a package of the extra is not installed, one line says what to install."""
    monkeypatch.setitem(sys.modules, absent, None)
    done = run("posture", "compare", "short.toml", "--futures", "60")
    assert done.exit_code == 1
    assert "pip install 'watchfloor[posture]'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_from_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record's events give a scenario that can be read, the notes say what was left, and nothing is overwritten."""
    events = [(IncidentType.SUBSEA_CABLE_DAMAGE, date(2025, 1, 1) + timedelta(days=40 * n), None) for n in range(6)]
    monkeypatch.setattr(walk, "opened", lambda *_args, **_options: nullcontext())
    monkeypatch.setattr(walk, "record_of", lambda *_args, **_options: record(*events))
    done = run("posture", "from-record", "filled.toml", "--like", "cables", "--reporting", "2")
    assert done.exit_code == 0, done.stderr
    assert "6 hybrid events" in done.stdout
    assert "stays as it was" in done.stdout
    assert "attacks rose with probability" in done.stdout
    assert "watchfloor.db: 6 hybrid events" in load(Path("filled.toml")).evidence.reported.source
    assert "is there already" in run("posture", "from-record", "filled.toml").stderr
    found = json.loads(run("posture", "from-record", "other.toml", "--until", "2025-03-31", "--json").stdout)
    assert (found["events"], found["until"]) == (3, "2025-03-31")


def test_from_a_short_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """A week of coverage gives no probability that attacks rose."""
    events = [(IncidentType.SUBSEA_CABLE_DAMAGE, date(2025, 1, 1 + n), None) for n in range(6)]
    monkeypatch.setattr(walk, "opened", lambda *_args, **_options: nullcontext())
    monkeypatch.setattr(walk, "record_of", lambda *_args, **_options: record(*events))
    assert "doesn't tell whether attacks rose" in run("posture", "from-record", "one.toml").stdout
    found = json.loads(run("posture", "from-record", "two.toml", "--json").stdout)
    assert found["halves"] != [0, 0]
    assert found["probability_that_attacks_rose"] is None


def test_from_no_record() -> None:
    """Without a store, one line says so; a day that is none is wrong usage."""
    assert run("posture", "from-record", "x.toml", "--db", "absent.db").exit_code == 1
    assert run("posture", "from-record", "x.toml", "--from", "yesterday").exit_code == 2
    assert not Path("x.toml").exists()
