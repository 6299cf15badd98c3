"""Articles go in, the brief comes out, and what was refused is named."""

from __future__ import annotations

import json
import resource
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from command_line import articles, command, process, run
from watchfloor.cli import packaged
from watchfloor.errors import WatchfloorError
from watchfloor.store.store import Store

PRODUCTS = {"brief.html", "brief.md", "brief.json", "record.json"}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, where the default files go."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_build_does_the_whole_walk(here: Path) -> None:
    """One command leaves the store and the brief in every form, and says where."""
    done = run("build", articles(here))
    assert done.exit_code == 0, done.output
    assert {path.name for path in (here / "brief").iterdir()} == PRODUCTS
    assert json.loads((here / "brief" / "record.json").read_text())["documents"]
    assert "brief/brief.html" in done.stdout
    with Store.open(here / "watchfloor.db", create=False) as store:
        assert len(store.documents()) == 2
        assert store.unread("another reader") != ()


def test_building_again_adds_nothing(here: Path) -> None:
    """The same articles a second time are known, and the brief is the same to the byte."""
    texts = articles(here)
    run("build", texts)
    first = {path.name: path.read_bytes() for path in (here / "brief").iterdir()}
    done = run("build", texts, "--json")
    summary = json.loads(done.stdout)
    assert (summary["added"], summary["known_before"], summary["documents"]) == (0, 2, 2)
    assert {path.name: path.read_bytes() for path in (here / "brief").iterdir()} == first


def test_refusals_are_lines_and_do_not_stop_the_others(here: Path) -> None:
    """A missing file and an empty one are named with their reasons on stderr, the rest is done, and the code is 3."""
    texts = articles(here)
    (texts / "empty.txt").write_bytes(b"")
    done = run("build", texts, "missing.txt")
    assert done.exit_code == 3
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("Refused ") for line in lines)
    assert any("empty.txt: " in line for line in lines)
    assert any("missing.txt: " in line for line in lines)
    assert {path.name for path in (here / "brief").iterdir()} == PRODUCTS


def test_nothing_taken_briefs_nothing(here: Path) -> None:
    """Where every input was refused there is no brief about nothing and no new store, and a line says so."""
    (here / "empty.txt").touch()
    for command_name in ("build", "add"):
        done = run(command_name, "missing.txt", "empty.txt", "--db", "new.db")
        assert (done.exit_code, done.stdout) == (3, "")
        *refusals, last = done.stderr.splitlines()
        assert [line.split()[1] for line in refusals] == ["missing.txt:", "empty.txt:"]
        assert "no store was made" in last
        assert [path.name for path in here.iterdir()] == ["empty.txt"]
    summary = json.loads(run("build", "missing.txt", "--json").stdout)
    assert (summary["refused"], summary["documents"], summary["store"]) == (1, 0, None)
    assert [path.name for path in here.iterdir()] == ["empty.txt"]


def test_a_store_that_was_there_stays(here: Path) -> None:
    """Where nothing was taken, a store from before is kept, empty or not, with the summary of what is in it."""
    Store.open(here / "watchfloor.db").close()
    done = run("build", "missing.txt")
    assert done.exit_code == 3
    assert "nothing to brief" in done.stdout
    assert (here / "watchfloor.db").exists()
    run("add", articles(here))
    assert run("add", "missing.txt").exit_code == 3
    with Store.open(here / "watchfloor.db", create=False) as store:
        assert len(store.documents()) == 2


def test_the_store_s_folder_is_made(here: Path) -> None:
    """A store in a folder that is not there is made with it."""
    assert run("add", articles(here), "--db", "new/deep/press.db").exit_code == 0
    assert (here / "new" / "deep" / "press.db").exists()


def test_repeats_are_accounted_for(here: Path) -> None:
    """Every copy is counted, in the summary and for programs."""
    texts = articles(here)
    for number in range(3):
        (texts / f"copy {number}.txt").write_bytes((texts / "one.txt").read_bytes())
    assert ["Repeated", "3"] in [line.split() for line in run("add", texts).stdout.splitlines()]
    summary = json.loads(run("add", texts, "--json").stdout)
    assert (summary["added"], summary["known_before"], summary["repeated"], summary["refused"]) == (0, 2, 3, 0)


def test_the_brief_is_the_same_on_every_machine(here: Path) -> None:
    """Two processes that order their sets differently write the same files about the packaged exercise, to the byte."""
    written = []
    for seed in ("1", "2"):
        done = process(here, "demo", "--out", seed, "--quiet", PYTHONHASHSEED=seed)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        written.append({name: (here / seed / name).read_bytes() for name in PRODUCTS})
    assert written[0] == written[1]


def test_add_keeps_without_reading(here: Path) -> None:
    """`add` tells new from known and leaves the reading for later."""
    texts = articles(here)
    assert json.loads(run("add", texts, "--json").stdout)["added"] == 2
    assert json.loads(run("add", texts, "--json").stdout)["known_before"] == 2
    with Store.open(here / "watchfloor.db", create=False) as store:
        assert len(store.unread("a reader that has read nothing")) == 2


@pytest.mark.parametrize("place", [("--quiet", "build"), ("build", "--quiet")])
def test_quiet_prints_nothing(here: Path, place: tuple[str, ...]) -> None:
    """With --quiet before or after the command a build that goes well says nothing."""
    done = run(*place, articles(here))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_a_folder_that_can_not_be_written(here: Path) -> None:
    """The brief's folder is a file: one line, 1, and the store has everything."""
    (here / "taken").write_text("x")
    done = run("build", articles(here), "--out", "taken")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert "Nothing can be written to taken" in line
    with Store.open(here / "watchfloor.db", create=False) as store:
        assert len(store.documents()) == 2


def test_private_addresses_need_leave(here: Path) -> None:
    """A page of this machine is refused, and taken with --allow-private."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(articles(here)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/one.txt"
        refused = run("add", url)
        taken = run("add", url, "--allow-private", "--json")
        server.shutdown()
    assert refused.exit_code == 3
    assert f"Refused {url}: " in refused.stderr
    assert taken.exit_code == 0
    assert json.loads(taken.stdout)["added"] == 1


def test_demo_builds_the_packaged_exercise(here: Path) -> None:
    """The demo needs no argument, leaves its own folder alone with its own store, and can be run twice."""
    for _ in range(2):
        done = run("demo")
        assert done.exit_code == 0, done.output
        assert "demo/brief.html" in done.stdout
    assert {path.name for path in (here / "demo").iterdir()} == PRODUCTS | {"watchfloor.db"}
    assert not (here / "watchfloor.db").exists()


def test_the_example_is_found_in_an_installed_package(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the package first, as a wheel has it; a package without one says so."""
    inside = here / "watchfloor" / packaged.EXAMPLE
    monkeypatch.setattr(packaged, "files", lambda _package: here / "watchfloor")
    with pytest.raises(WatchfloorError, match="lacks its example"):
        packaged.example()
    inside.mkdir(parents=True)
    assert packaged.example() == inside


def _may_write_forty_megabytes() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000_000, 40_000_000))


def test_a_machine_short_of_space_still_builds(here: Path) -> None:
    """Where no file may grow beyond forty megabytes, in the temporary folder or elsewhere, every article is taken."""
    texts = articles(here)
    done = subprocess.run(
        command("build", texts, "--json"), check=False, capture_output=True, preexec_fn=_may_write_forty_megabytes
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["added"] == 2
