"""The command line over a few invented articles, within the tests' process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from watchfloor.cli.main import app

ARTICLES = {
    "one.txt": (
        "EXERCISE. Harbour cable cut off Lindholm\nThe Harbour Post, 2 March 2026\n\n"
        "The data cable off Lindholm was cut on Sunday, the port authority said. "
        '"We have seen nothing like it before," harbour master Ada Voss told reporters on Monday. '
        "She said that repairs would take 12 days. The ferry to Torvan sailed as planned.\n"
    ),
    "two.txt": (
        "EXERCISE. Ministry: cable was cut\nSkerry Observer, 3 March 2026\n\n"
        'The cable was cut on Saturday, the ministry said. "We have seen nothing like it before," '
        "minister Ole Brandt told parliament on Tuesday. He said that repairs would take 20 days.\n"
    ),
}


def articles(folder: Path) -> Path:
    """A folder of articles in `folder`."""
    texts = folder / "texts"
    texts.mkdir()
    for name, text in ARTICLES.items():
        (texts / name).write_text(text, encoding="utf-8")
    return texts


def run(*arguments: str | Path) -> Result:
    """The finished command, run within the tests' process in the current folder."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="watchfloor")


def command(*arguments: str | Path) -> list[str]:
    """The installed command, to be run as a process of its own."""
    return [str(Path(sys.executable).with_name("watchfloor")), *(str(argument) for argument in arguments)]


def process(folder: Path, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The finished command, run as a process in `folder`."""
    everything = {**os.environ, **environment}
    return subprocess.run(command(*arguments), cwd=folder, env=everything, check=False, capture_output=True, timeout=60)
