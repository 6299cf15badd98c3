"""The command line answers at once and says what it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import command, process, run
from watchfloor import __version__
from watchfloor.cli.main import app

COMMANDS = ("demo", "add", "read", "build", "follow", "record", "brief", "show", "search", "log")
SLOW = {"sqlalchemy", "alembic", "trafilatura", "lxml", "httpx", "dateparser", "datasketch", "numpy", "msgspec", "rich"}


def test_help_comes_at_once(tmp_path: Path) -> None:
    """`--help` takes less than the 0.3 s that the design allows; processor time, as a busy machine stretches any other."""
    before = os.times()
    assert process(tmp_path, "--help").returncode == 0
    after = os.times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 0.3


def test_help_loads_nothing_heavy() -> None:
    """No database, parser or network is loaded before a command needs it."""
    script = (
        "import sys, json; from watchfloor.cli.main import app; "
        "app(['build', '--help'], standalone_mode=False); print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert not SLOW & loaded
    assert {name for name in loaded if name.startswith("watchfloor.")} <= {"watchfloor.errors", "watchfloor.cli"} | {
        name for name in loaded if name.startswith("watchfloor.cli.")
    }


def test_the_commands_are_those_of_the_design() -> None:
    """Every command is listed under its name."""
    assert tuple(one.name or getattr(one.callback, "__name__", "") for one in app.registered_commands) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    """Help of a command succeeds and says in its first words what it does."""
    done = run(name, "--help")
    assert done.exit_code == 0
    assert f"Usage: watchfloor {name}" in done.stdout


def test_version() -> None:
    """`--version` names the version and does nothing else."""
    done = run("--version")
    assert (done.exit_code, done.stdout) == (0, f"watchfloor {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("nonsense",),
        ("read", "x", "--format", "yaml"),
        ("search",),
        ("show",),
        ("search", "x", "--limit", "0"),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    """A missing argument, an unknown command or value ends with 2 and a word on stderr."""
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr
    assert not done.stdout


def test_the_entry_point_is_installed(tmp_path: Path) -> None:
    """The script that pip makes starts the same program."""
    assert subprocess.run(command("--version"), cwd=tmp_path, check=True, capture_output=True).stdout.split()[-1] == (
        __version__.encode()
    )
