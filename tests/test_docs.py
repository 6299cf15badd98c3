"""The documentation can't drift: it names the commands, options and dependencies that exist, and its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from watchfloor.cli.main import app
from watchfloor.evidence import limits, sidecar
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.issue import ISSUES

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(page for page in (ROOT / "examples").glob("*/*.md"))),
    key=str,
)
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
DEPENDENCIES = ROOT / "docs" / "explanation" / "dependencies.md"

_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MACHINE_PATH = re.compile(r"(?<![\w.<])/(?:work|root|home|tmp|Users|opt|mnt)\b|[A-Z]:\\")


@cache
def _commands() -> dict[str, Any]:
    """Every command of the application under its name, those of a group under both ("posture new")."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]  # a group, as the application has several commands
        own = getattr(command, "commands", None)
        found |= {name: command} if own is None else {f"{name} {inner}": one for inner, one in own.items()}
    return found


def _options(command: Any) -> set[str]:
    found = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    return {name for name in found if name.startswith("-")} - {"--help"}


@cache
def _sections() -> dict[str, str]:
    """The sections of the reference of commands under the command that each is about ("" for what holds for all)."""
    parts = re.split(
        r"^## `watchfloor ?((?:(?:posture|judge) )?[a-z-]*)[^`]*`.*$",
        COMMANDS.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _called() -> Iterator[tuple[str, list[str]]]:
    """Every `watchfloor …` line of a code block, with the page that shows it."""
    for page in PAGES:
        for line in page.read_text(encoding="utf-8").splitlines():
            match = re.match(r"^(?: {4}|\t)?(?:\$ )?(?:\.venv/bin/)?watchfloor (.+)$", line)
            if match:
                command = re.split(r"\s(?:[|>&;]|2>)", match[1])[0].strip()
                yield str(page.relative_to(ROOT)), shlex.split(command, comments=True)


def test_reference_has_every_command() -> None:
    """Each command has its section, and no section is about a command that does not exist."""
    assert set(_sections()) - {""} == set(_commands())


@pytest.mark.parametrize("name", ["", *sorted(_commands())])
def test_reference_has_every_option(name: str) -> None:
    """A command's section names each option that its `--help` lists and no other."""
    shown = CliRunner().invoke(app, [*name.split(), "--help"])
    assert shown.exit_code == 0
    lines = re.findall(r"^\s+((?:-[a-z], )?--[a-z-]+)", shown.stdout, re.MULTILINE)
    listed = {option for line in lines for option in line.split(", ")}
    assert "--help" in listed
    named = set(_OPTION.findall(_FENCE.sub("", _sections()[name])))
    assert named - {"--help"} == listed - {"--help"}


@pytest.mark.parametrize("name", sorted(_commands()))
def test_reference_has_every_argument(name: str) -> None:
    """A command's section names each of its arguments as `--help` does."""
    for parameter in _commands()[name].params:
        if parameter.param_type_name == "argument":
            wanted = (parameter.metavar or parameter.name).strip("[].").upper()
            assert wanted in _sections()[name], wanted


@pytest.mark.parametrize(("page", "words"), list(_called()))
def test_commands_shown_exist(page: str, words: list[str]) -> None:
    """Every command that a page shows can be typed: it exists and knows the options given to it."""
    application = typer.main.get_command(app)
    if words[0].startswith("-"):
        assert words[0] in _options(application) | {"--help"}, page
        return
    name = words[0] if words[0] in _commands() else " ".join(words[:2])
    assert name in _commands(), page
    given = {word.split("=")[0] for word in words[1:] if word.startswith("-") and word != "-"}
    assert given <= _options(_commands()[name]) | {"--help"}, page


def test_dependencies_have_their_reasons() -> None:
    """Every dependency, of the extras too, has a row with its licence and its reason, and no row is about anything else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    declared = [re.split(r"[<>=!~\[; ]", requirement)[0].lower() for requirement in wanted]
    rows = [
        row.strip("|").split("|")
        for row in DEPENDENCIES.read_text(encoding="utf-8").splitlines()
        if row.startswith("| ")
    ]
    explained = {row[0].strip().lower(): row for row in rows if row[0].strip() != "package"}
    assert sorted(explained) == sorted(declared)
    assert all(cell.strip() for row in explained.values() for cell in row)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link and image of a page leads to a file of the repository, and every anchor to a heading."""
    for target in _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        assert ROOT in file.parents, target
        if anchor:
            assert anchor in _anchors(file), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_no_machine(page: Path) -> None:
    """No page shows a path of the machine on which it was written."""
    assert _MACHINE_PATH.findall(page.read_text(encoding="utf-8")) == []


def _anchors(page: Path) -> set[str]:
    """The anchors that a page's headings get on the usual forges."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_press_schema_lists_every_code() -> None:
    """The page on the press schema names exactly the types of incident and the issues that the model has."""
    text = (ROOT / "docs" / "reference" / "press-schema.md").read_text(encoding="utf-8")
    named = {
        kind: re.search(rf"^{kind}: (.+?)[.;](?: |\n)", text, re.MULTILINE | re.DOTALL)
        for kind in ("Types of incident", "Issues")
    }
    listed = {kind: set(re.split(r",\s+", found[1])) for kind, found in named.items() if found}
    assert listed == {"Types of incident": {str(code) for code in IncidentType}, "Issues": set(ISSUES)}


def test_limits_are_those_that_hold() -> None:
    """The page on inputs gives every limit as the code has it."""
    text = (ROOT / "docs" / "reference" / "inputs.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|]+?) \| ([\d.]+ ?\w*) \|$", text, re.MULTILINE))
    policy = FetchPolicy()
    assert rows == {
        "one document, as it stands": f"{limits.MAX_DOCUMENT / 1e6:g} MB",
        "a sidecar": f"{sidecar.MAX_BYTES / 1e6:g} MB",
        "a zip or WARC, unpacked": f"{limits.MAX_UNPACKED / 1e9:g} GB",
        "files in a zip": str(limits.MAX_MEMBERS),
        "a file in a zip, unpacked over packed": f"{limits.MAX_RATIO} times",
        "a fetched page, unpacked": f"{policy.max_bytes / 1e6:g} MB",
        "redirects": str(policy.max_redirects),
        "waiting for a server, each time": f"{policy.timeout:g} s",
        "a page with all its redirects": f"{policy.deadline:g} s",
    }


def test_tutorial_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tutorial's commands, one after the other, all succeed, and leave the files that it speaks of."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    typed = [words for page, words in _called() if page == "docs/tutorial/first-brief.md"]
    assert len(typed) > 3
    for words in typed:
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 0, (words, done.stderr)
        assert done.stdout, words
    assert (tmp_path / "amber.db").exists()
    assert (tmp_path / "amber" / "brief.html").exists()
